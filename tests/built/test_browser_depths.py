"""Texts of more columns, levels and marks than any page has room for: no page, full or lite, scrolls sideways."""

import pytest

from tests.built.browsing import overflows, serving
from tests.pictures import picture
from tests.site_builder import digest, publication

COLUMNS = 60
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
ADDRESS = "https://example.org/" + "molto-lungo-" * 20 + "?a=1&b=2"
MARKED = "Z" + "\u0301\u0323\u0302" * 60 + "algo"  # 180 combining marks, which stand above and below one letter
WIDE_TABLE = "\n".join(
    f"|{'|'.join(cells)}|"
    for cells in ([f"Colonna {n}" for n in range(COLUMNS)], ["---"] * COLUMNS, ["1234567890"] * COLUMNS)
)
LIST = "\n".join(f"{'  ' * depth}- livello {depth}" for depth in range(17))
NUMBERS = "\n".join(f"{'   ' * depth}1. livello {depth}" for depth in range(17))
QUOTE = f"{'> ' * 35}in fondo"
MIXED = "\n".join(f"{'> - ' * depth}livello {depth}" for depth in range(1, 12))
WIDE_CODE = "x = " + "1 + " * 90
CODE_IN_LIST = f"- punto\n\n  ```\n  {WIDE_CODE}\n  ```\n\n- `{'x' * 200}`"
TABLE_IN_LIST = "- punto\n\n" + "\n".join(f"  {line}" for line in WIDE_TABLE.splitlines())
DEEP_CODE = "\n".join(f"{'    ' * depth}{depth + 1}. livello {depth}" for depth in range(9))
DEEP_CODE += f"\n{'    ' * 9}```\n{'    ' * 9}{WIDE_CODE}\n{'    ' * 9}```\n\n{'> ' * 12}{'- ' * 6}`{'x' * 200}`"
WORDLESS = (
    f"![{LONG}](../../media/a.png)\n\n[{LONG}]({ADDRESS})\n\n| `{LONG}` | {MARKED} |\n|---|---|\n| {ADDRESS} | {LONG} |"
)
FOOTNOTES = "Testo[^1] e altro[^2].\n\n[^1]: " + LONG + "\n[^2]: <" + ADDRESS + "> `" + LONG + "`"
BODIES = {
    "tabella": WIDE_TABLE,
    "elenco": f"📌 Sintesi.\n\n{LIST}\n\n## Numeri\n\n{NUMBERS}",
    "citazione": f"{QUOTE}\n\n{MIXED}",
    "codice": f"```\n{WIDE_CODE}\n```\n\n{CODE_IN_LIST}",
    "tabella-in-elenco": TABLE_IN_LIST,
    "codice-in-fondo": DEEP_CODE,
    "note": FOOTNOTES,
    "immagine": WORDLESS,
    "parole": f"- {LONG}\n- <{ADDRESS}>\n- {MARKED}\n\n📌 {LONG} {ADDRESS}\n\n## {LONG}\n\n> {LONG}\n\n**{LONG}**",
    "segni": f"{MARKED}\n\n## {MARKED}\n\n| {MARKED} | b |\n|---|---|\n| {MARKED} | {MARKED} |",
}
TITLES = {"segni": MARKED, "parole": f"{LONG} {MARKED}"}
KEYS = {
    "tags": [MARKED, LONG],
    "author": LONG,
    "sources": [{"name": LONG, "title": MARKED, "url": ADDRESS, "archive": ADDRESS}, {"name": MARKED, "title": LONG}],
    "thread": MARKED,
    "image": {"file": "../../media/a.png", "alt": LONG, "credit": LONG},
    "updates": [{"date": "2025-09-03 09:00", "kind": "correction", "text": f"{LONG} {MARKED}", "points": [1]}],
}
FILES = (
    {
        f"{lang}/2025/{name}.md": digest(
            TITLES.get(name, name), f"2025-09-02 07:{minute:02}", f"- Primo punto\n\n{body}\n", **KEYS
        )
        for lang in ("it", "ar")
        for minute, (name, body) in enumerate(BODIES.items())
    }
    | {"media/a.png": picture("PNG", 1200, 800)}
    | {"it/pages/nota.md": f"---\ntitle: {MARKED}\n---\n{WIDE_TABLE}\n\n{LIST}\n\n{QUOTE}\n"}
)
SETTINGS = {
    "LANGUAGES": {"it": "Fatti", "ar": "أخبار"}, "CATEGORIES": {"world": {"it": "Mondo", "ar": "العالم"}}, "DEFAULT_PAGINATION": 20,
    "LITE_URL": "lite/", "EDITIONS_URL": "edition/", "THREAD_URL": "thread/{slug}/", "OUTLETS_URL": "outlets/",
    "OUTLET_URL": "outlet/{slug}/", "SUBSCRIBE_URL": "subscribe/",
}  # fmt: skip


@pytest.fixture(scope="module")
def deep(tmp_path_factory):
    folder = tmp_path_factory.mktemp("depths")
    with serving(publication(folder, FILES, **SETTINGS), folder / "output", root="") as site:
        yield site


def test_no_page_full_or_lite_scrolls_sideways(page, deep):
    assert len(deep.pages) > 60
    found = {}
    for path in deep.pages:
        page.goto(f"{deep.address}/{path.removesuffix('index.html')}", wait_until="load")
        if wide := overflows(page):
            found[path] = wide
    assert found == {}


def test_what_is_wider_than_the_page_scrolls_in_a_box_of_its_own_that_keys_reach(page, deep):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{deep.address}/2025/09/tabella/", wait_until="load")
    box = page.locator(".table")
    assert box.evaluate("box => [box.scrollWidth > box.clientWidth, box.tabIndex]") == [True, 0]


@pytest.mark.parametrize(
    "place", ["2025/09/elenco/", "2025/09/citazione/", "lite/2025/09/elenco/", "lite/2025/09/citazione/"]
)
def test_the_deepest_level_has_room_for_words(page, deep, place):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{deep.address}/{place}", wait_until="load")
    deepest = page.get_by_text("livello 16" if "elenco" in place else "in fondo", exact=True).last
    assert deepest.bounding_box()["width"] >= 40
