"""Dates in other forms: an editor is shown the same date in the right one; what programs write is read."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from puntina.core.digest.date_faults import fault_of_date
from puntina.core.digest.date_forms import forms_of
from tests.core.digest.samples import HEADER, digest, problems

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
OTHER = "write seconds from 00 to 59, and an offset such as +07:00 or Z, or neither"


def hint(value, **options):
    text, found = fault_of_date(value, ("it", "en", "vi"), HANOI, **options)
    assert text == f'"{value}" is not a valid date'
    return found


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("20/11/2026", "2026-11-20"),
        ("12/31/2025", "2025-12-31"),
        ("5/5/2025", "2025-05-05"),
        ("31.12.25", "2025-12-31"),
        ("2025-9-2", "2025-09-02"),
        ("2025/09/02", "2025-09-02"),
        ("2025.09.02", "2025-09-02"),
        ("2025–09–02", "2025-09-02"),
        ("2025 09 02", "2025-09-02"),
        ("20250902", "2025-09-02"),
        ("٢٠٢٥-09-02", "2025-09-02"),
        ("2025年9月2日", "2025-09-02"),
        ("2025-09-02 7:30", "2025-09-02 07:30"),
        ("2025-09-02 7.30", "2025-09-02 07:30"),
        ("2025-09-02 07h30", "2025-09-02 07:30"),
        ("2025-09-02, 07:30", "2025-09-02 07:30"),
        ("2025-09-02 at 07:30", "2025-09-02 07:30"),
        ("08:00 31/12/2025", "2025-12-31 08:00"),
        ("2025-09-02 7:30 pm", "2025-09-02 19:30"),
        ("2025-09-02 12:05 AM", "2025-09-02 00:05"),
        ("2025-09-02 07:30 UTC", "2025-09-02 07:30Z"),
        ("2025-09-02 7:30 +7", "2025-09-02 07:30+07:00"),
        ("2025-09-02T07:30+7", "2025-09-02 07:30+07:00"),
        ("2025-09-02 07:30 GMT+7", "2025-09-02 07:30+07:00"),
        ("2025-09-02 07:30 UTC−05:30", "2025-09-02 07:30-05:30"),
        ("2025-09-02 07:30 (UTC+0700)", "2025-09-02 07:30+07:00"),
        ("20250902T073000Z", "2025-09-02 07:30:00Z"),
        ("1756801800", "2025-09-02 15:30:00"),
        ("1756801800000", "2025-09-02 15:30:00"),
        ("Tue, 02 Sep 2025 07:30:00 +0200", "2025-09-02 07:30:00+02:00"),
        ("2 settembre 2025", "2025-09-02"),
        ("martedì 2 settembre 2025, ore 7.30", "2025-09-02 07:30"),
        ("1º settembre 2025", "2025-09-01"),
        ("2 sett 2025", "2025-09-02"),
        ("2-Sep-2025", "2025-09-02"),
        ("Sept. 2, 2025", "2025-09-02"),
        ("September 2nd, 2025", "2025-09-02"),
        ("2. September 2025", "2025-09-02"),
        ("2 de septiembre de 2025", "2025-09-02"),
        ("ngày 2 tháng 9 năm 2025", "2025-09-02"),
        ("2 tháng 9, 2025", "2025-09-02"),
        ("٢ سبتمبر ٢٠٢٥", "2025-09-02"),
    ],
)
def test_a_date_in_another_form_is_shown_in_the_right_one(value, date):
    assert hint(value) == f"write {date}"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2/9/2025", "day or month first? write 2025-09-02 or 2025-02-09, whichever is meant"),
        ("02.09.25 8:00", "day or month first? write 2025-09-02 08:00 or 2025-02-09 08:00, whichever is meant"),
        ("7:30", "put the day before the time: 2025-09-02 07:30"),
        ("2025-09", "add the day, such as 2025-09-01"),
        ("2025-02-30", "2025-02 has 28 days: write one of them"),
        ("2025-13-09", "did you mean 2025-09-13?"),
        ("2025-13-13 07:30+7", "write a month from 01 to 12"),
        ("2025-13-13", "write a month from 01 to 12"),
        ("2025-09-00", "2025-09 has 30 days: write one of them"),
        ("2025-09-02 24:30", "write a time from 00:00 to 23:59"),
        ("2025-09-02 07:30:61", OTHER),
        ("2025-09-02 07:30 +99:00", OTHER),
        ("2025-09-02 07:30 CET", "write 2025-09-02 07:30+02:00"),
        ("2025-01-02 07:30 CET", "write 2025-01-02 07:30+01:00"),
        ("2025-09-02 07:30 CEST", "write 2025-09-02 07:30+02:00"),
        ("2025-09-02T07:30:00[Europe/Rome]", "write 2025-09-02 07:30:00+02:00"),
        ("2025-09-02 07:30 America/Argentina/Ushuaia", "write 2025-09-02 07:30-03:00"),
        ("2025-09-02 07:30 Asia/Saigon", "write 2025-09-02 07:30+07:00"),
        ("2025-09-02 07:30 PST", "write 2025-09-02 07:30 and the offset of PST: +hh:mm"),
        ("2025-09-02 07:30 Mars/Base", "write 2025-09-02 07:30 and the offset of Mars/Base: +hh:mm"),
        ("25-09-02", "day or month first? write 2025-09-02 or 2002-09-25, whichever is meant"),
        ("25-09-02 07:30", "day or month first? write 2025-09-02 07:30 or 2002-09-25 07:30, whichever is meant"),
        ("25.09.02", "write 2002-09-25"),
        ("0000-01-01", "write a year from 1900 to 2199"),
        ("3025-09-02", "write a year from 1900 to 2199"),
        ("99/99/2025", "write it as 2025-09-02 07:30"),
        ("2 ju 2025", "write it as 2025-09-02 07:30"),
        ("yesterday", "write it as 2025-09-02 07:30"),
        ("{{ date }}", "write it as 2025-09-02 07:30"),
    ],
)
def test_what_else_an_editor_is_told_of_a_date(value, told):
    assert hint(value) == told


def test_a_key_that_is_a_day_is_shown_without_the_time():
    assert hint("2 settembre 2025, 7:30", day_only=True) == "write 2025-09-02"
    assert hint("1756801800", day_only=True) == "write 2025-09-02"
    assert hint("domani", day_only=True) == "write it as 2025-09-02"


def test_a_language_that_nobody_knows_the_months_of_is_no_fault():
    assert forms_of("2 settembre 2025", ("tlh", "x"), HANOI) == ("2025-09-02",)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-09-02T00:30:00.000Z", "2025-09-02T00:30:00+00:00"),
        ("2025-09-02t00:30:00z", "2025-09-02T00:30:00+00:00"),
        ("2025-09-02T07:30:00.123+07:00", "2025-09-02T07:30:00+07:00"),
        ("2025-09-02 07:30:00,5", "2025-09-02T07:30:00+07:00"),
        ("2025-09-02 07:30+07", "2025-09-02T07:30:00+07:00"),
        ("2025-09-02 07:30:15 -0600", "2025-09-02T07:30:15-06:00"),
    ],
)
def test_dates_as_programs_write_them_are_read_without_the_fraction_of_the_second(written, date):
    header = HEADER.replace("2025-09-02 07:30", written)
    assert problems(header=header) == []
    assert digest(header=header).meta.date == dt.datetime.fromisoformat(date)
    assert digest(header=header).meta.date.microsecond == 0
