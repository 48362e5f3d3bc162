"""Standing pages as Pelican reads them; digests become Articles without being read again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape
from pelican.readers import Readers

from puntina.core.checks.own_plugins import foreign_plugins
from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest, Faults, Problem
from puntina.core.digest.message import message
from puntina.core.pelican.build import Build
from puntina.core.routes.address import Address
from puntina.core.settings import Site
from puntina.core.settings.plugin_names import plugin_of


def use_reader(readers: Readers) -> None:
    """Makes .md ours and switches every other kind of content off; files to be copied stay Pelican's."""
    for extension, reader in list(readers.reader_classes.items()):
        refuse_reader(extension, reader, readers.settings)
        if extension != "static":
            readers.reader_classes[extension] = None
    readers.reader_classes["md"] = DigestReader


def refuse_reader(extension: str, reader: type | None, settings: Mapping[str, Any]) -> None:
    """Raises Faults where the reader is a plugin's, whichever of it and us has come last."""
    module = reader.__module__ if reader else ""
    if any(f"{module}.".startswith(f"{name}.") for name in foreign_plugins(settings)):
        text = message(
            'plugin "{plugin}" reads .{extension} files, and Puntina reads all content itself',
            plugin=plugin_of(module),
            extension=extension,
        )
        raise Faults([Problem("PLUGINS", 0, 0, "SITE-PLUGIN", text, message("delete it from PLUGINS"))])


class DigestReader:
    """Hands Pelican what was read before; no BaseReader, as defining a subclass of that takes over .md on import."""

    enabled = True
    file_extensions = ("md",)

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings

    def process_metadata(self, name: str, value: Any) -> Any:
        """The value as it is: the model has typed it already."""
        return value

    def read(self, path: str) -> tuple[str, dict[str, Any]]:
        """The text as HTML, where a plugin of ours makes that, and the metadata of the digest."""
        build = Build.of(self.settings)
        site, content = build.site, build.content
        name = Path(path).relative_to(site.content.absolute()).as_posix()
        digest = content.digests.get(name)
        # Pelican looks for files by itself and finds some that we pass over, such as an editor's backups.
        if not digest:
            return "", {"title": name, "status": "skip"}
        return str(build.html(digest)), metadata(digest, content.addresses[name], site)


def metadata(digest: Digest, address: Address, site: Site) -> dict[str, Any]:
    """What Pelican's Page is made with; keys that the file does not have are left out."""
    meta = digest.meta
    state = state_of(digest, site.cutoff)
    values: dict[str, Any] = {
        "title": escape(meta.title),  # stock themes print it without escaping
        "date": meta.date,
        "modified": meta.modified,
        "lang": meta.lang,
        "slug": meta.slug,
        "status": _status(state, site),
        "mark": str(state) if not state.is_public else "",
        "summary": escape(digest.teaser),
        "url": address.url,
        "save_as": address.save_as,
        "digest": digest,
        "template": meta.template,
    }
    return {name: value for name, value in values.items() if value or name == "mark"}


def _status(state: State, site: Site) -> str:
    if state.is_public:
        return str(state)
    return "published" if site.preview else "skip"
