"""Markup that readers would see as typed is reported at line and column; ordinary prose in five languages is not."""

import pytest

from tests.core.digest.samples import FIRST, body, points, reading, shape

REST = "\n\n- a\n\n📌 b"


def found(text: str) -> list[tuple[int, int, str]]:
    """Return line from the text's first, column and code of every problem."""
    return [
        (problem.line - FIRST + 1, problem.column, problem.code)
        for problem in sorted(
            reading(text if "\n- a\n" in text else text + REST).problems, key=lambda problem: problem.order
        )
    ]


@pytest.mark.parametrize(
    ("text", "column", "code"),
    [
        ("a **b **c", 3, "MARK-EMPHASIS"), ("a ** b** c", 3, "MARK-EMPHASIS"), ("a ** b ** c", 3, "MARK-EMPHASIS"),
        ("**a:**b", 1, "MARK-EMPHASIS"), ("a “**b”**c", 4, "MARK-EMPHASIS"), ("a **b", 3, "MARK-EMPHASIS"), ("a b** c", 4, "MARK-EMPHASIS"),
        ("a *b *c", 3, "MARK-EMPHASIS"), ("a _b _c", 3, "MARK-EMPHASIS"), ("_a:_b", 1, "MARK-EMPHASIS"), ("a __b __c", 3, "MARK-EMPHASIS"),
        ("**a*", 1, "MARK-EMPHASIS"), ("***a**", 1, "MARK-EMPHASIS"), ("[**a **](b.md)", 2, "MARK-EMPHASIS"),
        ("a ~~b~~ c", 3, "MARK-STYLE"), ("~~ b ~~", 1, "MARK-STYLE"), ("a ==b c==", 3, "MARK-STYLE"),
        (">100 morti", 1, "MARK-QUOTE"), (">= 5", 1, "MARK-QUOTE"), ("1. > >50%", 6, "MARK-QUOTE"),
        ("a ++b c++ d", 3, "MARK-STYLE"), ("a %% b %% c", 3, "BODY-COMMENT"), ("%%\nb\n%%c", 1, "BODY-COMMENT"), ("*|FNAME|* a", 1, "MARK-TEMPLATE"), ("a *|MC:SUBJECT|*", 3, "MARK-TEMPLATE"),
        ("a [[b]]", 3, "MARK-WIKI"), ("a [[b|c]]", 3, "MARK-WIKI"), ("a ![[b.jpg]]", 3, "MARK-WIKI"), ("a [[b", 3, "MARK-WIKI"),
        ("a {{ b }}", 3, "MARK-TEMPLATE"), ("a {{b", 3, "MARK-TEMPLATE"), ("{% b %}", 1, "MARK-TEMPLATE"), ("a {{< b >}}", 3, "MARK-TEMPLATE"),
        ("{{% b %}}", 1, "MARK-TEMPLATE"), ("a {#b#}", 3, "MARK-TEMPLATE"), ("a {.b}", 3, "MARK-TEMPLATE"), ("a {: .b}", 3, "MARK-TEMPLATE"),
        ("a {#b}", 3, "MARK-TEMPLATE"), ("a <% b %>", 3, "MARK-TEMPLATE"), ("a <%= b %>", 3, "MARK-TEMPLATE"),
        ('[gallery ids="1"]', 1, "MARK-SHORTCODE"), ("a [gallery]", 3, "MARK-SHORTCODE"), ("a [b]c[/b]", 7, "MARK-SHORTCODE"),
        ("[video width=”640″]", 1, "MARK-SHORTCODE"), ("[url=https://a.b]", 1, "MARK-SHORTCODE"), ("[TOC]", 1, "MARK-SHORTCODE"),
        ("> [!NOTE]\n> a", 3, "MARK-CALLOUT"), ("> [!info]- A", 3, "MARK-CALLOUT"), ("[!TIP] a", 1, "MARK-CALLOUT"), (":::note", 1, "MARK-CALLOUT"),
        ("::: {.note}", 1, "MARK-CALLOUT"), ('!!! note "A"', 1, "MARK-CALLOUT"),
        ("- [ ] a", 3, "MARK-TASK"), ("- [x] a", 3, "MARK-TASK"), ("• [X] a", 3, "MARK-TASK"), ("1. [ ] a", 4, "MARK-TASK"), ("[ ] a", 1, "MARK-TASK"),
        ("a :contentReference[oaicite:0]{index=0}", 3, "MARK-CITATION"), ("a【12†source】.", 2, "MARK-CITATION"), ("a 【4:0†L1-L9】", 3, "MARK-CITATION"),
        ("[cite_start]a", 1, "MARK-CITATION"), ("a [cite: 1, 12]", 3, "MARK-CITATION"), ("a [1†source]", 3, "MARK-CITATION"),
        ("a \ue200cite\ue202turn0search1\ue201", 3, "MARK-CITATION"),
        ("a :pushpin:", 3, "MARK-EMOJI"), (":+1: a", 1, "MARK-EMOJI"), ("a :white_check_mark:.", 3, "MARK-EMOJI"),
        ("a [b] (https://c.d)", 3, "MARK-LINK"), ("a [b]\u00a0(c.md)", 3, "MARK-LINK"), ("a [b] (www.c.d)", 3, "MARK-LINK"), ("a [b] (/c/)", 3, "MARK-LINK"),
        ("a (b)[https://c.d]", 3, "MARK-LINK"), ("a (b) [www.c.d]", 3, "MARK-LINK"), ('a "[b]"(https://c.d)', 4, "MARK-LINK"),
        ("a **[b]**(https://c.d)", 5, "MARK-LINK"), ("a [b](https://c.d e)", 3, "MARK-LINK"), ("a [b](c d.md)", 3, "MARK-LINK"),
        ("a ![b](c d.jpg)", 3, "MARK-LINK"), ("a [b](https://c.d", 3, "MARK-LINK"), ('a [b](https://c.d "e)', 3, "MARK-LINK"),
        ("[a [b](https://c.d) e](https://f.g)", 1, "MARK-LINK"), ("a [b](\nc d)", 3, "MARK-LINK"), ("a https:/b.c/d", 8, "MARK-LINK"), ("a https:b.c", 8, "MARK-LINK"),
        ("a [b][c]", 3, "MARK-REFERENCE"), ("a [b][]", 3, "MARK-REFERENCE"), ("a [b c][1]", 3, "MARK-REFERENCE"), ("a ![b][c]", 3, "MARK-REFERENCE"),
        ("[a]:", 1, "MARK-REFERENCE"), ("[a]: b c d", 1, "MARK-REFERENCE"), ("a^[b c]", 3, "BODY-NOTE"),
        ("a&nbsp b", 2, "MARK-ENTITY"), ("a &#8211 b", 3, "MARK-ENTITY"),
        ("#Titolo senza spazio", 1, "MARK-HEADING"), ("##Titolo.", 1, "MARK-HEADING"), ("###2025", 1, "MARK-HEADING"), ("> #Il titolo", 3, "MARK-HEADING"), ("##Titolo", 1, "MARK-HEADING"),
        ("| a | b |\n| c | d |", 1, "MARK-TABLE"), ("| a | b |", 1, "MARK-TABLE"), ("a | b\nc | d", 1, "MARK-TABLE"),
        ("| a | b |\n|---|", 1, "MARK-TABLE"), ("a\n|---|---|", 1, "MARK-TABLE"), ("> | a | b |\n> | c | d |", 3, "MARK-TABLE"),
        ("a ~b c~.", 3, "MARK-STYLE"), ("a__b__c", 2, "MARK-EMPHASIS"), ("a :tada::rocket: b", 3, "MARK-EMOJI"),
        ("{:toc}", 1, "MARK-TEMPLATE"), ("a {/* b */}", 3, "MARK-TEMPLATE"), ("a ${nome} b", 3, "MARK-TEMPLATE"),
        ("a [b](https://c.d)[e]https://f.g", 19, "MARK-LINK"), ("a [b c(https://d.e)", 3, "MARK-LINK"), ("a <www.b.c> d", 3, "MARK-LINK"),
        ("a &amp;nbsp; b", 3, "MARK-ENTITY"), ("a&amp;#8217;b", 2, "MARK-ENTITY"), ("a &amp;amp; b", 3, "MARK-ENTITY"),
        ("Testo\n---", 1, "MARK-RULE"), ("title: a\n---", 1, "MARK-RULE"), ("> Testo\n> ---", 3, "MARK-RULE"), ("Testo\n-", 1, "MARK-RULE"), ("Testo\n===", 1, "MARK-RULE"), ("> Testo\n> =", 3, "MARK-RULE"), ("a b [c\nd] (https://e.f)", 5, "MARK-LINK"),
        ("![][image1]", 1, "MARK-REFERENCE"), ("H~2~O", 2, "MARK-STYLE"), ("10^6^ e", 3, "MARK-STYLE"), ("$$x^2$$", 1, "MARK-FORMULA"), ("$$\nx\n$$", 1, "MARK-FORMULA"),
        ('??? note "A"', 1, "MARK-CALLOUT"), ("a<w:sdt id=1>", 2, "BODY-HTML"), ("a &nbspb", 3, "MARK-ENTITY"), ("l&#146;Italia", 2, "MARK-ENTITY"), ("1990&#150;2000", 5, "MARK-ENTITY"), ("a&#x92;b", 2, "MARK-ENTITY"),
        ("[[a](https://b.c)](https://d.e)", 1, "MARK-LINK"), ("![a](b.jpg){width=50%}", 12, "MARK-TEMPLATE"), ("[oai_citation:0‡b.c](https://b.c/d)", 14, "MARK-CITATION"),
        ("E` vero", 2, "MARK-CODE"), ("l`uno e altro", 2, "MARK-CODE"), ("citta`", 6, "MARK-CODE"), ("Nome\tValore\nUno\t1", 1, "MARK-TABLE"), ("-->", 1, "BODY-COMMENT"),
        ("|a|b|", 1, "MARK-TABLE"), ("|a|b|c|", 1, "MARK-TABLE"), ("a ==b c== d", 3, "MARK-STYLE"), ("a <Foo bar=1>", 3, "BODY-HTML"), ("a <BR> b", 3, "BODY-HTML"), ("a </foo>", 3, "BODY-HTML"), ("Titolo:** testo", 8, "MARK-EMPHASIS"),
    ],
)  # fmt: skip
def test_each_way_to_mistype_is_reported_where_it_begins(text, column, code):
    assert [(at, what) for _, at, what in found(text)] == [(column, code)]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("📌 b\n- a\n\n```\nb", 4, "MARK-FENCE"), ("📌 b\n\n- a\n- ~~~\n  c", 4, "MARK-FENCE"), ("a\n##b", 2, "MARK-HEADING"), ("a\nb\n---", 2, "MARK-RULE"),
        ("a\nb **c", 2, "MARK-EMPHASIS"), ("a\n\n- b\n  - c [[d]]", 4, "MARK-WIKI"), ("a\n| b | c |", 2, "MARK-TABLE"),
    ],
)  # fmt: skip
def test_the_line_is_that_of_the_sign(text, line, code):
    assert [(at, what) for at, _, what in found(text)] == [(line, code)]


