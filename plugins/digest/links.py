"""What an editor may and may not put into text: links by a short list of schemes, no raw HTML."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.token import Token

from plugins.digest.markdown import hold, is_external, target
from plugins.digest.model import Place
from plugins.digest.problem import Problem, Severity

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_ADDRESS = {"link_open": "href", "image": "src"}
_NOTE = re.compile(r"\[\^[^\]\s]+\]")


def hold_links(tokens: list[Token], lines: list[str], path: str, env: dict[str, Any]) -> Iterator[Problem]:
    """Holds every link to our own files until addresses are known; yields a problem for each that is not allowed."""
    for block, token in _inline(tokens):
        if token.type not in _ADDRESS:
            continue
        href = str(token.attrs.get(_ADDRESS[token.type], ""))
        place = _locate(href, block, lines)
        if fault := _fault(href, image=token.type == "image"):
            yield Problem(path, place.line, place.column, "BODY-LINK", *fault)
        elif not is_external(href):
            token.attrSet(_ADDRESS[token.type], hold(env, target(href, place, image=token.type == "image")))


def marked_up(tokens: list[Token], lines: list[str], path: str) -> Iterator[Problem]:
    """A warning for each stretch of raw HTML, which readers see as typed, and for each mark of a missing note."""
    for block, token in _inline(tokens):
        if token.type != "text":
            continue
        for match in HTML_TAG_RE.finditer(token.content) if "<" in token.content else ():
            if place := _unescaped(match.group(), block, lines):
                hint = "use Markdown; readers see this as it is typed"
                yield Problem(
                    path,
                    place.line,
                    place.column,
                    "BODY-HTML",
                    f"raw HTML {match.group()[:40]}",
                    hint,
                    Severity.WARNING,
                )
        for match in _NOTE.finditer(token.content) if "[^" in token.content else ():
            place = _locate(match.group(), block, lines)
            hint = f"add a line {match.group()}: with its text"
            yield Problem(
                path,
                place.line,
                place.column,
                "BODY-NOTE",
                f"no footnote {match.group()}",
                hint,
                Severity.WARNING,
            )


def _inline(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    for block in tokens:
        for token in block.children or ():
            yield block, token


def _fault(href: str, *, image: bool) -> tuple[str, str] | None:
    if not href:
        return "a link that leads nowhere", "put the address between the brackets: [text](address)"
    if image and is_external(href):
        return "a picture from another host, which readers' browsers would not load", "copy the file into the content"
    if is_external(href) and not href.lower().startswith(SCHEMES):
        return (
            f'"{unquote(href)[:60]}" is no link that readers may follow',
            "use https:, http:, mailto: or tel:, or a file of ours",
        )
    return None


def _locate(snippet: str, block: Token, lines: list[str]) -> Place:
    """Where the snippet was typed, as far as it can be found in the block's lines; else where the block begins."""
    first, last = block.map or (0, len(lines))
    for form in (snippet, unquote(snippet)):
        for number in range(first, min(last, len(lines))) if form else ():
            if (column := lines[number].find(form)) >= 0:
                return Place(number + 1, column + 1)
    return Place(first + 1, 1)


def _unescaped(snippet: str, block: Token, lines: list[str]) -> Place | None:
    first, last = block.map or (0, len(lines))
    opening = snippet.split("\n", 1)[0]
    for number in range(first, min(last, len(lines))):
        column = lines[number].find(opening)
        if column >= 0 and lines[number][column - 1 : column] != "\\":
            return Place(number + 1, column + 1)
    return None
