import gzip
import shutil
import sys
from pathlib import Path

import pytest
from lxml import etree

from puntina.commands.build import build
from tests.built.crawler import crawl
from tests.site_builder import ROOT, SAMPLE, Built, digest, hrefs, make, publication, run, texts, tree, words

CUTOFF = "2025-09-10 12:00"
GZIP = b"\x1f\x8b"  # RFC 1952, section 2.3.1
WORD = "Segretissimo"
KEPT_BACK = {
    "it/2025/zqdraft.md": digest(f"{WORD} bozza", status="draft", tags=["zqtag"], author="Zqautore"),
    "it/2025/zqheld.md": digest(f"{WORD} trattenuto", "2025-09-10 12:01", category="technology", tags=["zqtag"]),
    "it/2025/zqlater.md": digest(f"{WORD} nascosto e futuro", "2026-02-01 08:00", status="hidden"),
    "it/pages/zqpage.md": f"---\ntitle: {WORD} pagina\nstatus: draft\n---\nTesto.\n",
    "en/2025/zqdraft.md": digest(f"{WORD} draft", status="draft"),
}
SHOWN = {
    "it/2025/due.md": digest("Puntuale", "2025-09-10 12:00"),
    "it/2025/old.md": digest("Vecchio", "2025-09-01 08:00"),
    "it/2025/hidden.md": digest(
        "Nascosto", "2025-09-02 08:00", status="hidden", category="technology", tags=["celato"]
    ),
}


@pytest.fixture
def settings(tmp_path):
    return publication(tmp_path, SHOWN | KEPT_BACK, CUTOFF=CUTOFF)


def assert_nowhere(built: Built) -> None:
    """Fail where a file's name or bytes hold anything of what is kept back."""
    # Search keeps what it finds compressed; its program is none of ours, and may hold any two letters.
    every = {path: data for path, data in tree(built.folder).items() if "/wasm." not in path}
    files = {path: gzip.decompress(data) if data[:2] == GZIP else data for path, data in every.items()}
    assert [path for path in files if "zq" in path.lower()] == []
    for secret in (WORD.encode(), b"zq", WORD.encode("utf-16-le")):
        assert [path for path, data in files.items() if secret.lower() in data.lower()] == []


def test_drafts_and_held_digests_are_nowhere(settings):
    built = make(settings)
    assert_nowhere(built)
    assert texts(built.html(""), "article.card h2") == ["Puntuale", "Vecchio"]
    assert not built.has("category/technology/")
    assert not (built.folder / "drafts").exists()


def test_they_are_nowhere_in_what_the_publishing_settings_make_either(settings, monkeypatch):
    monkeypatch.setenv("SITEURL", "https://news.example/repo")
    built = make(Path(shutil.copy(SAMPLE / "publishconf.py", settings.parent)))
    assert_nowhere(built)
    assert hrefs(built.html(""), "link[rel=canonical]") == ["https://news.example/repo/"]


def test_a_build_says_what_is_held_and_until_when_the_next_one_first(settings, capsys):
    make(settings)
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        f"scheduled for 10 September 12:01: {WORD} trattenuto (content/it/2025/zqheld.md)",
        f"scheduled for 1 February 2026 08:00: {WORD} nascosto e futuro (content/it/2025/zqlater.md)",
    ]
    assert not any("bozza" in line for line in said)


def test_a_held_digest_is_published_when_its_date_has_come(settings):
    built = make(settings, CUTOFF="2025-09-10 12:01")
    assert texts(built.html(""), "article.card h2") == [f"{WORD} trattenuto", "Puntuale", "Vecchio"]
    assert built.has("2025/09/zqheld/")
    assert texts(built.html("2025/09/due/"), ".neighbours .newer .title") == [f"{WORD} trattenuto"]


def test_a_hidden_digest_has_its_page_and_is_in_no_list_or_feed(settings):
    built = make(settings)
    page = built.html("2025/09/hidden/")
    assert texts(page, "h1") == ["Nascosto"]
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert texts(page, "article .rights") == ["© 2025 Notizie"]
    assert [path for path, data in tree(built.folder).items() if b"Nascosto" in data] == ["2025/09/hidden/index.html"]
    assert [path for path in built.pages if "celato" in path or "technology" in path] == []
    assert crawl(built, start="2025/09/hidden/").broken() == []


def test_shown_digests_may_be_indexed(settings):
    assert make(settings).html("2025/09/due/").css("meta[name=robots]") == []


def test_a_preview_shows_drafts_and_held_digests_marked(settings):
    built = make(settings, PREVIEW=True)
    cards = {words(card.css_first("h2")): texts(card, ".mark") for card in built.html("").css("article.card")}
    assert cards == {
        f"{WORD} nascosto e futuro": ["Programmato"],
        f"{WORD} trattenuto": ["Programmato"],
        "Puntuale": [],
        f"{WORD} bozza": ["Bozza"],
        "Vecchio": [],
    }
    for place in ("2025/09/zqdraft/", "2025/09/zqheld/", "en/2025/09/zqdraft/", "zqpage/"):
        page = built.html(place)
        assert len(page.css("p.notice")) == 1
        assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert texts(built.html("2025/09/zqheld/"), "p.notice") == [
        "Programmato per il 10 settembre 2025, 12:01 Visibile solo in anteprima."
    ]


@pytest.mark.parametrize(("path", "entry"), [("feed.xml", "channel/item"), ("en/atom.xml", "{*}entry")])
def test_a_preview_s_feeds_hold_what_readers_get(settings, path, entry):
    def entries(**overrides):
        return [etree.tostring(found) for found in make(settings, **overrides).xml(path).findall(entry)]

    assert entries(PREVIEW=True) == entries()


def test_a_link_to_what_is_not_published_is_an_error_and_none_in_a_preview(tmp_path, capsys):
    line = "- [bozza](zqdraft.md) e [dopo](zqheld.md)"
    files = SHOWN | KEPT_BACK | {"it/2025/link.md": digest("Link", body=f"{line}\n\n📌 Sintesi.\n")}
    settings = publication(tmp_path, files, CUTOFF=CUTOFF)
    assert build(settings, next_step="") == 1
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("content/")]
    assert [line.split(" — ")[0] for line in said] == [
        f"content/it/2025/link.md:5:{line.index('zqdraft') + 1}: LINK-UNPUBLISHED it/2025/zqdraft.md is a draft",
        f"content/it/2025/link.md:5:{line.index('zqheld') + 1}: LINK-UNPUBLISHED it/2025/zqheld.md is scheduled",
    ]
    page = make(settings, PREVIEW=True).html("2025/09/link/")
    assert hrefs(page, ".points a") == ["/2025/09/zqdraft/", "/2025/09/zqheld/"]


def test_the_plain_pelican_command_keeps_them_back_too(settings):
    command = [sys.executable, "-m", "pelican", "content", "-s", str(settings)]
    done = run(command, cwd=settings.parent, PYTHONPATH=str(ROOT / "plugins"))
    assert (done.returncode, done.stderr) == (0, "")
    assert_nowhere(Built(settings.parent / "output"))
