"""Plain text, escaped, renders to the same plain text."""

import html

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from puntina.commands.importer.escape import escaped
from puntina.commands.importer.lines import cleaned
from puntina.core.digest.text import FORBIDDEN

TRAPS = [
    "# titolo", "#hashtag", "###### sei", "> citazione", "- trattino", "+ più", "* stella", "+39 06", "-5 gradi", "-",
    "---", "- - -", "***", "___", "===", "= uguale", "```", "~~~", "~~barrato~~", "a ~ b", "1. uno", "1) uno", "2025.",
    "2025. Un anno", "1.5 volte", "1234567890. no", "*corsivo*", "**grassetto**", "_corsivo_", "__grassetto__",
    "nome_di_file", "_inizio", "fine_", "a_ b_c _d", "5*3*2", "`codice`", "``", "[testo](https://example.com)", "[^1]",
    "[^1]: nota", "[x]: /url", "[ ] da fare", "![foto](a.jpg)", "!", "<b>grasso</b>", "<https://example.com>", "a < b",
    "a <3", "<!- nota ->", "<?php", "</p>", "&amp;", "&#8364;", "&#x20AC;", "S&P 500", "AT&T; no", "& altro",
    "fine\\", "C:\\Users", "\\*", "\\\\", "\\", "| a | b |", "|---|", ":---", ": definizione", "a | b", "https://example.com/a_b_/c*d",
    "\"virgolette\" e 'apici'", "(c) 2025", "tre... punti", "a -- b", "😀 _😀_", "á_é", "_半_导_",
    "^[nota]", "$x$", "{#id}", "==segno==",
    "• uno", "Setext\u00a029", "🙂*", "*️⃣ tasto", "#️⃣",
]  # fmt: skip


def parser():
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)


def rendered(markdown):
    """The HTML, which must be one element without another in it."""
    return parser().render(markdown)


def paragraph(text):
    return f"<p>{html.escape(text, quote=False).replace(chr(34), '&quot;')}</p>\n"


def item(text):
    return f"<ul>\n<li>{paragraph(text)[3:-5]}</li>\n</ul>\n"


@pytest.mark.parametrize("text", TRAPS)
def test_a_trap_is_only_text(text):
    assert rendered(escaped(text)) == paragraph(text)
    assert rendered(f"- {escaped(text)}") == item(text)
    assert rendered(f"📌 {escaped(text)}") == paragraph(f"📌 {text}")


MARKUP = st.text("\\`*_{}[]()#+-.!<>&;:|~^=$/ abz19\"'é\u00a0•", min_size=1, max_size=40)
TEXT = st.one_of(
    MARKUP, st.text(min_size=1, max_size=60), st.lists(st.sampled_from(TRAPS), min_size=1, max_size=4).map(" ".join)
)
PLAIN = TEXT.map(lambda text: cleaned(FORBIDDEN.sub("", text))).filter(lambda text: text and "<!--" not in text)


@settings(max_examples=300)
@given(PLAIN)
@example("1. 2. 3.")
@example("+ - * #")
def test_any_text_renders_to_itself(text):
    assert rendered(escaped(text)) == paragraph(text)
    assert rendered(f"- {escaped(text)}") == item(text)


def test_an_editor_s_note_stays_one():
    assert escaped("*uno* <!-- *due* --> tre_ <!--") == "\\*uno\\* <!-- *due* --> tre\\_ \\<!--"


@given(PLAIN, PLAIN, PLAIN)
def test_texts_next_to_each_other_stay_apart(one, two, three):
    markdown = f"- {escaped(one)}\n- {escaped(two)}\n\n📌 {escaped(three)}\n\n{escaped(one)}\n"
    items = "".join(item(text)[5:-6] for text in (one, two))
    assert rendered(markdown) == f"<ul>\n{items}</ul>\n" + paragraph(f"📌 {three}") + paragraph(one)


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia è in testa: S&P 500, 29% (CNY 4), nome_di_file, 1.5 volte, a < b, «fine»; ~3 | 4 = 5 $ {x}.",
        "+39 06",
        "-5 gradi",
        "#hashtag",
        "https://example.com/a_b?c=d&e=f",
    ],
)
def test_text_without_markup_gets_no_backslash(text):
    assert escaped(text) == text
