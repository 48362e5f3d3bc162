import datetime as dt

import pytest

from puntina.core.locales import daymonth, longdate, longdatetime, month, number

WEST, EAST = dt.timezone(dt.timedelta(hours=-8)), dt.timezone(dt.timedelta(hours=7))
MORNING = dt.datetime(2025, 9, 2, 7, 30, tzinfo=EAST)
EVENING = MORNING.astimezone(WEST)


@pytest.mark.parametrize("form", [longdate, longdatetime, daymonth])
def test_equal_instants_are_each_written_in_their_own_offset(form):
    assert MORNING == EVENING
    assert (form(MORNING, "en"), form(EVENING, "en")) == {
        longdate: ("2 September 2025", "1 September 2025"),
        longdatetime: ("2 September 2025, 7:30\N{NO-BREAK SPACE}am", "1 September 2025, 4:30\N{NO-BREAK SPACE}pm"),
        daymonth: ("2 September", "1 September"),
    }[form]


def test_months_of_equal_instants_differ_where_the_offset_makes_them():
    start = dt.datetime(2025, 9, 1, 3, tzinfo=EAST)
    assert (month(start, "en"), month(start.astimezone(WEST), "en")) == ("September 2025", "August 2025")


def test_each_language_and_form_has_its_own_text():
    day = dt.date(2025, 9, 2)
    every = {(form, lang): form(day, lang) for form in (longdate, daymonth, month) for lang in ("it", "en", "vi")}
    again = {(form, lang): form(day, lang) for form, lang in every}
    assert len(set(every.values())) == 9
    assert again == every


def test_a_day_and_a_moment_of_it_have_one_date():
    assert longdate(MORNING, "it") == longdate(dt.date(2025, 9, 2), "it")


@pytest.mark.parametrize(("value", "text"), [(1, "1"), (1.0, "1"), (1234.5, "1.234,5")])
def test_numbers_that_are_equal_are_written_by_their_kind(value, text):
    assert number(value, "it") == text
