"""What axe finds on a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# All rules of WCAG 2.2 AA and of best practices; that of the size of what one touches is off by default.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
RUN = "([within, options]) => axe.run(within ?? document, options).then(({ violations }) => violations)"


def prepare(page: Page) -> None:
    """Have each document that the page opens from now on come with axe; otherwise `violations` sends it each time."""
    page.add_init_script(AXE_SCRIPT)


def violations(page: Page, within: str | None = None) -> list[dict[str, Any]]:
    """Return each breach of a rule that axe finds in the open page, or in what a selector names, as axe's JSON has it.

    Of a page with a policy, the context must pass over it: axe runs in the page.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(RUN, [within, OPTIONS])
    return found


def summary(found: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    """Return the name of each rule, with the HTML of the elements that break it."""
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
