"""Finds unfilled placeholders in front matter, such as `title: {{ title }}` or `summary: None`."""

import re
from collections.abc import Iterator

from puntina.core.digest.message import message
from puntina.core.digest.problem import Problem
from puntina.core.digest.yaml_faults import WORDED
from puntina.core.digest.yaml_lists import KEY

SHOWN = 60  # characters of the code that a message quotes
_SIGNS = re.compile(r"\{\{|\{%|<%|\$\{")
# Texts that nobody begins with such a word, as programs write it; of names it is asked elsewhere.
_NOTHING = re.compile(
    r"^(?:summary|thread|slug): +(?P<value>none|undefined|nan|nil|n/a)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
# {{ title }}, {{date:YYYY}}, {% now %}, <% tp.title %>, ${title}
_CODE = r"(?P<code>\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\$\{[A-Za-z][\w.]*\})"
_BEFORE = rf"\s*(?:- +(?:(?P<key>{KEY})\s*:\s+)?|(?P<name>{KEY})\s*:\s+)\[? *"
_PLAIN, _QUOTED = re.compile(_BEFORE + _CODE), re.compile(rf"{_BEFORE}(?P<sign>[\"']){_CODE}(?P=sign)[\s\]]*(?:#.*)?")


def unfilled(header: str, path: str) -> Iterator[Problem]:
    """An error for each value that begins with such code.

    What is in quotes may be meant, and is reported as what readers see where it is a text in words.
    """
    for nothing in _NOTHING.finditer(header):
        text = message('"{value}" is what programs write for an empty value', value=nothing["value"])
        number = header.count("\n", 0, nothing.start()) + 1
        column = nothing.start("value") - nothing.start() + 1
        yield Problem(path, number, column, "FM-UNFILLED", text, message("delete the line, or write the value"))
    if not _SIGNS.search(header):
        return
    for number, line in enumerate(header.split("\n"), 1):
        if found := _PLAIN.match(line) or _quoted(line):
            code = found["code"] if len(found["code"]) <= SHOWN else f"{found['code'][:SHOWN]}…"
            text = message("an unfilled template placeholder: {code}", code=code)
            yield Problem(
                path, number, found.start("code") + 1, "FM-UNFILLED", text, message("replace it with the value")
            )


def _quoted(line: str) -> re.Match[str] | None:
    """The code that is all of a value in quotes which is no text in words, or whose own quotation marks end it."""
    found = _QUOTED.fullmatch(line)
    is_code = found and ((found["key"] or found["name"]) not in WORDED or found["sign"] in found["code"])
    return found if is_code and "\\" not in line else None
