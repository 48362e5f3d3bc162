"""What is the same on all pages of a language, and what each page adds to it: head, switcher, menu."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from babel.support import Translations

from puntina.copyright import Notice
from puntina.core.content.resolved_links import Resolved, printed
from puntina.core.digest import Digest
from puntina.core.locales import direction, language_name
from puntina.core.settings import Site
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
from puntina.core.views.page_meta import PageMeta

Key = tuple[tuple[str, object], ...]
X_DEFAULT = "x-default"  # https://developers.google.com/search/docs/specialty/international/localized-versions


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """A language as its pages show it, with the names and homes of the others and the fingerprint of its strings."""

    view: LanguageView
    homes: tuple[tuple[str, str, str], ...]  # code, name and address, in the order of the publication
    strings: bytes


class Shown(Protocol):
    """What the parts of a digest's page are made from."""

    @property
    def digest(self) -> Digest:
        """The digest."""

    @property
    def url(self) -> str:
        """Its URL below the site's root."""


Part = Callable[[Shown, Site], object]  # a part of a digest's page, from its digest and URL alone
Describe = Callable[["SiteContext", PageMeta, ArticleView | None, Description], Description]


@dataclass(frozen=True, slots=True)
class SiteContext:
    """Everything that pages share."""

    site: Site
    facts: SiteView
    notice: Notice
    languages: Mapping[str, LanguageFacts]
    lists: Mapping[str, Link]  # by address, of all categories, tags and authors that have a list
    strings: Mapping[str, Translations]
    parts: Mapping[str, Part]  # what plugins add to a digest's page, by name
    arrange: Callable[[Digest, Site], Digest] | None  # puts a digest's blocks in the order of the publication
    feeds: Mapping[tuple[str, str, str], tuple[FeedLink, ...]]  # those of a list, by its kind, language and key
    lite: str  # before the address of a full page it makes that of the lite one; "" where there is no lite edition
    describe: tuple[Describe, ...]  # each adds to a page's metadata, in order

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
        return tuple([self.lists.get(each.url) or Link(each.text, "") for each in authors])

    def printed(self, digest: Digest, links: Sequence[Resolved]) -> Digest:
        """The digest as its page shows it: links with their addresses, blocks in their order."""
        words = self.strings[digest.meta.lang].gettext
        return self.arranged(printed(digest, links, place=self.site.rooted, own="", words=words))

    def arranged(self, digest: Digest) -> Digest:
        """The digest with its blocks in the order of the publication."""
        return self.arrange(digest, self.site) if self.arrange else digest

    def notice_of(self, shown: Shown) -> Notice:
        """The digest's own copyright notice, or the site's where no plugin has one for each digest."""
        part = self.parts.get("copyright")
        found = part(shown, self.site) if part else self.notice
        assert isinstance(found, Notice)  # noqa: S101 - for the type checker
        return found

    def feeds_of(self, kind: str, lang: str, key: str) -> tuple[FeedLink, ...]:
        """The feeds of a list; none where it has none."""
        return self.feeds.get((kind, lang, key), ())

    def common(self, meta: PageMeta, article: ArticleView | None = None) -> dict[str, object]:
        """The values that every page has; `article` is what that of a digest shows."""
        others = dict(meta.others)
        languages = self.languages[meta.lang]
        return {
            "site": self.facts,
            "language": _marked(languages.view, self.site.rooted(meta.url)),
            "head": self._head(meta, others, article),
            "switcher": tuple(self._switcher(meta, others, languages.homes)),
            "notice": self.notice,
            "lite": self._lite(meta),
        }

    def _lite(self, meta: PageMeta) -> str:
        """The lite page that stands in for the page, or ""."""
        own = meta.lite if meta.lite is not None else self.site.language(meta.lang).prefix
        return self.site.rooted(self.lite + own) if self.lite else ""

    def _head(self, meta: PageMeta, others: Mapping[str, str], article: ArticleView | None) -> Head:
        more = self._more(meta, article)
        robots = ("noindex", *more.robots) if meta.noindex or meta.nowhere else more.robots
        return Head(
            canonical="" if meta.nowhere else self.site.absolute(meta.url),
            description=meta.description,
            alternates=self._alternates(meta, others) if others and not meta.noindex else (),
            feeds=(*meta.feeds, *self.languages[meta.lang].view.feeds),
            robots=", ".join(robots),
            more=more,
        )

    def _more(self, meta: PageMeta, article: ArticleView | None) -> Description:
        found = Description()
        for describe in self.describe:
            found = describe(self, meta, article, found)
        return found

    def _alternates(self, meta: PageMeta, others: Mapping[str, str]) -> tuple[Alternate, ...]:
        """The page in each of its languages; readers of none of them get the first, the default one if it is there."""
        places = {**others, meta.lang: meta.url}
        found = [Alternate(code, self.site.absolute(places[code])) for code in self.languages if code in places]
        return (*found, Alternate(X_DEFAULT, found[0].url))

    def _switcher(
        self, meta: PageMeta, others: Mapping[str, str], homes: Iterable[tuple[str, str, str]]
    ) -> Iterator[Link]:
        """A link to every language: to the same page where it exists, else to that language's home."""
        for code, name, home in homes:
            if code == meta.lang:
                yield Link(name, self.site.rooted("" if meta.nowhere else meta.url), code, current=True)
            else:
                yield Link(name, self.site.rooted(others[code]) if code in others else home, code)


def language_view(
    code: str,
    site: Site,
    *,
    menu: Mapping[str, Any],
    feeds: tuple[FeedLink, ...],
    listed: Container[str],
    pages: Iterable[Link],
) -> LanguageView:
    """A language with its fixed places: `menu` by name, from the host's root; categories whose URLs are `listed`."""
    language, route = site.language(code), site.routes.at("CATEGORY_URL")
    categories = ((each, site.at(route, code, slug=each.slug).url) for each in site.categories)
    return LanguageView(
        code=code,
        name=language_name(code),
        direction=direction(code),
        tagline=language.tagline,
        home=site.rooted(language.prefix),
        feeds=feeds,
        categories=tuple(
            [Link(each.name(code), site.rooted(url), place=each.place) for each, url in categories if url in listed]
        ),
        pages=tuple(pages),
        **menu,
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