@pytest.mark.parametrize(
    "left", ["【1†source】", "\ue200cite\ue202turn0search1\ue201", ":contentReference[oaicite:0]{index=0}"]
)
def test_what_a_chat_program_leaves_is_seen_in_the_plainest_digest(left):
    assert found(f"- b {left}\n- **c** {left}\n- a\n\n📌 d") == [(1, 5, "MARK-CITATION"), (2, 9, "MARK-CITATION")]


def test_a_fence_that_is_closed_is_fine_wherever_it_is():
    assert found("```\na\n```\n\n~~~~ x\nb\n~~~~~\n\n> ```\n> c\n> ```\n\n- d\n\n  ```\n  e\n  ```") == []


@pytest.mark.parametrize(
    "text",
    [
        "Costa 5 * 3 = 15 e 5 ** 3", "C# e F#, C++ e C++11", "#1 al mondo", "È detto [sic] così […] e [ndr]", "L’insieme {x} e {a, b}", "una_parola_lunga a_b_c",
        "* * *", "Il prezzo* è salito, i costi* pure.", "tutt* l* amic*, Leser*innen", "Dati[1][2] e [3]", "Ore 10:30:45, rapporto 1:2:3",
        "La nota: **vero**, e *anche* _questo_.", "__________ firma", "Es.: `**` e `[[x]]` e `{{ y }}` e ``~~a~~``", "\\*\\*a\\*\\* \\[b\\] (https://c.d) \\~~c~~ \\[[d]] \\{{ e }} \\#f",
        "#MeToo, cinque anni dopo.", "#Vietnam #chip #2025", "- #MeToo torna", "Roma | Milano", "a || b, a | b", "x > y e x < y, <3", "Sì!!! Notevole!!!", "!!! Attenzione",
        "Perché? E poi: niente; fine.", "AT&T, R&D, Q&A &c.", "a == b e c == d", "~5 % e ~6 %, ơi~~", "std::vector e a::b", "http e https: due protocolli", "Il prefisso https:// è sicuro",
        "Titolo\n======", "Titolo lungo\n------------", "---", "***", "a\n\n---\n\nb", "[a][]\n\n[a]: https://b.c", "[a][b]\n\n[b]: https://b.c", "[a]\n\n[a]: https://b.c",
        "She said [it] (quietly) left.", "Er sagt: [sic] (so) „Nein“ – 5 * 3.", "قال [كذا] (نعم): 5 * 3 ؟", "Anh nói: “Không” (5 * 3) – [chú thích] {x}", "The [Acme] (ACM) share",
        "#Sanremo2025", "#غزة_تحت_القصف", "#Gaza", "#ViệtNam", "Price* and terms** apply.", "I prezzi* e le condizioni** cambiano.", "Un albergo 5** a Rimini",
        "Ein Hotel mit 4*** in Wien", "Giá* và điều kiện** có thể đổi.", "السعر* والشروط** قابلة للتغيير", "Premere <Enter>", "Il modello <Nome Cognome> va compilato.", "Dear <your-name>,", "Gentile <Nome>,", "Drücken Sie <Strg>", "Dear <Name>",
        "<<Ciao>>, disse", "Nhấn <Enter>", "|x| è il valore assoluto", "|x| + |y| = |z|", "Der Betrag |x|, also |−x|.", "|x|", "se a==b e c==d", "if a==b, then c==d", "wenn a==b",
        "Nota[^1]\n\n[^1]: Testo", "| a | b |\n|---|---|\n| c | d |", "a&nbsp;b &#8211; &lt; &amp;nbsp", "[a](b.md) [c](<d e.md>) ![f](g.jpg \"h\")",
        "#MeToo: dieci anni dopo", "#IoStoConKiev è il più usato", "(*) Dati provvisori. (**) Stime.", "– Non so – disse – se verrò.", "Il `codice` e foo`bar`.", "Costa 5 $ e 7 $$", "x^2", "Perché??? Mah", "Nome\tValore",
        "a --> b", "```\n-->\n```", "<!-- a\n-->",
        "1. [a](b.md)", "> [a](b.md)", "Indirizzo: mario@example.org", "[2025] (anno)", "(a)[b]", "[[1]](b.md)",
    ],
)  # fmt: skip
def test_ordinary_prose_is_not_reported(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("\tSecondo capoverso", body("Secondo capoverso")),
        ("    Terzo capoverso", body("Terzo capoverso")),
        ("Uno\n\n\tdue\n\n    tre", body("Uno", "due", "tre")),
        ("      - a", points("a")),
    ],
)
def test_indented_text_is_text(text, parts):
    assert shape(text) == parts


