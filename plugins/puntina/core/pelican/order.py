"""The one order of digests: newest first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Protocol, TypeVar

from pelican.generators import ArticlesGenerator

from puntina.core.digest.states import PREVIEWED
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build

_MINUTE = dt.timedelta(minutes=1)


def set_articles(generator: ArticlesGenerator) -> None:
    """Puts the articles of the build in order, those that lists show and those that none shows; then runs the steps
    of plugins that need all of them."""
    build = Build.of(generator.settings)
    build.run.listed = newest_first(generator.articles)
    build.run.unlisted = newest_first(generator.hidden_articles)
    for _, step in build.hooks.articles:
        step(build)


def newest_first(articles: Iterable[DigestArticle]) -> list[DigestArticle]:
    """The articles by date, newest first; in one minute by the seconds that their ids give, as feeds say them."""
    by_path = sorted(articles, key=attrgetter("relative_source_path"))
    by_date = sorted(by_path, key=attrgetter("date"), reverse=True)
    # Seconds of ids move none past another that is a minute away, and to work them out for all takes time.
    if all(newer.date - older.date >= _MINUTE for newer, older in pairwise(by_date)):
        return by_date
    return sorted(by_path, key=attrgetter("moment"), reverse=True)


class HasLanguage(Protocol):
    """An article or a standing page."""

    lang: str


Content = TypeVar("Content", bound=HasLanguage)


def by_language(contents: Iterable[Content]) -> dict[str, list[Content]]:
    """The articles or pages of each language, in the order in which they come."""
    groups: defaultdict[str, list[Content]] = defaultdict(list)
    for content in contents:
        groups[content.lang].append(content)
    return groups


def public(build: Build) -> list[DigestArticle]:
    """The articles of lists that readers may see: a preview's lists have drafts and scheduled digests too."""
    return [article for article in build.run.listed if article.mark not in PREVIEWED]
