#!/usr/bin/env python3
"""Make .venv from the lock files, then run the named task in it; needs nothing but Python itself."""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python is told by
    sys.exit(
        "bootstrap.py: Python 3.11 or newer is needed and this is {}.{}.{}; "
        "run it with a newer one, such as: python3.13 bootstrap.py build".format(*sys.version_info)
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "bootstrap.json"
GUARD = VENV / "bootstrap.lock"

BUILD_LOCK = "requirements-build.txt"  # builds those packages that are published as source only
RUN_LOCK = "requirements.txt"
TEST_LOCK = "requirements-test.txt"  # all of RUN_LOCK, and what these tasks need besides:
TEST_TASKS = {"test", "prove", "lint", "format", "bench", "pictures"}
# Commands of `puntina`; all else is a task in tasks.py.
COMMANDS = {"init", "upgrade", "new", "import", "check", "build", "serve", "publish", "verify", "addresses", "clean"}

PROJECT = ROOT / "pyproject.toml"  # in a checkout of Puntina; a publication has its packages from RUN_LOCK alone

FORMAT = 1  # of .venv; raise it, and every .venv is made anew
USAGE = """\
usage: python3 bootstrap.py TASK [ARGUMENT ...]

  python3 bootstrap.py build           make the site, in output/
  python3 bootstrap.py --list          name all tasks
  python3 bootstrap.py TASK --help     explain one

The first run makes .venv and installs what the lock files list; later runs start the task at once."""


def main(arguments: list[str]) -> int:
    """Run the task and return its exit code; without a task, print how to name one and return 2."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(USAGE)
        return 0 if arguments else 2
    try:
        wanted = describe(with_tests=not TEST_TASKS.isdisjoint(arguments))
        if not is_ready(wanted):
            prepare(wanted)
        run(arguments)
    except OSError as error:
        fail(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    except KeyboardInterrupt:
        return 130


def describe(*, with_tests: bool) -> dict[str, str]:
    """Return what .venv has to be: of this Python, in this place, and the SHA-256 of each file that it is made from."""
    files = [BUILD_LOCK, RUN_LOCK, *([TEST_LOCK] if with_tests else []), *([PROJECT.name] if PROJECT.is_file() else [])]
    made_for = f"{FORMAT} {sys.implementation.cache_tag} {sysconfig.get_platform()} {VENV}"
    digests = {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in files}
    return {"made for": made_for, **digests}


def is_ready(wanted: dict[str, str]) -> bool:
    """Return whether .venv was finished and holds at least what is wanted."""
    return wanted.items() <= read_stamp().items() and PYTHON.exists()


def without(wanted: dict[str, str], *names: str) -> dict[str, str]:
    """Return what is wanted but for these files."""
    return {name: digest for name, digest in wanted.items() if name not in names}


def read_stamp() -> dict[str, str]:
    """Return what the last finished installation wrote down, nothing where there was none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def prepare(wanted: dict[str, str]) -> None:
    """Make .venv anew, or add the test packages where they are all that is missing."""
    refuse_others()
    with alone():
        if is_ready(wanted):  # made by another bootstrap while this one waited
            return
        installed = is_ready(without(wanted, PROJECT.name))
        only_add = TEST_LOCK not in read_stamp() and is_ready(without(wanted, PROJECT.name, TEST_LOCK))
        # Without a stamp while packages come in: a .venv left by a killed run is known and made anew.
        STAMP.unlink(missing_ok=True)
        if not installed:
            if not only_add:
                make_venv()
            install(TEST_LOCK if TEST_LOCK in wanted else RUN_LOCK)
        if PROJECT.name in wanted:
            install_project()
        aside = STAMP.with_suffix(".new")
        aside.write_text(json.dumps(wanted, indent=1), encoding="utf-8")
        aside.replace(STAMP)


def refuse_others() -> None:
    """End where .venv is not ours to change: it has the guard from its first moment on, and is a folder of its own."""
    again = "move it away or delete it, then run this again"
    if VENV.is_symlink():
        fail(f".venv is a symbolic link, and what it leads to was not made by this script; {again}")
    if VENV.exists() and not (GUARD.is_file() or (VENV.is_dir() and not any(VENV.iterdir()))):
        fail(f".venv was not made by this script, which would have to empty it; {again}")


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold .venv for this process and the pip it starts; wait where another one holds it."""
    VENV.mkdir(exist_ok=True)
    with GUARD.open("a", encoding="utf-8") as guard:
        if not take(guard):
            say("another bootstrap is making .venv; waiting for it")
            while not take(guard):
                time.sleep(0.2)
        # pip inherits it: if only this process is killed, the next one waits until pip has ended too.
        os.set_inheritable(guard.fileno(), True)
        yield


def take(guard: IO[str]) -> bool:
    """Return whether the lock on the file is ours now; true, too, where the file system has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(guard.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def make_venv() -> None:
    """Replace whatever .venv holds by an empty environment that can build packages."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        version = "python{}.{}".format(*sys.version_info)
        fail(f"this Python lacks venv or ensurepip; on Debian or Ubuntu: sudo apt install {version}-venv")
    say(f"making .venv with Python {sys.version.split()[0]}")
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != GUARD:
            entry.unlink()
    if start([sys.executable, "-I", "-m", "venv", str(VENV)]):
        fail("Python could not make .venv (its message is above)")
    install(BUILD_LOCK)


def install(lock: str) -> None:
    """Install the packages of a lock file by pip, as the machine has it configured (index, proxy, cache)."""
    say(f"installing what {lock} lists")
    options = ["--quiet", "--require-hashes", "--no-user", "--no-input", "--disable-pip-version-check"]
    # Isolated builds would fetch build tools that no lock file lists.
    options += ["--no-build-isolation", "--use-pep517"] if lock != BUILD_LOCK else []
    if start([str(PYTHON), "-I", "-m", "pip", "install", *options, "--requirement", str(ROOT / lock)]):
        fail(f"pip could not install {lock} (its message is above); check the network, then run this again")


def install_project() -> None:
    """Install the checkout itself, so that `import puntina` finds its sources; nothing is downloaded."""
    options = [
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--no-input",
        "--disable-pip-version-check",
    ]
    if start([str(PYTHON), "-I", "-m", "pip", "install", *options, "--editable", str(ROOT)]):
        fail(f"pip could not install {PROJECT.name} (its message is above)")


def start(command: list[str]) -> int:
    """Run a command to its end, holding what this process holds, and return its exit code."""
    return subprocess.run(command, cwd=ROOT, close_fds=False, check=False).returncode


def run(arguments: list[str]) -> NoReturn:
    """Become the task on POSIX, so that signals reach it; elsewhere wait for it and exit as it did."""
    # -P: nothing is imported from the folder one happens to stand in.
    puntina, tasks = ["puntina", "--directory"], ["puntina.commands.tasks", "--search-root"]
    program = puntina if arguments[0] in COMMANDS else tasks
    command = [str(PYTHON), "-P", "-m", *program, str(ROOT), *arguments]
    path = os.pathsep.join([str(PYTHON.parent), os.environ.get("PATH", os.defpath)])
    # UTF-8 also where a console or a pipe has another encoding: headlines have every script.
    called = {"PUNTINA_CALLED": "python3 bootstrap.py"}
    environment = {"PYTHONUTF8": "1", **os.environ, **called, "VIRTUAL_ENV": str(VENV), "PATH": path}
    if sys.platform == "win32":
        sys.exit(wait_for(command, environment))
    os.execve(PYTHON, command, environment)


def wait_for(command: list[str], environment: dict[str, str]) -> int:
    """Return the task's exit code; Ctrl-C goes to the task too, which ends as it likes."""
    with subprocess.Popen(command, env=environment) as task:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                return task.wait()


def say(text: str) -> None:
    """Print a line for the person at the terminal; standard output is the task's own."""
    print(f"bootstrap.py: {text}", file=sys.stderr, flush=True)


def fail(text: str) -> NoReturn:
    """End with exit code 1 and one line."""
    say(text)
    raise SystemExit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
