import sys

import pytest

from benchmarks.measure import BenchError, Command, peak_memory, timed

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

WORK = "import time\nwhile time.process_time() < 0.2: pass"
HOLD = "import time; held = bytearray(40 * 2**20); time.sleep(1)"
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


@pytest.fixture
def command(tmp_path):
    return lambda *arguments: Command([sys.executable, "-c", *arguments], tmp_path, {"WORD": "said"}, tmp_path / "log")


def test_the_work_of_a_process_counts_for_the_one_that_waited_for_it(command):
    timing = timed(command(PARENT, WORK))
    assert timing.cpu >= 0.2
    assert timing.wall > 0


def test_the_memory_of_all_processes_is_added_up(command):
    both = (
        f"import subprocess, sys; other = subprocess.Popen([sys.executable, '-c', sys.argv[1]]); {HOLD}; other.wait()"
    )
    assert 80 < peak_memory(command(both, HOLD)) < 200


@pytest.mark.parametrize("measured", [timed, peak_memory])
def test_a_command_that_fails_is_told_with_its_last_words(command, measured):
    with pytest.raises(BenchError, match=r"ended with 3:\nsaid\n$"):
        measured(command("import os, sys; print(os.environ['WORD']); sys.exit(3)"))
