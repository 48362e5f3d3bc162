"""Dates, numbers and names in the publication's languages and in some others."""

import datetime as dt

import pytest
from jinja2 import Environment

from puntina.core.locales import (
    direction,
    filters,
    is_language,
    language_name,
    longdate,
    longdatetime,
    month,
    monthname,
    span,
    territory_locale,
)

HANOI = dt.timezone(dt.timedelta(hours=7))
DAY = dt.date(2025, 9, 2)
MORNING = dt.datetime(2025, 9, 2, 7, 30, tzinfo=HANOI)


def shown(lang):
    values = dict.fromkeys(("longdate", "longdatetime", "daymonth", "month", "monthname"), MORNING)
    made = filters(lang)
    return {name: made[name](value) for name, value in {**values, "number": 12345.5}.items()}


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        (
            "it",
            {
                "longdate": "2 settembre 2025",
                "longdatetime": "2 settembre 2025, 07:30",
                "daymonth": "2 settembre",
                "month": "settembre 2025",
                "monthname": "settembre",
                "number": "12.345,5",
            },
        ),
        (
            "en",
            {
                "longdate": "2 September 2025",
                "longdatetime": "2 September 2025, 7:30\u00a0am",
                "daymonth": "2 September",
                "month": "September 2025",
                "monthname": "September",
                "number": "12,345.5",
            },
        ),
        (
            "vi",
            {
                "longdate": "2 tháng 9, 2025",
                "longdatetime": "07:30 2 tháng 9, 2025",
                "daymonth": "2 tháng 9",
                "month": "tháng 9 năm 2025",
                "monthname": "Tháng 9",
                "number": "12.345,5",
            },
        ),
        (
            "de",
            {
                "longdate": "2. September 2025",
                "longdatetime": "2. September 2025, 07:30",
                "daymonth": "2. September",
                "month": "September 2025",
                "monthname": "September",
                "number": "12.345,5",
            },
        ),
        (
            "ar",
            {
                "longdate": "2 سبتمبر 2025",
                "longdatetime": "2 سبتمبر 2025، 7:30 ص",
                "daymonth": "2 سبتمبر",
                "month": "سبتمبر 2025",
                "monthname": "سبتمبر",
                "number": "12,345.5",
            },
        ),
    ],
)
def test_a_language_has_its_own_formats(lang, texts):
    assert shown(lang) == texts


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "2 September 2025"), ("en-GB", "2 September 2025"), ("en-US", "September 2, 2025")],
)
def test_english_is_as_the_world_writes_it_unless_its_region_says_otherwise(lang, text):
    assert longdate(DAY, lang) == text


@pytest.mark.parametrize("hour", [0, 6, 12, 23])
@pytest.mark.parametrize("offset", [-11, 0, 7, 14])
def test_a_moment_is_shown_in_its_own_offset(hour, offset):
    moment = dt.datetime(2025, 9, 2, hour, 5, tzinfo=dt.timezone(dt.timedelta(hours=offset)))
    assert longdate(moment, "it") == "2 settembre 2025"
    assert longdatetime(moment, "it") == f"2 settembre 2025, {hour:02}:05"
    assert month(moment.replace(day=1), "it") == "settembre 2025"


def test_a_date_and_a_moment_of_it_read_the_same():
    made = filters("vi")
    names = ("longdate", "daymonth", "month", "monthname")
    assert [made[name](DAY) for name in names] == [made[name](MORNING) for name in names]


