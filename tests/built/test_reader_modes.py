"""What Reader View, an article extractor and text browsers show of every kind of page: all of a digest, nothing else."""

import shutil
import subprocess

import pytest
import trafilatura

from tests.readability import read
from tests.site_builder import digest, make, publication

TEXT = """\
- Il primo punto dice che cosa è successo, e dove.
- Il secondo aggiunge dei numeri: 34 per cento, 12 miliardi.

📌 La sintesi dice tutto in una frase. E in un’altra che cosa può seguirne.
"""
POINTS = (
    "Il primo punto dice che cosa è successo, e dove.",
    "Il secondo aggiunge dei numeri: 34 per cento, 12 miliardi.",
)
SUMMARY = "La sintesi dice tutto in una frase. E in un’altra che cosa può seguirne."
SOURCES = [
    {
        "name": "The Example",
        "title": "Chips explained",
        "url": "https://e.example/a",
        "date": "2025-08-28",
        "lang": "en",
    },
    {"name": "ANSA", "url": "https://e.example/b"},
    {"name": "Gazzetta ufficiale", "title": "Decreto 34", "url": "https://e.example/c", "paywall": True},
]
SOURCE_WORDS = (
    "Basato su «Chips explained», The Example, 28 agosto 2025",
    "Basato su ANSA",
    "Basato su «Decreto 34», Gazzetta ufficiale",
)
REASON = "Il documento non era autentico."
UPDATES = [
    {"date": "2025-09-03 09:00", "kind": "correction", "text": "Erano due, non tre.", "points": [2]},
    {"date": "2025-09-04 09:00", "text": "Se ne sa di più."},
]
KEYS = {
    "author": "Anna Rossi",
    "tags": ["chip"],
    "category": "technology",
    "sources": SOURCES,
    "thread": "La storia dei chip",
}
FILES = {
    "it/2025/intero.md": digest("Un digest intero", body=TEXT, **KEYS),
    "en/2025/intero.md": digest("A whole digest", body=TEXT),
    "it/2025/corretto.md": digest("Un digest corretto", "2025-09-02 08:30", TEXT, **KEYS, updates=UPDATES),
    "it/2025/ritirato.md": digest(
        "Un digest ritirato", "2025-09-02 09:30", TEXT, **KEYS,
        updates=[{"date": "2025-09-05 09:00", "kind": "retraction", "text": REASON}],
    ),
    "it/2025/scaduto.md": digest("Un digest scaduto", "2025-09-02 10:30", TEXT, **KEYS, expires="2025-10-01 00:00"),
    "it/2025/una-fonte.md": digest("Un digest con una fonte", "2025-09-02 11:30", TEXT, **KEYS | {"sources": SOURCES[1:2]}),
    "it/2025/corto.md": digest("Corto", "2025-09-02 12:30"),
    "it/pages/chi-siamo.md": "---\ntitle: Chi siamo\n---\nSiamo una redazione piccola, che corregge i suoi sbagli.\n",
}  # fmt: skip
# By name: what its text has besides points and summary.
DIGESTS = {
    "intero": SOURCE_WORDS,
    "corretto": (*SOURCE_WORDS, "Erano due, non tre.", "Se ne sa di più."),
    "ritirato": (*SOURCE_WORDS, REASON),
    "scaduto": (*SOURCE_WORDS, "Questo articolo non è più attuale"),
    "una-fonte": SOURCE_WORDS[1:2],
}
# Ways on, buttons, and what is for paper.
NOT_TEXT = (
    "WhatsApp", "Condividi", "Copia", "In precedenza", "Sullo stesso argomento", "Tutta la vicenda", "Successivo",
    "Precedente", "Leggi in", "not in English", "Tutti gli articoli basati", "https://news.example/2025", "Versione leggera",
)  # fmt: skip
SETTINGS = {
    "LITE_URL": "lite/", "EDITIONS_URL": "edition/", "CORRECTIONS_URL": "corrections/all/", "THREAD_URL": "thread/{slug}/",
    "OUTLET_URL": "outlet/{slug}/", "SUBSCRIBE_URL": "subscribe/", "SEARCH": True, "SHARE": ["whatsapp", "x", "email", "copy", "native"],
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("reader modes"), FILES, **SETTINGS))


@pytest.fixture
def reader_view(page, built):
    """Reads a page as Firefox's Reader View does."""
    return lambda path: read(page, built.bytes(path).decode(), f"{built.address}/{path}")


def shared_title(name):
    """Return the title that the head of the digest's page has."""
    return f"{'Ritirato: ' if name == 'ritirato' else ''}Un digest {name.replace('una-', 'con una ')}"


def in_order(text, parts):
    """Return the parts that the text has, in the order in which it has them."""
    return tuple(sorted((part for part in parts if part in text), key=text.index))


def extracted(built, path):
    found = trafilatura.bare_extraction(built.bytes(path).decode(), with_metadata=True).as_dict()
    return found | {"text": " ".join(found["text"].split())}


