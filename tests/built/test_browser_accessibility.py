from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.accessibility import prepare, summary, violations
from tests.built.browsing import KINDS, LANGUAGES, open_page

SIZES = {"phone": ViewportSize(width=360, height=800), "desk": ViewportSize(width=1280, height=800)}
LOOKS = [(size, colours) for colours in ("light", "dark") for size in SIZES]


@pytest.fixture(scope="module")
def look(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Give a page of the size and in the colours that the test asks for."""
    size, colours = request.param
    # axe runs its own script in the page, which the page's policy would forbid.
    context = browser.new_context(bypass_csp=True, color_scheme=colours, viewport=SIZES[size])
    page = context.new_page()
    prepare(page)
    assert page.evaluate(f"matchMedia('(prefers-color-scheme: {colours})').matches")
    yield page
    context.close()


# Each kind is seen at both sizes, in both colours and in all languages, though not at every one of their pairs: what
# decides is templates and styles, and languages have them in common.
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("look", "lang"), [*zip(LOOKS[:3], LANGUAGES, strict=True)], indirect=["look"])
def test_axe_finds_nothing_on_a_page_of_each_kind(look: Page, served, kind, lang):
    open_page(look, served, kind, lang)
    assert summary(violations(look)) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_axe_finds_nothing_in_any_language_and_look(look: Page, served, kind, lang):
    open_page(look, served, kind, lang)
    assert summary(violations(look)) == []


def test_axe_would_find_something(browser: Browser, served):
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    open_page(page, served, "home", "it")
    page.evaluate("document.documentElement.removeAttribute('lang'); document.body.style.color = '#ddd'")
    found = {violation["id"] for violation in violations(page)}
    assert {"html-has-lang", "color-contrast"} <= found
    context.close()
