"""Rules that are asked only where they can begin make the same tokens as rules that are all asked everywhere."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from puntina.core.digest import markdown
from puntina.core.digest.rule_dispatch import BLOCKS, INLINES, SIGN
from tests.core.digest.test_hostile import MARKS

MORE = [
    "===\n", "---\n", "***\n", "~~~\n", "<https://a.b>", "<a@b.c>", "[^x]: y\n", "[z]: <w> 't'\n", "[z]", "**", "__", "  \n", "\\\n", "1) ",
    "+ ", "-\n", "-\n\n\n", "  - ", "&amp;", "&#9;", "word ", "^", "$", "~", "=", ":", "{", "{{", "~~", "==", "https://a.b/c", ":x:", "@", "\u2028", "\u3000• ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*MARKS, *MORE]), max_size=25).map("".join)


@pytest.fixture(scope="module")
def plain():
    """Give the parser that asks every rule everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "dispatch_by_character", lambda md: None)
        return markdown.parser.__wrapped__()


def read(parser: MarkdownIt, text: str) -> tuple[Any, ...]:
    env: dict[str, Any] = {}
    tokens = [token.as_dict() for token in parser.parse(text, env)]
    return tokens, env["signs"], env["notes"], env.get("references")


@settings(max_examples=300)
@given(TEXTS)
def test_the_tokens_are_the_same(plain, text):
    assert read(markdown.parser(), text) == read(plain, text)


def test_every_rule_that_is_named_is_there(plain):
    assert plain.block.ruler.get_all_rules() == [*BLOCKS_IN_ORDER]
    assert BLOCKS.keys() <= set(BLOCKS_IN_ORDER)
    assert INLINES.keys() <= set(plain.inline.ruler.get_all_rules())


BLOCKS_IN_ORDER = (
    "table", "pasted_bullets", "pinned", "code", "fence", "blockquote", "hr", "list", "footnote_def", "reference", "html_block",
    "heading", "lheading", "paragraph",
)  # fmt: skip


def test_plain_text_ends_at_signs_alone():
    signs = {char for char in map(chr, range(0x110000)) if SIGN.match(char)}
    assert signs == set("\n!$%&?^*+:<=[\\]_`{|~【\ue200")
