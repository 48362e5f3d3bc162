"""Everything but our own marks, bare web addresses and what is indented is plain CommonMark: our HTML is the same."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from puntina.core.digest import Kind
from puntina.core.digest.body import read_body
from puntina.core.digest.parse import parse
from tests.core.digest.samples import RULES

PLAIN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("code")
PLAIN.validateLink = lambda url: True
PIECES = [
    "a", "b c", "*", "**", "_", "`", "``", "\\", "[", "]", "(", ")", "!", "<", ">", "&amp;", "&", "#", "## ", "> ", "- ",
    "* ", "+ ", "1. ", "2) ", "2025. ", "    ", "  ", "\t", "\n", "\n\n", "  \n", "---", "===", "***", "```\n", "~~~\n",
    "|", "|---|", "a | b\n---|---\n", "[a](mailto:x@y.z)", "[a]: mailto:x@y.z\n", "[a]", "![a](", "<mailto:x.y>", "<br>",
    "</p>", "~~", "x:/y", "a@b.c", "“", "à", "x\u00a0y", "1", ":", "[ ]", '"t"', "'", "0.",
]  # fmt: skip
# A list that is indented by four columns or more is one for us, and a back-tick behind a letter may be an accent.
OURS = re.compile(
    r"^[ >]*(?:[-*+] *|\d+[.)] *)*(?: {4}| {0,3}\t)[ \t>]*(?:[-*+]|\d+[.)])(?:\s|$)|[^\W\d_]`", re.MULTILINE
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def ours(text: str) -> str:
    """Return our HTML of a text, as a page has it, without what is meant to be ours."""
    body = read_body(text, "x.md", Kind.PAGE, parse(b"---\ntitle: x\n---\nx", "it/pages/x.md", RULES).digest.meta)
    return bare("\n".join(str(part.html) for block in body.blocks for part in block.parts))


def plain(text: str) -> str:
    """Return the HTML of a parser without our rules, with headings moved as ours are."""
    tokens = PLAIN.parse(text)
    headings = [token for token in tokens if token.type.startswith("heading_")]
    shift = any(token.tag == "h1" for token in headings)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) + shift, 6)}"
    return bare(PLAIN.renderer.render(tokens, PLAIN.options, {}))


def bare(html: str) -> str:
    """Return the HTML without ids, wrappers and classes that only one of the two has."""
    html = re.sub(r'<div class="table"[^>]*>\n|(?<=</table>)\n</div>', "", html)
    html = re.sub(r'<pre tabindex="0">', "<pre>", html)
    html = re.sub(r'<code class="language-[^"]*">', "<code>", html)
    html = re.sub(r"(<h\d) id=\"[^\"]*\"", r"\1", html)
    html = re.sub(r'(<t[hd]) (?:class="(\w+)"|style="text-align:(\w+)")', r"\1 \2\3", html)
    html = re.sub(r"^<p></p>$", "", html, flags=re.MULTILINE)  # lines of no-break spaces alone, which we leave out
    html = html.replace(' loading="lazy" decoding="async"', "")
    html = html.replace("&#34;", "&quot;").replace("&#39;", "'")
    return re.sub(r"\n+", "\n", html).strip()


@settings(max_examples=400)
@given(TEXTS)
def test_our_html_is_that_of_plain_commonmark(text):
    assume(not OURS.search(text))
    assert ours(text) == plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n\n  c\n1. d\n   - e",
        "> a\nb\n> - c\nd",
        "- a\n\tb\n\n\tc",
        "a\n    b\n\n    c",
        "[a\nb][c]\n\n[c]: https://x.y 'd\ne'",
        "*a **b* c** _d_e_",
        "`` a ` b `` \\` <https://x.y/*a*>",
        "a  \nb\\\nc",
        "10) a\n11) b",
        "- - a\n- \n- b",
        "| a | b |\n|:--|--:|\n| `\\|` | c |\n\nd",
        "<div>\n*a*\n</div>",
        "a\n***\nb\n---\nc\n===",
        "```x y\na\n\n  b\n```\n~~~\n```\n~~~",
        "&copy; &#35; &nope; &#0;",
        "[a] [b][] [c][d]\n\n[a]: /x\n[b]: <y z> (t)\n".replace("/x", "https://x").replace("y z", "https://y"),
        "![a *b* [c](mailto:d)](mailto:e)".replace("![", "[!"),
        "![" * 30 + "a" + "]" * 30,
        "**" * 50 + "a" + "**" * 50,
    ],
)
def test_corners_of_commonmark(text):
    assert ours(text) == plain(text)


def test_the_comparison_sees_a_difference():
    assert ours("• a") != plain("• a")
    assert ours("a\n📌 b") != plain("a\n📌 b")
