"""Readers who change how pages look: larger, looser, in colours of their own."""

import pytest
from playwright.sync_api import Browser, Page

from tests.built.browsing import KINDS, open_page, overflows

# What readers may ask for without losing anything: https://www.w3.org/TR/WCAG22/#text-spacing
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
# Texts that stick out of a box that hides what is outside it, and those that lie upon each other.
LOST = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((node) => {
  const style = getComputedStyle(node);
  if (node.closest(".visually-hidden, .skip, [hidden]") || !["hidden", "clip"].includes(style.overflowX)) return false;
  return node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1;
}).map((node) => node.outerHTML.slice(0, 200))"""
FORCED = """() => [...document.querySelectorAll("a, h1, .note, .label, button")].filter((node) => node.checkVisibility()).map((node) => {
  const style = getComputedStyle(node);
  return [node.className, style.color, getComputedStyle(document.body).backgroundColor];
}).filter(([, ink, paper]) => ink === paper)"""
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400%: https://www.w3.org/TR/WCAG22/#reflow


def page_of(browser: Browser, **options: object) -> Page:
    """Return a page into which a test may put a style, which the site's policy would forbid."""
    return browser.new_context(bypass_csp=True, **options).new_page()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_in_looser_text_at_any_width_nor_at_400_percent(browser: Browser, served, kind):
    page = page_of(browser, viewport=ZOOMED)
    open_page(page, served, kind, "vi")  # whose signs take the most room
    assert page.evaluate(LOST) == []
    page.add_style_tag(content=SPACING)
    assert page.evaluate(LOST) == []
    assert overflows(page) == []
    page.context.close()


def test_a_text_that_is_cut_off_would_be_found(browser: Browser):
    page = page_of(browser)
    page.set_content("<main><p style='width: 3em; overflow: hidden; white-space: nowrap'>Too long for it</main>")
    assert len(page.evaluate(LOST)) == 1
    page.context.close()


@pytest.mark.parametrize("kind", ["home", "article", "edition", "search"])
def test_in_colours_of_the_reader_s_own_everything_is_there(browser: Browser, served, kind):
    page = page_of(browser, forced_colors="active")
    open_page(page, served, kind, "it")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(FORCED) == []
    page.context.close()
