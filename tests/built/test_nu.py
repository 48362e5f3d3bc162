"""Every page and style sheet of the sample, as the Nu HTML checker sees them."""

import re

import pytest

from tests.nu import MISSING, ensure_nu, messages
from tests.site_builder import digest, make, publication

# What it says and is not so, each with what else must be in the place that it names.
NOT_SO = (
    # It reads files, which have no origin that 'self' in the page's policy could stand for; all of these are the site's.
    (r"external (stylesheet|script) “/theme/[^”]+” blocked by “(style|script)-src” directive\.", ""),
    (r"image “/media/[^”]+” blocked by “img-src” directive\.", ""),
    # A data block, which no policy blocks: https://html.spec.whatwg.org/multipage/scripting.html#data-block
    (r"Inline script violates .* blocked by “script-src” directive", '<script type="application/ld+json">'),
    (r"Inline script violates .* blocked by “script-src” directive", '<script type="text/html">'),
)


@pytest.fixture(scope="module")
def jar():
    """Give the checker."""
    found = ensure_nu()
    assert found, MISSING
    return found


def is_so(message):
    """Return whether the message tells of a fault."""
    text, place = message["message"], message.get("extract", "")
    return not any(re.search(pattern, text) and within in place for pattern, within in NOT_SO)


def told(message):
    return message["url"].rpartition("/output/")[2], message.get("lastLine"), message["message"]


def test_no_page_has_a_fault(jar, at_root):
    pages = sorted(at_root.folder.rglob("*.html"))
    assert len(pages) > 100
    assert [told(each) for each in messages(jar, pages) if is_so(each)] == []


def test_no_page_of_a_digest_that_moved_ended_or_was_taken_back_has_a_fault(jar, tmp_path):
    said = {"date": "2025-09-03 09:00", "text": "Il documento non era “autentico”."}
    content = {
        "it/2025/a.md": digest("Uno", aliases=["/vecchio.html"], updates=[said | {"kind": "retraction"}]),
        "it/2025/b.md": digest(
            "Due", expires="2025-10-01 00:00", updates=[said | {"kind": "correction", "points": [2]}]
        ),
        "en/2025/b.md": digest("Two"),
        "it/2025/c.md": digest("Tre", status="hidden"),
    }
    more = {"REDIRECTS": ["{slug}/amp/"], "LITE_URL": "lite/", "CORRECTIONS_URL": "corrections/"}
    built = make(publication(tmp_path, content, **more))
    assert {"vecchio.html", "b/amp/index.html", "corrections/index.html"} <= set(built.pages)
    assert [told(each) for each in messages(jar, map(built.folder.joinpath, built.pages)) if is_so(each)] == []


def test_no_style_sheet_has_a_fault(jar, at_root):
    sheets = sorted(path for path in at_root.folder.rglob("*.css") if "pagefind" not in path.parts)
    assert {path.name for path in sheets} == {"daily.css", "search.css", "subscribe.css", "feed.css"}
    assert [told(each) for each in messages(jar, sheets, "--css")] == []


def test_a_fault_is_found(jar, tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><p><div>b</div></p>", "utf-8")
    assert [each["type"] for each in messages(jar, [page])] == ["error"]
