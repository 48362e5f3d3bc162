"""Pairing by translation key, linear in the number of digests."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from pelican.generators import PagesGenerator

from puntina.core.digest.states import EXPIRED
from puntina.core.pelican.articles import DigestArticle, DigestPage
from puntina.core.pelican.build import Build
from puntina.core.settings import Site

Content = TypeVar("Content", DigestArticle, DigestPage)


def pair_articles(build: Build) -> None:
    """Gives each published article its translations, in the order of the publication's languages.

    One that has expired leads on to those that have not; they do not lead to it.
    """
    listed, site = build.run.listed, build.site
    pair(listed, site)
    expired = [article for article in build.run.unlisted if article.mark == EXPIRED]
    if expired:
        living = {article.digest.meta.translation_key: [article, *article.translations] for article in listed}
        for article in expired:
            article.translations = list(living.get(article.digest.meta.translation_key, ()))


def pair_pages(generator: PagesGenerator) -> None:
    """Gives each published page its translations, likewise."""
    pair(generator.pages, Build.of(generator.settings).site)


def pair(contents: Iterable[Content], site: Site) -> None:
    """Sets `translations` of each content to the others with its key."""
    order = {language.code: place for place, language in enumerate(site.languages)}
    groups: defaultdict[str, list[Content]] = defaultdict(list)
    for content in contents:
        groups[content.digest.meta.translation_key].append(content)
    for group in groups.values():
        group.sort(key=lambda content: order[content.lang])
        for content in group:
            content.translations = [other for other in group if other is not content]