@pytest.mark.parametrize("lite", ["", "lite/"])
@pytest.mark.parametrize("name", DIGESTS)
def test_reader_view_shows_all_of_a_digest_and_no_more(reader_view, name, lite):
    found = reader_view(f"{lite}2025/09/{name}/")
    assert (found.title, found.byline, found.published[:10], found.lang) == (
        shared_title(name), "Anna Rossi", "2025-09-02", "it",
    )  # fmt: skip
    expected = {*POINTS, SUMMARY, *DIGESTS[name]}
    assert set(in_order(found.text, expected)) == expected
    assert in_order(found.text, NOT_TEXT) == ()


@pytest.mark.parametrize("lite", ["", "lite/"])
@pytest.mark.parametrize("name", DIGESTS)
def test_an_extractor_finds_all_of_a_digest_and_no_more(built, name, lite):
    found = extracted(built, f"{lite}2025/09/{name}/")
    assert (found["title"], found["author"], found["date"]) == (
        shared_title(name), "Anna Rossi", "2025-09-02",
    )  # fmt: skip
    expected = {*POINTS, SUMMARY, *DIGESTS[name]}
    assert set(in_order(found["text"], expected)) == expected
    assert in_order(found["text"], NOT_TEXT) == ()


@pytest.mark.parametrize("lite", ["", "lite/"])
def test_a_retraction_is_read_before_what_was_taken_back(reader_view, built, lite):
    for text in (reader_view(f"{lite}2025/09/ritirato/").text, extracted(built, f"{lite}2025/09/ritirato/")["text"]):
        assert in_order(text, (POINTS[0], SUMMARY, REASON, "Ritirato")) == ("Ritirato", REASON, POINTS[0], SUMMARY)


@pytest.mark.parametrize("lite", ["", "lite/"])
def test_reader_view_shows_the_smallest_digest(reader_view, lite):
    found = reader_view(f"{lite}2025/09/corto/")
    assert found.title == "Corto"
    assert in_order(found.text, ("Primo punto", "Secondo punto", "Sintesi.")) == (
        "Primo punto",
        "Secondo punto",
        "Sintesi.",
    )
    assert in_order(found.text, NOT_TEXT) == ()


def test_editions_threads_corrections_and_pages_are_read_whole(reader_view, built):
    titles = ("Un digest intero", "Un digest corretto", "Un digest ritirato", "Un digest con una fonte", "Corto")
    expected = {
        "edition/2025-09-02/": {*titles, SUMMARY, REASON},
        "edition/2025-w36/": {*titles, SUMMARY, REASON},
        "thread/la-storia-dei-chip/": {*titles[:4], SUMMARY, REASON},
        "corrections/all/": {*titles[1:3], REASON, "Erano due, non tre."},
        "chi-siamo/": {"Siamo una redazione piccola, che corregge i suoi sbagli."},
    }
    for path, parts in expected.items():
        assert set(in_order(reader_view(path).text, parts)) == parts, path
        assert set(in_order(extracted(built, path)["text"], parts)) == parts, path


@pytest.mark.parametrize("feed", ["feed.xml", "atom.xml", "feed.json"])
def test_the_content_of_a_feed_keeps_its_summary_in_reader_view(page, built, feed):
    html = built.bytes(feed).decode()
    assert "aside" not in html
    if feed != "feed.json":
        entry = next(node for node in built.xml(feed).iter() if node.text and SUMMARY in node.text and "<" in node.text)
        found = read(page, f"<!doctype html><title>x</title><body>{entry.text}", built.address)
        assert in_order(found.text, (*POINTS, SUMMARY)) == (*POINTS, SUMMARY)


@pytest.mark.parametrize(
    "command", [["lynx", "-dump", "-nolist"], ["w3m", "-dump", "-T", "text/html"]], ids=lambda each: each[0]
)
def test_text_browsers_show_no_name_twice_no_hidden_button_and_nothing_for_paper(built, command):
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    for path in ("2025/09/intero/", "subscribe/", "search/", ""):
        shown = subprocess.run([*command, built.file(path)], capture_output=True, encoding="utf-8", check=True).stdout
        lines = [line.strip(" *•+") for line in shown.splitlines()]
        assert [
            line
            for line in lines
            if "Copia" in line or "BUTTON" in line or "Parole da cercare" in line or "news.example/2025" in line
        ] == [], path
    shown = subprocess.run(
        [*command, built.file("2025/09/intero/")], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert [line.strip(" *•") for line in shown.splitlines() if "WhatsApp" in line] == ["WhatsApp"]


def test_no_page_holds_a_button_or_a_field_that_waits_for_a_script(built):
    for path in built.full_pages:
        page = built.html(path)
        assert page.css("[hidden], template, button, input, select") == [], path


def test_no_text_of_a_digest_is_in_elements_that_extractors_cut_out(built):
    for path in built.pages:
        page = built.html(path)
        assert page.css("aside, bdi, cite") == [], path
        assert page.css(".sources time") == [], path


def test_reader_view_shows_the_list_of_a_lite_page_and_not_what_is_below_it(reader_view):
    titles = {"Un digest intero", "Un digest corretto", "Un digest ritirato", "Un digest con una fonte"}
    text = reader_view("lite/category/technology/").text
    assert set(in_order(text, titles)) == titles
    assert in_order(text, ("Esci dalla versione mobile", "©")) == ()
