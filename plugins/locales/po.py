"""One .po file to a catalogue and its faults: strict where Babel's parser lets text go in silence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from plugins.digest import Severity, did_you_mean
from plugins.locales.messages import untranslated, wrong_translations

STRING = r'"(?:[^"\\]|\\.)*"'
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
    text: str
    hint: str
    severity: Severity = Severity.ERROR


def parse_po(text: str, lang: str) -> tuple[Catalog, tuple[Fault, ...]]:
    """The catalogue of a language, as far as it is sound, and every fault; one that is no error is a warning."""
    empty = Catalog(locale=lang.replace("-", "_"))
    if faults := (*_grammar(text.rstrip().split("\n")), *_repeats(text)):
        return empty, faults
    try:
        catalogue = read_po(StringIO(text), locale=empty.locale_identifier, abort_invalid=True)
    except PoFileError as error:
        return empty, (Fault(error.lineno + 1, str(error).rpartition(" on ")[0], "mend the line"),)
    except ValueError as error:  # a header that is none
        return empty, (Fault(1, f"the header is broken: {error}", "mend it; the other catalogues have the same"),)
    return catalogue, (*_header(catalogue, empty), *_messages(catalogue))


def _grammar(lines: list[str]) -> Iterator[Fault]:
    before = ""
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith("#"):
            continue
        keyword, string = ("", line) if line.startswith('"') else _split(line)
        kind = re.sub(r"\[\d+\]$", "[]", keyword)
        if keyword and kind not in FOLLOWS:
            hint = did_you_mean(keyword, FOLLOWS, else_say="a comment begins with #")
            yield Fault(number, f'unknown keyword "{keyword}"', hint)
            continue
        if not re.fullmatch(STRING, string):
            yield Fault(number, "the text is not in quotes", 'write " at its beginning and end, and \\" for one within')
        if (kind and before not in FOLLOWS[kind]) or not (kind or before):
            yield Fault(number, f"{keyword or 'a text'} after {before or 'nothing'}", "an entry is msgid, then msgstr")
        before = kind or before
    if before not in COMPLETE:
        yield Fault(len(lines), f"the file ends after {before}", "add the msgstr")


def _split(line: str) -> tuple[str, str]:
    keyword, _, string = line.partition(" ")
    return keyword, string.lstrip()


def _repeats(text: str) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for entry in ENTRY.finditer(text):
        context, message = ("".join(part[1:-1] for part in re.findall(STRING, group or "")) for group in entry.groups())
        line = text.count("\n", 0, entry.start()) + 1
        if first := seen.setdefault((context, message), line) - line:
            yield Fault(line, f'"{message}" stands on line {line + first} already', "delete one of the two")


def _header(catalogue: Catalog, asked: Catalog) -> Iterator[Fault]:
    if catalogue.locale_identifier != asked.locale_identifier:
        hint = f'write "Language: {asked.locale_identifier}\\n", and the Plural-Forms of that language'
        yield Fault(1, f'the header says the language is "{catalogue.locale_identifier}"', hint)
    if catalogue.charset != "utf-8":
        hint = "save the file as UTF-8 and write charset=utf-8"
        yield Fault(1, f'the header says the charset is "{catalogue.charset}"', hint)


def _messages(catalogue: Catalog) -> Iterator[Fault]:
    for message in catalogue:
        line = message.lineno or 1
        if not message.id:
            continue
        if reason := untranslated(message):
            hint = "translate it, and delete the word fuzzy"
            yield Fault(line, f"{reason}, so readers get English", hint, Severity.WARNING)
            continue
        for text, hint in wrong_translations(message):
            yield Fault(line, text, hint)
