"""Where an article is in its thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from puntina.core.pelican.articles import DigestArticle


@dataclass(frozen=True, slots=True)
class ThreadPlace:
    """An article's thread: the articles just before it, newest first, and the newest of all."""

    title: str
    url: str  # below the site's root
    earlier: "tuple[DigestArticle, ...]"
    latest: "DigestArticle | None"  # None for the newest itself

    @property
    def named(self) -> "tuple[DigestArticle, ...]":
        """The articles that it names."""
        return (*self.earlier, *([self.latest] if self.latest else []))
