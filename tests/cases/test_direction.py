"""A title in a script of the other direction: its text reads right wherever it is shown, and nothing scrolls sideways."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.built.browsing import overflows, serving
from tests.site_builder import ROOT, digest, publication

CASE = ROOT / "tests" / "fixtures" / "cases" / "28-rtl-title" / "content"
TITLE = "هجوم على (غزة) 2025!"
TAG = "عربي (C++)"
SOURCE = "المصدر (1)!"
FILES = {path.relative_to(CASE).as_posix(): path.read_bytes() for path in CASE.rglob("*.md")} | {
    "it/2025/due.md": digest(
        TITLE, "2025-09-02 09:30", tags=[TAG], author=SOURCE, thread=TITLE, sources=[{"name": SOURCE, "title": TITLE, "url": "https://e.example/"}, {"name": SOURCE}],
        updates=[{"date": "2025-09-03 09:00", "kind": "correction", "text": TITLE}],
    ),
    "it/2025/tre.md": digest("Altro", "2025-09-02 10:30", tags=[TAG], thread=TITLE),
    "it/pages/nota.md": f"---\ntitle: {TITLE}\n---\nTesto.\n",
    "ar/2025/uno.md": digest("Un titolo (in italiano)!", body=f"- Un punto (latino)!\n- {TITLE}\n\n📌 Sintesi!\n"),
}  # fmt: skip
SETTINGS = {
    "LANGUAGES": {"it": "Fatti", "ar": "أخبار"}, "CATEGORIES": {"world": {"it": "Mondo", "ar": "العالم"}},
    "LITE_URL": "lite/", "EDITIONS_URL": "edition/", "CORRECTIONS_URL": "corrections/all/", "THREAD_URL": "thread/{slug}/",
    "OUTLET_URL": "outlet/{slug}/", "OUTLETS_URL": "outlets/", "SUBSCRIBE_URL": "subscribe/",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("direction")
    with serving(publication(folder, FILES, **SETTINGS), folder / "output", root="") as site:
        yield site


def isolated(node):
    """Return whether the text stands in an element that finds its own direction."""
    while node is not None:
        if node.tag == "bdi" or node.attributes.get("dir") == "auto":
            return True
        node = node.parent
    return False


def test_every_place_that_shows_a_title_a_tag_or_a_name_finds_its_direction(built):
    wrong = []
    for path in built.pages:
        body = LexborHTMLParser(built.bytes(path)).css_first("body")
        for node in body.traverse(include_text=True):
            if node.tag == "-text" and any(text in node.text() for text in (TITLE, TAG, SOURCE)):
                wrong += [] if isolated(node.parent) or node.parent.tag == "script" else [(path, node.parent.html)]
    assert wrong == []


def test_the_page_of_the_digest_has_them_as_specified(built):
    page = built.html("2025/09/rtl/")
    for selector in ("h1", ".tags a", ".points > li", ".summary p:not([id])"):
        assert {node.attributes.get("dir") for node in page.css(selector)} == {"auto"}, selector


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["", "2025/09/rtl/", "2025/09/due/", "lite/2025/09/rtl/", "ar/2025/09/uno/", "lite/ar/2025/09/uno/"]
)
def test_nothing_scrolls_sideways(page, built, path):
    page.goto(f"{built.address}/{path}", wait_until="load")
    assert overflows(page) == []


@pytest.mark.browser
def test_the_exclamation_mark_is_at_the_end_of_the_line_which_is_the_left(page, built):
    page.goto(f"{built.address}/2025/09/rtl/", wait_until="load")
    left = page.evaluate("""() => {
      const text = document.querySelector("h1").firstChild, range = document.createRange();
      const at = (index) => { range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect().left; };
      return at(text.length - 1) < at(0);
    }""")
    assert left