def test_what_is_mistyped_is_shown_as_typed():
    assert shape("- a **b **c [[d]] {{e}} ~~f~~") == points("a **b **c [[d]] {{e}} ~~f~~")


def test_each_of_two_in_a_line_is_reported_once():
    assert found("~~a~~ b ~~c~~ ==d== e ==f==") == [
        (1, 1, "MARK-STYLE"),
        (1, 9, "MARK-STYLE"),
        (1, 15, "MARK-STYLE"),
        (1, 23, "MARK-STYLE"),
    ]


def test_a_link_without_words_is_reported():
    assert found("a [](https://b.c) d") == [(1, 6, "BODY-LINK")]


@pytest.mark.parametrize(
    "text",
    ["a__b@example.org", "circa ~5 euro, da ~10 a ~5", "un <! b", "[ANSA (https://a.b)]", "[1] https://a.b", "A -> B --> C", "&lt;br&gt;", "C++ e C++/CLI", "il 5%% e il 6%%", "a ++ b ++", "i++; j++", "l'*Economist*", "中文**强调**中文", "dell'**energia** e **U**E", "2 * 3 * 4", "> 100 morti", ">Cita", "a *b*: c", "+++", "+39 06 1 + 2", "*\\|A|*"],
)  # fmt: skip
def test_signs_that_are_no_markup_are_not_reported(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Leser*innen und Bürger*innen", "ein*e Lehrer*in und der*die Autor*in", "2*3*4", "M*A*S*H", "f**k, poi f**k",
        "che c**o, f**k e m***a", "tutt*e e car*i", "di @_anna_ e @_luca_", "Twitter: @_mario_ e @_rossi", "5*6 e 7*8*9",
    ],
)  # fmt: skip
def test_signs_within_words_stay_what_they_are(text):
    (first, *_) = reading(f"{text}{REST}").digest.blocks
    assert (str(first.parts[0].html), first.parts[0].text, found(text)) == (f"<p>{text}</p>", text, [])


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("中文**强调**中文", "<p>中文<strong>强调</strong>中文</p>"),
        ("dell'**energia**", "<p>dell'<strong>energia</strong></p>"),
        ("**V**ietnam **I**ndex", "<p><strong>V</strong>ietnam <strong>I</strong>ndex</p>"),
        ("Leser*innen *sind* da", "<p>Leser*innen <em>sind</em> da</p>"),
        ("Leser*innen und *Bürger*innen", "<p>Leser*innen und <em>Bürger</em>innen</p>"),
    ],
)
def test_emphasis_of_words_and_of_scripts_without_capitals_is_emphasis(text, html):
    (first, *_) = reading(f"{text}{REST}").digest.blocks
    assert str(first.parts[0].html) == html
