import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.listings.pagination import slices

COUNTS, SIZES = st.integers(0, 400), st.integers(1, 30)


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (0, [(None, 0, 0)]),
        (1, [(None, 0, 1)]),
        (3, [(None, 0, 3)]),
        (5, [(None, 0, 5)]),
        (6, [(None, 0, 3), (1, 3, 6)]),
        (8, [(None, 0, 5), (1, 5, 8)]),
        (9, [(None, 0, 3), (2, 3, 6), (1, 6, 9)]),
        (13, [(None, 0, 4), (3, 4, 7), (2, 7, 10), (1, 10, 13)]),
    ],
)
def test_pages_of_three_are_numbered_from_the_oldest(count, pages):
    assert [(each.number, each.start, each.stop) for each in slices(count, 3)] == pages


@given(COUNTS, SIZES)
def test_every_item_is_on_one_page_in_order(count, size):
    assert [item for each in slices(count, size) for item in range(each.start, each.stop)] == list(range(count))


@given(COUNTS, SIZES)
def test_numbered_pages_are_full_and_the_newest_is_never_nearly_empty(count, size):
    newest, *numbered = slices(count, size)
    assert [each.number for each in numbered] == list(range(len(numbered), 0, -1))
    assert {each.stop - each.start for each in numbered} <= {size}
    assert newest.number is None
    assert min(count, size) <= newest.stop - newest.start < 2 * size


@given(COUNTS, SIZES, st.integers(0, 60))
def test_a_page_once_numbered_holds_the_same_items_for_ever(count, size, added):
    def held(total):
        oldest_first = range(total, 0, -1)  # the names of items, newest first
        return {
            each.number: list(oldest_first[each.start : each.stop])
            for each in slices(total, size)
            if each.number is not None
        }

    before, after = held(count), held(count + added)
    assert {number: after[number] for number in before} == before


@given(COUNTS, SIZES)
def test_one_more_item_makes_one_more_page_at_most(count, size):
    assert len(slices(count + 1, size)) - len(slices(count, size)) in {0, 1}
