"""Messages to editors in their language, with values as that language writes them."""

import datetime as dt

from puntina.core.digest.message import counted, message
from puntina.core.locales.editors import translator
from puntina.core.reporting.build_report import DueTime


def test_numbers_dates_and_inner_messages_are_in_the_language():
    italian = translator("it")
    assert italian(counted("{count} error", "{count:,} errors", count=12345)) == "12.345 errori"
    time = DueTime(dt.datetime(2026, 9, 10, 12, 1, tzinfo=dt.UTC), 2026)
    found = italian(message("scheduled for {time}: {title} ({path})", time=time, title="A\nB", path="x.md"))
    assert "10 settembre 12:01" in found
    assert r"A\nB" in found


def test_an_unknown_language_gets_english():
    assert translator("tlh")(message("interrupted; build again to finish")) == "interrupted; build again to finish"


def test_a_region_gets_its_language():
    text = message("interrupted; build again to finish")
    assert translator("it-CH")(text) == translator("it")(text) != text
