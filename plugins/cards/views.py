"""What is the same on all pages of a language, and what each page adds to it: head, switcher, menu."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plugins.cards.cards import Alternate, Card, Head, LanguageView, Link, SiteView
from plugins.copyright import Notice, site_notice
from plugins.locales import direction, language_name
from plugins.site import Site

Frozen = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Views:
    """Everything that pages share."""

    site: Site
    facts: SiteView
    notice: Notice
    languages: Mapping[str, LanguageView]
    lists: frozenset[str]  # the addresses of all categories, tags and authors that have a list

    def links(self, wrappers: Iterable[Any]) -> tuple[Link, ...]:
        """Links to the lists of these categories, tags or authors; a hidden digest may have some that no list has."""
        return tuple(Link(each.name, self.site.rooted(each.url)) for each in wrappers if each.url in self.lists)

    def bylines(self, authors: Iterable[Any]) -> tuple[Link, ...]:
        """The authors, each linked to its list; one without a list keeps its name and has no address."""
        return tuple(Link(each.name, self.site.rooted(each.url) if each.url in self.lists else "") for each in authors)

    def common(
        self,
        lang: str,
        url: str,
        *,
        description: str,
        others: Sequence[tuple[str, str]] = (),
        noindex: bool = False,
        nowhere: bool = False,
    ) -> dict[str, object]:
        """The values that every page has.

        `url` is the page's own, below the site's root; `others` are (language, address) of the same page in other
        languages; a page that is `nowhere` (404) has no address.
        """
        alternates = sorted([(lang, url), *others], key=lambda pair: self._order(pair[0])) if others else []
        head = Head(
            canonical="" if nowhere else self.site.absolute(url),
            description=description,
            alternates=tuple(Alternate(code, self.site.absolute(place)) for code, place in alternates),
            noindex=noindex or nowhere,
        )
        return {
            "site": self.facts,
            "language": _marked(self.languages[lang], self.site.rooted(url)),
            "head": head,
            "switcher": self._switcher(lang, "" if nowhere else url, dict(others)),
            "notice": self.notice,
        }

    def _order(self, code: str) -> int:
        return list(self.languages).index(code)

    def _switcher(self, lang: str, url: str, others: Mapping[str, str]) -> tuple[Link, ...]:
        """A link to every language: to the same page where it exists, else to that language's home."""
        places = {
            code: self.site.rooted(others[code]) if code in others else view.home
            for code, view in self.languages.items()
        }
        places[lang] = self.site.rooted(url)
        return tuple(Link(view.name, places[code], code, current=code == lang) for code, view in self.languages.items())


def card(article: Any, site: Site) -> Card:
    """The article as lists show it."""
    digest = article.digest
    return Card(
        title=digest.meta.title,
        url=site.rooted(article.url),
        date=article.date,
        lang=article.lang,
        teaser=digest.teaser,
        category=category_link(article, site),
        mark=article.mark,
    )


def category_link(article: Any, site: Site) -> Link | None:
    """The link to the list of the article's category."""
    category = getattr(article, "category", None)
    return Link(category.name, site.rooted(category.url)) if category else None


def make_views(site: Site, articles: Iterable[Any], pages: Iterable[Any]) -> Views:
    """The Views of a site with these articles and pages."""
    every, standing = list(articles), list(pages)
    years = [article.date.year for article in every] or [site.first_year]
    notice = site_notice(min(years), max(years), holder=site.holder, licence=site.licence)
    languages = {language.code: _language(language.code, site, every, standing) for language in site.languages}
    facts = SiteView(site.name, site.url, site.rooted(site.theme_static), site.preview)
    lists = frozenset(wrapper.url for article in every for wrapper in _wrappers(article))
    return Views(site, facts, notice, languages, lists)


def _wrappers(article: Any) -> Iterator[Any]:
    if category := getattr(article, "category", None):
        yield category
    yield from getattr(article, "tags", ())
    yield from getattr(article, "authors", ())


def _language(code: str, site: Site, articles: list[Any], pages: list[Any]) -> LanguageView:
    language = site.language(code)
    at = {
        name: site.rooted(site.addresses.at(name, language.prefix).url)
        for name in ("ARCHIVES_URL", "TAGS_URL", "FEED_RSS_URL", "FEED_ATOM_URL")
    }
    used = {
        article.category.slug: category_link(article, site)
        for article in articles
        if article.lang == code and getattr(article, "category", None)
    }
    return LanguageView(
        code=code,
        name=language_name(code),
        direction=direction(code),
        tagline=language.tagline,
        home=site.rooted(language.prefix),
        archive=at["ARCHIVES_URL"],
        tags=at["TAGS_URL"],
        rss=at["FEED_RSS_URL"],
        atom=at["FEED_ATOM_URL"],
        categories=tuple(link for category in site.categories if (link := used.get(category.slug))),
        pages=tuple(Link(page.digest.meta.title, site.rooted(page.url)) for page in pages if page.lang == code),
    )


def _marked(language: LanguageView, url: str) -> LanguageView:
    """The language's menu with the page itself marked as current."""
    categories, pages = (
        tuple(replace(link, current=link.url == url) for link in links)
        for links in (language.categories, language.pages)
    )
    return replace(language, categories=categories, pages=pages)
