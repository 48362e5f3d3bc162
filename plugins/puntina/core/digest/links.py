"""Checks links, images, footnotes and raw HTML in a text: link schemes are a short list, raw HTML is off."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from puntina.core.digest.literal import Literal
from puntina.core.digest.markdown import MAX_NESTING, defer, is_external, target, text_of
from puntina.core.digest.message import Message, message
from puntina.core.digest.parts import Position
from puntina.core.digest.problem import Problem, Severity
from puntina.core.digest.source_positions import ADDRESS, HTML, Sign
from puntina.core.digest.urls import Fault, fault_of_characters, fault_of_url

CONTAINERS = frozenset({"blockquote_open", "list_item_open", "footnote_reference_open"})
Env = dict[str, Any]


def hold_links(tokens: list[Token], path: str, env: Env) -> Iterator[Problem]:
    """Holds every link to our own files until addresses are known; yields a problem for each that is not allowed."""
    for token, after in pairwise(token for block in tokens for token in (*(block.children or ()), None)):
        if token is None or token.type not in ADDRESS:
            continue
        href = str(token.attrs.get(ADDRESS[token.type], ""))
        position = token.meta["position"]
        if token.type == "image" and not text_of(token.children or ()):
            hint = message("write what it shows between the brackets: ![…]")
            text = message("the image has no alternative text")
            yield Problem(path, position.line, position.column, "BODY-ALT", text, hint, Severity.WARNING)
        if after and after.type == "link_close" and token.type == "link_open" and href:
            text = message("a link without text, which readers cannot see")
            hint = message("write the text between the brackets: [text](URL)")
            yield Problem(path, position.line, position.column, "BODY-LINK", text, hint, Severity.WARNING)
        if token.meta.get("cut"):
            text, hint = message("a ) in the URL ends the link"), message("write %29 instead")
            yield Problem(path, position.line, position.column, "BODY-LINK", text, hint, Severity.WARNING)
        if fault := _fault(href, image=token.type == "image"):
            yield Problem(path, position.line, position.column, "BODY-LINK", fault.text, fault.hint, fault.severity)
        elif not is_external(href):
            token.attrSet(ADDRESS[token.type], defer(env, target(href, position, image=token.type == "image")))


def marked_up(path: str, env: Env) -> Iterator[Problem]:
    """What readers would see as typed: raw HTML, the sign of a missing footnote, mistyped markup and comments."""
    for sign in env.get("signs", ()):
        severity = sign.kind.severity if isinstance(sign.kind, Literal) else Severity.WARNING
        yield Problem(path, sign.position.line, sign.position.column, *_of_sign(sign), severity)


def notes(path: str, env: Env) -> Iterator[Problem]:
    """The problems of footnotes that would not be printed: one that nothing refers to, one whose name is taken."""
    seen: dict[str, Position] = {}
    for label, position in env.get("notes", ()):
        if first := seen.get(label):
            text = message("duplicate footnote [^{label}] (first on line {line})", label=label, line=first.line)
            yield Problem(
                path, position.line, position.column, "BODY-NOTE", text, message("give one of the two another name")
            )
        elif env["footnotes"]["refs"].get(f":{label}", -1) < 0:
            text, hint = (
                message("nothing refers to the footnote [^{label}]", label=label),
                message("write [^{label}] where it belongs", label=label),
            )
            yield Problem(path, position.line, position.column, "BODY-NOTE", text, hint, Severity.WARNING)
        seen.setdefault(label, position)


def too_deep(tokens: list[Token], path: str) -> Iterator[Problem]:
    """The problem of lists and quotes inside one another past the depth to which Markdown is read."""
    for token in tokens:
        if token.type in CONTAINERS and token.level + 1 >= MAX_NESTING and token.map:
            text = message("lists or quotes nested too deeply")
            yield Problem(path, token.map[0] + 1, 1, "BODY-DEEP", text, message("reduce the levels"))
            return


def _of_sign(sign: Sign) -> tuple[str, Message, Message]:
    if isinstance(sign.kind, Literal):
        return sign.kind.code, sign.kind.text, sign.kind.hint
    if sign.kind == HTML:
        shown = " ".join(sign.text.split())[:40]
        return (
            "BODY-HTML",
            message("raw HTML {html}", html=shown),
            message("use Markdown; this would appear on the page as typed"),
        )
    return (
        "BODY-NOTE",
        message("no footnote {note}", note=sign.text),
        message("add a line {note}: with its text", note=sign.text),
    )


def _fault(href: str, *, image: bool) -> Fault | None:
    if not href:
        text = message("a link without a URL")
        return Fault(text, message("write the URL between the brackets: [text](URL)"))
    if image and is_external(href):
        text = message("a picture on another host, which readers' browsers would not load")
        return Fault(text, message("copy the file into the content"))
    return fault_of_url(href) if is_external(href) else fault_of_characters(href)
