"""Parses one .po file into a catalogue and its faults; strict where Babel's parser silently skips text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from puntina.core.digest import Severity, did_you_mean
from puntina.core.digest.message import Message, message
from puntina.core.locales.messages import untranslated, wrong_translations
from puntina.core.locales.plurals import STRING, fault_of_plurals, line_of, plurals_in

ENTRY = re.compile(rf"^(?:msgctxt +((?:{STRING}\s*)+))?^msgid +((?:{STRING}\s*)+)", re.MULTILINE)
# What each keyword may come after; "" is the beginning (the grammar of gettext's own manual, "PO Files").
FOLLOWS: dict[str, frozenset[str]] = {
    "msgctxt": frozenset({"", "msgstr", "msgstr[]"}),
    "msgid": frozenset({"", "msgctxt", "msgstr", "msgstr[]"}),
    "msgid_plural": frozenset({"msgid"}),
    "msgstr": frozenset({"msgid"}),
    "msgstr[]": frozenset({"msgid_plural", "msgstr[]"}),
}
COMPLETE = frozenset({"", "msgstr", "msgstr[]"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line of a catalogue; lines count from 1."""

    line: int
    text: Message
    hint: Message
    severity: Severity = Severity.ERROR
    code: str = "SITE-CATALOGUE"


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of a catalogue, as written there, and its line."""

    context: str
    message: str
    line: int


def parse_po(text: str, lang: str) -> tuple[Catalog, tuple[Fault, ...]]:
    """The catalogue of a language, as far as it is sound, and every fault; one that is no error is a warning."""
    empty = Catalog(locale=lang.replace("-", "_"))
    if faults := (*_grammar(text.rstrip().split("\n")), *_repeats(text), *_whole(text, empty)):
        return empty, faults
    try:
        catalogue = read_po(StringIO(text), locale=empty.locale_identifier, abort_invalid=True)
    except PoFileError as error:
        return empty, (_of_babel(error),)
    except ValueError as error:  # a header that is none
        return empty, (
            Fault(
                1,
                message("the header is broken: {error}", error=str(error)),
                message("fix it; the other catalogues have the same"),
            ),
        )
    return catalogue, (*_header(catalogue, empty, text), *_messages(catalogue))


def _of_babel(error: PoFileError) -> Fault:
    said = str(error).rpartition(" on ")[0]
    if said.startswith("msg has more translations"):
        return Fault(
            error.lineno + 1,
            message("more forms than Plural-Forms has"),
            message("delete the last ones, or fix Plural-Forms"),
        )
    return Fault(error.lineno + 1, message("{reason}", reason=said), message("fix the line"))


def _whole(text: str, asked: Catalog) -> Iterator[Fault]:
    """The fault of a file without a line, or of its rule of plurals, which else fails where a number is printed."""
    if all(line.startswith("#") for line in text.split("\n") if line.strip()):
        yield Fault(
            1,
            message("the file is empty, so readers would get English"),
            message("translate a copy of another language's"),
        )
    found = plurals_in(text)
    if found is not None and (fault := fault_of_plurals(found)):
        hint = message('write "Plural-Forms: {plural_forms}\\n"', plural_forms=asked.plural_forms)
        yield Fault(line_of(text, "Plural-Forms:"), fault, hint)


def _grammar(lines: list[str]) -> Iterator[Fault]:
    before = ""
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith("#"):
            continue
        keyword, string = ("", line) if line.startswith('"') else _split(line)
        kind = re.sub(r"\[\d+\]$", "[]", keyword)
        if keyword and kind not in FOLLOWS:
            hint = did_you_mean(keyword, FOLLOWS, else_say=message("a comment begins with #"))
            yield Fault(number, message('unknown keyword "{keyword}"', keyword=keyword), hint)
            continue
        if not re.fullmatch(STRING, string):
            yield Fault(
                number,
                message("the text is not in quotes"),
                message('write " at its beginning and end, and \\" for one inside'),
            )
        if (kind and before not in FOLLOWS[kind]) or not (kind or before):
            yield Fault(
                number,
                _out_of_order(keyword, before),
                message("an entry is msgid, then msgstr"),
            )
        before = kind or before
    if before not in COMPLETE:
        yield Fault(len(lines), message("the file ends after {before}", before=before), message("add the msgstr"))


def _out_of_order(keyword: str, before: str) -> Message:
    if not keyword:
        return message("a text after {before}", before=before) if before else message("a text at the beginning")
    if not before:
        return message("{keyword} at the beginning", keyword=keyword)
    return message("{keyword} after {before}", keyword=keyword, before=before)


def _split(line: str) -> tuple[str, str]:
    keyword, _, string = line.partition(" ")
    return keyword, string.lstrip()


def _repeats(text: str) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for entry in entries_in(text):
        if first := seen.setdefault((entry.context, entry.message), entry.line) - entry.line:
            hint = message("delete one of the two")
            yield Fault(
                entry.line,
                message('duplicate "{text}" (first on line {line})', text=entry.message, line=entry.line + first),
                hint,
            )


def entries_in(text: str) -> Iterator[Entry]:
    """What the file has translations of, the header among it as ""."""
    for found in ENTRY.finditer(text):
        context, message = ("".join(part[1:-1] for part in re.findall(STRING, group or "")) for group in found.groups())
        yield Entry(context, message, text.count("\n", 0, found.start()) + 1)


def _header(catalogue: Catalog, asked: Catalog, text: str) -> Iterator[Fault]:
    if catalogue.locale_identifier != asked.locale_identifier:
        hint = message(
            'write "Language: {locale_identifier}\\n", and the Plural-Forms of that language',
            locale_identifier=asked.locale_identifier,
        )
        line = line_of(text, "Language:")
        yield Fault(
            line,
            message(
                'the header says the language is "{locale_identifier}"', locale_identifier=catalogue.locale_identifier
            ),
            hint,
        )
    if catalogue.charset != "utf-8":
        hint = message("save the file as UTF-8 and write charset=utf-8")
        line = line_of(text, "charset=")
        yield Fault(line, message('the header says the charset is "{charset}"', charset=catalogue.charset), hint)


def _messages(catalogue: Catalog) -> Iterator[Fault]:
    for entry in catalogue:
        line = entry.lineno or 1
        if not entry.id:
            continue
        if reason := untranslated(entry):
            hint = message("translate it, and delete the word fuzzy")
            yield Fault(line, reason, hint, Severity.WARNING)
            continue
        for text, hint in wrong_translations(entry):
            yield Fault(line, text, hint)
