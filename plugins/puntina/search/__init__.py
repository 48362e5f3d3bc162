"""Search in the browser: an index of each language's digests and pages, made by Pagefind, and a page to search on."""

from collections.abc import Iterator

from puntina.core.engine.output import Output
from puntina.core.hooks import Plugin
from puntina.core.pelican.build import Build
from puntina.core.views.page_spec import PageSpec


def _pages(build: Build) -> Iterator[PageSpec]:
    if build.site.search:  # nothing more of this package is imported if there is none
        from puntina.search.pages import search_pages

        yield from search_pages(build)


def _outputs(build: Build) -> Iterator[Output]:
    if build.site.search:
        from puntina.search.outputs import index_outputs

        yield from index_outputs(build)


PLUGIN = Plugin(pages=(("search", _pages),), outputs=(("search index", _outputs),))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
