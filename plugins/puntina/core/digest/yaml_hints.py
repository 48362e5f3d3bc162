"""Hints for invalid YAML: the corrected line, where it can be determined."""

import re

from puntina.core.digest.message import Message, message
from puntina.core.digest.parts import Position
from puntina.core.digest.yaml_lists import (
    LISTS,
    PAIR,
    QUOTING,
    in_quotes,
    is_indented_key,
    quoted_items,
    unbracketed_items,
    whole_list,
)

_GLUED_ITEM = re.compile(r"(\s*)-(?=[^\s-])([^:]*)")
_LIST_DASH = re.compile(r"(\s*)([-–—•*])(\S.*)")
_ESCAPED_QUOTE = re.compile(r"(?<!\\)\\'")  # \' is of other languages; in "…" it needs no \


def hint_for(problem: str, lines: list[str], at: Position, *, unclosed: bool) -> Message:
    """What to do about what libyaml has found there; `unclosed` says that a list or a quotation has no end."""
    line = lines[at.line - 1]
    pair = PAIR.fullmatch(line)
    key, value = (pair[2].strip(), (pair[3] or "").strip()) if pair else ("", "")
    if listed := _listed(key, value, lines[at.line :]):
        return message("write {line}", line=f"{key}: {listed}")
    if unclosed:
        return _closing_hint(key, value)
    if "mapping values are not allowed" in problem:
        if ":" in value and not is_indented_key(lines, at.line - 1):
            meant = value.replace("\\:", ":")
            return message("quote the {key}? {line}", key=key, line=f"{key}: {in_quotes(meant)}")
        return message("begin the line at the left edge, and look for a colon in the line above")
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return message("indent with spaces, not with tabs")
    if "expected ':'" in problem:
        return _hint_without_colon(line)
    if "escape" in problem or "number" in problem:
        return _hint_of_escape(key, value)
    if key and value[:1] in QUOTING:
        return message("quote the {key}? {line}", key=key, line=f"{key}: {in_quotes(value)}")
    if _LIST_DASH.fullmatch(line) and (item := line.strip().lstrip("-–—•* ")):
        return message("quote the text: {line}", line=f"- {in_quotes(item)}")
    return message("indent the line like the one above, or quote its value")


def _listed(key: str, value: str, below: list[str]) -> str:
    """The list that was meant: with brackets around it, or with its items in quotes; "" where none was."""
    if key in LISTS and (items := unbracketed_items(value)):
        return f"[{items}]"
    is_list = value[:1] == "[" and not (value.rstrip().endswith("]]") and key not in LISTS)
    return quoted_items(whole_list(value, below)) if is_list else ""


def _hint_without_colon(line: str) -> Message:
    if item := _GLUED_ITEM.fullmatch(line):
        return message("write {line}", line=f"{item[1]}- {item[2]}")
    return message('write it as "key: value", or indent it if it continues the line above')


def _hint_of_escape(key: str, value: str) -> Message:
    meant = _ESCAPED_QUOTE.sub("'", value)
    if key and meant != value:
        return message("write {line}", line=f"{key}: {meant}")
    return message("write \\\\ for a \\, or quote with ' '")


def _closing_hint(key: str, value: str) -> Message:
    """What to do with a list, a group or a quotation that is not closed."""
    sign = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(value[:1], "")
    if sign and value.count(value[0]) % 2 and not value.endswith((sign, ",")):
        return message("close it, or quote the whole value: {line}", line=f"{key}: {value}{sign}")
    return message("close it, or quote the whole value")
