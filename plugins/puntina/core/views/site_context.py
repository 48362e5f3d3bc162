"""What is the same on all pages of a language, and what each page adds to it: head, switcher, menu."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from babel.support import Translations

from puntina.copyright import Notice, site_notice
from puntina.core.digest import Digest
from puntina.core.locales import direction, language_name
from puntina.core.pelican.links import Resolved, printed
from puntina.core.settings import Site
from puntina.core.views.card import list_link
from puntina.core.views.cards import (
    Alternate,
    ArticleView,
    Description,
    FeedLink,
    Head,
    LanguageView,
    Link,
    SiteView,
)
from puntina.core.views.page_meta import Frame

Key = tuple[tuple[str, object], ...]
Feeds = Callable[[str, str, str], tuple[FeedLink, ...]]  # those of a list, by its kind, language and key
Newest = Callable[[str], Link | None]  # the newest edition of a language
Describe = Callable[["Views", "Frame", ArticleView | None], Description]  # what a page says of itself, by its values
X_DEFAULT = "x-default"  # https://developers.google.com/search/docs/specialty/international/localized-versions


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """A language as its pages show it, with the names and homes of the others and the fingerprint of its strings."""

    view: LanguageView
    homes: tuple[tuple[str, str, str], ...]  # code, name and address, in the order of the publication
    strings: bytes


@dataclass(frozen=True, slots=True)
class Views:
    """Everything that pages share."""

    site: Site
    facts: SiteView
    notice: Notice
    languages: Mapping[str, LanguageFacts]
    lists: Mapping[str, Link]  # by address, of all categories, tags and authors that have a list
    strings: Mapping[str, Translations]
    parts: Mapping[str, Any]  # what plugins offer of an article, each a function of its digest and address
    arrange: Callable[[Digest], Digest]  # puts its blocks in the order of the publication
    feeds: Feeds
    lite: str  # before the address of a full page it makes that of the lite one; "" where there is no lite edition
    edition: Newest
    describe: Describe

    def key(self, lang: str) -> Key:
        """What every page of the language depends on."""
        return (
            ("publication's name or address", self.facts),
            ("site's copyright notice", self.notice),
            ("language's menu, standing pages or strings", self.languages[lang]),
        )

    def links(self, wrappers: Iterable[Any]) -> tuple[Link, ...]:
        """Links to the lists of these categories, tags or authors; a hidden digest may have some that no list has."""
        return tuple([self.lists[each.url] for each in wrappers if each.url in self.lists])

    def bylines(self, authors: Iterable[Any]) -> tuple[Link, ...]:
        """The authors, each linked to its list; one without a list keeps its name and has no address."""
        return tuple([self.lists.get(each.url) or Link(each.name, "") for each in authors])

    def printed(self, digest: Digest, links: Sequence[Resolved]) -> Digest:
        """The digest as its page shows it: links with their addresses, blocks in their order."""
        words = self.strings[digest.meta.lang].gettext
        text = printed(digest, links, place=self.site.rooted, own="", words=words)
        return self.arrange(text)

    def common(self, frame: Frame, article: ArticleView | None = None) -> dict[str, object]:
        """The values that every page has; `article` is what that of a digest shows."""
        others = dict(frame.others)
        languages = self.languages[frame.lang]
        return {
            "site": self.facts,
            "language": _marked(languages.view, self.site.rooted(frame.url)),
            "head": self._head(frame, others, article),
            "switcher": tuple(self._switcher(frame, others, languages.homes)),
            "notice": self.notice,
            "lite": self._lite(frame),
        }

    def _lite(self, frame: Frame) -> str:
        """The lite page that stands in for the page, "" where there is none."""
        own = frame.lite if frame.lite is not None else self.site.language(frame.lang).prefix
        return self.site.rooted(self.lite + own) if self.lite else ""

    def _head(self, frame: Frame, others: Mapping[str, str], article: ArticleView | None) -> Head:
        more = self.describe(self, frame, article)
        robots = ("noindex", *more.robots) if frame.noindex or frame.nowhere else more.robots
        return Head(
            canonical="" if frame.nowhere else self.site.absolute(frame.url),
            description=frame.description,
            alternates=self._alternates(frame, others) if others and not frame.noindex else (),
            feeds=(*frame.feeds, *self.languages[frame.lang].view.feeds),
            robots=", ".join(robots),
            more=more,
        )

    def _alternates(self, frame: Frame, others: Mapping[str, str]) -> tuple[Alternate, ...]:
        """The page in each of its languages; readers of none of them get the first, the default one if it is there."""
        places = {**others, frame.lang: frame.url}
        found = [Alternate(code, self.site.absolute(places[code])) for code in self.languages if code in places]
        return (*found, Alternate(X_DEFAULT, found[0].url))

    def _switcher(
        self, frame: Frame, others: Mapping[str, str], homes: Iterable[tuple[str, str, str]]
    ) -> Iterator[Link]:
        """A link to every language: to the same page where it exists, else to that language's home."""
        for code, name, home in homes:
            if code == frame.lang:
                yield Link(name, self.site.rooted("" if frame.nowhere else frame.url), code, current=True)
            else:
                yield Link(name, self.site.rooted(others[code]) if code in others else home, code)


