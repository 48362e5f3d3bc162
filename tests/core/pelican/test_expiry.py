"""Digests that expire: nowhere but at their own address once the time has come, whatever builds came before."""

import pytest

from puntina.commands.build import Options, run
from tests.site_builder import digest, hrefs, make, publication, texts, tree

KEYS = {"thread": "Feste", "tags": ["orari"], "author": "Redazione"}
FILES = {
    "it/2025/a.md": digest("Aperto", "2025-09-02 07:30", id="a", expires="2025-10-01", **KEYS),
    "it/2025/b.md": digest("Altro", "2025-09-02 08:30", id="b", **KEYS),
    "en/2025/a.md": digest("Open", "2025-09-02 07:30", id="e"),
}
SETTINGS = {"LITE_URL": "lite/", "EDITIONS_URL": "edition/", "CORRECTIONS_URL": "corrections/"}
OWN = {"2025/09/a/index.html", "lite/2025/09/a/index.html"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("expired"), FILES, CUTOFF="2025-10-01 00:00", **SETTINGS))


def test_only_its_own_pages_and_files_name_it(built):
    files = tree(built.folder)
    assert {path for path, data in files.items() if b"Aperto" in data} == OWN
    named = {path for path, data in files.items() if b'"/2025/09/a/"' in data or b"example/2025/09/a/" in data}
    assert named <= OWN


def test_its_page_says_since_when_it_is_not_current_and_leads_to_its_translation(built):
    page = built.html("2025/09/a/")
    assert texts(page, ".notice") == ["Scaduto Questo articolo non è più attuale: scaduto in data 1 ottobre 2025."]
    assert [meta.attributes["content"] for meta in page.css("meta[name=robots]")] == ["noindex"]
    assert hrefs(page, ".translations a") == ["/en/2025/09/a/"]
    assert hrefs(page, ".related a, .neighbours a, .thread a, link[rel=alternate][hreflang]") == []
    assert hrefs(built.html("en/2025/09/a/"), ".translations a, link[rel=alternate][hreflang]") == []


def test_until_then_it_is_like_any_other(tmp_path):
    built = make(publication(tmp_path, FILES, CUTOFF="2025-09-30 23:59", **SETTINGS))
    assert texts(built.html(""), "main h2")[:2] == ["Altro", "Aperto"]
    assert texts(built.html("2025/09/a/"), ".notice") == []


def test_a_build_after_the_moment_gives_what_a_clean_one_gives(tmp_path, built):
    file = publication(tmp_path, FILES, CUTOFF="2025-09-30 23:59", **SETTINGS)
    make(file)
    file.write_text(file.read_text("utf-8").replace("2025-09-30 23:59", "2025-10-01 00:00"), "utf-8")
    assert tree(make(file).folder) == tree(built.folder)


def test_an_idle_build_is_not_idle_once_the_moment_has_come(tmp_path):
    file = publication(tmp_path, FILES, **SETTINGS)
    moments = ("2025-09-30 23:58", "2025-09-30 23:59", "2025-10-01 00:00", "2025-10-01 00:01")
    counts = [run(file, {"CUTOFF": moment}, Options()).counts for moment in moments]
    assert [bool(each and each.written) for each in counts] == [True, False, True, False]
