"""A page to be written, as a plugin's step yields it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from puntina.core.digest import Digest
from puntina.core.routes.address import Address
from puntina.core.views.site_context import Key


class FrozenPage(Protocol):
    """What a page of a theme that takes frozen values is made from."""

    @property
    def key(self) -> Key:
        """All that its values are computed from, each with its name."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The content files that it shows something of."""

    def values(self) -> Mapping[str, object]:
        """The template's values; computed from what the key names alone."""


class HasDigest(Protocol):
    """An article or a standing page."""

    @property
    def digest(self) -> Digest:
        """What it is made from."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page as sitemaps have it: the contents of which the last changed dates it, and the page in other languages."""

    contents: Sequence[HasDigest] = ()
    others: tuple[tuple[str, str], ...] = ()  # language and URL


def _nothing() -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """A page to be written; it is made from `page` when something asks for it, by the first template that there is.

    PageSpec(address=site.at(route, "it"), lang="it", templates=("mood", "index"), page=lambda: ListPage(…),
             origin="the list of moods")
    """

    address: Address
    lang: str
    templates: tuple[str, ...]  # without .html; if there is none of them, the page is left out
    page: Callable[[], FrozenPage]
    origin: str  # what an editor would look for, in problems
    variables: Callable[[], Mapping[str, object]] = _nothing  # for themes that take Pelican's context
    sitemap: SitemapEntry | None = None  # None for a page that is in no sitemap
