import os
import subprocess
import sys

import pytest

from puntina.core.digest import Faults, Problem
from puntina.core.engine.chunks import MOST, chunks_of
from puntina.core.engine.workers import background_map, parallel_map
from tests.site_builder import ROOT

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


def run_apart(program: str) -> str:
    """Run a program that forks in a process without threads, which this one may have; return what it printed."""
    lines = "from puntina.core.digest import Faults, Problem\nfrom puntina.core.engine.chunks import chunks_of\nfrom puntina.core.engine.workers import parallel_map\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", lines + program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 1000, 16_001])
def test_items_are_cut_into_runs_that_hold_all_of_them_in_their_order(count):
    parts = chunks_of(range(count), 16)
    assert [item for part in parts for item in part] == list(range(count))
    assert len(parts) <= MOST
    assert all(len(part) >= 16 for part in parts[:-1])


def test_one_process_does_the_parts_in_their_order():
    assert list(parallel_map([1, 2, 3], lambda part: part * 2, jobs=1)) == [2, 4, 6]


@forks
@pytest.mark.parametrize("jobs", [2, 5])
def test_more_processes_do_each_part_once(jobs):
    program = f"""
import os
found = list(parallel_map(range(300), lambda part: (part, os.getpid()), jobs={jobs}))
print(sorted(part for part, _ in found) == list(range(300)), os.getpid() in {{pid for _, pid in found}})
"""
    assert run_apart(program) == "True False\n"


@forks
def test_results_larger_than_a_pipe_come_whole():
    program = "print(sum(len(data) for data in parallel_map([1, 2, 3], lambda part: b'x' * 3_000_000, jobs=2)))"
    assert run_apart(program) == "9000000\n"


@forks
def test_work_begins_before_results_are_asked_for():
    program = """
import tempfile, time
from pathlib import Path
folder = Path(tempfile.mkdtemp())
results = parallel_map(["a", "b"], lambda name: (folder / name).touch(), jobs=2)
until = time.monotonic() + 30
while len(list(folder.iterdir())) < 2 and time.monotonic() < until:
    time.sleep(0.01)
print(sorted(path.name for path in folder.iterdir()), list(results))
"""
    assert run_apart(program) == "['a', 'b'] [None, None]\n"


FAULTS = """
def work(part):
    if part % 2:
        raise Faults([Problem("a.md", part, 1, "YAML", "text", "hint")])
    return part
try:
    for done in parallel_map(range(4), work, jobs=JOBS):
        pass
except Faults as faults:
    print(faults)
"""


@forks
@pytest.mark.parametrize("jobs", [1, 2])
def test_faults_of_all_parts_come_out_together(jobs):
    said = "a.md:1:1: YAML text — hint\na.md:3:1: YAML text — hint\n"
    assert run_apart(FAULTS.replace("JOBS", str(jobs))) == said


def test_faults_come_out_where_there_is_one_process():
    def work(part: int) -> int:
        raise Faults([Problem("a.md", part, 1, "YAML", "text", "hint")])

    with pytest.raises(Faults) as found:
        list(parallel_map([1, 2], work, jobs=1))
    assert [problem.line for problem in found.value.problems] == [1, 2]


@forks
def test_any_other_error_comes_out_with_the_workers_own_story():
    said = run_apart("list(parallel_map([1, 0], lambda part: 1 // part, jobs=2))")
    assert "ZeroDivisionError" in said
    assert said.splitlines()[-1].startswith("ZeroDivisionError") or "RuntimeError: a worker failed" in said


@forks
def test_a_worker_that_is_killed_is_a_problem():
    program = """
import os, signal
try:
    list(parallel_map([1, 2], lambda part: os.kill(os.getpid(), signal.SIGKILL), jobs=2))
except Faults as faults:
    print(str(faults).split(" — ")[0])
"""
    assert run_apart(program) == "the build: BUILD-WORKER a worker process ended early (signal 9)\n"


@forks
def test_more_parts_than_the_pipe_takes_are_refused_before_any_process_starts():
    parts = list(range(MOST + 1))
    with pytest.raises(ValueError, match="1,001 parts, over 1,000"), background_map(parts, str, jobs=2):
        pass
    with pytest.raises(ValueError, match="1,001 parts, over 1,000"):
        next(parallel_map(parts, str, jobs=2))
