"""A digest packed, pickled and taken out again is the same digest, whichever process packed it."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.core.digest import Block, BlockKind, Part, Phrase, Position, Reading, Target
from puntina.core.digest.serialization import (
    holds_any,
    pack_blocks,
    pack_positions,
    rendered,
    unpack_blocks,
    unpack_positions,
)
from tests.core.digest.samples import FIRST, PASTED, digest, reading

ROOT = Path(__file__).parents[3]
NUMBERS = st.integers(1, 100_000)
PLACES = st.builds(Position, NUMBERS, NUMBERS)
PIECES = st.text() | st.builds(Target, st.text(), PLACES, st.booleans()) | st.builds(Phrase, st.text())
PARTS = st.builds(Part, st.lists(PIECES, max_size=5).map(tuple), st.text(), NUMBERS)
BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), st.lists(PARTS, max_size=4).map(tuple)), max_size=4)
EVERYTHING = """- a [b](c.md) ![d](e.jpg) "f"

📌 **g**

| h |
|---|
| i[^1] |

[^1]: j
"""


def packed(blocks: tuple[Block, ...]) -> bytes:
    return pack_blocks(blocks, rendered(blocks))


@given(BLOCKS.map(tuple))
def test_blocks_come_out_as_they_went_in(blocks):
    assert unpack_blocks(packed(blocks)) == blocks


@given(BLOCKS.map(tuple), BLOCKS.map(tuple))
def test_bytes_are_equal_where_blocks_are(one, other):
    assert (packed(one) == packed(other)) == (one == other)


@given(st.dictionaries(st.text(), PLACES))
def test_places_come_out_as_they_went_in(places):
    assert unpack_positions(pack_positions(places.items())) == places


def test_what_waits_for_its_final_form_is_seen():
    bodies = ["- a\n\n📌 b", "- [a](b.md)\n\n📌 b", "- a\n\n📌 b\n\n|c|\n|-|", "- [a](https://b.c)\n\n📌 b"]
    assert [holds_any(digest(body).packed) for body in bodies] == [False, True, True, False]


def test_a_digest_in_which_nothing_waits_stays_as_it_is():
    found = digest("- a\n\n📌 b")
    assert found.resolved(lambda held: "x") is found


@pytest.mark.parametrize("body", ["", PASTED, EVERYTHING])
def test_a_pickled_digest_is_equal_and_hashes_alike(body):
    found = digest(body)
    again = pickle.loads(pickle.dumps(found))
    assert (again, hash(again), again.blocks, again.targets) == (found, hash(found), found.blocks, found.targets)


def test_targets_are_at_hand():
    assert digest(EVERYTHING).targets == (
        Target("c.md", Position(FIRST, 9)),
        Target("e.jpg", Position(FIRST, 20), image=True),
        Target("#fn1", Position(1, 1)),
        Target("#fnref1", Position(1, 1)),
    )


def test_a_reading_with_problems_crosses_processes():
    found = reading("<br>", "title: T\ndate: 2025-09-32")
    assert (found.digest, len(found.problems)) == (None, 5)
    assert pickle.loads(pickle.dumps(found)) == Reading(None, found.problems)


def test_a_digest_of_another_process_is_equal():
    body = "- [a](b.md)\n\n📌 b"
    program = (
        "import pickle, sys; from tests.core.digest.samples import digest;"
        f"sys.stdout.buffer.write(pickle.dumps(digest({body!r})))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert pickle.loads(done.stdout) == digest(body)


def test_blocks_in_another_order_make_another_digest():
    found = digest("- [a](b.md)\n\n📌 b")
    turned = found.with_blocks(found.blocks[::-1])
    assert turned.blocks == found.blocks[::-1]
    assert turned.fingerprint != found.fingerprint
    assert turned.with_blocks(found.blocks) == found
