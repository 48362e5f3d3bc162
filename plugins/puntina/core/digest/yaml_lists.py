"""Problems of lists in invalid YAML: where one opens, what breaks it, and how it should be written."""

import re

from puntina.core.digest.message import Message, message
from puntina.core.digest.parts import Position

KEY = r"[^\W\d][\w -]*"
LISTS = frozenset({"tags", "author", "authors", "aliases", "share"})
PAIR = re.compile(rf"(\s*(?:- +)?)({KEY})\s*:(?:\s+(.*))?")
# Words that begin with an apostrophe in Italian, English and German, and years: no opening quotation mark.
_APOSTROPHE = re.compile(
    r"""'(?:ndr[aià]\w*|tis|twas|twere|twill|till?|cause|bout|round|em|ere|neath|[nmlo]|nu|na|ne|st[eaoi]|un|gn[aòo]\w*
    |nen|nem|ner|ran|rein|raus|rum|runter|rauf|\d0s|\d\d)(?![\w'])""",
    re.IGNORECASE | re.VERBOSE,
)
_CUT = re.compile(r"\[(?:[^\]]*[,\s])?#")
_SIDE_BY_SIDE = re.compile(r"""('[^']*'|"[^"]*")\s+(?=['"])""")  # items without a comma between them
_NOTHING_BETWEEN = re.compile(r"[\[,]\s*,")
LINES, LONGEST = 50, 500  # lines and characters of a list that is shown as it should be
QUOTING = frozenset("@`%&*!|>[{\"'?-#,]}")


def opened(lines: list[str], at: Position) -> tuple[Position, str] | None:
    """Where the list or group opens that goes on to the end of the front matter, and what libyaml says of others."""
    for number in range(at.line - 2, -1, -1):
        pair = PAIR.fullmatch(lines[number])
        if pair and (value := pair[3] or "")[:1] in {"[", "{"}:
            sign = "]" if value[0] == "[" else "}"
            return Position(number + 1, pair.start(3) + 1), f"did not find expected ',' or '{sign}'"
    return None


def cut_list(line: str) -> Message | None:
    """What is wrong with a list whose rest is a comment."""
    pair = PAIR.fullmatch(line)
    if pair and _CUT.match(pair[3] or ""):
        return message("a # begins a comment, so the list [ is not closed")
    return None


def text_after_list(problem: str, line: str, column: int) -> Message | None:
    """What is wrong with a text that begins with brackets, which YAML takes for a list."""
    pair = PAIR.fullmatch(line)
    if pair and "expected key" in problem and (pair[3] or "")[:1] in {"[", "{"} and column > pair.start(3) + 1:
        return message("a value without quotes that begins with a bracket")
    return None


def wrong_commas(line: str) -> Message | None:
    """What is wrong with a list that has a comma too many between its items, or one too few."""
    pair = PAIR.fullmatch(line)
    value = (pair[3] or "") if pair else ""
    if not value.startswith("["):
        return None
    if _NOTHING_BETWEEN.search(value):
        return message("an extra comma in the list")
    return message("a missing comma in the list") if _SIDE_BY_SIDE.search(value) else None


def whole_list(value: str, below: list[str]) -> str:
    """The list in one line, with the lines below up to its end or to the next key, and without a comment behind it."""
    for line in below[:LINES]:
        if "]" in value or PAIR.fullmatch(line) or not line.strip():
            break
        value = f"{value.rstrip()} {line.strip()}"
    return re.sub(r"\]\s+#\s.*", "]", value)


def quoted_items(value: str) -> str:
    """The list with quotes around its items, where one needs them, "" where none does."""
    typed = [item.strip() for item in _SIDE_BY_SIDE.sub(r"\1, ", value[1:].rstrip("]")).split(",")]
    items = [item for item in typed if item]
    odd = (
        _SIDE_BY_SIDE.search(value)
        or "" in typed[:-1]
        or value.endswith("]]")
        or any(item[0] in QUOTING - {'"'} or item.count("'") % 2 for item in items)
    )
    if not odd or len(value) > LONGEST or "]" in value.rstrip("]"):
        return ""
    return f"[{', '.join(in_quotes(_without_quotes(item)) for item in items)}]"


def _without_quotes(item: str) -> str:
    return item if is_apostrophe(item) and item.count("'") % 2 else item.strip("'\"")


def is_apostrophe(text: str) -> bool:
    """Whether the sign with which the text begins is that of a shortened word or year, as in 'Ndrangheta and '68.

    >>> is_apostrophe("'Ndrangheta"), is_apostrophe("'La Cina")
    (True, False)
    """
    return _APOSTROPHE.match(text) is not None


def in_quotes(text: str) -> str:
    """The text as YAML in quotes, of the kind that needs no other change where one does."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'{}'".format(text.replace("'", "''"))


def is_indented_key(lines: list[str], number: int) -> bool:
    """Whether the line is a key that a space or two part from the left edge, below one that has its value."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    pair = PAIR.fullmatch(above)
    is_key = lines[number].startswith(" ") and not lines[number].lstrip().startswith("-")
    return bool(is_key and pair and not above.startswith((" ", "-")) and (pair[3] or "").strip())


def unbracketed_items(value: str) -> str:
    """The items of a list that lacks its brackets, parted by commas; "" for what is no such list.

    >>> unbracketed_items('"a", "b"'), unbracketed_items("- a - b"), unbracketed_items('"a" e b')
    ('"a", "b"', 'a, b', '')
    """
    if re.fullmatch(r"""(?:"[^"]*"|'[^']*')(?:\s*,\s*(?:"[^"]*"|'[^']*'|[^"',]+))+""", value):
        return value
    parts = [part.strip() for part in re.split(r"(?:^|\s)-\s+", value)[1:]] if value.startswith("- ") else []
    return ", ".join(parts) if all(parts) and not any(set(part) & set(",[]\"'#:") for part in parts) else ""
