"""Digests about the same: which, in what order, on which pages; and what an edit of one changes in others."""

from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.commands.build import Options, run
from puntina.listings.related import NEAR, Related
from tests.site_builder import digest, hrefs, make, publication, texts, tree


def articles(*shared: tuple[str, ...]) -> list[SimpleNamespace]:
    """Return articles, newest first, each with its category and its tags; a tag in capitals is a thread."""
    metas = [
        SimpleNamespace(
            category=category,
            tags=[tag for tag in tags if not tag.isupper()],
            thread=next((tag for tag in tags if tag.isupper()), ""),
        )
        for category, *tags in shared
    ]
    return [SimpleNamespace(mark="", digest=SimpleNamespace(path=str(n), meta=meta)) for n, meta in enumerate(metas)]


def related(every: list[SimpleNamespace], place: int, count: int = 3) -> list[int]:
    """Return the places of what is related to the article at a place."""
    return [int(each.digest.path) for each in Related(every).of(every[place], count)]


@pytest.mark.parametrize(
    ("shared", "place", "found"),
    [
        ([("a",)], 0, []),
        ([("a",), ("b",), ("c",)], 1, []),
        ([("a",), ("a",), ("a",), ("a",), ("a",)], 2, [1, 3, 0]),
        ([("a",), ("a",), ("a",), ("b", "x"), ("a", "x")], 4, [3, 2, 1]),
        ([("a", "x", "y"), ("a", "x"), ("b", "x", "y"), ("b", "z")], 0, [2, 1]),
        ([("a", "x"), ("b", "x"), ("a", "x"), ("c", "y"), ("a", "x")], 2, [0, 4, 1]),
        ([("a", "x", "y", "T"), ("a", "x", "y"), ("b", "T"), ("c", "T"), ("a", "U")], 0, [2, 3, 1]),
    ],
)
def test_what_shares_most_comes_first_then_the_nearest_then_the_newer(shared, place, found):
    assert related(articles(*shared), place) == found


def test_what_is_named_besides_leaves_room_for_others():
    every = articles(*[("a", "T")] * 4, ("a", "x"))
    found = Related(every).of(every[0], 3, every[1:3])
    assert [int(each.digest.path) for each in found] == [3, 4]


SHARED = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("uvw")), min_size=1, max_size=12
)


@given(SHARED, st.integers(0, 4))
def test_in_short_lists_nothing_is_passed_over(shared, count):
    every = articles(*shared[: NEAR + 1])
    for place in range(len(every)):
        own, ranked = shared[place], []
        for other, theirs in enumerate(shared[: NEAR + 1]):
            points = 3 * len(set(own[1:]) & set(theirs[1:])) + (own[0] == theirs[0])
            if points and other != place:
                ranked.append((-points, abs(other - place), other))
        assert related(every, place, count) == [other for _, _, other in sorted(ranked)[:count]]


def test_a_long_list_is_looked_at_near_the_digest_alone():
    rng = Random(1)
    every = articles(*[(rng.choice("abc"), f"t{rng.randrange(9)}") for _ in range(2000)])
    looked = []

    class Counting(list):
        def __getitem__(self, at):
            if isinstance(at, slice):
                looked.append(len(found := super().__getitem__(at)))
                return found
            return super().__getitem__(at)

    index = Related(every)
    index._tags = {tag: Counting(places) for tag, places in index._tags.items()}
    index._categories = {key: Counting(places) for key, places in index._categories.items()}
    assert len(index.of(every[1000], 3)) == 3
    assert looked == [NEAR] * 4


FILES = {
    "it/2025/a.md": digest("A", "2025-09-05 07:30", tags=["chip", "Cina"], id="a"),
    "it/2025/b.md": digest("B", "2025-09-04 07:30", tags=["chip"], id="b"),
    "it/2025/c.md": digest("C", "2025-09-03 07:30", tags=["chip", "Cina"], id="c", category="technology"),
    "it/2025/d.md": digest("D", "2025-09-02 07:30", category="technology", id="d"),
    "it/2025/e.md": digest("E", "2025-09-01 07:30", tags=["Cina"], status="hidden", id="e"),
    "en/2025/a.md": digest("A in English", "2025-09-05 07:30", tags=["chip"], id="ea"),
}
SHOWN = {
    "2025/09/a/": ["/2025/09/c/", "/2025/09/b/"],
    "2025/09/b/": ["/2025/09/a/", "/2025/09/c/"],
    "2025/09/c/": ["/2025/09/a/", "/2025/09/b/", "/2025/09/d/"],
    "2025/09/d/": ["/2025/09/c/"],
    "2025/09/e/": [],
    "en/2025/09/a/": [],
}


def test_pages_name_them_with_date_and_title(tmp_path):
    built = make(publication(tmp_path, FILES))
    assert {place: hrefs(built.html(place), ".related a") for place in SHOWN} == SHOWN
    page = built.html("2025/09/d/")
    assert texts(page, ".related h2, .related li") == ["Sullo stesso argomento", "3 settembre 2025 C"]
    assert built.html("2025/09/e/").css(".related") == []


def test_there_are_as_many_as_the_publication_wants(tmp_path):
    built = make(publication(tmp_path / "a", FILES, RELATED=1))
    assert hrefs(built.html("2025/09/c/"), ".related a") == ["/2025/09/a/"]
    assert make(publication(tmp_path / "b", FILES, RELATED=0)).html("2025/09/c/").css(".related") == []


def written(settings, **options):
    """Build in this process and return what was written."""
    outcome = run(settings, {}, Options(jobs=1, **options))
    assert outcome.counts
    return {path for path in outcome.counts.written if path.startswith("2025/09/")}


def test_an_edit_of_a_text_changes_no_page_that_names_it_and_one_of_the_title_all(tmp_path):
    settings = publication(tmp_path, FILES)
    written(settings)
    changed = {"it/2025/c.md": FILES["it/2025/c.md"].replace("Sintesi", "Altra sintesi")}
    assert written(publication(tmp_path, changed)) == {"2025/09/c/index.html"}
    changed = {"it/2025/c.md": FILES["it/2025/c.md"].replace('"C"', '"Altro"')}
    assert written(publication(tmp_path, changed)) == {f"2025/09/{name}/index.html" for name in "abcd"}
    before = tree(tmp_path / "output")
    written(settings, cache=False)
    assert before == tree(tmp_path / "output")
