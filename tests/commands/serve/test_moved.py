"""A page whose address has changed while the server runs: who asks for the old one is led to the new one."""

import pytest

from puntina.commands.build.build_server import Page
from puntina.commands.serve.moved import Moved
from tests.commands.serve.asking import ask


def pages(**urls: str) -> list[Page]:
    return [Page(f"it/{name}.md", f"id-{name}", url) for name, url in urls.items()]


def moved(*builds: list[Page]) -> Moved:
    made = Moved()
    for build in builds:
        made.note(build)
    return made


@pytest.mark.parametrize("place", ["2025/a/", "2025/a", "2025/a/index.html", "2025/a.html"])
def test_an_address_leads_to_where_its_page_is_now(place):
    assert moved(pages(a="2025/a/"), pages(a="2025/b/")).now(place) == "2025/b/"


def test_it_leads_on_over_several_changes_and_back():
    builds = [pages(a="a/"), pages(a="b/"), pages(a="c/")]
    assert [moved(*builds).now(place) for place in ("a/", "b/", "c/")] == ["c/", "c/", None]
    assert [moved(*builds, builds[0]).now(place) for place in ("a/", "b/", "c/")] == [None, "a/", "a/"]


def test_a_file_that_was_renamed_is_known_by_its_id():
    assert moved([Page("it/a.md", "d1", "a/")], [Page("it/b.md", "d1", "b/")]).now("a/") == "b/"


def test_what_is_gone_or_never_was_leads_nowhere():
    made = moved(pages(a="a/"), pages(b="b/"))
    assert [made.now(place) for place in ("a/", "b/", "x/", "")] == [None, None, None, None]


def test_addresses_are_compared_decoded_and_given_encoded():
    assert moved(pages(a="citt%C3%A0/"), pages(a="%C3%A8/")).now("città/") == "%C3%A8/"


def test_the_server_sends_on_what_it_does_not_find(live):
    live.moved.note(pages(a="old/", b="en/"))
    live.moved.note(pages(a="about", b="x/"))
    status, headers, _ = ask(live, "/repo/old/?a=1")
    assert (status, headers["Location"]) == (302, "/repo/about?a=1")
    assert ask(live, "/repo/en/")[0] == 200  # something is there
    assert ask(live, "/repo/never/")[0] == 404
