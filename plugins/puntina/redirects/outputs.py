"""A redirect page for each old URL whose digest or page readers may see."""

from collections.abc import Iterator
from functools import partial

from puntina.core.content.publication_state import state_of
from puntina.core.content.redirects import Moved, all_moved
from puntina.core.engine.output import Output
from puntina.core.pelican.build import Build
from puntina.redirects.page import SENTENCE, redirect_html


def redirect_outputs(build: Build) -> Iterator[Output]:
    """A page for each old URL; for a draft or a scheduled digest only in a preview."""
    content, site = build.content, build.site
    for move in all_moved(content.digests, content.addresses, site):
        if site.preview or state_of(content.digests[move.path], site.cutoff).is_public:
            yield redirect(move, build)


def redirect(move: Moved, build: Build) -> Output:
    """The page at the old URL; its title is the digest's, as that is when the page is made."""
    return Output(
        move.address.save_as,
        lambda: (("where it leads", _facts(move, build)),),
        lambda: redirect_html(*_facts(move, build)),
        f"{build.site.rules.folder}/{move.path}",
        partial(tuple, (move.path,)),
        partial(redirect, move, build),
    )


def _facts(move: Moved, build: Build) -> tuple[str, str, str, str, str]:
    """All that the page says: language, title, the sentence in that language, the address in both its forms."""
    content, site = build.content, build.site
    digest = content.digests[move.path]
    lang, url = digest.meta.lang, content.addresses[move.path].url
    words = str(build.strings[lang].gettext(SENTENCE))
    return lang, digest.meta.title, words, site.rooted(url), site.absolute(url)
