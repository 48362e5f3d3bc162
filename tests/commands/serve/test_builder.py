import os
import signal
import sys
from pathlib import Path

import pytest

from puntina.commands.build.build_server import Built
from puntina.commands.serve.builder import Builder
from puntina.commands.serve.process import Failure, failure
from puntina.core.digest import Problem
from puntina.core.digest.message import message
from tests.commands.serve.serving import wait_for
from tests.site_builder import digest, publication

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
HINT = "fix it; the next change restarts the builder, and the terminal shows the full traceback"
WRITE_PID = "import os; from pathlib import Path; Path(__file__).with_name('pid').write_text(str(os.getpid()))\n"


class Site:
    """A publication whose settings say in which process they are read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = publication(folder, {"it/2025/a.md": digest("Primo")})
        self.good = WRITE_PID + self.settings.read_text("utf-8")
        self.settings.write_text(self.good, "utf-8")
        self.builder = Builder(self.settings, lambda: {"OUTPUT_PATH": str(folder / "preview"), "PREVIEW": True})

    @property
    def pid(self) -> int:
        """Return the process that has built last."""
        return int((self.folder / "pid").read_text())

    def build(self) -> Built:
        return self.builder.build(frozenset({self.folder / "content" / "it" / "2025" / "a.md"}))


@pytest.fixture
def site(tmp_path):
    made = Site(tmp_path)
    yield made
    made.builder.end()


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def crash(path: str, line: int, column: int, text: str) -> tuple[Problem, ...]:
    return (Problem(path, line, column, "SERVE-CRASH", message("{text}", text=text), HINT),)


def test_one_process_stays_for_all_builds_and_is_not_this_one(site):
    assert site.build().problems == ()
    first = site.pid
    assert site.build().problems == ()
    assert first == site.pid != os.getpid()


def test_after_an_end_the_next_build_starts_another(site):
    site.build()
    first = site.pid
    assert site.builder.end() is not None
    assert not runs(first)
    assert site.build().problems == ()
    assert site.pid != first


@posix
def test_a_process_that_is_killed_between_builds_is_replaced_without_a_word(site):
    site.build()
    os.kill(first := site.pid, signal.SIGKILL)
    wait_for(lambda: not site.builder._process.is_alive())
    assert site.build().problems == ()
    assert site.pid != first


@posix
def test_a_process_that_dies_while_it_builds_is_a_problem_and_the_next_build_starts_another(site):
    site.settings.write_text("import os, signal; os.kill(os.getpid(), signal.SIGKILL)\n")
    assert site.build().problems == crash("the builder", 0, 0, "it ended unexpectedly (signal 9)")
    site.settings.write_text(site.good, "utf-8")
    assert site.build().problems == ()


@posix
def test_one_that_leaves_its_pipe_open_in_another_process_is_noticed_all_the_same(site):
    site.settings.write_text("import os, time\nif os.fork() == 0: time.sleep(600)\nelse: os._exit(3)\n")
    assert site.build().problems == crash("the builder", 0, 0, "it ended unexpectedly (exit code 3)")


@posix
def test_what_the_process_has_started_ends_with_it(site):
    site.settings.write_text(
        "import os, time\nfrom pathlib import Path\nif (pid := os.fork()) == 0: time.sleep(600)\n"
        "Path(__file__).with_name('child').write_text(str(pid))\n" + site.good
    )
    site.build()
    child = int((site.folder / "child").read_text())
    assert runs(child)
    site.builder.end()
    wait_for(lambda: not runs(child) or is_zombie(child))


def is_zombie(pid: int) -> bool:
    """Return whether the process has ended and nobody has asked how."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].startswith("Z")


def test_code_that_cant_be_loaded_is_a_problem_with_its_place(tmp_path):
    (tmp_path / "broken.py").write_text("\nx = (\n")
    with pytest.raises(SyntaxError) as caught:
        compile((tmp_path / "broken.py").read_text(), str(tmp_path / "broken.py"), "exec")
    assert failure(caught.value, tmp_path) == Failure("broken.py", 2, 5, "SyntaxError: '(' was never closed")


def test_an_error_has_the_place_of_the_last_line_of_ours(tmp_path):
    code = tmp_path / "plugin.py"
    code.write_text("import json\n\ndef f():\n    json.loads('{')\n")
    space: dict = {}
    exec(compile(code.read_text(), str(code), "exec"), space)  # noqa: S102 - a plugin, as it were
    with pytest.raises(ValueError, match="Expecting") as caught:
        space["f"]()
    found = failure(caught.value, tmp_path)
    assert (found.path, found.line, found.text.partition(":")[0]) == ("plugin.py", 4, "JSONDecodeError")


def test_an_error_without_a_place_of_ours_is_the_builder_s(tmp_path):
    assert failure(ValueError("no"), tmp_path) == Failure("the builder", 0, 0, "ValueError: no")
