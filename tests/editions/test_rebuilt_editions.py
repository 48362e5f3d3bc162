"""What an edit or the end of a day makes anew of the editions."""

import pytest

from puntina.commands.build import Options, run
from tests.editions.days import FILES, at
from tests.site_builder import digest, publication

NOON = "2025-09-10 12:00"


@pytest.fixture
def settings(tmp_path):
    """Give the settings file of a publication that was built at noon of a day with a digest."""
    file = publication(tmp_path, FILES, **at(NOON))
    made(file)
    return file


def made(file, **overrides: object) -> set[str]:
    """Build, and return what was made of editions and homes."""
    done = run(file, overrides, Options())
    names = set(done.made_from.job._made) if done.made_from else set()
    return {path for path in names if "edition/" in path or path == "index.html"}


FEEDS = {f"edition/{kind}{form}" for kind in ("", "week/") for form in ("feed.xml", "atom.xml", "feed.json")}


def test_a_summary_makes_the_editions_and_feeds_that_show_it(settings):
    publication(settings.parent, {"it/2025/a.md": digest("A", "2025-09-01 08:00", id="a1")}, **at(NOON))
    pages = {"edition/2025-09-01/index.html", "edition/2025-w36/index.html"}
    assert made(settings) - {"index.html"} == pages | FEEDS


def test_a_digest_of_a_day_that_is_not_over_makes_nothing_of_them(settings):
    publication(settings.parent, {"it/2025/d.md": digest("D", NOON, id="d1", body="- Altro\n\n📌 E.\n")}, **at(NOON))
    assert made(settings) - {"index.html"} == set()


def test_until_midnight_a_build_is_idle_and_then_it_makes_the_new_edition_and_what_leads_to_it(settings):
    assert made(settings, CUTOFF="2025-09-10 23:59") == set()
    assert made(settings, CUTOFF="2025-09-11 00:00") == {
        "edition/2025-09-10/index.html",
        "edition/2025-09-03/index.html",
        "edition/index.html",
        "index.html",
        *(path for path in FEEDS if "week" not in path),
    }
    assert made(settings, CUTOFF="2025-09-14 23:59") == set()
    week = {path for path in FEEDS if "week" in path}
    assert made(settings, CUTOFF="2025-09-15 00:00") == {
        "edition/2025-w37/index.html",
        "edition/2025-w36/index.html",
        "edition/2025-09-10/index.html",  # which leads to its week
        "edition/index.html",
        *week,
    }


def test_a_cut_off_that_goes_back_takes_an_edition_away(settings):
    made(settings, CUTOFF="2025-09-11 00:00")
    made(settings, CUTOFF="2025-09-10 23:59")
    assert not (settings.parent / "output" / "edition" / "2025-09-10").exists()
