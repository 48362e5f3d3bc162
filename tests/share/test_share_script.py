from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
from babel.support import NullTranslations

from puntina.core.theme.environment import theme_environment
from puntina.share import share_links

pytestmark = pytest.mark.browser

THEME = Path(__file__).parents[2] / "themes" / "daily"
URL = "https://news.example/vi/2025/09/chip/?a=1&b=2"
POLICY = "default-src 'none'; script-src 'self'"
NATIVE = "navigator.share = async (data) => { window.shared = data; };"
CLOSED = "navigator.share = async () => { throw new DOMException('closed', 'AbortError'); };"
BROKEN = "navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError'); };"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder under a strict policy, without a log."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


def page(*networks):
    environment = theme_environment([str(THEME / "templates")], "en", NullTranslations(), "/{}".format)
    digest = SimpleNamespace(title="Chip", share=share_links("Chip", URL, networks))
    html = environment.get_template("_share.html").render(article=digest)
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Chip</title><body>{html}</body></html>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("share")
    (folder / "share.js").write_bytes((THEME / "static" / "share.js").read_bytes())
    (folder / "all.html").write_text(page("x", "copy", "native"), encoding="utf-8")
    (folder / "buttons.html").write_text(page("copy"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def address(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(browser, address):
    """Opens a page; what goes wrong in it is gathered in `page.faults`."""
    contexts = []

    def visit(name, *, before="", **options):
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.faults = []
        tab.on("pageerror", lambda error: tab.faults.append(str(error)))
        tab.on("console", lambda message: message.type == "error" and tab.faults.append(message.text))
        if before:
            tab.add_init_script(before)
        tab.goto(f"{address}/{name}.html")
        return tab

    yield visit
    for context in contexts:
        context.close()


def seen(tab):
    """The names of the links and buttons that a reader sees."""
    ways = tab.locator(".share__link:visible")
    return [" ".join(way.inner_text().split()) for way in ways.all()]


def test_copy_puts_the_link_on_the_clipboard_and_says_so(visit):
    tab = visit("all", permissions=["clipboard-read", "clipboard-write"])
    status = tab.locator("[role=status]")
    for _ in range(2):
        tab.get_by_role("button", name="Copy link").click()
        status.get_by_text("Link copied", exact=True).wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == URL
    assert tab.faults == []


def test_copy_that_fails_says_what_to_do(visit):
    tab = visit("all", before=BROKEN)
    tab.get_by_role("button", name="Copy link").click()
    tab.get_by_text("That did not work. The link is in the address bar.", exact=True).wait_for()
    assert tab.faults == []


def test_native_share_is_handed_title_and_link(visit):
    tab = visit("all", before=NATIVE)
    assert seen(tab) == ["X", "Copy link", "Share…"]
    tab.get_by_role("button", name="Share…").click()
    tab.wait_for_function("window.shared")
    assert tab.evaluate("window.shared") == {"title": "Chip", "url": URL}
    assert tab.locator("[role=status]").inner_text() == ""


def test_closing_the_share_sheet_is_no_failure(visit):
    tab = visit("all", before=CLOSED)
    tab.get_by_role("button", name="Share…").click()
    tab.wait_for_timeout(100)
    assert (tab.locator("[role=status]").inner_text(), tab.faults) == ("", [])


def test_where_the_browser_has_no_share_sheet_its_button_stays_hidden(visit):
    assert seen(visit("all", before="delete Navigator.prototype.share;")) == ["X", "Copy link"]


def test_over_plain_http_neither_button_is_shown(browser, folder):
    context = browser.new_context()
    context.route("**", lambda route: route.fulfill(path=folder / Path(route.request.url).name))
    tab = context.new_page()
    tab.goto("http://news.example/all.html", wait_until="networkidle")
    assert (tab.evaluate("isSecureContext"), seen(tab)) == (False, ["X"])
    context.close()


def test_without_scripts_the_links_are_there_and_the_buttons_are_not(visit):
    assert seen(visit("all", java_script_enabled=False)) == ["X"]


def test_a_section_of_buttons_alone_appears_with_them(visit):
    heading = "section.share > h2"
    assert visit("buttons").locator(heading).is_visible()
    assert not visit("buttons", java_script_enabled=False).locator(heading).is_visible()


def test_a_button_works_by_keyboard(visit):
    tab = visit("all", permissions=["clipboard-read", "clipboard-write"])
    tab.get_by_role("button", name="Copy link").focus()
    tab.keyboard.press("Enter")
    tab.locator("[role=status]").get_by_text("Link copied").wait_for()
