"""From digests to what feeds say of them: entries with absolute addresses."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from puntina.copyright import Notice, notice_html, rights, source_line
from puntina.core.content.resolved_links import Resolved, fitting_size, printed, resolve_links
from puntina.core.digest import Block, BlockKind, Change, Digest, Source, Update
from puntina.core.digest.timestamps import published, updated
from puntina.core.locales import direction
from puntina.core.locales.headline import headline
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.taxonomy import PlacedCategory, PlacedTag
from puntina.core.settings.feeds import MOST_CONTENT
from puntina.core.views.cards import ImageView
from puntina.core.views.site_context import SiteContext
from puntina.feeds.entry import Category, Entry, Link, Picture
from puntina.feeds.items import note_name
from puntina.feeds.pictures import Shown, first_picture
from puntina.summary import blocks_html
from puntina.summary.notes import TITLES, note_html, notes_html
from puntina.summary.point_notes import with_marks

Added = tuple[Callable[[Entry, Digest, SiteContext], Entry], ...]  # what plugins add, see puntina.core.hooks
ANCHORS = {Change.CORRECTION: "updates_title", Change.RETRACTION: "retraction"}  # of the notes on a digest's page
MOST_SOURCES = 20  # of an entry whose content has given way to its teaser, and their characters
MOST_OF_SOURCES = MOST_CONTENT // 10
# RFC 4287, section 4.2.6: an Atom id is an IRI. Older sites have had others in RSS, such as "17 at example.org".
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True, eq=False)
class EntrySource:
    """All that an entry is made from; URLs are below the site's root."""

    digest: Digest
    url: str
    links: tuple[Resolved, ...]  # of the digest's targets
    categories: tuple[tuple[str, str], ...]  # slug and name of its category and tags
    translations: tuple[tuple[str, str, str], ...]  # address, title and language
    picture: Shown | None
    lead: ImageView | None = None  # its own picture, in the size for programs of every kind
    note: Update | None = None  # that the entry is about, and not the digest

    @property
    def identity(self) -> tuple[object, ...]:
        """What tells it from others; of the digest the fingerprint, which is at hand."""
        shown = (self.links, self.categories, self.translations, self.picture, self.lead, self.note)
        return (self.digest.fingerprint, self.url, *shown)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EntrySource) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)


def entry_source(article: DigestArticle, build: Build, *, note: Update | None = None) -> EntrySource:
    """What the entry of the article, or of a note on it, is made from, as things are."""
    wrappers: list[PlacedCategory | PlacedTag] = [*([article.category] if article.category else []), *article.tags]
    return EntrySource(
        digest=article.digest,
        url=article.url,
        links=resolve_links(article.digest, build.content),
        categories=tuple([(wrapper.slug, wrapper.text) for wrapper in wrappers]),
        translations=tuple([(other.url, other.digest.meta.title, other.lang) for other in article.translations]),
        picture=first_picture(article.digest, build.content, build.site.content, build.pictures),
        lead=article.image if article.digest.meta.image else None,
        note=note,
    )


def entry(context: SiteContext, added: Added, what: EntrySource) -> Entry:
    """The digest as feeds show it: whole, with absolute addresses, without share links; or the note on it.

    `added` are the functions by which plugins add to it.
    """
    made = note_entry(what, what.note, context) if what.note else _entry(what, context)
    for add in added:
        made = add(made, what.digest, context)
    return made


def _entry(what: EntrySource, context: SiteContext) -> Entry:
    site, meta = context.site, what.digest.meta
    strings = context.strings[meta.lang]
    own = site.absolute(what.url)
    digest = printed(what.digest, what.links, place=site.absolute, own=own, words=strings.gettext, styled=False)
    notice = context.notice_of(what)
    own_id = f"{site.tag_uri}{meta.id}"
    is_iri = _IRI.fullmatch(meta.guid) is not None
    blocks = context.arranged(digest).blocks  # unpacked once
    pinned = "".join(_parts(blocks, BlockKind.SUMMARY)[:1])
    made = Entry(
        id=meta.guid if is_iri else own_id,
        guid="" if is_iri else meta.guid,
        url=own,
        title=headline(meta, strings),
        published=published(meta),
        updated=updated(meta),
        summary=meta.summary or pinned or digest.teaser,
        content=_directed(_content(what, digest, blocks, context) + notice_html(notice), meta.lang),
        points=_parts(blocks, BlockKind.POINTS),
        authors=meta.authors or (site.name,),  # whom programs would else call unknown, or nothing at all
        categories=tuple([Category(slug, name) for slug, name in what.categories]),
        rights=rights(notice),
        lang=meta.lang,
        alternates=tuple([Link(site.absolute(url), title, lang) for url, title, lang in what.translations]),
        sources=tuple([Link(source.url, source.title or source.name, source.lang) for source in meta.sources]),
        picture=_picture(what.picture, site.url),
        pinned=pinned,
    )
    if meta.updates and (retraction := meta.retraction):
        return replace(made, summary=retraction.text, points=(), pinned="", picture=None)
    return made if len(made.summary) + len(made.content) <= MOST_CONTENT else _brief(made, digest.teaser, notice)


