"""Every command of the README, read out of it and run in its order, each on the result of the one before."""

import os
import re
import shlex
import signal
import subprocess
import sys
import urllib.request

import pytest

from puntina.committed import ALLOWED
from tests.site_builder import ROOT, copy_of_sample

_COMMAND = re.compile(r"(?:^    |`)python3 bootstrap\.py ([^`#\n]+?)\s*(?:#.*|`|$)", re.MULTILINE)
NEVER = {"test"}  # this test is a part of it
PASTED = "Titolo incollato\n\n• Primo punto\n• Secondo punto\n📌 Sintesi.\n"
OWN = {"FEED_ID_DOMAIN": "notizie.example.net", "SITEURL": "https://notizie.example.net"}


def commands() -> list[list[str]]:
    """Return the commands in their order, each once."""
    found = _COMMAND.findall((ROOT / "README.md").read_text("utf-8"))
    words = [shlex.split(command) for command in dict.fromkeys(found)]
    return [command for command in words if command[0] not in NEVER]


@pytest.fixture
def desk(tmp_path):
    """The publication as a clone has it, with a domain of its own and a pasted file, as the README has its reader make."""
    folder = tmp_path / "clone"  # beside which a command makes another folder
    folder.mkdir()
    settings = copy_of_sample(folder)
    text = re.sub(
        r"^FEED_ID_DOMAIN = .*$",
        f'FEED_ID_DOMAIN = "{OWN["FEED_ID_DOMAIN"]}"',
        settings.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    settings.write_text(text, "utf-8")
    (folder / "pasted").mkdir()
    (folder / "pasted" / "2025-09-02-prova.txt").write_text(PASTED, "utf-8")
    return folder


def start(folder, words) -> subprocess.Popen:
    """Start a command as bootstrap.py does; a shell would put the names of files in place of `*`."""
    words = (
        [str(path) for word in words for path in sorted(folder.glob(word)) or [word]]
        if "*" in "".join(words)
        else words
    )
    command = [sys.executable, "-P", "-m", "puntina", "--directory", str(folder), *words]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "SITEURL": OWN["SITEURL"], ALLOWED: "1"}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
    )


def run(folder, words) -> str:
    """Run a command to its end and return what it said; it must end well."""
    task = start(folder, words)
    said = task.communicate(timeout=120)[0]
    assert (task.returncode, "Traceback" in said) == (0, False), f"{words}: {said}"
    return said


def serve(folder, words) -> None:
    """Serve until home is there, and end it as Ctrl-C does."""
    task = start(folder, [*words, "--port", "0"])
    try:
        lines = iter(task.stdout.readline, "")
        address = next(found[0] for line in lines if (found := re.search(r"http://[0-9.:]+/", line)))
        with urllib.request.urlopen(address, timeout=60) as page:  # noqa: S310 - our own server
            assert "<h1" in page.read().decode()
    finally:
        task.send_signal(signal.SIGINT)
        said = task.communicate(timeout=60)[0]
    assert (task.returncode, "Traceback" in said) == (0, False), said


def run_all(folder, *, skip=()) -> list[str]:
    """Run every command of the README; return the tasks that ran."""
    done = []
    for words in commands():
        if words[0] in skip:
            continue
        (serve if words[0] == "serve" else run)(folder, words)
        done.append(words[0])
    return done


def drafts(folder):
    return [
        path for path in sorted((folder / "content").rglob("*.md")) if "\nstatus: draft\n" in path.read_text("utf-8")
    ]


@pytest.mark.long
def test_every_command_works_on_what_the_one_before_has_left(desk):
    done = run_all(desk)
    assert set(done) >= {"build", "serve", "new", "check", "import", "addresses", "publish", "verify", "clean"}
    assert [path.name for path in drafts(desk)] == ["china-buys-china.md"]


@pytest.mark.slow
def test_they_work_too_once_the_new_digest_is_published_as_new_left_it(desk):
    """An editor deletes the line status: draft at once; what `new` and `import` have made is there already."""
    for words in commands():
        if words[0] in {"new", "import"}:
            run(desk, words)
    for path in drafts(desk):
        path.write_text(path.read_text("utf-8").replace("\nstatus: draft\n", "\n"), "utf-8")
    done = run_all(desk, skip={"new", "import"})
    assert set(done) >= {"build", "serve", "check", "addresses", "publish", "clean"}
    for task in ("build", "publish", "check"):
        run(desk, [task])
    [page] = (desk / "output").glob("en/2*/*/china-buys-china/index.html")
    assert "<li" in page.read_text("utf-8")


def test_the_readme_names_the_tasks_of_an_editor():
    names = {words[0] for words in commands()}
    assert names >= {"build", "serve", "new", "check", "import", "addresses", "publish", "clean"}
