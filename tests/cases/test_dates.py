"""Dates typed with offsets of their own: readers see all of them in the publication's time zone, wherever they are."""

import datetime as dt
import json

import pytest
from lxml import etree

from puntina.core.locales import daymonth, longdate, longdatetime
from tests.site_builder import ROOT, make, publication, texts, words

CASE = ROOT / "tests" / "fixtures" / "cases" / "09-offset-shown" / "content"
HANOI = dt.timedelta(hours=7)
# By name: where the page is, which keeps the day as typed, and the moment that readers see.
DIGESTS = {
    "c": ("2025/12/c/", "2026-01-01T03:10:00+07:00"),  # typed 2025-12-31 14:10 -0600
    "b": ("2026/01/b/", "2026-01-01T03:05:00+07:00"),  # typed 2026-01-01 03:05
    "a": ("2025/12/a/", "2026-01-01T03:00:00+07:00"),  # typed 2025-12-31T20:00:00Z
    "e": ("2025/12/e/", "2025-12-31T09:00:00+07:00"),  # typed 2025-12-31 09:00
    "d": ("2025/12/d/", "2025-12-31T00:00:00+07:00"),  # typed 2025-12-31
}
ADDRESSES = [f"/{address}" for address, _ in DIGESTS.values()]
NEW_YEAR, OLD_YEAR = ADDRESSES[:3], ADDRESSES[3:]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    files = {path.relative_to(CASE).as_posix(): path.read_bytes() for path in CASE.rglob("*.md")}
    return make(
        publication(
            tmp_path_factory.mktemp("offsets"),
            files,
            CUTOFF="2026-06-01 00:00",
            DEFAULT_PAGINATION=10,
            LITE_URL="lite/",
            EDITIONS_URL="edition/",
            CORRECTIONS_URL="corrections/all/",
            MONTH_ARCHIVE_URL="{date:%Y}/{date:%m}/",
            SHARE=[],
        )
    )


def links(page, selector):
    return [node.attributes["href"] for node in page.css(selector)]


@pytest.mark.parametrize(("address", "moment"), DIGESTS.values(), ids=DIGESTS)
def test_a_page_shows_the_publications_time(built, address, moment):
    text = longdatetime(dt.datetime.fromisoformat(moment), "it")
    shown = built.html(address).css_first(".byline time")
    assert (shown.attributes["datetime"], words(shown)) == (moment, text)
    lite = built.html(f"lite/{address}").css_first("main time")
    assert (lite.attributes["datetime"], words(lite)) == (moment, text)


def test_the_first_page_reads_as_specified(built):
    shown = built.html("2025/12/a/").css_first(".byline time")
    assert shown.html == '<time datetime="2026-01-01T03:00:00+07:00">1 gennaio 2026, 03:00</time>'


def test_every_time_of_every_page_is_in_the_zone_and_reads_as_it_says(built):
    for path in built.pages:
        for node in built.html(path).css("time"):
            moment = dt.datetime.fromisoformat(node.attributes["datetime"])
            assert moment.utcoffset() == HANOI, path
            assert words(node) in {form(moment, "it") for form in (longdate, longdatetime, daymonth)}, path


def test_lists_are_in_the_order_of_the_dates_that_they_show(built):
    page = built.html("")
    assert links(page, ".card .title a") == ADDRESSES
    assert texts(page, ".card time") == ["1 gennaio 2026"] * 3 + ["31 dicembre 2025"] * 2
    assert links(built.html("lite/"), "main li a")[:5] == [f"/lite{address}" for address in ADDRESSES]


def test_editions_archives_and_their_counts_agree(built):
    assert links(built.html("edition/2026-01-01/"), ".brief .title a") == NEW_YEAR
    assert links(built.html("edition/2025-12-31/"), ".brief .title a") == OLD_YEAR
    assert links(built.html("2026/"), ".lines a") == links(built.html("2026/01/"), ".lines a") == NEW_YEAR
    assert links(built.html("2025/"), ".lines a") == links(built.html("2025/12/"), ".lines a") == OLD_YEAR
    assert texts(built.html("archive/"), "h2") == ["2026 3 articoli", "2025 2 articoli"]


def test_updates_and_corrections_agree(built):
    update = "1 gennaio 2026, 02:30"
    assert texts(built.html("2025/12/e/"), ".text .notice time") == [update]
    assert texts(built.html("corrections/all/"), "main time") == [update]
    assert f"Correzione ({update}): Erano due." in texts(built.html("lite/2025/12/e/"), "main p")
    assert texts(built.html("2025/12/e/"), ".byline time")[1] == "1 gennaio 2026, 03:00"


def test_feeds_and_metadata_agree(built):
    entries = etree.fromstring(built.bytes("atom.xml")).findall(f"{ATOM}entry")
    published = [dt.datetime.fromisoformat(entry.findtext(f"{ATOM}published")) for entry in entries]
    assert {moment.utcoffset() for moment in published} == {HANOI}
    assert [moment.replace(second=0).isoformat() for moment in published] == [each for _, each in DIGESTS.values()]
    for address, moment in DIGESTS.values():
        (data,) = json.loads(built.html(address).css_first("script").text())["@graph"][:1]
        assert dt.datetime.fromisoformat(data["datePublished"]).replace(second=0).isoformat() == moment


def test_the_year_of_the_copyright_line_is_that_of_the_shown_date(built):
    rights = {name: texts(built.html(address), ".digest-foot .rights") for name, (address, _) in DIGESTS.items()}
    assert {name: text[0].split()[1] for name, text in rights.items()} == {
        "a": "2026", "b": "2026", "c": "2026", "d": "2025", "e": "2025",
    }  # fmt: skip


def test_a_day_that_was_written_without_a_time_is_shown_without_one():
    day = dt.datetime(2025, 9, 2, tzinfo=dt.UTC)
    shown = [longdatetime(each, "en") for each in (day, day.replace(minute=1))]
    assert shown == ["2 September 2025", "2 September 2025, 12:01\u00a0am"]
