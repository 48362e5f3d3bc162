"""One RSS and one Atom feed for each language, from its newest digests."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from markupsafe import Markup
from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.copyright import Notice, rights, source_line
from plugins.digest.slugs import slugify
from plugins.engine import Output
from plugins.feeds.entry import Category, Entry, Feed, Link
from plugins.feeds.formats import atom, rss
from plugins.feeds.plain import put
from plugins.reader.links import resolved
from plugins.site import Language, Site
from plugins.summary import arranged, digest_html

FORMATS = (("FEED_RSS_URL", rss), ("FEED_ATOM_URL", atom))


class FeedsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the feeds."""

    def generate_output(self, writer: Writer) -> None:
        """Queues every language's feeds; drafts and held digests are in none, not even in a preview."""
        site: Site = self.settings["SITE"]
        for language in site.languages:
            own = [article for article in self.settings["LISTED"] if article.lang == language.code and not article.mark]
            entries = tuple(entry(article, self.settings) for article in own[: site.feed_size])
            for name, form in FORMATS:
                feed = make_feed(language, name, entries, site, self.settings["VIEWS"].notice)
                path = site.addresses.at(name, language.prefix).save_as
                put(writer, Output(path, (form.__name__, feed), partial(form, feed), f"the feed {path}"))


def make_feed(language: Language, name: str, entries: tuple[Entry, ...], site: Site, notice: Notice) -> Feed:
    """The feed of a language, at the address that the setting of this name gives."""
    return Feed(
        id=f"{site.tag_uri}{language.code}",
        title=site.name,
        description=language.tagline,
        url=site.absolute(language.prefix),
        self_url=site.absolute(site.addresses.at(name, language.prefix).url),
        lang=language.code,
        author=site.name,
        epoch=dt.datetime(site.first_year, 1, 1, tzinfo=site.timezone),
        rights=rights(notice),
        entries=entries,
    )


def entry(article: Any, settings: Any) -> Entry:
    """The article as feeds show it: whole, with absolute addresses, without share links."""
    site: Site = settings["SITE"]
    digest = arranged(
        resolved(settings["CONTENT"].digests[article.digest.path], settings, absolute=True),
        site.summary_position,
    )
    strings, meta = settings["STRINGS"][article.lang], digest.meta
    content = digest_html(digest, strings.gettext("Summary")) + _sources_html(article, settings)
    return Entry(
        id=meta.guid or f"{site.tag_uri}{meta.id}",
        url=site.absolute(article.url),
        title=meta.title,
        published=article.date,
        updated=meta.modified or article.date,
        summary=digest.summary_text,
        content=str(content),
        authors=meta.authors,
        categories=tuple(_categories(article, site)),
        rights=rights(getattr(article, "copyright", settings["VIEWS"].notice)),
        lang=meta.lang,
        alternates=tuple(
            Link(site.absolute(other.url), other.digest.meta.title, other.lang) for other in article.translations
        ),
        sources=tuple(Link(source.url, source.title or source.name, source.lang) for source in meta.sources),
    )


def _categories(article: Any, site: Site) -> Iterable[Category]:
    category = getattr(article, "category", None)
    for wrapper in (*([category] if category else []), *getattr(article, "tags", ())):
        yield Category(wrapper.slug or slugify(wrapper.name), wrapper.name, "")


def _sources_html(article: Any, settings: Any) -> Markup:
    """The source lines, each linked as a whole; "" where the digest names none."""
    lines = [
        (source, source_line(source, article.lang, settings["STRINGS"][article.lang]))
        for source in article.digest.meta.sources
    ]
    linked = (
        Markup('<p><a href="{}">{}</a></p>').format(source.url, line)
        if source.url
        else Markup("<p>{}</p>").format(line)
        for source, line in lines
    )
    return Markup("\n").join(["", *linked]) if lines else Markup("")


def feeds_generator(pelican: Pelican) -> type[FeedsGenerator]:
    """The generator, for Pelican's list."""
    return FeedsGenerator
