import datetime as dt
import threading
from types import SimpleNamespace

from puntina.commands.build import build_server
from puntina.core.engine.lock import lock, unlock
from tests.commands.build.residents import CHANGED, PAGE, A, B, Site
from tests.site_builder import digest


class InTwoHours:
    """A clock that is fast."""

    @staticmethod
    def now(timezone: dt.tzinfo) -> dt.datetime:
        return dt.datetime.now(timezone) + dt.timedelta(hours=2)


def test_a_held_digest_is_shown_as_one_until_its_date_and_no_longer(tmp_path, monkeypatch):
    due = (dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)).replace(microsecond=0)
    held = digest("Trattenuto", f"{due:%Y-%m-%d %H:%M:%S}Z")
    site = Site(tmp_path, {A: digest("Primo"), B: held}, CUTOFF=None)
    built, _, _ = site.build()
    assert built.until == due
    assert [line.partition(" for ")[0] for line in built.lines[:-1]] == ["scheduled"]
    page = f"{due:%Y/%m}/b/index.html"  # as it was typed, whatever month it is where the publication is
    before = site.tree()[page]
    for room in ("quick_rebuild", "setup"):
        monkeypatch.setattr(f"puntina.commands.build.{room}.dt", SimpleNamespace(datetime=InTwoHours, UTC=dt.UTC))
    (site.content / A).write_text(CHANGED)
    built, written, _ = site.build(A)
    assert {PAGE, page} <= written
    assert site.tree()[page] != before
    assert site.tree() == site.clean()
    assert built.until is None or built.until > due
    assert len(built.lines) == 1


def test_where_settings_say_what_is_due_the_clock_changes_nothing(site):
    (site.content / A).write_text(digest("Trattenuto", "2999-09-02 07:30"))
    assert site.build()[0].until is None


def test_a_folder_that_another_build_has_for_a_moment_is_waited_for(site):
    site.build()
    held = lock(site.output)
    threading.Timer(0.3, unlock, [held]).start()
    (site.content / A).write_text(CHANGED)
    built, written, _ = site.build(A)
    assert built.problems == ()
    assert PAGE in written
    assert site.tree() == site.clean()


def test_a_folder_that_another_build_keeps_is_a_problem(site, monkeypatch):
    monkeypatch.setattr(build_server, "PATIENCE", 0.2)
    site.build()
    held = lock(site.output)
    try:
        built, written, _ = site.build()
    finally:
        unlock(held)
    assert ([problem.code for problem in built.problems], written) == (["OUTPUT-LOCKED"], set())
