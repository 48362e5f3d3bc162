"""The outputs: a redirect page for each old URL whose digest or page readers may see."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.content.content import Content
from puntina.core.content.publication_state import state_of
from puntina.core.digest import Digest
from puntina.core.engine.output import Key, Output
from puntina.core.routes.redirects import Moved, all_moved
from puntina.core.settings import Site
from puntina.feeds.plain import put
from puntina.redirects.page import SENTENCE, redirect_html


class RedirectsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages."""

    def generate_output(self, writer: Writer) -> None:
        """Queues a page for each old URL; for a draft or a scheduled digest only in a preview."""
        content, site = self.settings["CONTENT"], self.settings["SITE"]
        for move in all_moved(content.digests, content.addresses, site):
            if site.preview or state_of(content.digests[move.path], site.cutoff).is_public:
                put(writer, redirect(move, self.settings))


def redirect(move: Moved, settings: Mapping[str, Any]) -> Output:
    """The page at the old URL; its title is the digest's, as that is when the page is made."""
    site: Site = settings["SITE"]
    return Output(
        move.address.save_as,
        partial(_key, move, settings),
        partial(_make, move, settings),
        f"{site.rules.folder}/{move.path}",
        partial(tuple, (move.path,)),
        partial(redirect, move, settings),
    )


def _facts(move: Moved, settings: Mapping[str, Any]) -> tuple[str, str, str, str, str]:
    """All that the page says: language, title, the sentence in that language, the address in both its forms."""
    content: Content = settings["CONTENT"]
    site: Site = settings["SITE"]
    digest: Digest = content.digests[move.path]
    lang, url = digest.meta.lang, content.addresses[move.path].url
    words = str(settings["STRINGS"][lang].gettext(SENTENCE))
    return lang, digest.meta.title, words, site.rooted(url), site.absolute(url)


def _key(move: Moved, settings: Mapping[str, Any]) -> Key:
    return (("where it leads", _facts(move, settings)),)


def _make(move: Moved, settings: Mapping[str, Any]) -> bytes:
    return redirect_html(*_facts(move, settings))


def redirects_generator(pelican: Pelican) -> type[RedirectsGenerator]:
    """The generator, for Pelican's list."""
    return RedirectsGenerator
