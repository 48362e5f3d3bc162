"""The outlets that digests are based on, by the names of their sources; each has a list of its own."""

from dataclasses import dataclass
from typing import Any

from puntina.core.digest.slugs import outlet_slug
from puntina.core.settings import Site


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published what a digest is based on, as Pelican has categories: with the place of its list."""

    name: str
    slug: str
    url: str
    save_as: str


class Outlets:
    """The outlets of one language, each made once: two spellings of one name are one outlet, as the first has it."""

    def __init__(self, site: Site, prefix: str) -> None:
        self._site, self._prefix = site, prefix
        self._known: dict[str, Outlet] = {}

    def of(self, article: Any) -> list[Outlet]:
        """Those that the article is based on, in order, each once."""
        sources = article.digest.meta.sources
        if not sources:
            return []
        slugs = dict.fromkeys([slug for source in sources if (slug := outlet_slug(source.name))])
        names = {outlet_slug(source.name): source.name for source in reversed(sources)}
        return [self._known.get(slug) or self._make(slug, names[slug]) for slug in slugs]

    def _make(self, slug: str, name: str) -> Outlet:
        address = self._site.addresses.at("OUTLET_URL", self._prefix, slug=slug)
        made = self._known[slug] = Outlet(name, slug, address.url, address.save_as)
        return made
