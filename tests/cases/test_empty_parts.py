"""A point or a 📌 with nothing behind it is reported, and no page, feed or index shows it."""

import json

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from tests.site_builder import Built, digest, publication, texts, tree, words

REST = "it/2025/b.md"
EVERYTHING = {
    "LITE_URL": "lite/",
    "EDITIONS_URL": "edition/",
    "SEARCH": True,
}
FIXED = {"updates": [{"date": "2025-09-03 08:00", "kind": "correction", "text": "Era un altro."}]}


def built(folder, body, **keys):
    files = {"it/2025/a.md": digest("Prova", body=body, **keys), REST: digest("Altro", date="2025-09-02 09:00")}
    settings = publication(folder, files, **EVERYTHING)
    assert check(settings) == 0
    assert build(settings, next_step="") == 0
    return Built(folder / "output")


@pytest.mark.parametrize(
    ("body", "points", "summary"),
    [
        ("- \n- \n- \n\n📌 \n", [], []),
        ("-\n-\n-\n\n📌\n", [], []),
        ("•\n•\n📌\n", [], []),
        ("- \n", [], []),
        ("📌 \n", [], []),
        ("**📌**\n", [], []),
        ("- 📌\n", [], []),
        ("- uno\n- \n- due\n\n📌 Sintesi.\n", ["uno", "due"], ["Sintesi."]),
        ("- uno\n- &nbsp;\n\n📌 &nbsp;\n", ["uno"], []),
        ("- uno\n\n📌 \n\n## Testo sotto.\n", ["uno"], []),
        ("- [](https://example.org/a)\n- uno\n\n📌 Sintesi.\n", ["uno"], ["Sintesi."]),
        ("- uno\n\n📌 …\n", ["uno"], []),
        ("- uno\n\n📌 -\n", ["uno"], []),
        ("- uno\n\n📌 👍\n", ["uno"], []),
        ("- \n\n📌 Solo la sintesi.\n", [], ["Solo la sintesi."]),
    ],
)
def test_nothing_shows_what_is_empty(tmp_path, body, points, summary):
    site = built(tmp_path, body)
    page = site.html("2025/09/a/")
    assert texts(page, "ul.points > li") == points
    assert len(page.css(".summary")) == len(summary)
    lite = site.html("lite/2025/09/a/")
    assert [words(item) for item in lite.css("main li") if not words(item)] == []
    feeds = {path: data.decode() for path, data in tree(site.folder).items() if path.endswith((".xml", ".json"))}
    items = json.loads(feeds["feed.json"])["items"]
    item = next(item for item in items if item["title"] == "Prova")
    content = item.get("content_html", "")
    assert ("📌" in content) is bool(summary)
    assert item.get("content_text") == (None if content else "Prova")
    assert "<li></li>" not in "".join(feeds.values())


def test_a_corrected_digest_without_any_text_is_built(tmp_path):
    site = built(tmp_path, "- \n\n📌 \n", **FIXED)
    assert "Era un altro." in site.bytes("2025/09/a/").decode()


def test_front_matter_s_summary_stands_in_for_an_empty_one(tmp_path):
    site = built(tmp_path, "- uno\n\n📌 \n", summary="Breve.")
    assert [words(node) for node in site.html("2025/09/a/").css(".summary p:not(.note-label)")] == ["Breve."]


def test_in_a_draft_they_are_still_to_be_written(tmp_path, capsys):
    check(publication(tmp_path, {"it/2025/a.md": digest(body="- \n- \n\n📌 \n", id="a", status="draft")}))
    assert capsys.readouterr().err == ""


def test_each_empty_part_is_reported_at_its_line(tmp_path, capsys):
    check(publication(tmp_path, {"it/2025/a.md": digest(body="- \n- b\n\n📌 \n")}))
    said = [line for line in capsys.readouterr().err.splitlines() if "BODY" in line]
    assert said == [
        "content/it/2025/a.md:5:1: BODY-EMPTY warning: an empty point — write it, or delete the line",
        "content/it/2025/a.md:8:1: BODY-EMPTY warning: an empty summary — write it, or delete the line",
    ]
