"""Bodies written in the plainest way, as most are: points of one line, a 📌 line, bold words, links to elsewhere.

They are read here, several times as fast as by Markdown and to the very same parts. What follows them after an empty
line, such as a table, is left to Markdown; a body with any other sign in its midst is left to it whole.
"""

import re
from functools import cache

from markdown_it.common.utils import escapeHtml

from puntina.core.digest.bullets import INVISIBLE, OTHER_SPACES, SOLID, bullet
from puntina.core.digest.labels import is_label
from puntina.core.digest.literal_table import CITATION
from puntina.core.digest.markdown_rules import PIN
from puntina.core.digest.parts import BlockKind, Part
from puntina.core.digest.urls import PLAIN_HOST

# A point's text must begin with a word, a bold word or a link, so that it begins no block of its own; the text of a
# pasted point may begin with anything.
_POINT = re.compile(r"[-*+] ((?!\d+[.)])(?:[\"'«“‘(]?[^\W_]|\*\*?[^\W_]|\[).*)")
# Stars right behind the pin may be no emphasis, as they are not behind a space: Markdown knows.
_SELECTORS = "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"
_PINNED = re.compile(rf"{PIN}[{_SELECTORS}]*(?::(?=[ \xa0]))?[{_SELECTORS} \xa0{PIN}]*(?:(?<=[ \xa0])|(?!\*))(.*)")
# What is more than text to Markdown, or could be.
_SIGN = re.compile(
    rf"[*<\[\]\\_`{{{PIN}{CITATION}]|!\[|!!!|&[A-Za-z#]|~\S|==|%%|\+\+| [•●▪◦‣■◆] |[\u2028\u2029]|:[:/A-Za-z+-]"
)
_PERHAPS = re.compile(
    rf"[*<\[\]\\_`{{!&~=%+:•●▪◦‣■◆\u2028\u2029{PIN}{CITATION}]"
)  # looked for by one table, which is several times as fast
_BARE = rf"[^*<\[\]\\_`{{!&{PIN}{CITATION}]"  # a character that can't be part of a sign
# What is printed as more than text: words between stars, with nothing about them that would make anything else of the
# stars (https://spec.commonmark.org/0.31.2/#delimiter-run), and links to addresses that are printed as they are typed.
_MARKED = re.compile(
    rf"""
    (?:^|(?<=[ ])) (\*\*?) (?!\s) ({_BARE}+) (?<!\s) \1
    (?: (?=[ ]|$) | (?: (?<=[^\W_]\*) | (?<=[^\W_]\*\*) ) (?=[.,;:?)]) )
    | (?<!!) \[ ({_BARE}+) \] \( (https?://{PLAIN_HOST} (?:/[A-Za-z0-9/.~_?=+#-]*)?) \) (?![^\s()]+\))
    """,
    re.VERBOSE,
)

Found = tuple[BlockKind, Part]


def read_plain(source: str) -> tuple[list[Found], str]:
    """The parts of a digest's body from its beginning on, in order, and what is left to Markdown.

    What is left is the source with empty lines in place of those that were read, so that line numbers stay true; ""
    where nothing is.
    """
    first = source.lstrip()[:1]
    pattern = _pasted(first) if first in SOLID else _POINT
    lines = source.split("\n")
    parts: list[Found] = []
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        pin = _PINNED.fullmatch(line)
        found = pin or pattern.fullmatch(line)
        rendered = _rendered(found[1].strip()) if found else None
        if not rendered or (pin and is_label(rendered[1])):
            return (
                (parts, "\n" * (number - 1) + "\n".join(lines[number - 1 :]))
                if _parted(lines, number)
                else ([], source)
            )
        html, text = rendered
        parts.append((BlockKind.SUMMARY if pin else BlockKind.POINTS, Part((html,), " ".join(text.split()), number)))
    return parts, ""


@cache
def _pasted(sign: str) -> re.Pattern[str]:
    """A line of pasted points that all have this sign; any other sign may be a level below."""
    return re.compile(
        rf"\s*{re.escape(sign)}(?![{''.join(sorted(SOLID))}\ufe0e\ufe0f\U0001f3fb-\U0001f3ff])[\s{INVISIBLE}{OTHER_SPACES}]*(.*)"
    )


def _parted(lines: list[str], number: int) -> bool:
    """Whether the line of this number begins something new, and goes on with no list or paragraph above it."""
    above, line = lines[number - 2 : number - 1], lines[number - 1]
    return above == [""] and not line[0].isspace() and line[0] not in "-*+" and not bullet(line)


def _rendered(typed: str) -> tuple[str, str] | None:
    """The HTML and the text of a line, or None if it is empty or has other signs."""
    if not (_PERHAPS.search(typed) and _SIGN.search(typed)):
        return (escapeHtml(typed), typed) if typed else None
    first, *others = _MARKED.split(typed)
    # Looked at together, with between them what is part of no sign: each search costs as much as all of them.
    shown = "\0".join((first, *others[4::5], *filter(None, others[1::5]), *filter(None, others[2::5])))
    if _PERHAPS.search(shown) and _SIGN.search(shown):
        return None
    html, text = [escapeHtml(first)], [first]
    left = iter(others)
    for stars, words, label, address, plain in zip(left, left, left, left, left, strict=True):
        html += (_tagged(stars, words) if stars else _linked(label, address), escapeHtml(plain))
        text += (words or label, plain)
    return "".join(html), "".join(text)


def _tagged(stars: str, words: str) -> str:
    name = "strong" if len(stars) == 2 else "em"
    return f"<{name}>{escapeHtml(words)}</{name}>"


def _linked(label: str, address: str) -> str:
    return f'<a href="{address}">{escapeHtml(label)}</a>'
