import ast
import json
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.bootstrap_project import BACKEND, BOOTSTRAP, FAKE, Project, wheel, wrapped


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.make(tmp_path)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project whose .venv has been made; to be left as it is."""
    project = Project.make(tmp_path_factory.mktemp("ready"))
    code, _, err = project.run("build")
    assert code == 0, err
    return project


def test_the_task_gets_its_arguments_and_bootstrap_its_exit_code(ready: Project, tmp_path: Path) -> None:
    code, out, err = ready.run("import", "già fatto.txt", "--lang", "7", cwd=tmp_path)
    assert (code, err) == (7, "")
    venv = str(ready.root.resolve() / ".venv")
    assert json.loads(out) == {
        "program": "puntina",
        "arguments": ["--directory", str(ready.root.resolve()), "import", "già fatto.txt", "--lang", "7"],
        "called": "python3 bootstrap.py",
        "folder": str(tmp_path.resolve()),
        "prefix": venv,
        "environment": venv,
        "packages": [],
        "utf8": 1,
    }


def test_what_is_no_command_is_a_task(ready: Project) -> None:
    code, out, err = ready.run("rewind", "--all", "4")
    assert (code, err) == (4, "")
    told = json.loads(out)
    assert (told["program"], told["arguments"]) == (
        "puntina.commands.tasks",
        ["--search-root", str(ready.root.resolve()), "rewind", "--all", "4"],
    )


def test_a_second_run_takes_less_than_a_second_and_no_network(ready: Project) -> None:
    closed = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_FIND_LINKS": ""}
    seconds = []
    for _ in range(5):  # the best of them: other tests run at the same time
        began = time.monotonic()
        code, _, err = ready.run("build", env=closed)
        seconds.append(time.monotonic() - began)
        assert (code, err) == (0, "")
    assert min(seconds) < 1


def test_a_checkout_is_installed_in_place_and_anew_only_when_its_project_file_changes(project: Project) -> None:
    for name in ("extra", "tester"):
        (project.root / "sources" / name).mkdir(parents=True)
    (project.root / "backend.py").write_text(BACKEND)
    table = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    (project.root / "pyproject.toml").write_text(table)
    code, out, err = project.run("build")
    assert code == 0, err
    assert json.loads(out)["packages"] == ["extra", "tester"]
    assert project.run("build")[2] == ""

    (project.root / "pyproject.toml").write_text(table + "# changed\n")
    python = project.root / ".venv" / "bin" / "python"
    before = python.lstat().st_mtime_ns
    assert project.run("build")[0] == 0
    assert python.lstat().st_mtime_ns == before
    assert json.loads((project.root / ".venv" / "bootstrap.json").read_text())["pyproject.toml"]


def test_a_checkout_that_can_t_be_installed_is_said_in_a_line(project: Project) -> None:
    (project.root / "pyproject.toml").write_text("[build-system\n")
    code, out, err = project.run("build")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1] == "bootstrap.py: pip could not install pyproject.toml (its message is above)"


def test_without_a_task_it_says_how_to_name_one(project: Project) -> None:
    code, out, err = project.run()
    assert (code, err) == (2, "")
    assert out.splitlines()[0] == "usage: python3 bootstrap.py TASK [ARGUMENT ...]"
    assert not (project.root / ".venv").exists()


def test_packages_come_as_a_task_needs_them_and_go_as_the_lock_loses_them(project: Project) -> None:
    project.lock("requirements.txt", puntina=FAKE, extra="")
    project.lock("requirements-test.txt", puntina=FAKE, extra="", tester="")
    assert json.loads(project.run("build")[1])["packages"] == ["extra"]

    code, out, err = project.run("test")
    assert (code, err) == (0, "bootstrap.py: installing what requirements-test.txt lists\n")
    assert json.loads(out)["packages"] == ["extra", "tester"]
    assert project.run("build")[0::2] == (0, "")

    project.lock("requirements.txt", puntina=FAKE)
    code, out, err = project.run("build")
    assert code == 0, err
    assert json.loads(out)["packages"] == []


def test_a_run_killed_half_way_is_made_good_by_the_next(project: Project) -> None:
    with project.start("build") as killed:
        while killed.poll() is None and not (project.root / ".venv" / "pyvenv.cfg").exists():
            time.sleep(0.01)
        killed.kill()
    assert killed.returncode != 0
    code, out, err = project.run("build")
    assert code == 0, err
    assert json.loads(out)["arguments"][-1] == "build"


@pytest.mark.slow
def test_a_moved_folder_gets_an_environment_of_its_own(ready: Project, tmp_path: Path) -> None:
    moved = Project(tmp_path / "moved")
    shutil.copytree(ready.root, moved.root, symlinks=True)
    shutil.copytree(ready.wheels, moved.wheels)
    code, out, err = moved.run("build")
    assert code == 0, err
    assert json.loads(out)["prefix"] == str(moved.root.resolve() / ".venv")


def test_what_it_did_not_make_is_never_emptied(project: Project, tmp_path: Path) -> None:
    venv, precious = project.root / ".venv", tmp_path / "precious"
    link = "is a symbolic link, and what it leads to was not made by this script"
    folder = "was not made by this script, which would have to empty it"
    for make, said in (
        (lambda: venv.symlink_to(precious), link),
        (lambda: venv.symlink_to(tmp_path / "nowhere"), link),
        (lambda: venv.symlink_to(venv), link),
        (lambda: shutil.copytree(precious, venv), folder),
        (lambda: venv.write_text("mine"), folder),
    ):
        (precious / "bin").mkdir(parents=True, exist_ok=True)
        (precious / "thesis.txt").write_text("mine")
        make()
        again = "move it away or delete it, then run this again"
        assert project.run("build") == (1, "", f"bootstrap.py: .venv {said}; {again}\n")
        assert sorted(path.name for path in precious.iterdir()) == ["bin", "thesis.txt"]
        if venv.is_dir() and not venv.is_symlink():
            assert sorted(path.name for path in venv.iterdir()) == ["bin", "thesis.txt"]
            shutil.rmtree(venv)
        else:
            venv.unlink()


@pytest.mark.slow
def test_an_empty_folder_is_taken(project: Project) -> None:
    (project.root / ".venv").mkdir()
    assert project.run("build")[0] == 0


def test_two_at_once_make_one_environment(project: Project) -> None:
    with project.start("build", "3") as first, project.start("build", "4") as second:
        told = [process.communicate(timeout=120) for process in (first, second)]
    assert (first.returncode, second.returncode) == (3, 4), told
    making = "bootstrap.py: making .venv with Python"
    assert [line.startswith(making) for _, err in told for line in err.splitlines()].count(True) == 1


def test_a_package_that_is_not_the_locked_one_is_refused_in_pips_words_and_ours(project: Project) -> None:
    wheel(project.wheels, "puntina", "print('another')")
    code, out, err = project.run("build")
    assert (code, out) == (1, "")
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in err
    assert err.splitlines()[-1] == (
        "bootstrap.py: pip could not install requirements.txt (its message is above); "
        "check the network, then run this again"
    )
    assert not (project.root / ".venv" / "bootstrap.json").exists()


def test_where_ensurepip_is_missing_one_line_says_what_to_install(project: Project) -> None:
    hide = "real = importlib.util.find_spec; importlib.util.find_spec = lambda n: n != 'ensurepip' and real(n)"
    code, out, err = project.run("build", python=wrapped(project, hide))
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert (code, out) == (1, "")
    assert err == (
        f"bootstrap.py: this Python lacks venv or ensurepip; on Debian or Ubuntu: sudo apt install {package}\n"
    )


def test_a_lock_file_that_is_missing_is_named_in_one_line(project: Project) -> None:
    (project.root / "requirements.txt").unlink()
    code, out, err = project.run("build")
    assert (code, out) == (1, "")
    assert err.startswith("bootstrap.py: ")
    assert err.count("\n") == 1
    assert str(project.root.resolve() / "requirements.txt") in err


def test_an_older_python_is_told_which_one_is_needed(project: Project) -> None:
    code, out, err = project.run("build", python=wrapped(project, "sys.version_info = (3, 9, 18, 'final', 0)"))
    assert (code, out) == (1, "")
    assert err == (
        "bootstrap.py: Python 3.11 or newer is needed and this is 3.9.18; "
        "run it with a newer one, such as: python3.13 bootstrap.py build\n"
    )


def test_an_older_python_can_read_as_far_as_that() -> None:
    ast.parse(BOOTSTRAP.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_it_needs_nothing_but_the_standard_library() -> None:
    imported = set()
    for node in ast.walk(ast.parse(BOOTSTRAP.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or ".").partition(".")[0])
    assert imported <= sys.stdlib_module_names
