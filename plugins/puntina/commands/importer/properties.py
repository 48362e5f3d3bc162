"""The lines `Created: September 2, 2025` that Notion writes below the title of a page: its properties."""

import re
from collections.abc import Iterator
from itertools import takewhile
from zoneinfo import ZoneInfo

from puntina.commands.importer.lines import Line, cleaned
from puntina.core.digest.date_forms import forms_of

_HEADING = re.compile(r"#[ \t]+\S")
_PROPERTY = re.compile(r"(?P<key>[^\W\d_][^:*#>\[\]]{0,40}): ?(?P<value>.*)")
# Their names, in the languages that desks write in.
_PUBLISHED = frozenset(
    {"date", "publish date", "publication date", "published", "data", "data di pubblicazione", "pubblicazione"}
    | {"ngày", "ngày đăng", "datum", "veröffentlicht", "التاريخ", "تاريخ النشر"}
)
_CREATED = frozenset(
    {"created", "created time", "creato", "data di creazione", "ngày tạo", "erstellt", "erstellt am", "تاريخ الإنشاء"}
)
_TAGS = frozenset({"tags", "tag", "etichette", "thẻ", "nhãn", "schlagwörter", "الوسوم", "وسوم"})
_STATUS = frozenset({"status", "stato", "trạng thái", "الحالة"})
DRAFTS = frozenset({"draft", "hidden", "bozza", "bản nháp", "entwurf", "مسودة"})
_OTHERS = frozenset(
    {"created by", "last edited time", "last edited by", "creato da", "ultima modifica", "modificato da", "người tạo"}
    | {"chỉnh sửa lần cuối", "erstellt von", "zuletzt bearbeitet", "zuletzt bearbeitet von"}
)
_KNOWN = _PUBLISHED | _CREATED | _TAGS | _STATUS | _OTHERS


def properties(text: str) -> tuple[dict[str, object], tuple[Line, ...], str]:
    """What they say of the digest, in the words of a front matter, the others, and the text with empty lines for both.

    There are none where the paragraph below the title has a line that is no property, or none that is known; those that
    are not known stay, and so does a date that can't be read.
    """
    lines = text.split("\n")
    found = {number: (match["key"].strip().casefold(), match["value"]) for number, match in _below_title(lines)}
    if not any(key in _PUBLISHED | _CREATED | _TAGS for key, _ in found.values()):
        return {}, (), text
    values, taken = dict[str, object](), set[int]()
    for name, keys in (("date", _PUBLISHED), ("date", _CREATED), ("tags", _TAGS), ("status", _STATUS)):
        for number, (key, value) in found.items():
            read = _date(value) if name == "date" else value
            if key in keys and read and name not in values and (name != "status" or value.casefold() in DRAFTS):
                values[name] = read
                taken.add(number)
    unread = {number for number, (key, _) in found.items() if key in _PUBLISHED} if "date" not in values else set()
    gone = {number for number, (key, _) in found.items() if key in _KNOWN} - unread
    left = tuple(Line(number + 1, cleaned(lines[number])) for number in sorted(gone - taken))
    return values, left, "\n".join("" if number in gone else line for number, line in enumerate(lines))


def _below_title(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines of the paragraph below the title, if all of them are properties, each with its number from 0."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if len(filled) < 2 or not _HEADING.match(lines[filled[0]]):
        return
    numbers = list(takewhile(lambda number: lines[number].strip(), range(filled[1], len(lines))))
    matches = [_PROPERTY.fullmatch(cleaned(lines[number])) for number in numbers]
    for number, match in zip(numbers, matches, strict=True):
        if match and all(matches):
            yield number, match


def _date(value: str) -> str:
    """The one date that the text may mean, of a range its first; "" where it can't be told."""
    forms = forms_of(value.partition("→")[0].strip(" @"), (), ZoneInfo("UTC"))
    return forms[0] if len(forms) == 1 else ""
