"""The order of digests, and the one before and after each in its language."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from pelican.generators import ArticlesGenerator


def newest_first(articles: Iterable[Any]) -> list[Any]:
    """The articles by date, newest first; those of one minute by their file's path."""
    return sorted(
        sorted(articles, key=lambda article: article.digest.path),
        key=lambda article: article.date,
        reverse=True,
    )


def by_language(articles: Iterable[Any]) -> dict[str, list[Any]]:
    """The articles of each language, newest first."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for article in newest_first(articles):
        groups[article.lang].append(article)
    return groups


def set_neighbours(generator: ArticlesGenerator) -> None:
    """Gives each listed article `neighbours`: the next newer and the next older one in its language."""
    generator.settings["LISTED"] = newest_first(generator.articles)
    for articles in by_language(generator.articles).values():
        around = [None, *articles, None]
        for (newer, article), (_, older) in pairwise(pairwise(around)):
            article.neighbours = (newer, older)
