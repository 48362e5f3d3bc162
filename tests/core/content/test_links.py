"""Links between files: found by path as editors write it, in any Unicode form, and what they may not lead to."""

import unicodedata

import pytest

from puntina.core.content.links import Found, find
from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Position, Status, Target
from tests.core.checks.contents import HEADER, content, lines, text
from tests.core.settings.settings import site

BODY = "- [x]({})\n\n📌 b\n\n## Il titolo\n"
FILES = {
    "it/2025/a.md": text("- a\n\n📌 b\n\n## Prima parte\n"),
    "it/2025/b c.md": text(id="bc"),
    "it/2025/điện.md": text(id="dien"),
    "en/2025/a.md": text(),
    "it/pages/about.md": text("Testo[^1]\n\n[^1]: Nota", "title: T"),
    "media/50% #1.jpg": "x",
    "media/a.jpg": "x",
    "it/2025/b.png": "x",
}
NAME = "write the path of a content file, relative to this one"
COPY = "copy the file into the content folder"


@pytest.fixture
def found(tmp_path):
    """Give a function that finds what a link in it/2025/a.md leads to."""
    read = content(tmp_path, FILES)
    return lambda href: find(Target(href, Position(1, 1)), read.digests["it/2025/a.md"], read.digests, read.files)


@pytest.mark.parametrize(
    ("href", "path", "tail"),
    [
        ("b%20c.md", "it/2025/b c.md", ""),
        ("./b%20c.md", "it/2025/b c.md", ""),
        ("../2025/b%20c.md?x=1#", "it/2025/b c.md", "?x=1#"),
        ("../../en/2025/a.md", "en/2025/a.md", ""),
        ("/en/2025/a.md", "en/2025/a.md", ""),
        ("%7Bfilename%7D/en/2025/a.md", "en/2025/a.md", ""),
        ("{filename}/en/2025/a.md", "en/2025/a.md", ""),
        ("|filename|b%20c.md", "it/2025/b c.md", ""),
        ("{static}/media/a.jpg", "media/a.jpg", ""),
        ("{attach}b.png", "it/2025/b.png", ""),
        ("../../media/50%25%20%231.jpg", "media/50% #1.jpg", ""),
        ("%C4%91i%E1%BB%87n.md", "it/2025/điện.md", ""),
        ("#prima-parte", "it/2025/a.md", "#prima-parte"),
        ("a.md#prima-parte", "it/2025/a.md", "#prima-parte"),
        ("../pages/about.md#fn1", "it/pages/about.md", "#fn1"),
        ("../pages/about.md#fnref1", "it/pages/about.md", "#fnref1"),
        ("a.md", "it/2025/a.md", ""),
        ("?x=a%26b", "it/2025/a.md", "?x=a%26b"),
    ],
)
def test_what_a_link_leads_to(found, href, path, tail):
    assert found(href) == Found(path, tail)


@pytest.mark.parametrize(
    ("href", "code", "fault", "hint"),
    [
        ("c.md", "LINK-FILE", 'no file "c.md"', NAME),
        ("b_c.md", "LINK-FILE", 'no file "b_c.md"', 'did you mean "b c.md"?'),
        ("../../media/nope.png", "LINK-FILE", 'no file "../../media/nope.png"', NAME),
        ("../about.md", "LINK-FILE", 'no file "../about.md"', 'did you mean "../pages/about.md"?'),
        ("../pages/abuot.md", "LINK-FILE", 'no file "../pages/abuot.md"', 'did you mean "../pages/about.md"?'),
        ("../../media/a.jpeg", "LINK-FILE", 'no file "../../media/a.jpeg"', 'did you mean "../../media/a.jpg"?'),
        ("../../media/A.jpg", "LINK-FILE", 'no file "../../media/A.jpg"', 'did you mean "../../media/a.jpg"?'),
        ("content/en/2025/a.md", "LINK-FILE", 'no file "content/en/2025/a.md"', 'did you mean "../../en/2025/a.md"?'),
        ("en/2025/a.md", "LINK-FILE", 'no file "en/2025/a.md"', 'did you mean "../../en/2025/a.md"?'),
        ("/content/en/2025/a.md", "LINK-FILE", 'no file "/content/en/2025/a.md"', 'did you mean "../../en/2025/a.md"?'),
        ("../../../content/en/2025/a.md", "LINK-FILE", '"../../../content/en/2025/a.md" is outside the content folder', 'did you mean "../../en/2025/a.md"?'),
        ("content/it/2025/b%20c.md#x", "LINK-FILE", 'no file "content/it/2025/b c.md"', 'did you mean "b c.md"?'),
        ("media/a.jpg", "LINK-FILE", 'no file "media/a.jpg"', 'did you mean "../../media/a.jpg"?'),
        ("about.md", "LINK-FILE", 'no file "about.md"', 'did you mean "../pages/about.md"?'),
        ("../../media/", "LINK-FILE", '"../../media/" is a folder', "name a file in it"),
        ("/2025/09/titolo/", "LINK-FILE", 'no file "/2025/09/titolo/"', NAME),
        ("../../../../etc/passwd", "LINK-FILE", '"../../../../etc/passwd" is outside the content folder', COPY),
        ("..%2F..%2F..%2Fpelicanconf.py", "LINK-FILE", '"../../../pelicanconf.py" is outside the content folder', COPY),
        ("#prima", "LINK-ANCHOR", 'no heading "#prima" in it/2025/a.md', 'did you mean "#prima-parte"?'),
        ("#Prima%20Pàrte", "LINK-ANCHOR", 'no heading "#Prima Pàrte" in it/2025/a.md', 'did you mean "#prima-parte"?'),
        ("#fn1", "LINK-ANCHOR", 'no heading "#fn1" in it/2025/a.md', "name a heading of that file, in lower case with hyphens"),
        ("../pages/about.md#fn11", "LINK-ANCHOR", 'no heading "#fn11" in it/pages/about.md', 'did you mean "#fn1"?'),
    ],
)  # fmt: skip
def test_what_a_link_may_not_lead_to(found, href, code, fault, hint):
    assert found(href) == Found(code=code, fault=fault, hint=hint)


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_a_file_s_name_is_found_in_any_unicode_form(tmp_path, on_disk, typed):
    name = unicodedata.normalize(on_disk, "media/hà.jpg")
    link = unicodedata.normalize(typed, "../../media/hà.jpg")
    assert lines(tmp_path, {name: "x", "it/2025/a.md": text(BODY.format(link))}) == []


