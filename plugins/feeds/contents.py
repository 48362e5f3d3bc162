"""From digests to what feeds say of them: entries with absolute addresses, and the feed around them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from plugins.cards.views import Views
from plugins.copyright import rights, source_line
from plugins.digest import Digest, Source
from plugins.feeds.entry import Category, Entry, Feed, Link
from plugins.reader.links import printed, resolve_links
from plugins.summary import digest_html


@dataclass(frozen=True, slots=True)
class Told:
    """All that an entry is made from; addresses are below the site's root."""

    digest: Digest
    url: str
    links: tuple[str, ...]  # of the digest's targets
    categories: tuple[tuple[str, str], ...]  # slug and name of its category and tags
    translations: tuple[tuple[str, str, str], ...]  # address, title and language


def told(article: Any, settings: Mapping[str, Any]) -> Told:
    """What is told of the article, as things stand."""
    category = getattr(article, "category", None)
    wrappers = (*([category] if category else []), *getattr(article, "tags", ()))
    return Told(
        digest=article.digest,
        url=article.url,
        links=resolve_links(article.digest, settings["CONTENT"]),
        categories=tuple((wrapper.slug, wrapper.name) for wrapper in wrappers),
        translations=tuple((other.url, other.digest.meta.title, other.lang) for other in article.translations),
    )


def entry(what: Told, views: Views) -> Entry:
    """The digest as feeds show it: whole, with absolute addresses, without share links."""
    site, meta = views.site, what.digest.meta
    assert meta.date  # noqa: S101 - no digest is without one, for the type checker
    gettext = views.strings[meta.lang].gettext
    digest = printed(what.digest, what.links, place=site.absolute, own=site.absolute(what.url), words=gettext)
    notice = views.parts.get("copyright")
    return Entry(
        id=meta.guid or f"{site.tag_uri}{meta.id}",
        url=site.absolute(what.url),
        title=meta.title,
        published=meta.date,
        updated=meta.modified or meta.date,
        summary=digest.summary_text,
        content=str(digest_html(views.arrange(digest), gettext("Summary")) + _sources_html(what.digest, views)),
        authors=meta.authors,
        categories=tuple(Category(slug, name) for slug, name in what.categories),
        rights=rights(notice(what) if notice else views.notice),
        lang=meta.lang,
        alternates=tuple(Link(site.absolute(url), title, lang) for url, title, lang in what.translations),
        sources=tuple(Link(source.url, source.title or source.name, source.lang) for source in meta.sources),
    )


def make_feed(lang: str, name: str, entries: tuple[Entry, ...], views: Views) -> Feed:
    """The feed of a language, at the address that the setting of this name gives."""
    site = views.site
    language = site.language(lang)
    return Feed(
        id=f"{site.tag_uri}{language.code}",
        title=site.name,
        description=language.tagline,
        url=site.absolute(language.prefix),
        self_url=site.absolute(site.addresses.at(name, language.prefix).url),
        lang=language.code,
        author=site.name,
        epoch=dt.datetime(site.first_year, 1, 1, tzinfo=site.timezone),
        rights=rights(views.notice),
        entries=entries,
    )


def _sources_html(digest: Digest, views: Views) -> Markup:
    """The source lines, each linked as a whole; "" where the digest names none."""
    lines = list(_lines(digest.meta.sources, digest.meta.lang, views))
    return Markup("\n").join(["", *lines]) if lines else Markup("")


def _lines(sources: Iterable[Source], lang: str, views: Views) -> Iterable[Markup]:
    for source in sources:
        line = source_line(source, lang, views.strings[lang])
        if source.url:
            yield Markup('<p><a href="{}">{}</a></p>').format(source.url, line)
        else:
            yield Markup("<p>{}</p>").format(line)