def note_entry(what: EntrySource, note: Update, context: SiteContext) -> Entry:
    """What was corrected in the digest, or that it was taken back, as news of its own: with an id and a date that no
    entry has had, and by the publication, whoever wrote the digest.
    """
    site, meta = context.site, what.digest.meta
    strings, notice = context.strings[meta.lang], context.notice_of(what)
    url = site.absolute(what.url)
    link = Markup('<p><a href="{}">{}</a></p>\n').format(url, meta.title)
    return Entry(
        id=f"{site.tag_uri}{meta.id}/{note_name(note, meta)}",
        url=f"{url}#{ANCHORS[note.kind]}",
        title=str(strings.gettext(TITLES[note.kind])) % {"title": meta.title},
        published=note.date,
        updated=note.date,
        summary=note.text,
        content=_directed(note_html(note, meta.lang, strings) + link + notice_html(notice), meta.lang),
        authors=(site.name,),
        categories=tuple([Category(slug, name) for slug, name in what.categories]),
        rights=rights(notice),
        lang=meta.lang,
    )


def _content(what: EntrySource, digest: Digest, blocks: Iterable[Block], context: SiteContext) -> Markup:
    """The notes, the picture, the text and the sources; of a digest that was taken back nothing but the notes."""
    meta, strings = digest.meta, context.strings[digest.meta.lang]
    notes = notes_html(meta, strings) if meta.updates else Markup("")
    if meta.updates and meta.retraction:
        return notes
    marked = with_marks(blocks, digest, strings.gettext) if meta.updates else blocks
    text = blocks_html(marked, strings.gettext("Summary"))
    return notes + _lead(what.lead) + text + _sources_html(digest, context) + "\n"


def _lead(image: ImageView | None) -> Markup:
    """The digest's own picture with its credit, in what no program takes away."""
    if not image:
        return Markup("")
    size = fitting_size(image.shared_width)
    picture = Markup('<p><img src="{}" alt="{}"{}></p>\n').format(image.shared, image.alt, size)
    return picture + Markup("<p><small>{}</small></p>\n").format(image.credit) if image.credit else picture


def _parts(blocks: Iterable[Block], kind: BlockKind) -> tuple[str, ...]:
    return tuple([part.text for block in blocks if block.kind is kind for part in block.parts])


def _directed(html: Markup, lang: str) -> str:
    """The content, which programs that know nothing of its language show in its own direction."""
    return f'<div dir="rtl">\n{html}\n</div>' if direction(lang) == "rtl" else str(html)


def _brief(entry: Entry, teaser: str, notice: Notice) -> Entry:
    """The entry of a text that no feed has room for: its teaser, and no more of its sources than that allows."""
    sources: list[Link] = []
    room = MOST_OF_SOURCES
    for source in entry.sources[:MOST_SOURCES]:
        room -= len(source.url) + len(source.title)
        if room >= 0:
            sources.append(source)
    content = _directed(Markup("<p>{}</p>\n").format(teaser) + notice_html(notice), entry.lang)
    return replace(entry, summary=teaser, content=content, points=(), pinned="", sources=tuple(sources))


def _picture(shown: Shown | None, site: str) -> Picture | None:
    return Picture(f"{site}/{shown.url}", shown.type, shown.length, shown.alt) if shown else None


def _sources_html(digest: Digest, context: SiteContext) -> Markup:
    """The source lines, each linked as a whole; "" where the digest names none."""
    lines = list(_lines(digest.meta.sources, digest.meta.lang, context))
    return Markup("\n").join(["", *lines]) if lines else Markup("")


def _lines(sources: Iterable[Source], lang: str, context: SiteContext) -> Iterator[Markup]:
    for source in sources:
        line = source_line(source, lang, context.strings[lang])
        if source.url:
            yield Markup('<p><a href="{}">{}</a></p>').format(source.url, line)
        else:
            yield Markup("<p>{}</p>").format(line)
