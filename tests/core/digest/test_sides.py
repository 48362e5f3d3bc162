"""What in a text begins in a script of the other direction says so; ordinary texts are as they were."""

import pytest
from babel.localedata import locale_identifiers

from puntina.core.digest import Kind
from puntina.core.digest.body import by_markdown
from puntina.core.digest.sides import is_rtl
from puntina.core.locales import direction

BODY = """- One
  - نقطة
  - Two

  ثالثة

## عنوان

نص أول.

Plain.

> اقتباس
>
> - عنصر
> - Item

| a | ب |
|---|--:|
| 25% | نعم |

1. أولا
2. Second[^1]

[^1]: حاشية
"""


def html(body: str, lang: str, kind: Kind = Kind.DIGEST) -> str:
    """Return the HTML of a text of this language."""
    found, _, _ = by_markdown(body, "a.md", kind, lang=lang)
    return "\n".join(str(part.html) for _, part in found)


def test_each_part_of_another_direction_says_so_and_no_other_does():
    made = html(BODY, "en")
    for part in (
        '<li dir="auto">نقطة</li>', "<li>Two</li>", '<p dir="auto">ثالثة</p>', '<h2 dir="auto" id="عنوان">', '<p dir="auto">نص أول.</p>',
        "<p>Plain.</p>", '<blockquote dir="auto">\n<p>اقتباس</p>\n<ul>\n<li>عنصر</li>\n<li dir="auto">Item</li>', "<th>a</th>",
        '<th class="right" dir="auto">ب</th>', "<td>25%</td>", '<td class="right" dir="auto">نعم</td>', '<li dir="auto">أولا</li>',
        "<li>Second<sup>", '<li id="fn1" dir="auto"><p>حاشية',
    ):  # fmt: skip
        assert part in made


def test_in_a_language_from_right_to_left_the_others_do():
    made = html(BODY, "ar")
    for part in (
        '<li dir="auto">نقطة</li>',
        '<p dir="auto">Plain.</p>',
        '<th dir="auto">a</th>',
        "<td>25%</td>",
        "<blockquote>\n<p>",
        "<li>أولا</li>",
    ):
        assert part in made


@pytest.mark.parametrize(
    "text",
    [
        "## A\n\n1. B (نعم)\n2. 2025\n\n> «È»\n",
        "| a |\n|---|\n| — |\n",
        "- - x\n",
        "- \n  > q\n",
        "> ![نعم](a.png) Yes\n",
    ],
)
@pytest.mark.parametrize("lang", ["en", "it", "vi", "de"])
def test_an_ordinary_text_is_as_it_was(text, lang):
    assert "dir=" not in html(text, lang) + html(text, lang, Kind.PAGE)


def test_languages_have_the_direction_that_cldr_gives_them():
    codes = [code.replace("_", "-") for code in locale_identifiers()]
    assert [code for code in codes if is_rtl(code) != (direction(code) == "rtl")] == []