def test_the_formats_do_not_look_at_the_locale_of_the_process(monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_TIME", "LC_NUMERIC", "LANG"):
        monkeypatch.setenv(name, "fr_FR.UTF-8")
    assert shown("en")["longdatetime"] == "2 September 2025, 7:30\u00a0am"


def test_a_month_is_named_in_its_own_language_whichever_was_asked_before():
    languages = ("zh", "it", "pt-BR", "th", "ja", "it", "zh", "fr")
    assert [monthname(DAY, lang) for lang in languages] == [
        "九月",
        "settembre",
        "setembro",
        "กันยายน",
        "9月",
        "settembre",
        "九月",
        "septembre",
    ]


@pytest.mark.parametrize(("lang", "alone", "dated"), [("cs", "září", "září 2025"), ("pl", "wrzesień", "wrzesień 2025")])
def test_a_month_that_stands_alone_is_in_the_nominative(lang, alone, dated):
    assert (monthname(DAY, lang), month(DAY, lang)) == (alone, dated)


@pytest.mark.parametrize(
    ("lang", "name", "flow"),
    [
        ("it", "Italiano", "ltr"),
        ("en", "English", "ltr"),
        ("vi", "Tiếng Việt", "ltr"),
        ("de", "Deutsch", "ltr"),
        ("fr", "Français", "ltr"),
        ("ar", "العربية", "rtl"),
        ("fa", "فارسی", "rtl"),
        ("he", "עברית", "rtl"),
        ("ka", "ქართული", "ltr"),
        ("zh-Hant", "中文 (繁體)", "ltr"),
        ("pt-BR", "Português (Brasil)", "ltr"),
    ],
)
def test_a_language_has_its_name_in_itself_and_a_direction(lang, name, flow):
    assert (language_name(lang), direction(lang)) == (name, flow)


def test_a_region_that_is_not_in_cldr_is_passed_over():
    assert longdate(DAY, "it-VN") == "2 settembre 2025"


@pytest.mark.parametrize(
    ("lang", "known"), [("it", True), ("zh-Hant-HK", True), ("xx", False), ("", False), ("?", False)]
)
def test_a_language_is_known_where_cldr_has_it(lang, known):
    assert is_language(lang) is known


def test_an_unknown_language_is_a_value_error():
    with pytest.raises(ValueError, match='no language is called "xx"'):
        longdate(DAY, "xx")


def test_templates_use_the_formats_as_filters():
    environment = Environment(autoescape=True)
    environment.filters.update(filters("it"))
    template = environment.from_string("{{ day | longdate }}; {{ day | monthname | capitalize }}; {{ 1234 | number }}")
    assert template.render(day=DAY) == "2 settembre 2025; Settembre; 1.234"


@pytest.mark.parametrize(
    ("lang", "found"),
    [
        ("it", "it_IT"),
        ("en", "en_US"),
        ("vi", "vi_VN"),
        ("en-GB", "en_GB"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_TW"),
        ("ar", "ar_EG"),
    ],
)
def test_networks_know_a_language_with_its_country(lang, found):
    assert territory_locale(lang) == found


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ["1–7 September 2025", "29 September – 5 October 2025", "30 December 2024 – 5 January 2025"]),
        ("it", ["1–7 settembre 2025", "29 settembre – 5 ottobre 2025", "30 dicembre 2024 – 5 gennaio 2025"]),
        ("vi", ["1 – 7 tháng 9, 2025", "29 tháng 9 – 5 tháng 10, 2025", "30 tháng 12, 2024 – 5 tháng 1, 2025"]),
        ("de", ["1.–7. September 2025", "29. September – 5. Oktober 2025", "30. Dezember 2024 – 5. Januar 2025"]),
        ("ar", ["1–7 سبتمبر 2025", "29 سبتمبر – 5 أكتوبر 2025", "30 ديسمبر 2024 – 5 يناير 2025"]),
        (
            "fi",
            ["1.–7. syyskuuta 2025", "29. syyskuuta – 5. lokakuuta 2025", "30. joulukuuta 2024 – 5. tammikuuta 2025"],
        ),
        ("ja", ["2025年9月1日～7日", "2025年9月29日～10月5日", "2024年12月30日～2025年1月5日"]),
    ],
)
def test_days_from_one_to_another_say_once_what_they_share(lang, texts):
    spans = [((2025, 9, 1), (2025, 9, 7)), ((2025, 9, 29), (2025, 10, 5)), ((2024, 12, 30), (2025, 1, 5))]
    assert [span(dt.date(*first), dt.date(*last), lang) for first, last in spans] == texts
