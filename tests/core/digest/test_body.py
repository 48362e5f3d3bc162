"""The rest of a digest: headings, tables, footnotes, quotes, and what is not allowed in text."""

import pytest

from tests.core.digest.samples import FIRST, body, digest, parts, problems, shape

TABLE = '<div class="table" role="region" tabindex="0" aria-label="Table">\n<table>\n'
NOTES = '<section class="footnotes" role="doc-endnotes" aria-label="Notes">\n<ol>\n'
BACK = '<a href="#fnref{}" role="doc-backlink" aria-label="Back to the text">↩︎</a>'
REST = "\n\n- a\n\n📌 b"


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("Testo *a* **b** `c`", "<p>Testo <em>a</em> <strong>b</strong> <code>c</code></p>", "Testo a b c"),
        ("> Citazione\n> lunga", "<blockquote>\n<p>Citazione\nlunga</p>\n</blockquote>", "Citazione lunga"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "a b"),
        ("```py\nx < 1\n```", '<pre tabindex="0"><code>x &lt; 1\n</code></pre>', "x < 1"),
        ("    x < 1", "<p>x &lt; 1</p>", "x < 1"),
        ("---", "<hr />", ""),
        ("a  \nb", "<p>a<br />\nb</p>", "a b"),
        ("![Alt *x*](a.jpg)", '<p><img src="a.jpg" alt="Alt x" loading="lazy" decoding="async" /></p>', "Alt x"),
        ("[a](https://x.y \"t & 'u'\")", '<p><a href="https://x.y" title="t &amp; \'u\'">a</a></p>', "a"),
        ("&lt;b&gt; &amp; &copy;", "<p>&lt;b&gt; &amp; ©</p>", "<b> & ©"),
        ("a &#12; b &#0; c", "<p>a � b � c</p>", "a � b � c"),
        ("a\u2028b", "<p>a\u2028b</p>", "a b"),
        (
            "| a | b |\n|---|--:|\n| c | d |",
            TABLE + '<thead>\n<tr>\n<th>a</th>\n<th class="right">b</th>\n</tr>\n</thead>\n<tbody>\n'
            '<tr>\n<td>c</td>\n<td class="right">d</td>\n</tr>\n</tbody>\n</table>\n</div>',
            "a b c d",
        ),
    ],
)
def test_other_text_is_flow_html(text, html, plain):
    assert parts(text) == [("body", 1, html, plain)]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# a\n## b\n### c", ['<h2 id="a">a</h2>', '<h3 id="b">b</h3>', '<h4 id="c">c</h4>']),
        ("## a\n### b", ['<h2 id="a">a</h2>', '<h3 id="b">b</h3>']),
        ("# a\n###### b", ['<h2 id="a">a</h2>', '<h6 id="b">b</h6>']),
        ("a\n=\n\nb\n-", ['<h2 id="a">a</h2>', '<h3 id="b">b</h3>']),
        ("## a\n## a\n## a", ['<h2 id="a">a</h2>', '<h2 id="a-2">a</h2>', '<h2 id="a-3">a</h2>']),
        ("## a 3\n## a\n## a\n## a", ['<h2 id="a-3">a 3</h2>', '<h2 id="a">a</h2>', '<h2 id="a-2">a</h2>', '<h2 id="a-4">a</h2>']),
        ("## Perché *no*?", ['<h2 id="perche-no">Perché <em>no</em>?</h2>']),
        ("## [a](https://x.y)", ['<h2 id="a"><a href="https://x.y">a</a></h2>']),
        ("## 半导体\n## !\n## ?", ['<h2 id="半导体">半导体</h2>', '<h2 id="section">!</h2>', '<h2 id="section-2">?</h2>']),
    ],
)  # fmt: skip
def test_headings_have_their_own_ids_and_stand_below_the_title(text, headings):
    found = digest(text)
    assert [str(part.html) for part in found.body] == headings
    assert [f'id="{anchor}"' in html for anchor, html in zip(found.anchors, headings, strict=True)] == [True] * len(
        headings
    )


def test_headings_in_a_quote_have_ids_too():
    assert digest("> ## a\n\n## a").anchors == ("a", "a-2")


def test_a_footnote_has_its_number_its_text_and_a_way_back():
    found = parts("Testo[^x], ancora[^x].\n\n[^x]: Nota *a*.\n\nFine.")
    ref = '<sup><a href="#fn1" id="fnref1{}" role="doc-noteref">[1]</a></sup>'
    assert found == [
        ("body", 1, f"<p>Testo{ref.format('')}, ancora{ref.format('-1')}.</p>", "Testo, ancora."),
        ("body", 5, "<p>Fine.</p>", "Fine."),
        (
            "body",
            3,
            f'{NOTES}<li id="fn1"><p>Nota <em>a</em>. {BACK.format("1")} {BACK.format("1-1")}</p>\n</li>\n</ol>\n</section>',
            "Nota a.",
        ),
    ]