def test_a_link_to_a_file_that_has_errors_is_not_missing(tmp_path):
    files = {"it/2025/a.md": text(BODY.format("b.md")), "it/2025/b.md": ""}
    assert [line.split(" ")[1] for line in lines(tmp_path, files)] == ["TEXT-EMPTY"]


DRAFT = text(header=HEADER + "\nstatus: draft")
HIDDEN = text(header=HEADER + "\nstatus: hidden")
LATER = text(header="title: T\ndate: 2025-09-03 07:01")  # the cut-off is 07:00 in the publication's time zone
FIRST = "content/it/2025/a.md:5:7: LINK-UNPUBLISHED it/2025/b.md is {} — publish it first, or remove the link for now"


@pytest.mark.parametrize(("other", "state"), [(DRAFT, "a draft"), (LATER, "scheduled")])
def test_a_link_to_what_readers_can_t_see_is_an_error(tmp_path, other, state):
    files = {"it/2025/a.md": text(BODY.format("b.md")), "it/2025/b.md": other}
    assert lines(tmp_path, files, CUTOFF="2025-09-03 07:00") == [FIRST.format(state)]
    assert lines(tmp_path, files, CUTOFF="2025-09-03 07:00", PREVIEW=True) == []


@pytest.mark.parametrize("origin", ["status: draft", "status: hidden", "status: published"])
@pytest.mark.parametrize("other", [HIDDEN, text()])
def test_a_link_to_what_readers_can_see_is_fine(tmp_path, origin, other):
    files = {"it/2025/a.md": text(BODY.format("b.md"), HEADER + "\n" + origin), "it/2025/b.md": other}
    assert lines(tmp_path, files) == []


def test_a_draft_may_link_to_a_draft(tmp_path):
    assert lines(tmp_path, {"it/2025/a.md": DRAFT.replace("- a", "- [a](b.md)"), "it/2025/b.md": DRAFT}) == []


@pytest.mark.parametrize(
    ("line", "cutoff", "found"),
    [
        ("status: published", "2025-09-02 07:30", State.PUBLISHED),
        ("status: published", "2025-09-02 07:29", State.SCHEDULED),
        ("status: hidden", "2025-09-02 07:30", State.HIDDEN),
        ("status: hidden", "2025-09-02 07:29", State.SCHEDULED),
        ("status: draft", "2025-09-02 07:29", State.DRAFT),
    ],
)
def test_where_a_digest_stands(tmp_path, line, cutoff, found):
    digest = content(tmp_path, {"it/2025/a.md": text(header=HEADER + "\n" + line)}).digests["it/2025/a.md"]
    assert state_of(digest, site(tmp_path, CUTOFF=cutoff).cutoff) is found
    assert found.is_public == (found in {State.PUBLISHED, State.HIDDEN})


def test_a_page_without_a_date_is_published(tmp_path):
    page = content(tmp_path, {"it/pages/a.md": text("Testo", "title: T")}).digests["it/pages/a.md"]
    assert page.meta.status is Status.PUBLISHED
    assert state_of(page, site(tmp_path).cutoff) is State.PUBLISHED
