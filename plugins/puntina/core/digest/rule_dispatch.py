"""Dispatches Markdown rules by character, so that plain text does not ask every rule."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from puntina.core.digest.bullets import STARTS
from puntina.core.digest.literal_inline import BEGINNINGS
from puntina.core.digest.markdown_rules import PIN

SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
# The characters with which what a rule looks for begins, after the spaces and tabs before it; a rule that is not here
# is always asked, one with "" never: raw HTML is off.
BLOCKS = {
    "pasted_bullets": "".join(sorted(STARTS)) + SPACES,
    "pinned": f"*_{PIN}{SPACES}",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "",
    "heading": "#",
}
INLINES = {
    "linkify": ":",
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "",
    "entity": "&",
    "sign": f"<[{BEGINNINGS}",
}
# Where plain text ends: at what a rule begins with, and at the end of a link's text.
SIGN = re.compile("[" + re.escape("".join(sorted({"]", *"".join(INLINES.values())}))) + "]")

Rule = Callable[..., bool]
Asked = Mapping[str, tuple[Rule, ...]]


class SignRuler(Ruler[Any]):
    """A chain of rules as one rule that asks only those which can begin with the character at hand."""

    def __init__(self, ruler: Ruler[Any], signs: Mapping[str, str], ask: Callable[..., bool]) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        self._chains = {
            chain: [partial(ask, *_by_sign(self._enabled(chain), signs))]
            for chain in {"", *(name for rule in self.__rules__ for name in rule.alt)}
        }

    def _enabled(self, chain: str) -> list[tuple[str, Rule]]:
        return [(rule.name, rule.fn) for rule in self.__rules__ if rule.enabled and (not chain or chain in rule.alt)]

    def getRules(self, chainName: str = "") -> list[Any]:  # noqa: N802, N803 - markdown-it's names
        """The chain's one rule."""
        return self._chains[chainName]


def dispatch_by_character(md: MarkdownIt) -> None:
    """Puts the rules in chains that go by the first character; to be called when all rules are there."""
    md.block.ruler = SignRuler(md.block.ruler, BLOCKS, _ask_of_block)
    md.inline.ruler = SignRuler(md.inline.ruler, INLINES, _ask_of_inline)
    md.inline.terminator_re = SIGN
    md.core.ruler.at("inline", _inlines)


def _by_sign(rules: list[tuple[str, Rule]], signs: Mapping[str, str]) -> tuple[Asked, tuple[Rule, ...]]:
    """The rules to ask by character, and those to ask where the character is any other."""
    every = {sign for name, _ in rules for sign in signs.get(name, "")}
    asked = {sign: tuple(rule for name, rule in rules if sign in signs.get(name, sign)) for sign in every}
    return asked, tuple(rule for name, rule in rules if name not in signs)


def _ask_of_block(asked: Asked, others: tuple[Rule, ...], state: StateBlock, line: int, end: int, silent: bool) -> bool:
    at = state.bMarks[line] + state.tShift[line]
    for rule in asked.get(state.src[at : at + 1], others):  # noqa: SIM110 - any() would make a generator for each line
        if rule(state, line, end, silent):
            return True
    return False


def _ask_of_inline(asked: Asked, others: tuple[Rule, ...], state: StateInline, silent: bool) -> bool:
    for rule in asked.get(state.src[state.pos], others):  # noqa: SIM110 - likewise
        if rule(state, silent):
            return True
    return False


def _inlines(state: StateCore) -> None:
    """Markdown's own step of this name, but that text without any sign is one token at once."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = children = list[Token]()
        if SIGN.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, children)
        elif token.content:
            children.append(Token("text", "", 0, content=token.content))
