"""Markdown to tokens and tokens to HTML: CommonMark, tables, footnotes and our rules; raw HTML is off."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import escape
from mdit_py_plugins.footnote import footnote_plugin

from puntina.core.digest.comments import FILLER
from puntina.core.digest.markdown_rules import digest_rules
from puntina.core.digest.parts import Phrase, Placeholder, Position, Side, Target, TextImage
from puntina.core.digest.rule_dispatch import dispatch_by_character
from puntina.core.digest.source_positions import keep_positions

TABLE, NOTES, BACK = Phrase("Table"), Phrase("Notes"), Phrase("Back to the text")
MAX_NESTING = 40  # of lists, each of which counts twice, and quotes; what is deeper is not read at all
# A placeholder is its number between two SUBs, a character that content must not have.
_DELIMITER = "\x1a"
_PLACEHOLDER = re.compile(f"{_DELIMITER}(\\d+){_DELIMITER}")


@cache
def parser() -> MarkdownIt:
    """The one parser; it keeps no state between texts."""
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING, "store_labels": True}).enable("table")
    md.disable("code")  # pasted paragraphs are indented, and would be code without end; a fence makes code
    md.use(footnote_plugin, inline=False)
    md.use(digest_rules)
    md.use(keep_positions)
    md.use(dispatch_by_character)
    md.validateLink = _accept  # type: ignore[method-assign]  # links are checked at their position, not dropped silently
    for name, rule in RENDER_RULES.items():
        md.add_render_rule(name, rule)
    return md


def defer(env: dict[str, Any], placeholder: Placeholder) -> str:
    """The HTML of a placeholder, for a link or word that is resolved later."""
    env.setdefault("placeholders", []).append(placeholder)
    return f"{_DELIMITER}{len(env['placeholders']) - 1}{_DELIMITER}"


def pieces(html: str, env: dict[str, Any]) -> tuple[str | Placeholder, ...]:
    """The HTML split at its placeholders; at least one piece, which may be ""."""
    parts: list[str | Placeholder] = list(_PLACEHOLDER.split(_legal(html)))
    parts[1::2] = [env["placeholders"][int(str(number))] for number in parts[1::2]]
    return tuple(part for part in parts if part != "") or ("",)


def render(tokens: Sequence[Token], env: dict[str, Any]) -> str:
    """The HTML of block tokens."""
    return str(parser().renderer.render(tokens, parser().options, env)).strip()


def render_inline(tokens: Sequence[Token], env: dict[str, Any]) -> str:
    """The HTML of inline tokens."""
    renderer = parser().renderer
    assert isinstance(renderer, RendererHTML)  # noqa: S101 - the only one there is, for the type checker
    return renderer.renderInline(tokens, parser().options, env).strip()


def text_of(tokens: Sequence[Token]) -> str:
    """The plain text of tokens, white space folded."""
    return " ".join(_legal("".join(_words(token) for token in tokens)).split())


def _legal(text: str) -> str:
    """The text without form feeds, the one control character of XML's forbidden ones that an entity may write, and
    without the lines that stand for editors' notes."""
    text = text.replace("\f", "\N{REPLACEMENT CHARACTER}")
    return text.replace(f"\n{FILLER}", "").replace(FILLER, "") if FILLER in text else text


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "image":
        return "".join(_words(child) for child in token.children or ())
    if token.children:
        return "".join(_words(child) for child in token.children) + " "
    return token.content if token.type in {"text", "code_inline", "fence"} else ""


def is_external(href: str) -> bool:
    """Whether the link has a scheme or a host, and so is not to one of our files."""
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", href, re.IGNORECASE))


def target(href: str, position: Position, *, image: bool) -> Target:
    """A link to be resolved."""
    return Target(href, position, image)


def _accept(url: str) -> bool:
    return True


def _table_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    # A wide table scrolls in a region of its own, which a keyboard can reach and a screen reader names.
    return f'<div class="table" role="region" tabindex="0" aria-label="{defer(env, TABLE)}">\n<table>\n'


def _table_close(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return "</table>\n</div>\n"


def _cell_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    side = str(tokens[index].attrs.get("style", "")).removeprefix("text-align:")
    return f"<{tokens[index].tag}{defer(env, Side(side)) if side else ''}{_side(tokens[index])}>"


def _footnote_ref(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    # In brackets, as text browsers and readers show no superscript: "in 2026[1]" is not the year 20261.
    number, ref = _numbers(tokens[index])
    href = defer(env, Target(f"#fn{number}", Position(1, 1)))
    return f'<sup><a href="{href}" id="fnref{ref}" role="doc-noteref">[{number}]</a></sup>'


def _footnotes_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return f'<section class="footnotes" role="doc-endnotes" aria-label="{defer(env, NOTES)}">\n<ol>\n'


def _footnotes_close(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return "</ol>\n</section>\n"


def _footnote_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return f'<li id="fn{_numbers(tokens[index])[0]}"{_side(tokens[index])}>'


def _side(token: Token) -> str:
    return ' dir="auto"' if token.attrs.get("dir") else ""


def _footnote_anchor(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    href = defer(env, Target(f"#fnref{_numbers(tokens[index])[1]}", Position(1, 1)))
    label = defer(env, BACK)
    return f' <a href="{href}" role="doc-backlink" aria-label="{label}">↩\N{VARIATION SELECTOR-15}</a>'


def footnote_anchors(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The ids of footnotes, and of the places that refer to them."""
    refs = (child for token in tokens for child in token.children or () if child.type == "footnote_ref")
    notes = (f"fn{_numbers(token)[0]}" for token in tokens if token.type == "footnote_open")
    return (*notes, *(f"fnref{_numbers(ref)[1]}" for ref in refs))


def _numbers(token: Token) -> tuple[str, str]:
    number, repeat = token.meta["id"] + 1, token.meta.get("subId", -1)
    return str(number), f"{number}-{repeat}" if repeat > 0 else str(number)


def _image(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    """The picture; for our own, URL and size are placeholders, as without a size the page would jump while loading."""
    token = tokens[index]
    alt = token.attrs["alt"] = renderer.renderInlineAsText(token.children, options, env) if token.children else ""
    if placeholder := _PLACEHOLDER.fullmatch(str(token.attrs["src"])):
        return defer(
            env,
            TextImage(env["placeholders"][int(placeholder[1])], _legal(alt), _legal(str(token.attrs.get("title", "")))),
        )
    return f'<img{renderer.renderAttrs(token)} loading="lazy" decoding="async" />'


def _fence(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return f'<pre tabindex="0"><code>{escape(tokens[index].content)}</code></pre>\n'


RENDER_RULES = {
    "table_open": _table_open,
    "table_close": _table_close,
    "th_open": _cell_open,
    "td_open": _cell_open,
    "footnote_ref": _footnote_ref,
    "footnote_block_open": _footnotes_open,
    "footnote_block_close": _footnotes_close,
    "footnote_open": _footnote_open,
    "footnote_anchor": _footnote_anchor,
    "image": _image,
    "fence": _fence,
}
