"""The pin stands before a summary, and not before a first point or a first sentence that stands in for one."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site_builder import digest, make, publication, texts, words

POINTS = "- Primo punto\n- Secondo punto\n"
WHY = {"date": "2025-09-02 10:00", "kind": "retraction", "text": "Era falso."}
FILES = {
    "it/2025/a.md": digest("Con sintesi", "2025-09-01 08:00", thread="Chip"),
    "it/2025/b.md": digest("Con chiave", "2025-09-01 09:00", body=POINTS, summary="Dalla chiave.", thread="Chip"),
    "it/2025/d.md": digest("Ritirata", "2025-09-01 10:00", updates=WHY, thread="Chip"),
    "it/2025/c.md": digest("Soli punti", "2025-09-01 11:00", body=POINTS, thread="Chip"),
}
PINNED = {"Con sintesi": True, "Con chiave": True, "Ritirata": False, "Soli punti": False}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pin")
    return make(publication(folder, FILES, EDITIONS_URL="edition/", CUTOFF="2025-09-15 00:00"))


@pytest.mark.parametrize("path", ["edition/2025-09-01/", "thread/chip/"])
def test_lists_of_summaries_pin_summaries_alone(built, path):
    briefs = built.html(path).css(".brief")
    assert {words(brief.css_first(".title")): bool(brief.css(".pin")) for brief in briefs} == PINNED


def test_a_letter_pins_summaries_alone(built):
    (item,) = json.loads(built.bytes("edition/feed.json"))["items"]
    page = LexborHTMLParser(item["content_html"])
    found = {title: "📌" in text for title, text in zip(texts(page, "h3"), texts(page, "h3 + p"), strict=True)}
    assert found == {title.replace("Ritirata", "Ritirato: Ritirata"): pinned for title, pinned in PINNED.items()}


def test_home_leads_with_a_first_point_without_the_pin(built):
    lead = built.html("").css_first(".cards .lead")
    assert (texts(lead, "h2, .teaser"), lead.css(".pin, .note")) == (["Soli punti", "Primo punto"], [])


def test_home_leads_with_a_summary_by_the_pin(tmp_path):
    built = make(publication(tmp_path, {"it/2025/a.md": FILES["it/2025/a.md"]}))
    assert len(built.html("").css(".cards .lead .note .pin")) == 1
