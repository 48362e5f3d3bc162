import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from puntina.core.digest import Status
from puntina.core.engine.fingerprint import SIZE, Fingerprints, UnfitError


@dataclass(frozen=True, slots=True)
class Pair:
    one: object
    two: object = ""


@dataclass(frozen=True, slots=True)
class Couple:
    one: object
    two: object = ""


@dataclass
class Open:
    one: str


def of(value: object) -> bytes:
    return Fingerprints().of(value)


EAST = dt.timezone(dt.timedelta(hours=7))
DIFFERENT = [
    ("", "a", "ab", "1", "é", "e\u0301"),
    (("a", "b"), ("ab",), ("a", ("b",)), (("a",), "b"), (), ((),), "ab"),
    (1, True, "1", 1 << 80, b"1", None, (None,), "None"),
    ("<b>", Markup("<b>")),
    (Status.DRAFT, "draft"),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 1}, (("a", 1), ("b", 2))),
    (Pair("a"), Couple("a"), Pair("a", "b"), Pair(Pair("a")), Pair(("a", ""))),
    (dt.date(2025, 9, 2), dt.datetime(2025, 9, 2, tzinfo=dt.UTC), "2025-09-02"),
    # One instant in two offsets: the page prints another hour.
    (dt.datetime(2025, 9, 2, 7, 30, tzinfo=EAST), dt.datetime(2025, 9, 2, 0, 30, tzinfo=dt.UTC)),
]


@pytest.mark.parametrize("values", DIFFERENT, ids=range(len(DIFFERENT)))
def test_values_that_may_print_differently_have_different_fingerprints(values):
    assert len({of(value) for value in values}) == len(values)
    assert {len(of(value)) for value in values} == {SIZE}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates(),
    lambda inner: st.tuples(inner, inner) | st.builds(Pair, inner, inner) | st.lists(inner).map(tuple),
)


@given(VALUES, VALUES)
def test_a_remembered_fingerprint_is_that_of_a_first_look(one, two):
    whole = Pair(one, (two, one))
    remembering = Fingerprints()
    first = remembering.of(whole)
    assert remembering.of(whole) == first == of(whole)
    assert remembering.of((whole, one)) == of((whole, one))


UNFIT = {"float": 1.5, "set": {1}, "object": object(), "function": len, "open": Open("a"), "inside": Pair([{"a": {1}}])}


@pytest.mark.parametrize("value", UNFIT.values(), ids=UNFIT)
def test_what_could_change_or_lead_elsewhere_has_none(value):
    with pytest.raises(UnfitError):
        of(value)


def test_a_fingerprint_is_the_same_on_every_machine():
    value = Pair(("a", 1, None, True), {"b": Markup("<i>"), "c": dt.date(2025, 9, 2)})
    assert of(value).hex() == "a93b24e4bfa8626c40560431b8aebfc2"
