"""An edition as a letter: rows of text from which HTML and plain text are made, so that both say the same.

Mail has no style sheet, programs take away half of what HTML can do, and Gmail cuts a letter off at 102 KB. So there is
one column, each element has what little style it needs, and no colour is set: in the dark a program turns its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from babel.support import Translations
from markupsafe import Markup

from puntina.copyright import notice_html
from puntina.core.digest.markdown_rules import PIN
from puntina.core.digest.word_count import count_words
from puntina.core.locales import direction, minutes
from puntina.core.views.site_context import SiteContext
from puntina.core.views.summaries import DigestSummary
from puntina.editions.calendar import Edition
from puntina.editions.sections import Length, Section
from puntina.editions.titles import digests_text, display_title, end_of, kind_name, length_text, title_of
from puntina.summary.notes import note_label

MOST_BYTES = 90_000  # of the HTML, which leaves room for what a service writes around it
_HEAD, _TITLE, _TEXT, _END = "h2", "h3", "p", "end"
_STYLES = MappingProxyType(
    {
        _HEAD: "margin:32px 0 8px;padding:8px 0 0;border-top:1px solid;font-size:20px;line-height:1.3",
        _TITLE: "margin:20px 0 4px;font-size:18px;line-height:1.3",
        _TEXT: "margin:0 0 8px",
        _END: "margin:32px 0 8px;padding:8px 0 0;border-top:1px solid",
    }
)
# Both break a word that is longer than its line: some programs know but one of them.
_WHOLE = "font-family:Georgia,serif;font-size:17px;line-height:1.5;overflow-wrap:break-word;word-break:break-word"


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph or heading; `label` stands before its text in bold, and the text leads to `url`, if there is one."""

    kind: str
    text: str
    url: str = ""
    label: str = ""
    typed: bool = False  # whether an editor wrote the text, which may then have another direction than the letter


@dataclass(frozen=True, slots=True)
class Letter:
    """The edition in HTML and in plain text."""

    html: str
    text: str


def letter(edition: Edition, shown: Sequence[Section], context: SiteContext) -> Letter:
    """The edition as it can be mailed: with summaries and corrections, else its titles alone, as many as there is room
    for."""
    strings = context.strings[edition.lang]
    for whole in (True, False):
        told_of = list(_sections(shown, whole, context, strings))
        made = _letter(edition, told_of, len(edition.articles), context)
        if len(made.html.encode()) <= MOST_BYTES:
            return made
    room = MOST_BYTES - len(_letter(edition, [], 0, context).html.encode()) - len(_html(_rest(edition, 9999, context)))
    kept = list(_fitting(told_of, room))
    left = len(edition.articles) - sum(row.kind == _TITLE for row in kept)
    return _letter(edition, [*kept, _rest(edition, left, context)], len(edition.articles), context)


def _sections(shown: Iterable[Section], whole: bool, context: SiteContext, strings: Translations) -> Iterator[Row]:
    for section in shown:
        yield Row(_HEAD, section.heading.title)
        for each in section.briefs:
            yield Row(_TITLE, display_title(each, strings), each.permalink, typed=True)
            if whole:
                yield from _of(each, strings, context)


def _of(each: DigestSummary, strings: Translations, context: SiteContext) -> Iterator[Row]:
    """The summary by the pin, where it is one; then what was corrected since."""
    if each.summary:
        yield Row(_TEXT, f"{PIN} {each.summary}" if each.pinned else each.summary, typed=True)
    for note in each.corrections:
        yield Row(_TEXT, note.text, label=f"{note_label(note, each.lang, strings)}:", typed=True)


def _rest(edition: Edition, count: int, context: SiteContext) -> Row:
    """How many digests there is no room for, with the way to them."""
    strings = context.strings[edition.lang]
    more = f"… + {digests_text(count, edition.lang, strings)}"
    return Row(_TITLE, more, context.site.absolute(edition.address.url))


def _fitting(rows: Iterable[Row], room: int) -> Iterator[Row]:
    for row in rows:
        room -= len(_html(row).encode()) + 1
        if room < 0:
            return
        yield row


def _letter(edition: Edition, told_of: list[Row], count: int, context: SiteContext) -> Letter:
    """The letter of these rows, with how long it is above them, and the ways to the edition's page and home below."""
    site, lang, strings = context.site, edition.lang, context.strings[edition.lang]
    words = count_words([f"{row.label} {row.text}".replace(PIN, "") for row in told_of], lang)
    page = f"{kind_name(edition.kind, strings)}: {title_of(edition, strings)}"
    rows = [
        Row(_TEXT, length_text(Length(count, words, minutes(words, lang)), lang, strings)),
        *told_of,
        Row(_END, end_of(edition, strings)),
        Row(_TEXT, page, site.absolute(edition.address.url)),
        Row(_TEXT, site.name, site.absolute(site.addresses.at_home(site.language(lang).prefix).url)),
    ]
    side = Markup(' dir="rtl"') if direction(lang) == "rtl" else ""
    opening = Markup('<div lang="{}"{} style="{}">').format(lang, side, _WHOLE)
    html = Markup("\n").join([opening, *map(_html, rows), notice_html(context.notice), Markup("</div>")])
    return Letter(str(html), "\n".join([*map(_plain, rows), context.notice.text]))


def _html(row: Row) -> Markup:
    tag = _TEXT if row.kind == _END else row.kind
    text: str = row.text
    if row.url:
        text = Markup('<a href="{}" style="color:inherit">{}</a>').format(row.url, row.text)
    side = Markup(' dir="auto"') if row.typed else ""
    if row.label:
        text, side = Markup("<strong>{}</strong> <span{}>{}</span>").format(row.label, side, text), ""
    return Markup('<{tag}{side} style="{style}">{text}</{tag}>').format(
        tag=tag, side=side, style=_STYLES[row.kind], text=text
    )


def _plain(row: Row) -> str:
    """The row as mail without HTML has it: room above headings, an address below what leads to it."""
    above = "\n" if row.kind != _TEXT else ""
    text = f"{row.label} {row.text}" if row.label else row.text
    heading = text.upper() if row.kind == _HEAD else text
    return f"{above}{heading}\n{row.url}" if row.url else f"{above}{heading}"
