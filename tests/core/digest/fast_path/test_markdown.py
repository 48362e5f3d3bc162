"""Bodies written in the plainest way are read without Markdown, and to the very same parts."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.common.normalize_url import normalizeLink

from puntina.core.digest import Block, BlockKind, Kind, Part
from puntina.core.digest.body import by_markdown
from puntina.core.digest.fast_path.markdown import read_plain
from tests.core.digest.samples import PASTED, digest

WORDS = [
    "uno", "due", "città", "2025.", "3)", "35%", "«a»", "l’uno", "(b)", "c;", "d.", "e!", "f?", "g:", "–", "\"h\"", "a & b",
    "R&D", "&amp;", "a > b", "<b>", "|", "#x", "Sintesi:", "a_b", "_c_", "~", "\\", "`k`", "\u00a0", "\t", "半导体", "🙂", "²", "📌", "!", "]", "[", "^1",
]  # fmt: skip
FORMS = [
    "{}", "{}", "**{}**", "*{}*", "**{}:**", "**«{}»**", "**{}**,", "(**{}**)", "** {}**", "**{} **", "***{}***", "**{}", "a**{}**",
    "[{}](https://example.org/a/1)", "[{}](http://a-b.example.org)", "[{}](https://a.org/b_c~d?e=f#g+h)", "![{}](https://a.org/b.png)",
    "[{}](b.md)", "[{}](HTTPS://a.org)", "[{}](https://a.org/ü)", "[{}](https://a..b/c)", "[{}](https://a.org \"t\")", "[**{}**](https://a.org)",
]  # fmt: skip
STARTS = [
    "- ",
    "- ",
    "* ",
    "+ ",
    "• ",
    "•",
    "  • ",
    "\u00a0‣ ",
    "● ",
    "○ ",
    "■\u00a0",
    "▪\ufe0f ",
    "·\t",
    "o\t",
    "\uf0b7\t",
    "1\ufe0f⃣ ",
    "✅ ",
    "- ✅ ",
    "- 1\ufe0f⃣ ",
    "– ",
    "-",
    "📌 ",
    "📌",
    "📌\ufe0f",
    "-  ",
    " - ",
    "1. ",
    "> ",
    "",
    "   ",
]
TAILS = [
    "",
    "\n",
    "\n\n## {}\n\n{}",
    "\n\n|a|\n|-|\n|{}|",
    "\n\n- a\n  - b\n\n  c",
    "\n\n[{}]: https://b.org",
    "\n\n[^1]: {}",
    "\n\n{}\n---",
    "\n\n{} {}",
]
TEXTS = st.lists(st.builds(str.format, st.sampled_from(FORMS), st.sampled_from(WORDS)), min_size=1, max_size=5).map(
    " ".join
)
START = st.shared(st.sampled_from(STARTS[:13]), key="start")  # most lines of a body begin alike
LINES = st.builds(str.__add__, START | START | START | st.sampled_from(STARTS), TEXTS)
BODIES = st.builds(
    lambda gap, lines, tail, text: gap.join(lines) + tail.replace("{}", text),
    st.sampled_from(["\n", "\n", "\n\n", "\n \n"]), st.lists(LINES, min_size=1, max_size=5), st.sampled_from(TAILS), TEXTS,
)  # fmt: skip


@settings(max_examples=700)
@given(BODIES)
@example("📌️**«a»**")
@example("📌**a** b")
@example("📌 **«a»**")
def test_the_parts_are_those_that_markdown_makes(body):
    parts, rest = read_plain(body)
    pinned = any(kind is BlockKind.SUMMARY for kind, _ in parts)
    others, anchors, problems = by_markdown(rest, "a.md", Kind.DIGEST, pinned=pinned)
    assert (parts + others, anchors, problems) == by_markdown(body, "a.md", Kind.DIGEST)


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        (PASTED, ""),
        ("- a\n- b\n\n📌 c\n", ""),
        ("* **A:** b [c](https://d.org/e), *f*\n\n* g & h!\n📌 **i**", ""),
        ("", ""),
        ("- a\n\n📌 b\n\n## C\n", "\n\n\n\n## C\n"),
        ("- a\n\nb\n- c", "\n\nb\n- c"),
    ],
)
def test_what_is_plain_does_not_take_markdown(body, rest):
    assert read_plain(body)[1] == rest


@pytest.mark.parametrize(
    "body",
    [
        "a", "- a\nb", "- a\n  b", "- a\n\n  b", "- a\n\n- `b`", "- 1. a", "- # a", "- > a", "- - a", "-", "•", "📌", "• a\n\n• `b`",
        "- a\n---", "- [a](b.md)", "- ![a](https://b.org)", "- [a]", "- a &amp; b", "- a\\", "- <a>", "- 📌 a", "• **📌 a** b", "- a  📌",
        "- **a", "- *a**", "- ***a***", "- a**b**", "- ** a**", "- _a_", "- **a.**b", "- [a](https://b.org)**c**", "- [a](https://b.org/(c))",
    ],
)  # fmt: skip
def test_what_could_be_more_is_left_to_markdown_whole(body):
    assert read_plain(body) == ([], body)


def test_html_text_and_lines_of_plain_parts():
    assert digest(
        "- a **b & c:** <d>\n".replace("<d>", '"d"') + '\n* [e "f"](https://g.org/h?i=j#k)\n📌\ufe0f *l* > m'
    ).blocks == (
        Block(
            BlockKind.POINTS,
            (
                Part(("a <strong>b &amp; c:</strong> &quot;d&quot;",), 'a b & c: "d"', 6),
                Part(('<a href="https://g.org/h?i=j#k">e &quot;f&quot;</a>',), 'e "f"', 8),
            ),
        ),
        Block(BlockKind.SUMMARY, (Part(("<em>l</em> &gt; m",), "l > m", 9),)),
    )


@given(st.from_regex(r"https?://(?:[a-z0-9-]{1,40}\.){1,5}[a-z]{2,20}(?:/[A-Za-z0-9/.~_?=+#-]*)?", fullmatch=True))
def test_an_address_that_is_read_here_is_printed_as_it_is_typed(address):
    assert normalizeLink(address) == address
