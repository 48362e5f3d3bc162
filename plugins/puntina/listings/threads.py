"""The threads of digests, by the names that their editors give them; each has a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from puntina.core.digest.threads import Node, is_clear, node_of, same_threads
from puntina.core.pelican.order import by_language
from puntina.core.settings import Site


@dataclass(frozen=True, slots=True)
class Thread:
    """A matter that digests follow over time, as Pelican has categories: with the place of its page."""

    name: str
    slug: str
    url: str
    save_as: str
    pair: str  # the same for the same thread in other languages


class Threads:
    """The threads of all these articles, each made once."""

    def __init__(self, articles: Iterable[Any], site: Site) -> None:
        threaded = [article for article in articles if article.digest.meta.thread]
        self._site = site
        self._articles = by_language(threaded)
        self._same = same_threads([article.digest.meta for article in threaded])
        self._known: dict[Node, Thread] = {}

    def articles(self, lang: str) -> list[Any]:
        """Those of a language that are in a thread."""
        return self._articles.get(lang, [])

    def of(self, article: Any) -> list[Thread]:
        """The one that the article is in."""
        node = node_of(article.digest.meta)
        return [self._known.get(node) or self._make(node, article.digest.meta.thread)]

    def _make(self, node: Node, name: str) -> Thread:
        lang, slug = node
        address = self._site.addresses.at("THREAD_URL", self._site.language(lang).prefix, slug=slug)
        same = self._same[node]
        pair = "/".join(same[0]) if is_clear(same) else ""
        made = self._known[node] = Thread(name, slug, address.url, address.save_as, pair)
        return made