def test_footnotes_and_headings_share_no_id():
    assert digest("## fn1\n\nTesto[^1]\n\n[^1]: a").anchors == ("fn1-2", "fn1", "fnref1")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a[^1]", ["6:2: BODY-NOTE warning: no footnote [^1] — add a line [^1]: with its text"]),
        ("a\\[^1]\n`[^1]`", []),
        ("a\nb [^1] c [^2]\n\n[^2]: x", ["7:3: BODY-NOTE warning: no footnote [^1] — add a line [^1]: with its text"]),
        ("a\n\n[^1]: b", ["8:1: BODY-NOTE warning: nothing refers to the footnote [^1] — write [^1] where it belongs"]),
        (
            "a[^1]\n\n[^1]: b\n\n[^1]: c",
            ["10:1: BODY-NOTE duplicate footnote [^1] (first on line 8) — give one of the two another name"],
        ),
    ],
)
def test_no_footnote_is_lost_unsaid(text, found):
    assert problems(text + REST) == found


HTML = "BODY-HTML warning: raw HTML {} — use Markdown; this would appear on the page as typed"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <br> b", ["6:3", "<br>"]),
        ("a\n  b <br/>", ["7:5", "<br/>"]),
        ("- a\n- b<br>", ["7:4", "<br>"]),
        ("• a\n  • b<br>", ["7:6", "<br>"]),
        ("> a\n> <div class='x'>", ["7:3", "<div class='x'>"]),
        ("| a | <b> |\n|---|---|", ["6:7", "<b>"]),
        ("## a <i>", ["6:6", "<i>"]),
        ("\\<br> <br>", ["6:7", "<br>"]),
        ("`<br>` <br>", ["6:8", "<br>"]),
        ("[a <b>](https://x.y)", ["6:4", "<b>"]),
        ("a[^1]\n\n[^1]: b <s>", ["8:9", "<s>"]),
        ("<script>", ["6:1", "<script>"]),
        ("</p >", ["6:1", "</p >"]),
        ("<?php ?>", ["6:1", "<?php ?>"]),
    ],
)
def test_raw_html_is_a_warning_at_its_place(text, found):
    where, tag = found
    assert problems(text + REST) == [f"{where}: {HTML.format(tag)}"]


def test_every_piece_of_raw_html_is_named():
    assert problems("<b>a</b> <b>" + REST) == [
        f"6:{column}: {HTML.format(tag)}" for column, tag in ((1, "<b>"), (5, "</b>"), (10, "<b>"))
    ]


@pytest.mark.parametrize("text", ["\\<br>", "`<br>`", "```\n<br>\n```", "a < b > c", "1<2", "<3", "&lt;br&gt;"])
def test_what_is_no_raw_html(text):
    assert problems(text + REST) == []


def test_raw_html_is_printed_as_typed():
    assert parts("<script>alert(1)</script>")[0][2] == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize("text", ["> " * 45 + "a", "\n".join("  " * n + "- a" for n in range(25))])
def test_what_is_too_deep_to_be_read_is_an_error(text):
    found = [problem for problem in problems(text + REST) if "BODY-DEEP" in problem]
    line = FIRST if text.startswith(">") else FIRST + 19
    assert found == [f"{line}:1: BODY-DEEP lists or quotes nested too deeply — reduce the levels"]


def test_twenty_lists_inside_one_another_are_read():
    assert problems("\n".join("  " * n + "- a" for n in range(19)) + "\n\n📌 b") == []


def test_words_are_counted_in_every_part():
    assert digest("- uno due\n\n📌 tre\n\nquattro cinque\n\n| sei |\n|---|\n").words == 6


@pytest.mark.parametrize("text", ["", " \n\n", "\u00a0", "\n\u00a0\n\n\u00a0\u00a0\n"])
def test_white_space_gives_no_parts(text):
    assert shape(text) == body()


@pytest.mark.parametrize("text", ["---", "![a](a.jpg)", "\u00a0"])
def test_a_rule_or_a_picture_is_no_empty_block(text):
    assert problems(text + REST) == []


@pytest.mark.parametrize("text", [">", "&nbsp;"])
def test_a_block_in_which_nothing_is_seen_is_a_warning(text):
    assert problems(text + REST) == ["6:1: BODY-EMPTY warning: an empty block — write it, or delete the line"]
