"""The one order of digests: newest first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Protocol, TypeVar

from pelican.generators import ArticlesGenerator

from puntina.core.digest.states import PREVIEWED
from puntina.core.pelican.articles import DigestArticle, use_articles
from puntina.core.pelican.build import Build
from puntina.core.settings import Site

_MINUTE = dt.timedelta(minutes=1)


def set_articles(generator: ArticlesGenerator) -> None:
    """Gives Pelican the articles of the build in order, those that lists show and those that none shows.

    As Pelican has it, `articles` holds one for each story, `translations` the others. The steps of plugins that need
    all articles come before that, and all of it before Pelican's signals for others, as receivers of one signal have
    no order.
    """
    build = Build.of(generator.settings)
    use_articles(generator)
    build.run.listed = newest_first(generator.articles)
    build.run.unlisted = generator.hidden_articles = newest_first(generator.hidden_articles)
    for _, step in build.hooks.articles:
        step(build)
    generator.articles, generator.translations = _by_story(build.run.listed, build.site)


def _by_story(articles: Iterable[DigestArticle], site: Site) -> tuple[list[DigestArticle], list[DigestArticle]]:
    """The article of each story, in the default language or else in the first that it is in; and all the others."""
    default = site.default_language.code
    order = {language.code: (language.code != default, place) for place, language in enumerate(site.languages)}
    originals: list[DigestArticle] = []
    others: list[DigestArticle] = []
    for article in articles:
        is_first = all(order[article.lang] < order[other.lang] for other in article.translations)
        (originals if is_first else others).append(article)
    return originals, others


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
