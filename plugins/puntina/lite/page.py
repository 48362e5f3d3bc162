"""A digest's lite page as what it is made from: frozen inputs, all of which are its key."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from markupsafe import Markup

from puntina.copyright import Notice, source_html
from puntina.core.digest import Block, Digest, Phrase, Source, Target
from puntina.core.digest.states import EXPIRED
from puntina.core.digest.teaser import shorten
from puntina.core.locales import language_name, minutes
from puntina.core.locales.headline import headline
from puntina.core.views.cards import Link
from puntina.core.views.pages import DECLARED
from puntina.core.views.site_context import Key, SiteContext
from puntina.lite.csp import STYLE, policy
from puntina.lite.text import bytes_of, fitting, worded
from puntina.summary import blocks_html
from puntina.summary.notes import notes_within
from puntina.summary.point_notes import with_marks

MOST = 8600  # bytes of a page, which a slow line brings in a second or two
FRAME = 2900  # bytes of tags, style, policy and our own words, in any language and with some to spare
AROUND = (
    '<li><a href="" lang="" hreflang=""></a></li>' + " " * 20
)  # what stands around a link, its language's code with it
TITLE = 300  # characters of a title, on its own page, and of its other lines


@dataclass(frozen=True, slots=True)
class LiteDigestView:
    """A digest as its lite page shows it; `whole` says whether all of its text and sources fit."""

    title: str
    headline: str  # the title, which says of a digest that was retracted that it was
    date: datetime
    authors: str
    words: int
    minutes: int
    picture: str  # what its own picture shows, in words; "" without one
    credit: str  # whose that picture is; likewise
    modified: datetime | None
    mark: str
    category: Link | None
    expired: datetime | None
    notes: Markup  # "" for most
    retracted: bool
    text: Markup
    sources: tuple[Markup, ...]
    whole: bool
    translations: tuple[Link, ...]
    earlier: Link | None  # the one before it in its thread
    thread: Link | None
    parts: Mapping[str, object]  # what the publication's own plugins add, by name


@dataclass(frozen=True, slots=True)
class LiteDigest:
    """A digest's lite page; `url` is the full page's, `links` are those of its targets, all below the site's root."""

    context: SiteContext
    sources: tuple[str, ...]
    lang: str
    url: str
    digest: Digest
    mark: str
    links: tuple[str, ...]
    authors: tuple[str, ...]
    category: Link | None
    others: tuple[tuple[str, str], ...]  # language and address of the full page of each translation
    earlier: Link | None  # the one before it in its thread
    thread: Link | None  # on the full pages

    @property
    def key(self) -> Key:
        """All that the values are computed from."""
        return (
            *self.context.key(self.lang),
            ("address or translations", (self.url, self.others)),
            ("text", self.digest),
            ("thread", (self.earlier, self.thread)),
            ("mark, category or links to other files", (self.mark, self.category, self.links)),
            ("authors", self.authors),
        )

    def values(self) -> Mapping[str, object]:
        """The values for the template."""
        notice = self.context.notice_of(self)
        return {**shared(self.context, self.lang, self.url), "notice": notice, "digest": self._view(notice)}

    def _view(self, notice: Notice) -> LiteDigestView:
        meta = self.digest.meta
        assert meta.date  # noqa: S101 - no digest is without one, for the type checker
        title = shorten(meta.title, TITLE)
        first = shorten(headline(meta, self.context.strings[self.lang]), TITLE)
        authors = shorten(str(self.context.strings[self.lang].gettext(", ")).join(self.authors), TITLE)
        picture, credit = (
            (shorten(meta.image.alt, TITLE), shorten(meta.image.credit, TITLE)) if meta.image else ("", "")
        )
        translations = tuple([Link(language_name(lang), lite(self.context, url), lang) for lang, url in self.others])
        links = (*translations, *[link for link in (self.category, self.earlier, self.thread) if link])
        room = room_of(self.context, self.lang, self.url, links, notice) - bytes_of(
            title, first, first, authors, authors, picture, credit
        )
        notes, fits = (
            notes_within(meta, self.context.strings[self.lang], room // 2) if meta.updates else (Markup(""), True)
        )
        text, sources, whole = self._fitting(room - len(notes.encode()))
        return LiteDigestView(
            title=title,
            headline=first,
            date=meta.date,
            authors=authors,
            words=self.digest.words,
            minutes=minutes(self.digest.words, meta.lang),
            picture=picture,
            credit=credit,
            modified=meta.modified,
            mark=self.mark,
            category=self.category,
            expired=meta.expires if self.mark == EXPIRED else None,
            notes=notes,
            retracted=meta.retraction is not None,
            text=text,
            sources=sources,
            whole=whole and fits,
            translations=translations,
            earlier=self.earlier,
            thread=self.thread,
            parts={
                name: part(self, self.context.site) for name, part in self.context.parts.items() if name not in DECLARED
            },
        )

    def _fitting(self, room: int) -> tuple[Markup, tuple[Markup, ...], bool]:
        """Text, sources, and whether that is all of them; the text has the first right to the room."""
        strings = self.context.strings[self.lang]
        blocks = self._blocks(strings.gettext)
        sources = tuple(_lines(self.digest.meta.sources, self.lang, self.context))
        size = sum([len(line.encode()) + len("<p></p>\n") for line in sources])
        # Packed, a text is longer than as HTML: so most are known to fit without being looked at further.
        if not self.digest.meta.updates and len(self.digest.packed) + size < room - sum(map(len, self.links)):
            return blocks_html(blocks, strings.gettext("Summary")), sources, True
        some, whole = fitting(blocks, room)
        text = blocks_html(some, strings.gettext("Summary"))
        if size > room - len(text.encode()):
            sources, whole = (), False
        return text, sources, whole

    def _blocks(self, gettext: Callable[[str], str]) -> tuple[Block, ...]:
        known = dict(zip(self.digest.targets, self.links, strict=True))
        blocks = worded(self.context.arranged(self.digest).blocks, partial(_resolved, known, self.context, gettext))
        return with_marks(blocks, self.digest, gettext) if self.digest.meta.updates else blocks


def _resolved(
    known: Mapping[Target, str], context: SiteContext, gettext: Callable[[str], str], held: Target | Phrase
) -> str:
    if isinstance(held, Phrase):
        return gettext(held.message)
    link = known[held]
    return link or "#" if link[:1] in {"", "?", "#"} else context.site.rooted(link)


def _lines(sources: tuple[Source, ...], lang: str, context: SiteContext) -> Iterator[Markup]:
    for source in sources:
        yield source_html(source, lang, context.strings[lang])


def shared(context: SiteContext, lang: str, url: str) -> dict[str, object]:
    """The values that every lite page has; `url` is the full page's, below the site's root."""
    site = context.site
    return {
        "site": context.facts,
        "language": context.languages[lang].view,
        "notice": context.notice,
        "home": lite(context, site.language(lang).prefix),
        "full": site.rooted(url),
        "canonical": site.absolute(url),
        "style": STYLE,
        "policy": policy(preview=site.preview),
    }


def room_of(context: SiteContext, lang: str, url: str, links: Iterable[Link], notice: Notice) -> int:
    """The bytes that a page has for its own words beside these links, and beside what all pages of its language say."""
    name, ways = context.site.name, (lite(context, context.site.language(lang).prefix), context.site.absolute(url), url)
    rights = (notice.text, notice.licence, notice.licence_url)
    said = [text for link in links for text in (link.title, link.url, AROUND)]
    return MOST - FRAME - bytes_of(name, name, name, *rights, context.site.root, *ways, *said)


def lite(context: SiteContext, url: str) -> str:
    """Where the lite page is of the full one at an address below the site's root."""
    return context.site.rooted(context.lite + url)
