import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.built.browsing import KINDS, LANGUAGES, open_page

AXE = Axe()
VIOLATIONS = {"resultTypes": ["violations"]}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_page_of_each_kind_and_language(browser: Browser, served, kind):
    # axe runs its own script in the page, which the page's policy would forbid.
    context = browser.new_context(bypass_csp=True, viewport={"width": 1024, "height": 768})
    page = context.new_page()
    for lang in LANGUAGES:
        open_page(page, served, kind, lang)
        results = AXE.run(page, options=VIOLATIONS)
        assert results.violations_count == 0, results.generate_report()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_the_dark_and_on_a_phone(browser: Browser, served, kind):
    context = browser.new_context(bypass_csp=True, color_scheme="dark", viewport={"width": 360, "height": 640})
    page = context.new_page()
    open_page(page, served, kind, "vi")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    results = AXE.run(page, options=VIOLATIONS)
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_axe_would_find_something(browser: Browser, served):
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    open_page(page, served, "home", "it")
    page.evaluate("document.documentElement.removeAttribute('lang'); document.body.style.color = '#ddd'")
    found = {violation["id"] for violation in AXE.run(page, options=VIOLATIONS).response["violations"]}
    assert {"html-has-lang", "color-contrast"} <= found
    context.close()
