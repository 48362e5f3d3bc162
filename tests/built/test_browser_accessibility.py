import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.built.browsing import KINDS, LANGUAGES, open_page

AXE = Axe()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, served, kind, scheme):
    # axe needs to run its own script in the page, which the page's policy would forbid.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1024, "height": 768})
    page = context.new_page()
    for lang in LANGUAGES:
        open_page(page, served, kind, lang)
        results = AXE.run(page, options={"resultTypes": ["violations", "incomplete"]})
        assert results.violations_count == 0, results.generate_report()
    context.close()


@pytest.mark.parametrize("kind", ["home", "article"])
def test_axe_finds_nothing_on_a_phone(browser: Browser, served, kind):
    context = browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 640})
    page = context.new_page()
    for lang in LANGUAGES:
        open_page(page, served, kind, lang)
        results = AXE.run(page)
        assert results.violations_count == 0, results.generate_report()
    context.close()
