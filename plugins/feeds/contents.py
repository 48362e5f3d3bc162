"""From digests to what feeds say of them: entries with absolute addresses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from plugins.cards.views import Views
from plugins.copyright import rights, source_line
from plugins.digest import Block, BlockKind, Digest, FrontMatter, Source
from plugins.digest.moments import published, updated
from plugins.feeds.entry import Category, Entry, Link, Picture
from plugins.feeds.pictures import Shown, first_picture
from plugins.locales import direction
from plugins.reader.links import Resolved, printed, resolve_links
from plugins.site.feeds import MOST_CONTENT
from plugins.summary import blocks_html
from plugins.summary.notes import headline, notes_html

MOST_SOURCES = 20  # of an entry whose content has given way to its teaser, and their characters
MOST_OF_SOURCES = MOST_CONTENT // 10
# RFC 4287, section 4.2.6: an Atom id is an IRI. Older sites have had others in RSS, such as "17 at example.org".
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """All that an entry is made from; addresses are below the site's root."""

    digest: Digest
    url: str
    links: tuple[Resolved, ...]  # of the digest's targets
    categories: tuple[tuple[str, str], ...]  # slug and name of its category and tags
    translations: tuple[tuple[str, str, str], ...]  # address, title and language
    picture: Shown | None

    @property
    def seal(self) -> tuple[object, ...]:
        """What tells it from others; of the digest the fingerprint, which is at hand."""
        return (self.digest.fingerprint, self.url, self.links, self.categories, self.translations, self.picture)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and self.seal == other.seal

    def __hash__(self) -> int:
        return hash(self.seal)


def told(article: Any, settings: Mapping[str, Any]) -> Told:
    """What is told of the article, as things stand."""
    category = getattr(article, "category", None)
    wrappers = (*([category] if category else []), *article.tags)
    return Told(
        digest=article.digest,
        url=article.url,
        links=resolve_links(article.digest, settings["CONTENT"]),
        categories=tuple([(wrapper.slug, wrapper.name) for wrapper in wrappers]),
        translations=tuple([(other.url, other.digest.meta.title, other.lang) for other in article.translations]),
        picture=first_picture(article.digest, settings["CONTENT"], settings["SITE"].content),
    )


def entry(views: Views, what: Told) -> Entry:
    """The digest as feeds show it: whole, with absolute addresses, without share links."""
    site, meta = views.site, what.digest.meta
    gettext = views.strings[meta.lang].gettext
    digest = printed(what.digest, what.links, place=site.absolute, own=site.absolute(what.url), words=gettext)
    notice = views.parts.get("copyright")
    own_id = f"{site.tag_uri}{meta.id}"
    is_iri = _IRI.fullmatch(meta.guid) is not None
    blocks = views.arrange(digest).blocks  # unpacked once
    pinned = "".join(_parts(blocks, BlockKind.SUMMARY)[:1])
    made = Entry(
        id=meta.guid if is_iri else own_id,
        guid="" if is_iri else meta.guid,
        url=site.absolute(what.url),
        title=meta.title,
        published=published(meta),
        updated=updated(meta),
        summary=meta.summary or pinned or digest.teaser,
        content=_directed(blocks_html(blocks, gettext("Summary")) + _sources_html(digest, views), meta.lang),
        points=_parts(blocks, BlockKind.POINTS),
        authors=meta.authors or (site.name,),  # whom programs would else call unknown, or nothing at all
        categories=tuple([Category(slug, name) for slug, name in what.categories]),
        rights=rights(notice(what) if notice else views.notice),
        lang=meta.lang,
        alternates=tuple([Link(site.absolute(url), title, lang) for url, title, lang in what.translations]),
        sources=tuple([Link(source.url, source.title or source.name, source.lang) for source in meta.sources]),
        picture=_picture(what.picture, site.url),
        pinned=pinned,
    )
    if meta.updates:
        made = _noted(made, meta, views)
    return made if len(made.summary) + len(made.content) <= MOST_CONTENT else _brief(made, digest.teaser)


def _noted(entry: Entry, meta: FrontMatter, views: Views) -> Entry:
    """The entry with the digest's notes above its text; of one that was taken back nothing else is left."""
    strings = views.strings[meta.lang]
    notes = notes_html(meta, strings)
    if not meta.retraction:
        return replace(entry, content=str(notes + Markup(entry.content)))  # noqa: S704 - HTML already
    title, why = headline(meta, strings), meta.retraction.text
    return replace(entry, title=title, summary=why, content=str(notes), points=(), pinned="", picture=None)


def _parts(blocks: Iterable[Block], kind: BlockKind) -> tuple[str, ...]:
    return tuple([part.text for block in blocks if block.kind is kind for part in block.parts])


def _directed(html: Markup, lang: str) -> str:
    """The content, which programs that know nothing of its language show in its own direction."""
    return f'<div dir="rtl">\n{html}\n</div>' if direction(lang) == "rtl" else str(html)


def _brief(entry: Entry, teaser: str) -> Entry:
    """The entry of a text that no feed has room for: its teaser, and no more of its sources than that allows."""
    sources: list[Link] = []
    room = MOST_OF_SOURCES
    for source in entry.sources[:MOST_SOURCES]:
        room -= len(source.url) + len(source.title)
        if room >= 0:
            sources.append(source)
    content = _directed(Markup("<p>{}</p>").format(teaser), entry.lang)
    return replace(entry, summary=teaser, content=content, points=(), pinned="", sources=tuple(sources))


def _picture(shown: Shown | None, site: str) -> Picture | None:
    return Picture(f"{site}/{shown.url}", shown.type, shown.length, shown.alt) if shown else None


def _sources_html(digest: Digest, views: Views) -> Markup:
    """The source lines, each linked as a whole; "" where the digest names none."""
    lines = list(_lines(digest.meta.sources, digest.meta.lang, views))
    return Markup("\n").join(["", *lines]) if lines else Markup("")


def _lines(sources: Iterable[Source], lang: str, views: Views) -> Iterator[Markup]:
    for source in sources:
        line = source_line(source, lang, views.strings[lang])
        if source.url:
            yield Markup('<p><a href="{}">{}</a></p>').format(source.url, line)
        else:
            yield Markup("<p>{}</p>").format(line)
