import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import browser

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the programs here are shell scripts")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a PATH of one empty folder, no variables that name a browser, and no browser of Playwright's."""
    for name in browser.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    return tmp_path


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_the_variable_goes_before_the_path(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(programs / "chromium", "exit 0")
    mine = script(programs / "mine", "exit 0")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert browser.find_chromium() == mine


@pytest.mark.usefixtures("programs")
def test_a_variable_that_names_no_program_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME_PATH", "no-such-browser")
    with pytest.raises(FileNotFoundError, match="CHROME_PATH is 'no-such-browser'"):
        browser.find_chromium()


def test_a_browser_that_does_not_start_is_passed_over(programs: Path) -> None:
    script(programs / "chromium", "exit 127")
    works = script(programs / "google-chrome", "exit 0")
    assert browser.find_chromium() == works


def test_a_script_that_leads_to_a_snap_is_passed_over(programs: Path) -> None:
    script(programs / "chromium-browser", 'exec /snap/bin/chromium "$@"')
    assert browser.find_chromium() is None


def test_what_playwright_installed_is_found(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = script(programs / "chrome", "exit 0")
    monkeypatch.setattr(browser, "COMMANDS", ())
    monkeypatch.setattr(browser, "_playwright_chromium", lambda: own)
    assert browser.find_chromium() == own


@pytest.mark.usefixtures("programs")
def test_where_nothing_can_be_installed_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "_installations", lambda faster: iter([["false"], ["no-such-installer"]]))
    assert browser.ensure_chromium() is None
    assert capsys.readouterr().err.splitlines()[-1] == browser.MISSING


def test_an_installed_browser_ends_the_search(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = script(programs / "downloaded", "exit 0")
    install = ["/bin/cp", str(source), str(programs / "chromium")]
    monkeypatch.setattr(browser, "_installations", lambda faster: iter([["false"], install, ["never-reached"]]))
    assert browser.ensure_chromium() == programs / "chromium"


def test_a_browser_without_a_window_goes_before_one_with(programs: Path) -> None:
    script(programs / "chromium", "exit 0")
    shell = script(programs / browser.SHELL, "exit 0")
    assert browser.find_chromium() == shell


def test_a_faster_browser_is_installed_beside_another_unless_that_is_named(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chromium = script(programs / "chromium", "exit 0")
    asked = []
    monkeypatch.setattr(browser, "_installations", lambda faster: asked.append(faster) or iter([["false"]]))
    assert (browser.ensure_chromium(), asked) == (chromium, [True])
    monkeypatch.setenv("CHROMIUM", str(chromium))
    assert (browser.ensure_chromium(), asked) == (chromium, [True])


def test_a_page_runs_scripts(page: Page) -> None:
    page.set_content("<p id=x>0</p><script>document.getElementById('x').textContent = 6 * 7</script>")
    assert page.text_content("#x") == "42"
