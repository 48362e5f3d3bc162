import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize

from tests.built.browsing import KINDS, LANGUAGES, open_page

AXE = Axe()
# All rules of WCAG 2.2 AA and of best practices; that of the size of what one touches is off by default.
VIOLATIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_page_of_each_kind_and_language(browser: Browser, served, kind, colours, width):
    # axe runs its own script in the page, which the page's policy would forbid.
    size = ViewportSize(width=width, height=800)
    context = browser.new_context(bypass_csp=True, color_scheme=colours, viewport=size)
    page = context.new_page()
    for lang in LANGUAGES:
        open_page(page, served, kind, lang)
        assert page.evaluate(f"matchMedia('(prefers-color-scheme: {colours})').matches")
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
