"""What editors of other programs type first: each file is told what would be right, and dates of CMSs are read."""

import datetime as dt
from pathlib import Path

import pytest

from puntina.core.checks.reading import read_content
from tests.core.checks.contents import write

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
HINTS = CASES / "21-hints" / "files"
DATES = CASES / "22-cms-dates" / "content" / "it" / "2025"
PRESS = "delete it: put the cursor before --- and press Backspace"
SAID = {
    "apostrofo": """2:10: YAML a quotation mark inside the text ends it — write title: "L'Italia cresce\"""",
    "cancelletto": '6:8: LINK-FILE no file "../../media/a" — write %23 instead of # in a file name',
    "description": '5:1: FM-UNKNOWN unknown key "description" — rename it to "summary"',
    "draft": '5:1: FM-UNKNOWN unknown key "draft" — write status: draft',
    "due-bom": f"1:1: FM-MISSING an invisible character (U+FEFF) before --- — {PRESS}",
    "lastmod": '5:1: FM-UNKNOWN unknown key "lastmod" — rename it to "modified"',
    "permalink": '5:1: FM-UNKNOWN unknown key "permalink" — write slug: a, or, if it is an old URL, aliases: [/a/]',
    "published": '5:1: FM-UNKNOWN unknown key "published" — write status: draft',
    "toml": "1:1: FM-MISSING front matter in TOML — write --- instead of +++, and title: … instead of title = …",
    "virgolette": """2:14: YAML a quotation mark inside the text ends it — write title: 'Dice "sì" al piano'""",
    "zero-width-prima": f"1:1: FM-MISSING an invisible character (U+200B) before --- — {PRESS}",
}


def read(tmp_path, file, **others):
    """Return the digest of a file and its problems, as they are printed behind its name."""
    site = write(tmp_path, {"it/2025/a.md": file.read_bytes(), **others})
    found = read_content(site)
    problems = [str(each).removeprefix("content/it/2025/a.md:") for each in found.problems if each.code != "FM-ID"]
    return found.digests.get("it/2025/a.md"), problems


def test_every_file_is_asserted():
    assert {path.stem for path in HINTS.iterdir()} == SAID.keys() | {"senza-https"}


def test_a_site_without_https_is_told_so(tmp_path):
    hint = "write https:// before a web address"
    assert read(tmp_path, HINTS / "senza-https.md")[1] == [
        f'6:7: LINK-FILE no file "example.org" — {hint}',
        f'6:24: LINK-FILE no file "www.example.org/x" — {hint}',
    ]


@pytest.mark.parametrize("name", SAID)
def test_each_is_told_what_would_be_right(tmp_path, name):
    others = {"media/a#b.jpg": b""} if name == "cancelletto" else {}
    assert read(tmp_path, HINTS / f"{name}.md", **others)[1] == [SAID[name]]


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("d2025-09-02T00-30-00-000Z", dt.datetime(2025, 9, 2, 0, 30, tzinfo=dt.UTC)),
        ("d2025-09-02T07-30-00-123-07-00", dt.datetime(2025, 9, 2, 0, 30, tzinfo=dt.UTC)),
        ("d2025-09-02-07-30-07", dt.datetime(2025, 9, 2, 0, 30, tzinfo=dt.UTC)),
    ],
)
def test_dates_as_cmss_write_them_are_read_to_the_second(tmp_path, name, moment):
    digest, problems = read(tmp_path, DATES / f"{name}.md")
    assert (digest.meta.date, problems) == (moment, [])


@pytest.mark.parametrize(
    ("name", "typed", "right"),
    [
        ("d2025-9-2", "2025-9-2", "2025-09-02"),
        ("d2025-09-02-7-30", "2025-09-02 7:30", "2025-09-02 07:30"),
        ("d2025-09-02-07-30-UTC", "2025-09-02 07:30 UTC", "2025-09-02 07:30Z"),
    ],
)
def test_other_dates_are_shown_as_they_should_be(tmp_path, name, typed, right):
    assert read(tmp_path, DATES / f"{name}.md")[1] == [f'3:7: FM-DATE "{typed}" is not a valid date — write {right}']
