"""Wheel and sdist, and publications made by the installed wheel: without the checkout and without a network."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from puntina import __version__
from puntina.commands.init.files import COPIED
from puntina.committed import ALLOWED, uncommitted
from tests.site_builder import ROOT
from tests.wheels import run

DIGEST = "---\ntitle: {title}\ndate: 2026-01-02 07:30\n---\n- {point}\n\n📌 {summary}\n"
WORDS = {
    "en": ("A title", "A point.", "A summary of it."),
    "de": ("Ein Titel", "Ein Punkt.", "Eine Zusammenfassung."),
    "vi": ("Nhan đề", "Một ý.", "Một đoạn tóm tắt."),
    "ar": ("عنوان", "نقطة.", "خلاصة قصيرة."),
}
ANSWERS = ["--no-input", "--name", "Humus", "--url", "https://humus.example", "--holder", "Humus Verlag"]


def test_wheel_and_sdist_are_as_a_package_index_wants_them(packages):
    made = sorted(packages.glob("puntina-*"))
    assert [path.name for path in made] == [f"puntina-{__version__}-py3-none-any.whl", f"puntina-{__version__}.tar.gz"]
    code, out, err = run(sys.executable, "-m", "twine", "check", "--strict", *made, cwd=packages)
    assert (code, out.count("PASSED")) == (0, 2), out + err


def test_the_wheel_has_code_theme_and_catalogues_and_neither_tests_nor_digests(packages):
    with zipfile.ZipFile(next(packages.glob("puntina-*.whl"))) as wheel:
        files = wheel.namelist()
    tracked = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "plugins/puntina", "themes/daily"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # fmt: skip
    source = {path.replace("plugins/", "", 1).replace("themes/daily", "puntina/themes/daily", 1) for path in tracked.stdout.splitlines() if (ROOT / path).exists()}  # fmt: skip
    shared = {
        f"puntina/scaffold/{name}"
        for name in ("CHANGELOG.md", "bootstrap.py", "publish.yml", "requirements.txt", "requirements-build.txt")
    }
    docs = {path for path in files if path.startswith("puntina/docs/")}
    assert docs <= {f"puntina/docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    assert "puntina/docs/publications.md" in docs
    info = {f"puntina-{__version__}.dist-info/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")}  # fmt: skip
    assert set(files) == source | shared | docs | info


def test_the_sdist_builds_the_same_wheel(packages, tmp_path):
    with tarfile.open(next(packages.glob("puntina-*.tar.gz"))) as sdist:
        sdist.extractall(tmp_path, filter="data")
    [folder] = tmp_path.iterdir()
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=folder, check=True, capture_output=True)  # fmt: skip
    [again] = (folder / "dist").iterdir()
    assert again.read_bytes() == next(packages.glob("puntina-*.whl")).read_bytes()


def test_a_package_of_files_that_are_not_committed_is_refused(tmp_path):
    for name in ("pyproject.toml", "hatch_build.py", "bootstrap.py", "requirements.txt", "requirements-build.txt", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore", ".github/workflows/publish.yml", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "themes" / "daily").mkdir(parents=True)
    package = tmp_path / "plugins" / "puntina"
    package.mkdir(parents=True)
    for name in ("__init__.py", "committed.py"):
        shutil.copy(ROOT / "plugins" / "puntina" / name, package)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "--directory", str(tmp_path / "dist")]
    assert run(*build, cwd=tmp_path)[0] == 0
    (package / "new.py").touch()
    (package / "committed.py").write_text((package / "committed.py").read_text("utf-8") + "\n", "utf-8")
    assert uncommitted(tmp_path) == ("plugins/puntina/committed.py", "plugins/puntina/new.py")
    said = "plugins/puntina/committed.py and 1 more: not committed — commit, or set PUNTINA_BUILD_UNCOMMITTED=1 to try such a package\n"
    assert run(*build, cwd=tmp_path)[::2] == (1, said)
    assert run(*build, cwd=tmp_path, **{ALLOWED: "1"})[0] == 0


@pytest.mark.parametrize(
    ("languages", "url"), [("en", "https://humus.example"), ("vi,ar,de,en", "https://user.github.io/humus")]
)
def test_a_new_publication_is_made_checked_built_verified_and_published(installed, tmp_path, languages, url):
    code, out, err = run(installed, "init", "humus", *ANSWERS, "--url", url, "--languages", languages, cwd=tmp_path)
    assert code == 0, err
    folder, codes = tmp_path / "humus", languages.split(",")
    files = [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] not in {"output", ".cache"}
    ]
    assert len(files) == 18 + 4 * len(codes)
    assert [path for path in COPIED if (folder / path).read_bytes() != (ROOT / path).read_bytes()] == []
    for lang in codes:
        title, point, summary = WORDS[lang]
        year = folder / "content" / lang / "2026"
        year.mkdir(exist_ok=True)  # that of the welcome digest is the present year's
        (year / "first.md").write_text(DIGEST.format(title=title, point=point, summary=summary), "utf-8")
    for command in ("check", "build", "verify", "publish"):
        code, out, err = run(installed, command, cwd=folder)
        assert (code, [line for line in err.splitlines() if " NOTE " in line]) == (0, []), f"{command}: {out}{err}"
    pages = [path for path in (folder / "output").rglob("first/index.html") if "lite" not in path.parts]
    assert len(pages) == len(codes)
    texts = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".whl"]
    assert [path for path in texts if b"vietmetric" in path.read_bytes().lower()] == []


def test_what_a_publication_locks_is_the_package_that_made_it_and_all_that_the_package_was_tested_with(installed, tmp_path):  # fmt: skip
    assert run(installed, "init", "humus", *ANSWERS, cwd=tmp_path)[0] == 0
    folder = tmp_path / "humus"
    lock = (folder / "requirements.txt").read_text("utf-8")
    head, entries = lock.split("anyio==")
    assert "anyio==" + entries == (ROOT / "requirements.txt").read_text("utf-8").partition("lock\n")[2]
    (folder / "own.txt").write_text(head, "utf-8")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "--no-deps",
        "--target",
        tmp_path / "again",
        "-r",
        "own.txt",
    ]
    assert run(*command, cwd=folder) == (0, "", "")
    original = Path(run(installed.parent / "python", "-P", "-c", "import puntina; print(puntina.__path__[0])", cwd=tmp_path)[1].strip())  # fmt: skip
    parts = [{path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc"} for place in (original, tmp_path / "again" / "puntina")]  # fmt: skip
    assert parts[0] == parts[1]
    builders = (folder / "requirements-build.txt").read_text("utf-8")
    assert re.findall(r"^([a-z-]+)==", builders, re.MULTILINE) == ["setuptools"]


def test_a_folder_that_is_taken_and_wrong_answers_leave_everything_as_it_was(installed, tmp_path):
    (tmp_path / "notes.txt").touch()
    code, out, err = run(installed, "init", ".", *ANSWERS, cwd=tmp_path)
    assert (code, out, err.count("\n")) == (1, "", 2)
    code, out, err = run(installed, "init", "humus", "--no-input", "--languages", "english", cwd=tmp_path)
    assert (code, out) == (1, "")
    assert [line.split(" — ")[0] for line in err.splitlines()] == [
        'init: INIT-ANSWER "english" is not a valid language code',
        "init: INIT-ANSWER --url is empty",
        "2 errors",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_installed_package_that_was_changed_makes_no_publication(installed, tmp_path):
    # In an environment of its own: other processes make publications with the shared one meanwhile.
    environment, folder = tmp_path / "environment", tmp_path / "empty"
    shutil.copytree(installed.parents[1], environment, symlinks=True, copy_function=os.link)
    folder.mkdir()
    [marker] = environment.rglob("puntina/py.typed")
    marker.unlink()
    marker.write_text("changed")
    code, out, err = run(environment / "bin/python", "-P", "-m", "puntina", "init", "humus", *ANSWERS, cwd=folder)
    assert (code, out, list(folder.iterdir())) == (1, "", [])
    assert (
        err.splitlines()[0]
        == "init: INIT-PACKAGE puntina/py.typed has changed since it was installed — delete .venv and run bootstrap.py again, or install Puntina again"
    )
