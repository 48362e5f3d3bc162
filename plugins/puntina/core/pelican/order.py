"""The one order of digests: newest first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Any

from pelican.generators import ArticlesGenerator

_MINUTE = dt.timedelta(minutes=1)


def listed(generator: ArticlesGenerator) -> list[Any]:
    """The articles that lists show, newest first; put in order once in a build, as are those that no list shows."""
    settings = generator.settings
    if "LISTED" not in settings:
        settings["LISTED"] = newest_first(generator.articles)
        settings["UNLISTED"] = newest_first(generator.hidden_articles)
    found: list[Any] = settings["LISTED"]
    return found


def newest_first(articles: Iterable[Any]) -> list[Any]:
    """The articles by date, newest first; in one minute by the seconds that their ids give, as feeds say them."""
    by_path = sorted(articles, key=attrgetter("relative_source_path"))
    by_date = sorted(by_path, key=attrgetter("date"), reverse=True)
    # Seconds of ids move none past another that is a minute away, and to work them out for all takes time.
    if all(newer.date - older.date >= _MINUTE for newer, older in pairwise(by_date)):
        return by_date
    return sorted(by_path, key=attrgetter("moment"), reverse=True)


def by_language(articles: Iterable[Any]) -> dict[str, list[Any]]:
    """The articles of each language, in the order in which they come."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for article in articles:
        groups[article.lang].append(article)
    return groups
