import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from puntina.feeds import atom, rss
from tests.feeds.samples import BARE, CHIPS, NEWS, feed_of

ROOT = Path(__file__).parents[2]
PRINT = """
import sys
from puntina.feeds import atom, rss
from tests.feeds.samples import NEWS
sys.stdout.buffer.write(rss(NEWS) + atom(NEWS))
"""


@pytest.mark.parametrize(
    "ambient",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
    ],
    ids=["east", "west"],
)
def test_the_bytes_depend_on_nothing_but_the_feed(ambient):
    command = [sys.executable, "-W", "error", "-c", PRINT]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **ambient}, capture_output=True, check=True)
    assert done.stdout == rss(NEWS) + atom(NEWS)


@pytest.mark.parametrize("print_feed", [rss, atom])
def test_feeds_may_share_an_entry_in_any_order(print_feed):
    alone = print_feed(feed_of(CHIPS))
    print_feed(feed_of(BARE, CHIPS))
    print_feed(replace(NEWS, title="Un altro", entries=(CHIPS,)))
    assert print_feed(feed_of(CHIPS)) == alone


@pytest.mark.parametrize("print_feed", [rss, atom])
def test_equal_instants_keep_their_own_offsets(print_feed):
    utc = replace(CHIPS, published=CHIPS.published.astimezone(UTC), updated=CHIPS.updated.astimezone(UTC))
    assert utc == CHIPS
    assert print_feed(feed_of(CHIPS)) != print_feed(feed_of(utc))
