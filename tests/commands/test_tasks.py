import subprocess
import sys

import pytest

TASKS = """
from invoke.tasks import task


@task
def rewind(context, far=False):
    pass
"""


def run(folder, *arguments):
    (folder / "tasks.py").write_text(TASKS)
    command = [sys.executable, "-P", "-m", "puntina.commands.tasks", "--search-root", str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def test_a_task_runs(tmp_path):
    assert run(tmp_path, "rewind", "--far") == (0, "", "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rewnd", 'no task is called "rewnd" — did you mean "rewind"?\n'),
        ("nope", 'no task is called "nope" — python3 bootstrap.py --list lists them\n'),
    ],
)
def test_a_name_that_no_task_has_gets_a_hint(tmp_path, monkeypatch, name, said):
    monkeypatch.setenv("PUNTINA_CALLED", "python3 bootstrap.py")
    assert run(tmp_path, name, "--far") == (2, "", said)


def test_the_hint_is_in_the_language_of_the_publication(tmp_path, monkeypatch):
    monkeypatch.delenv("PUNTINA_LANG")
    (tmp_path / "pelicanconf.py").write_text('DEFAULT_LANG = "de"\n')
    assert run(tmp_path, "nope")[2] == 'keine Aufgabe heißt "nope" — invoke --list listet sie auf\n'


def test_an_option_that_a_task_lacks_is_said_as_invoke_says_it(tmp_path):
    assert run(tmp_path, "rewind", "--nope") == (1, "", "No idea what '--nope' is!\n")
