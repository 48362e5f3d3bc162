"""Standing pages as Pelican reads them; digests become Articles without being read again."""

from pathlib import Path
from typing import Any

from markupsafe import escape
from pelican.readers import Readers

from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest
from puntina.core.pelican.build import Build
from puntina.core.routes.address import Address
from puntina.core.settings import Site


def use_reader(readers: Readers) -> None:
    """Makes .md ours and switches every other kind of content off; files to be copied stay Pelican's."""
    for extension in list(readers.reader_classes):
        if extension != "static":
            readers.reader_classes[extension] = None
    readers.reader_classes["md"] = DigestReader


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
