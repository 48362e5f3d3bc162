import datetime as dt
from io import StringIO

import pytest
from rich.console import Console

from benchmarks.documents import END, START, with_results, write_documents
from benchmarks.matched import count_built, differences
from benchmarks.results import Built, Results, Run, Setup, load, together
from benchmarks.tables import markdown, tables
from benchmarks.told import told

SMALL, LARGE = Setup(1000, 1, "ext4"), Setup(10000, 3, "tmpfs")
RUNS = (
    Run(SMALL, "cold", "puntina", 0.9, 1.5),
    Run(SMALL, "cold", "hugo", 1.0, 2.0),
    Run(SMALL, "cold", "hugo", 3.0, 4.0),
    Run(SMALL, "cold", "puntina", 1.1, 1.7),
    Run(SMALL, "cold", "puntina", 5.0, 1.6),
    Run(SMALL, "cold", "hugo", 2.0, 3.0),
    Run(SMALL, "cold", "puntina", memory=100.4),
    Run(SMALL, "cold", "hugo", memory=200.8),
    Run(SMALL, "serve feeds", "puntina", 0.25),
    *[Run(SMALL, "serve feeds", "hugo", wall) for wall in (None, 1.0, None)],
    Run(SMALL, "idle", "puntina", 0.1, 0.1),
    Run(LARGE, "cold", "pelican", 1234.5, 1200.25),
)
BUILT = (Built(SMALL, "puntina", 1300, 12_345_678), Built(SMALL, "hugo", 1290, 12_000_000))
RESULTS = Results("a machine", dt.date(2026, 1, 2), {"puntina": "0.1.0", "hugo": "0.168.0"}, RUNS, BUILT)

MARKDOWN = """\
Measured on 2 January 2026: a machine. Puntina 0.1.0; Hugo 0.168.0.

### 1,000 digests in one language, on ext4

| case | tool | wall s | CPU s | peak MiB |
|---|---|---:|---:|---:|
| cold | Puntina | 1.100 (0.55 ×) | 1.60 (0.53 ×) | 100 (0.50 ×) |
| cold | Hugo | 2.000 (1.00 ×) | 3.00 (1.00 ×) | 201 (1.00 ×) |
| nothing changed | Puntina | 0.100 | 0.10 | – |
| save → both feeds served | Puntina | 0.250 (0.25 ×) | – | – |
| save → both feeds served | Hugo | stale | – | – |

Made: Puntina 1,300 pages, 12.3 MB; Hugo 1,290 pages, 12.0 MB.

### 10,000 digests in 3 languages, on tmpfs

| case | tool | wall s | CPU s | peak MiB |
|---|---|---:|---:|---:|
| cold | Pelican | 1,234.500 | 1,200.25 | – |
"""
TERMINAL = """\
1,000 digests in one language, on ext4

  tool                               wall s           CPU s       peak MiB
 ──────────────────────────────────────────────────────────────────────────
  cold
  Puntina                    1.100 (0.55 ×)   1.60 (0.53 ×)   100 (0.50 ×)
  Hugo                       2.000 (1.00 ×)   3.00 (1.00 ×)   201 (1.00 ×)

  nothing changed
  Puntina                             0.100            0.10              –

  save → both feeds served
  Puntina                    0.250 (0.25 ×)               –              –
  Hugo                                stale               –              –

10,000 digests in 3 languages, on tmpfs

  tool         wall s      CPU s   peak MiB
 ───────────────────────────────────────────
  cold
  Pelican   1,234.500   1,200.25          –

"""


def test_medians_and_their_ratios_to_hugos_as_markdown():
    assert markdown(RESULTS) == MARKDOWN


def test_the_same_on_the_terminal():
    console = Console(file=StringIO(), width=100)
    console.print(*tables(RESULTS))
    assert "\n".join(line.rstrip() for line in console.file.getvalue().split("\n")) == TERMINAL


def test_results_are_saved_and_read(tmp_path):
    RESULTS.save(tmp_path / "a.json")
    assert load(tmp_path / "a.json") == RESULTS


def test_results_that_are_read_together_have_all_runs_and_each_site_once():
    one, other = (
        Results("m", dt.date(2026, 1, day), {name: "1.0"}, RUNS[:day], BUILT[:day])
        for day, name in ((1, "hugo"), (2, "puntina"))
    )
    assert together([one, other]) == Results(
        "m", dt.date(2026, 1, 2), {"hugo": "1.0", "puntina": "1.0"}, RUNS[:1] + RUNS[:2], BUILT[:2]
    )


def test_pages_and_feeds_are_counted_with_their_bytes(tmp_path):
    for name, text in {"index.html": "12345", "a/index.html": "1", "feed.xml": "123", "theme.css": "1234567"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert count_built(SMALL, "hugo", tmp_path) == Built(SMALL, "hugo", 3, 9, told(tmp_path))


def test_sites_that_differ_by_more_than_a_twentieth_are_named():
    every = [
        Built(SMALL, "puntina", 100, 1000),
        Built(SMALL, "hugo", 105, 950),
        Built(SMALL, "eleventy", 106, 1000),
        Built(SMALL, "pelican", 100, 940),
        Built(LARGE, "puntina", 500, 5000, "a"),
        Built(LARGE, "hugo", 500, 5000, "b"),
    ]
    assert list(differences(every)) == [
        "eleventy made 106 pages where puntina made 100: not the same work",
        "pelican made 940 bytes where puntina made 1,000: not the same work",
        "hugo tells networks and search engines other things than puntina: not the same work",
    ]


def test_the_section_between_the_marks_is_replaced():
    page = f"# Title\n\n{START}\nold\n{END}\n\nafter\n"
    assert with_results(page, "new\n") == f"# Title\n\n{START}\nnew\n{END}\n\nafter\n"


@pytest.mark.parametrize("can", [False, True])
def test_documents_have_the_table_and_the_picture_where_it_can_be_drawn(tmp_path, monkeypatch, can):
    drawn = []
    monkeypatch.setattr("benchmarks.documents.can_draw", lambda: can)
    monkeypatch.setattr("benchmarks.documents.draw", lambda results, path: drawn.append((results, path)))
    (tmp_path / "benchmarks.md").write_text(f"{START}\n{END}\n", "utf-8")
    assert write_documents(RESULTS, tmp_path) is can
    picture = "\n![Seconds of each tool in each case](pictures/bench.png)\n" if can else ""
    assert (tmp_path / "benchmarks.md").read_text("utf-8") == f"{START}\n{picture}\n{MARKDOWN}\n{END}\n"
    assert drawn == ([(RESULTS, tmp_path / "pictures" / "bench.png")] if can else [])