def make_views(settings: Mapping[str, Any], articles: Iterable[Any], pages: Iterable[Any]) -> Views:
    """The Views of a site with these articles and pages."""
    site: Site = settings["SITE"]
    every, standing = list(articles), list(pages)
    years = [article.date.year for article in every] or [site.first_year]
    wrappers = {wrapper.url: wrapper for article in every for wrapper in _wrappers(article)}
    feeds: Feeds = settings.get("FEED_LINKS", _no_feeds)
    searchable, corrections = bool(settings.get("SEARCHABLE")), bool(settings.get("CORRECTIONS"))
    views = [
        _language(language.code, site, wrappers, standing, feeds, searchable, corrections)
        for language in site.languages
    ]
    homes = tuple((view.code, view.name, view.home) for view in views)
    return Views(
        site=site,
        facts=SiteView(site.name, site.url, site.preview),
        notice=site_notice(min(years), max(years), holder=site.holder, licence=site.licence),
        languages={view.code: LanguageFacts(view, homes, settings["CATALOGUES"][view.code]) for view in views},
        lists={url: list_link(wrapper, site) for url, wrapper in wrappers.items()},
        strings=settings["STRINGS"],
        parts=settings["PARTS"],
        arrange=settings.get("ARRANGE", _as_written),
        feeds=feeds,
        lite=settings.get("LITE", ""),
        edition=settings.get("NEWEST_EDITION", _no_edition),
        describe=settings.get("DESCRIBE", _no_more),
    )


def _no_more(views: Views, frame: Frame, article: ArticleView | None) -> Description:
    return Description()


def _no_feeds(kind: str, lang: str, key: str) -> tuple[FeedLink, ...]:
    return ()


def _no_edition(lang: str) -> Link | None:
    return None


def _as_written(digest: Digest) -> Digest:
    return digest


def _wrappers(article: Any) -> Iterator[Any]:
    if category := getattr(article, "category", None):
        yield category
    yield from getattr(article, "tags", ())
    yield from getattr(article, "authors", ())


def _language(
    code: str,
    site: Site,
    wrappers: Mapping[str, Any],
    pages: list[Any],
    feeds: Feeds,
    searchable: bool,
    corrections: bool,
) -> LanguageView:
    language = site.language(code)
    at = {
        name: site.rooted(site.addresses.at(name, language.prefix).url)
        for name in ("ARCHIVES_URL", "TAGS_URL", "OUTLETS_URL", "SEARCH_URL", "SUBSCRIBE_URL", "CORRECTIONS_URL")
    }
    can_follow = feeds is not _no_feeds and site.feeds.wanted and site.addresses.has("SUBSCRIBE_URL")
    categories = (
        (category, site.addresses.at("CATEGORY_URL", language.prefix, slug=category.slug).url)
        for category in site.categories
    )
    return LanguageView(
        code=code,
        name=language_name(code),
        direction=direction(code),
        tagline=language.tagline,
        home=site.rooted(language.prefix),
        archive=at["ARCHIVES_URL"],
        tags=at["TAGS_URL"],
        outlets=at["OUTLETS_URL"] if all(map(site.addresses.has, ("OUTLET_URL", "OUTLETS_URL"))) else "",
        feeds=feeds("all", code, ""),
        subscribe=at["SUBSCRIBE_URL"] if can_follow else "",
        corrections=at["CORRECTIONS_URL"] if corrections else "",
        search=at["SEARCH_URL"] if searchable else "",
        categories=tuple(
            Link(category.name(code), site.rooted(url), place=category.place)
            for category, url in categories
            if url in wrappers
        ),
        pages=tuple(Link(page.digest.meta.title, site.rooted(page.url)) for page in pages if page.lang == code),
    )


def _marked(language: LanguageView, url: str) -> LanguageView:
    """The language's menu with the page itself marked as current; most pages are in none."""
    if all(link.url != url for link in (*language.categories, *language.pages)):
        return language
    categories, pages = (
        tuple(replace(link, current=link.url == url) for link in links)
        for links in (language.categories, language.pages)
    )
    return replace(language, categories=categories, pages=pages)
