"""The one order of digests: newest first."""

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any


def newest_first(articles: Iterable[Any]) -> list[Any]:
    """The articles by date, newest first; in one minute by the seconds that their ids give, as feeds say them."""
    by_path = sorted(articles, key=lambda article: article.digest.path)
    return sorted(by_path, key=attrgetter("moment"), reverse=True)


def by_language(articles: Iterable[Any]) -> dict[str, list[Any]]:
    """The articles of each language, newest first."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for article in newest_first(articles):
        groups[article.lang].append(article)
    return groups
