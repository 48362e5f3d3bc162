"""What an edition shows: each digest in brief, by section, and how long all of them are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from puntina.core.digest import Change
from puntina.core.digest.states import RETRACTED
from puntina.core.digest.timestamps import updated
from puntina.core.locales import minutes
from puntina.core.pelican.articles import DigestArticle
from puntina.core.settings import Site
from puntina.core.views.cards import Link
from puntina.core.views.summaries import DigestSummary
from puntina.core.views.updates import update_view
from puntina.editions.calendar import Edition


@dataclass(frozen=True, slots=True)
class Section:
    """The digests of a category; `heading` has no address where the category has no list."""

    slug: str
    heading: Link
    briefs: tuple[DigestSummary, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """How much an edition holds; words as its language counts them, of the digests that stand."""

    digests: int
    words: int
    minutes: int


def brief(article: DigestArticle) -> DigestSummary:
    """The article in brief."""
    site, digest, meta = article.build.site, article.digest, article.digest.meta
    corrected = [update_view(note) for note in meta.updates if note.kind is Change.CORRECTION]
    return DigestSummary(
        title=meta.title,
        url=site.rooted(article.url),
        permalink=site.absolute(article.url),
        summary=digest.summary_text,
        pinned=digest.has_summary,
        lang=meta.lang,
        mark=article.mark,
        corrections=tuple(corrected),
    )


def length(edition: Edition) -> Length:
    """How much the edition holds."""
    words = sum([article.digest.words for article in edition.articles if article.mark != RETRACTED])
    return Length(len(edition.articles), words, minutes(words, edition.lang))


def sections(edition: Edition, lists: Mapping[str, Link], site: Site) -> tuple[Section, ...]:
    """The edition's digests by category, in the publication's order; `lists` are all that there are, by address."""
    groups: dict[str, list[DigestArticle]] = {}
    for article in edition.articles:
        groups.setdefault(article.digest.meta.category, []).append(article)
    return tuple(_ordered(groups, edition.lang, lists, site))


def _ordered(
    groups: Mapping[str, Sequence[DigestArticle]], lang: str, lists: Mapping[str, Link], site: Site
) -> Iterator[Section]:
    for category in site.categories:
        if members := groups.get(category.key):
            url = site.at(site.routes.at("CATEGORY_URL"), lang, slug=category.slug).url
            heading = lists.get(url) or Link(category.name(lang), "")
            yield Section(category.slug, heading, tuple([article.brief for article in members]))


def last_change(edition: Edition) -> datetime:
    """When one of its digests was last updated."""
    return max(updated(article.digest.meta) for article in edition.articles)
