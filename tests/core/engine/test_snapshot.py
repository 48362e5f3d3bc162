"""What lies in the output: the same whoever looks, and however many folders there are."""

import os
import subprocess
import sys

import pytest

from puntina.core.engine.scan import CHECKSUMS, checksum_of, file_stats
from puntina.core.engine.snapshot import Snapshot, checksum_bytes
from tests.site_builder import ROOT

LOOK = """
import sys
from pathlib import Path
from puntina.core.engine.snapshot import background_snapshot
with background_snapshot(Path(sys.argv[1]), (), jobs=2) as take_snapshot:
    found = take_snapshot()
print(len(found.found), found.count, sorted(found.empty)[:2], found.checksum.decode())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_more_folders_than_a_pipe_takes_are_looked_at_by_two_processes(tmp_path):
    for number in range(1, 2002):
        (tmp_path / "a" / f"{number:04}").mkdir(parents=True)
    for number in range(3, 2002):
        (tmp_path / "a" / f"{number:04}" / "index.html").touch()
    said = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    ).stdout
    here = Snapshot.of(tmp_path, ())
    assert here.found == file_stats(tmp_path)
    assert said == f"1999 1999 ['a/0001', 'a/0002'] {here.checksum.decode()}\n"


def test_seals_of_parts_add_up_to_that_of_the_whole():
    whole = {f"{number}.html": (number, 1 << 60, 2, 3) for number in range(50)}
    one = {path: each for path, each in whole.items() if path < "3"}
    other = {path: each for path, each in reversed(whole.items()) if path not in one}
    assert (checksum_of(one) + checksum_of(other)) % CHECKSUMS == checksum_of(whole)
    assert checksum_bytes(checksum_of(one) + checksum_of(other)) == checksum_bytes(checksum_of(whole))
    assert checksum_of(whole | {"1.html": (2, 1 << 60, 2, 3)}) != checksum_of(whole)
