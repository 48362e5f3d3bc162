"""Addresses: patterns to places on the site and in the output folder, and patterns that can't be."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.core.routes.address import Address, Addresses, fault_of_pattern, place_of, quoted
from puntina.core.routes.table import ROUTES

DATE = dt.datetime(2025, 9, 2, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
VALUES = {"slug": "cambricon", "date": DATE, "category": "tech", "lang": "en", "id": "d7k2"}


def at(pattern: str, prefix: str = "", **values: object) -> tuple[str, str]:
    found = Addresses((("ARTICLE_URL", pattern),)).at("ARTICLE_URL", prefix, **(VALUES | values))
    return found.url, found.save_as


@pytest.mark.parametrize(
    ("pattern", "url", "save_as"),
    [
        ("{date:%Y}/{date:%m}/{slug}/", "2025/09/cambricon/", "2025/09/cambricon/index.html"),
        ("{slug}/", "cambricon/", "cambricon/index.html"),
        ("/{slug}/", "cambricon/", "cambricon/index.html"),
        ("{date:%Y}/{date:%m}/{date:%d}/{slug}/", "2025/09/02/cambricon/", "2025/09/02/cambricon/index.html"),
        ("{date:%Y/%m/%d}/{slug}/", "2025/09/02/cambricon/", "2025/09/02/cambricon/index.html"),
        ("{date:%Y%%}/{slug}/", "2025%25/cambricon/", "2025%/cambricon/index.html"),
        ("{date:%y-%j}/{date:%H.%M}/{slug}/", "25-245/07.30/cambricon/", "25-245/07.30/cambricon/index.html"),
        (
            "{date:on %d.%m.%Y at %H}/{slug}/",
            "on%2002.09.2025%20at%2007/cambricon/",
            "on 02.09.2025 at 07/cambricon/index.html",
        ),
        ("{category}/{slug}/", "tech/cambricon/", "tech/cambricon/index.html"),
        ("{slug}.html", "cambricon.html", "cambricon.html"),
        ("{slug}", "cambricon", "cambricon.html"),
        ("archives/{id}", "archives/d7k2", "archives/d7k2.html"),
        ("{date.year}/{slug}/", "2025/cambricon/", "2025/cambricon/index.html"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_where_a_digest_is(pattern, url, save_as, prefix):
    assert at(pattern, prefix) == (prefix + url, prefix + save_as)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(["%Y/%m", "%m%d", "a %d", "%Y"]))
def test_a_date_is_written_as_strftime_has_it(date, form):
    assert at(f"{{date:{form}}}/", date=date)[1] == f"{date:{form}}/index.html"


@pytest.mark.parametrize(
    ("pattern", "save_as"),
    [
        ("{slug}", "v3.1.html"),
        ("{slug}/", "v3.1/index.html"),
        ("{slug}.html", "v3.1.html"),
        ("v1.0/{slug}", "v1.0/v3.1.html"),
    ],
)
def test_a_full_stop_in_a_slug_is_no_extension(pattern, save_as):
    assert at(pattern, slug="v3.1")[1] == save_as


@pytest.mark.parametrize(
    ("slug", "url"),
    [
        ("điện-toán", "%C4%91i%E1%BB%87n-to%C3%A1n/"),
        ("半导体", "%E5%8D%8A%E5%AF%BC%E4%BD%93/"),
        ("a'b(c)~d", "a'b(c)~d/"),
        ('a"b', "a%22b/"),
    ],
)
def test_addresses_are_percent_encoded_and_files_are_not(slug, url):
    assert at("{slug}/", slug=slug) == (url, f"{slug}/index.html")


def test_what_is_quoted_once_can_be_read_back():
    assert quoted("a b/?#%") == "a%20b/%3F%23%25"


@pytest.mark.parametrize(
    ("prefix", "found"), [("", Address("", "index.html")), ("en/", Address("en/", "en/index.html"))]
)
def test_where_a_home_is(prefix, found):
    assert Addresses(()).at_home(prefix) == found


@pytest.mark.parametrize(
    ("plain", "pattern", "found"),
    [
        ("", "page/{number}/", Address("page/2/", "page/2/index.html")),
        ("en/", "page/{number}/", Address("en/page/2/", "en/page/2/index.html")),
        ("tag/x/", "page/{number}/", Address("tag/x/page/2/", "tag/x/page/2/index.html")),
        ("tag/x/", "{number}", Address("tag/x/2", "tag/x/2.html")),
        ("tag/x/", "p{number}.html", Address("tag/x/p2.html", "tag/x/p2.html")),
        ("tag/x", "page/{number}/", Address("tag/x/page/2/", "tag/x/page/2/index.html")),
    ],
)
def test_where_a_list_s_older_pages_are(plain, pattern, found):
    assert Addresses((("LIST_PAGE_URL", pattern),)).list_page(place_of(plain), 2) == found


@pytest.mark.parametrize(
    ("name", "pattern", "fault"),
    [
        ("ARTICLE_URL", 5, "is not a string"),
        ("ARTICLE_URL", "", "is empty"),
        ("ARTICLE_URL", "news/", "lacks {slug}, so all would have the same URL"),
        ("ARTICLE_URL", "{category}/", "lacks {slug}, so all would have the same URL"),
        ("ARTICLE_URL", "{title}/", "contains {title}, which is not available here"),
        ("ARTICLE_URL", "{}/", "contains {}, which is not available here"),
        ("ARTICLE_URL", "{slug", "is not a valid pattern (expected '}' before end of string)"),
        ("ARTICLE_URL", "{slug:d}/", "is not a valid pattern (Unknown format code 'd' for object of type 'str')"),
        (
            "ARTICLE_URL",
            "{date.none}/{slug}/",
            "is not a valid pattern ('datetime.datetime' object has no attribute 'none')",
        ),
        ("ARTICLE_URL", "../{slug}/", "leads out of the site"),
        ("ARTICLE_URL", "a\\{slug}/", "leads out of its folder"),
        ("ARTICLE_URL", "?p={slug}", 'contains "?"'),
        ("ARTICLE_URL", "https://x.y/{slug}/", 'contains ":"'),
        ("ARTICLE_URL", "a//{slug}/", 'contains "//"'),
        ("ARTICLE_URL", "a b/{slug}/", "contains a space"),
        ("ARTICLE_URL", "aux/{slug}/", "is a reserved name on Windows"),
        ("ARTICLE_URL", "./{slug}/", "leads out of its folder"),
        ("ARTICLE_URL", "{id}/", ""),
        ("ARTICLE_URL", "{lang}/{slug}/", ""),
        ("CATEGORY_URL", "{date:%Y}/{slug}/", "contains {date}, which is not available here"),
        ("TAG_URL", "tag/", "lacks {slug}, so all would have the same URL"),
        ("ARCHIVES_URL", "{slug}/", "contains {slug}, which is not available here"),
        ("ARCHIVES_URL", "/", ""),
        ("YEAR_ARCHIVE_URL", "{date:%m}/", "lacks {date:%Y}, so all would have the same URL"),
        ("YEAR_ARCHIVE_URL", "{date:%Y}/", ""),
        ("LIST_PAGE_URL", "page/", "lacks {number}, so all would have the same URL"),
        ("LIST_PAGE_URL", "{number:03}/", ""),
        ("FEED_RSS_URL", "feed/", ""),
    ],
)
def test_what_is_wrong_with_a_pattern(name, pattern, fault):
    assert fault_of_pattern(ROUTES.at(name), pattern) == fault


def test_every_pattern_but_those_of_one_place_needs_what_tells_its_places_apart():
    assert {route.setting for route in ROUTES.settings if not route.needed} == {
        route.setting for route in ROUTES.settings if not route.fields
    }


@given(st.text(max_size=30))
def test_any_pattern_is_fine_or_has_a_fault(pattern):
    fault = fault_of_pattern(ROUTES.at("ARTICLE_URL"), pattern + "{slug}/")
    assert fault or at(pattern + "{slug}/")[1].endswith("cambricon/index.html")
