"""What a browser makes of each kind of page: width, scripts, requests, the first screens."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built.browsing import KINDS, LANGUAGES, address, open_page, overflows, place_of

# In every page, before anything of its own: notes each shift of its layout and each breach of its policy.
WATCH = """
window.shifts = [];
window.violations = [];
const moved = (entry) => [entry.value, ...entry.sources.map((each) => each.node && (each.node.outerHTML || each.node.data))];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(moved))).observe({ type: "layout-shift", buffered: true });
addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
"""


@dataclass
class Visit:
    """What was seen of the pages of a kind, one in each language, on a phone and then at other widths."""

    kind: str
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # on the console
    moved: list[object] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)  # by the page's policy
    wide: list[tuple[str, list[tuple[int, ...]]]] = field(default_factory=list)


@pytest.fixture(scope="module", params=KINDS)
def visit(request: pytest.FixtureRequest, browser: Browser, served) -> Visit:
    """Open the pages of a kind once, for all that is asked of them."""
    seen = Visit(request.param)
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.add_init_script(WATCH)
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("response", lambda response: seen.failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    for lang in LANGUAGES:
        page.set_viewport_size({"width": 360, "height": 640})
        open_page(page, served, seen.kind, lang)  # the browser's first page in a script waits for that script's faces
        open_page(page, served, seen.kind, lang)
        moved, forbidden = page.evaluate("[shifts, violations]")
        seen.moved += moved
        seen.forbidden += forbidden
        if found := overflows(page):
            seen.wide.append((lang, found))
    page.close()
    return seen


def test_no_page_scrolls_sideways_at_any_width(visit: Visit):
    assert visit.wide == []


def test_nothing_is_asked_of_another_host_and_nothing_fails(visit: Visit, served):
    assert [url for url in visit.asked if not url.startswith(served.address)] == []
    is_missing = visit.kind == "missing"
    expected = {address(served, visit.kind, lang) for lang in LANGUAGES} if is_missing else set()
    assert set(visit.failed) == expected
    assert [line for line in visit.said if "404" not in line or not is_missing] == []


def test_nothing_moves_while_a_page_comes_and_nothing_breaks_its_policy(visit: Visit):
    assert (visit.moved, visit.forbidden) == ([], [])


def test_a_page_that_is_too_wide_for_a_phone_would_be_found(browser: Browser):
    page = browser.new_page()
    page.set_content("<body style='margin: 0'><div style='width: 361px'>wide</div>")
    assert [width for width, *_ in overflows(page)] == [320, 360]
    page.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_three_digests_are_readable_within_two_phone_screens_of_home(browser: Browser, served, lang):
    page = browser.new_page(viewport={"width": 360, "height": 640})
    open_page(page, served, "home", lang)
    cards = page.locator("article.card")
    ends = [cards.nth(n).bounding_box() for n in range(3)]
    assert [box["y"] + box["height"] <= 2 * 640 for box in ends] == [True] * 3, ends
    page.close()


def test_without_scripts_the_page_is_complete_and_the_two_buttons_are_not_shown(browser: Browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_page(page, served, "article", "it")
    assert page.locator(".points li").count() > 5
    assert page.locator(".summary").is_visible()
    assert page.locator(".share a").first.is_visible()
    assert page.locator(".share button").count() == 0
    assert all(link.is_visible() for link in page.locator("nav a").all())
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_copy_link_puts_the_canonical_address_on_the_clipboard(browser: Browser, served, lang):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page: Page = context.new_page()
    open_page(page, served, "article", lang)
    button = page.locator("button[data-share=copy]")
    assert button.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).not_to_be_empty()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == canonical
    assert canonical == f"{served.address}/{place_of(served, 'article', lang)}"
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_address_of_a_feed_is_copied_and_said_to_be(browser: Browser, served, lang):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page: Page = context.new_page()
    open_page(page, served, "subscribe", lang)
    group = page.locator(".feeds-group").first
    status = group.locator("[role=status]")
    assert status.text_content() == ""
    group.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    expect(status).not_to_be_empty()
    assert status.text_content() == status.get_attribute("data-copy")
    address = group.locator("code").first.text_content()
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert address == f"{served.address}/{'' if lang == 'it' else f'{lang}/'}feed.xml"
    context.close()


def test_without_scripts_the_address_of_a_feed_is_there_to_select_and_no_button_is(browser: Browser, served):
    context = browser.new_context(java_script_enabled=False)
    page: Page = context.new_page()
    open_page(page, served, "subscribe", "it")
    assert page.locator("main code").first.text_content() == f"{served.address}/feed.xml"
    assert page.locator("main button").count() == 0
    context.close()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(browser: Browser, served):
    page = browser.new_page()
    open_page(page, served, "article", "it")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator("a.skip").bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == f"#{page.locator('main').get_attribute('id')}"
    page.close()


def test_every_stop_of_the_tab_key_is_visible_and_marked(browser: Browser, served):
    page = browser.new_page()
    open_page(page, served, "article", "vi")
    stops = page.locator("a[href]:visible, button:visible").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(e => { const s = getComputedStyle(e); return [e.tagName, s.outlineStyle, s.outlineWidth] })(document.activeElement)"
        )
        assert style[0] in {"A", "BUTTON"}
        assert "none" not in style, style
        assert "0px" not in style, style
    page.close()
