"""The command line by its own program: what it prints, its exit codes, and which folder it takes."""

import os
import re
import subprocess
import sys

import pytest

from puntina import __version__
from puntina.commands.cli import puntina
from puntina.commands.cli_options import LANGUAGES
from puntina.core.locales import editors
from tests.site_builder import ROOT, digest, publication

NONE_HERE = "Error: no pelicanconf.py in {} — name a publication's folder: puntina -C FOLDER …"


def run(*words, cwd, **env):
    """Return exit code, standard output and standard error of `puntina`."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "puntina", *words],
        cwd=cwd,
        env={**os.environ, "PUNTINA_LANG": "en"} | env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Give a publication with nothing in it; to be left as it is."""
    folder = tmp_path_factory.mktemp("folder") / "humus"
    (folder / "content" / "it" / "2025").mkdir(parents=True)
    publication(folder, {})
    return folder


@pytest.mark.parametrize(
    ("words", "command", "said"),
    [
        (["build", "--jobs", "x"], "build", "Invalid value for '--jobs': 'x' is not a valid integer range."),
        (["build", "--jobs", "-1"], "build", "Invalid value for '--jobs': -1 is not in the range x>=0."),
        (["serve", "--port", "65536"], "serve", "Invalid value for '--port': 65536 is not in the range 0<=x<=65535."),
        (["check", "--lang", "xx"], "check", "Invalid value for '--lang': 'xx' is not one of 'en', 'ar', 'de', 'it', 'vi'."),
        (["check", "--colour"], "check", "No such option '--colour'."),
        (["import"], "import", "Missing argument 'FILE...'."),
        (["publish", "site"], "publish", "Got unexpected extra argument (site)"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_reported_with_the_way_to_its_help(folder, words, command, said):
    code, out, err = run(*words, cwd=folder)
    assert (code, out) == (2, "")
    usage, hint, _, error = err.splitlines()
    assert usage.startswith(f"Usage: puntina {command} [OPTIONS]")
    assert (hint, error) == (f"Try 'puntina {command} --help' for help.", f"Error: {said}")


def test_an_unknown_command_and_a_folder_that_is_missing_are_reported(folder):
    assert run("biuld", cwd=folder)[2].splitlines()[-1] == "Error: No such command 'biuld'. Did you mean 'build'?"
    error = "Error: Invalid value for '-C' / '--directory': Directory 'nowhere' does not exist."
    assert run("-C", "nowhere", "check", cwd=folder)[::2] == (2, f"Usage: puntina [OPTIONS] COMMAND [ARGS]...\nTry 'puntina --help' for help.\n\n{error}\n")  # fmt: skip


def test_the_publication_is_the_nearest_folder_with_settings_from_here_upwards(folder, tmp_path):
    well = (0, "0 files read, no errors\n", "")
    assert run("check", cwd=folder) == well
    assert run("check", cwd=folder / "content" / "it" / "2025") == well
    assert run("-C", str(folder), "check", cwd=tmp_path) == well
    code, out, err = run("check", cwd=tmp_path)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == NONE_HERE.format(f"{tmp_path} or any folder above it")
    code, out, err = run("-C", ".", "build", cwd=tmp_path)
    assert (code, out, err.splitlines()[-1]) == (2, "", NONE_HERE.format("."))


def test_a_folder_may_be_named_by_any_path(folder, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "a").mkdir()
    (folder / "content/it/2025/a.md").write_text(digest("Primo"), "utf-8")
    try:
        for path in (f"../{folder.name}", f"content/../../{folder.name}/content/.."):
            code, _, err = run("-C", path, "build", "--no-cache", cwd=folder)
            assert (code, err) == (0, "")
        assert run("-C", "../link", "build", "--no-cache", cwd=tmp_path / "a")[::2] == (0, "")
    finally:
        (folder / "content/it/2025/a.md").unlink()


def test_what_a_command_reports_makes_its_exit_code(folder, tmp_path):
    (tmp_path / "pelicanconf.py").write_text("SITENAME = \n", "utf-8")
    code, out, err = run("check", cwd=tmp_path)
    assert (code, out) == (1, "")
    assert err.startswith("pelicanconf.py:1:12: SITE-FILE ")


def test_hints_name_commands_as_they_are_typed(folder):
    look = "To view it: {} serve"
    assert look.format("puntina") in run("build", "--no-cache", cwd=folder)[1].splitlines()
    called = run("build", "--no-cache", cwd=folder, PUNTINA_CALLED="python3 bootstrap.py")[1]
    assert look.format("python3 bootstrap.py") in called.splitlines()


def test_the_version_is_the_package_s(tmp_path):
    assert run("--version", cwd=tmp_path) == (0, f"puntina {__version__}\n", "")


def test_a_reader_that_has_ended_ends_the_command_without_a_traceback(folder):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-P", "-m", "puntina", "check"]
    done = subprocess.run(command, cwd=folder, stdout=write, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_folder_that_is_gone_is_reported_in_a_line(tmp_path):
    script = f'mkdir gone && cd gone && rmdir ../gone && "{sys.executable}" -P -m puntina check'
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "puntina: No such file or directory\n")


def test_shells_complete_commands(folder):
    words = {"_PUNTINA_COMPLETE": "bash_complete", "COMP_WORDS": "puntina ch", "COMP_CWORD": "1"}
    assert run(cwd=folder, **words) == (0, "plain,check\n", "")


def test_messages_are_in_the_languages_that_the_option_names():
    assert LANGUAGES == editors.LANGUAGES


def test_every_command_and_option_has_help_in_a_sentence():
    for name, command in puntina.commands.items():
        assert re.fullmatch(r"[A-Z].*\.", command.help, re.DOTALL), name
        options = [option for option in command.params if option.param_type_name == "option"]
        assert [option.name for option in options if not re.fullmatch(r"[A-Z].*\.", option.help or "")] == []


def test_each_command_is_documented_and_a_task_and_known_to_bootstrap():
    documented = re.findall(r"^\| `puntina ([a-z]+)", (ROOT / "docs/commands.md").read_text("utf-8"), re.MULTILINE)
    tasks = re.findall(r'_puntina\("([a-z]+)"', (ROOT / "tasks.py").read_text("utf-8"))
    assert sorted(documented) == sorted(tasks) == sorted(puntina.commands)
    bootstrap = re.search(r"^COMMANDS = \{(.*)\}$", (ROOT / "bootstrap.py").read_text("utf-8"), re.MULTILINE)
    assert sorted(re.findall(r'"([a-z]+)"', bootstrap[1])) == sorted(puntina.commands)


def test_a_task_passes_options_to_its_command(folder):
    words = ["--search-root", str(ROOT), "check", "--options", "--lang xx"]
    done = subprocess.run([sys.executable, "-P", "-m", "invoke", *words], cwd=folder, capture_output=True, encoding="utf-8", check=False)  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("Error: Invalid value for '--lang': 'xx'")
