"""The fingerprint of a digest: another one for every change that can be seen, the same for all others."""

import datetime as dt
import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from puntina.core.digest import (
    Block,
    BlockKind,
    Digest,
    FrontMatter,
    Kind,
    Part,
    Phrase,
    Position,
    Rights,
    Source,
    Status,
    Target,
)
from puntina.core.digest.fingerprint import fingerprint
from puntina.core.digest.serialization import pack_positions, rendered
from tests.core.digest.samples import digest

ROOT = Path(__file__).parents[3]
HEADER = "id: d7k2m9qfx4c\ntitle: Titolo\ndate: 2025-09-02 07:30\ntags: [a, b]"
ZONES = st.sampled_from(
    [dt.UTC, ZoneInfo("Europe/Rome"), ZoneInfo("Asia/Ho_Chi_Minh"), dt.timezone(dt.timedelta(hours=2))]
)
MOMENTS = st.datetimes(timezones=ZONES)
WORDS = st.text(max_size=3)
TUPLES = st.lists(WORDS, max_size=3).map(tuple)
SOURCES = st.builds(Source, WORDS, WORDS, WORDS, st.none() | st.dates(), WORDS, st.booleans(), WORDS)
FRONT_MATTER = st.builds(
    FrontMatter,
    title=WORDS, date=st.none() | MOMENTS, lang=WORDS, slug=WORDS, translation_key=WORDS, id=WORDS, guid=WORDS,
    modified=st.none() | MOMENTS, category=WORDS, tags=TUPLES, authors=TUPLES,
    sources=st.lists(SOURCES, max_size=2).map(tuple), summary=WORDS, status=st.sampled_from(Status),
    copyright=st.builds(Rights, WORDS, WORDS, WORDS), share=st.none() | TUPLES, template=WORDS,
    extra=st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
)  # fmt: skip
PIECES = WORDS | st.builds(Target, WORDS, st.just(Position(1, 1)), st.booleans()) | st.builds(Phrase, WORDS)
PARTS = st.builds(Part, st.lists(PIECES, max_size=3).map(tuple), WORDS, st.just(1))
BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), st.lists(PARTS, max_size=2).map(tuple)), max_size=2)
WHOLE = {
    "path": WORDS,
    "kind": st.sampled_from(Kind),
    "meta": FRONT_MATTER,
    "blocks": BLOCKS.map(tuple),
    "teaser": WORDS,
    "words": st.integers(0, 10**12),
    "anchors": TUPLES,
}


def of(values: dict[str, object]) -> bytes:
    return Digest.of(**values).fingerprint


def as_seen(value: object) -> object:
    """Return the value with moments as they are printed: two zones of one offset print alike."""
    if isinstance(value, FrontMatter):
        return tuple(map(as_seen, (getattr(value, field.name) for field in fields(value))))
    return value.isoformat() if isinstance(value, dt.datetime) else value


@given(st.fixed_dictionaries(WHOLE), st.data())
def test_any_other_value_of_any_field_gives_another_fingerprint(values, data):
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    changed = values | {name: data.draw(WHOLE[name])}
    assert (of(changed) == of(values)) == (as_seen(changed[name]) == as_seen(values[name]))


@given(FRONT_MATTER, FRONT_MATTER)
def test_each_key_of_the_front_matter_counts(one, other):
    for name in (field.name for field in fields(FrontMatter) if field.name != "places"):
        changed = replace(one, **{name: getattr(other, name)})
        same = as_seen(getattr(one, name)) == as_seen(getattr(other, name))
        assert (fingerprint((), changed) == fingerprint((), one)) == same


@given(BLOCKS.map(tuple), BLOCKS.map(tuple))
def test_blocks_count_as_they_are_printed(one, other):
    assume(one != other)
    assert fingerprint(rendered(one)) != fingerprint(rendered(other))


@pytest.mark.parametrize(
    ("body", "header"),
    [
        ("\n- [a](b.md)\n\n📌 b", HEADER),
        ("- [a]( b.md)\n\n📌 b", HEADER),
        ("• [a](b.md)\n📌 b", HEADER),
        ("- [a](b.md)\n\n📌 b", HEADER.replace("title: ", "# note\ntitle:   ")),
    ],
)
def test_places_in_the_file_do_not_count(body, header):
    moved, found = digest(body, header), digest("- [a](b.md)\n\n📌 b", HEADER)
    assert moved != found
    assert moved.fingerprint == found.fingerprint


def test_places_of_keys_do_not_count():
    meta = digest().meta
    assert fingerprint((), replace(meta, positions=pack_positions([("title", Position(9, 9))]))) == fingerprint(
        (), meta
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), (("a", "b"),)),
        ((1,), (True,)),
        ((0,), (False,)),
        (("1",), (1,)),
        (("",), (None,)),
        ((("",),), ((),)),
        ((dt.date(2025, 9, 2),), ("2025-09-02",)),
        ((dt.date(2025, 9, 2),), (("date", "2025-09-02"),)),
        ((dt.date(2025, 9, 2),), (dt.datetime(2025, 9, 2, tzinfo=dt.UTC),)),
        ((dt.datetime(2025, 9, 2, tzinfo=dt.UTC),), (dt.datetime(2025, 9, 2, 2, tzinfo=ZoneInfo("Europe/Rome")),)),
        ((Status.HIDDEN,), ("hidden",)),
        ((Rights("a"),), (("Rights", "a", "", ""),)),
        ((Rights("a"),), (Rights("", "a"),)),
    ],
)
def test_no_two_values_are_written_alike(one, other):
    assert fingerprint((), *one) != fingerprint((), *other)


def test_two_zones_of_one_offset_print_alike():
    rome, plus_two = ZoneInfo("Europe/Rome"), dt.timezone(dt.timedelta(hours=2))
    one, other = (dt.datetime(2025, 9, 2, 7, 30, tzinfo=zone) for zone in (rome, plus_two))
    assert fingerprint((), one) == fingerprint((), other)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_every_process_gives_the_same(seed):
    program = "from tests.core.digest.samples import digest; print(digest().fingerprint.hex())"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    assert done.stdout.strip() == digest().fingerprint.hex()


def test_it_is_the_same_on_every_machine():
    values = ("it/a.md", Kind.DIGEST, 7, True, None, ("é", "📌"), dt.date(2025, 9, 2), Source("a", paywall=True))
    assert (
        fingerprint((("points", (((("b.md", False), "x"), "y"),)),), *values).hex()
        == "1f9e0b530b333c178ca60e6863e377a7"
    )
