"""What every test may ask for: a browser, and pages in it."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests import sharing
from tests.browser import MISSING, find_chromium, launch

# A slow machine is no failure of a property. The suite tries the same examples each time, so that it fails only by what
# was changed; `prove` looks for others.
settings.register_profile("puntina", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("prove", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("puntina")

# Tests compare what is printed in English, whatever language a publication has, and name commands as they are alone.
os.environ["PUNTINA_LANG"] = "en"
os.environ.pop("PUNTINA_CALLED", None)

# Programs that tests start have our code compiled, whatever the machine's own way: it is a quarter of a command's time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A shell has its background jobs pass over Ctrl-C, and all that they start; tests end servers by it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process more than there are cores: tests wait for servers, browsers and programs a fifth of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the browser, so that -m "not browser" leaves it out; put what takes long before the rest."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def _shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have a folder that all test processes of this run share."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    sharing.FOLDER.append(folder)
    yield
    sharing.FOLDER.clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one headless Chromium for each test process; without one skip, on CI fail."""
    path = find_chromium()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        running = launch(playwright, path)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page of its own: no cookies, storage or cache of another test."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
