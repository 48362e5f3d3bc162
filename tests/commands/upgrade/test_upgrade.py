"""A publication goes up two versions and back, as its publisher types it, without a network; and what is refused."""

import hashlib
import json
import re
import subprocess
import sys
import venv
from functools import partial

import pytest

from puntina.commands.init.package import Wheel
from tests.sharing import once
from tests.site_builder import tree
from tests.wheels import SCAFFOLD, another, needed, run

FILES = f"{SCAFFOLD}files/"
TEMPLATES = "puntina/themes/daily/templates/"
DIGEST = "---\ntitle: A title\ndate: 2026-01-02 07:30\n---\n- A point.\n\n📌 A summary of it.\n"
LEFT = (".git/", ".venv/", ".cache/", "output/")


def two(text):
    """Change the wording of the theme's first page, as a version might."""
    return text.replace("<body", '<body data-version="2"')


@pytest.fixture(scope="session")
def versions(packages):
    """Give a folder with three versions of the wheel, whose lock files name the wheels beside them."""
    return once("versions", partial(_make_versions, packages))


def _make_versions(packages, folder):
    [path] = packages.glob("puntina-*.whl")
    base = Wheel(path.name, path.read_bytes())
    locks = {f"{SCAFFOLD}{name}": text for name, text in needed().items()}
    first = {**locks, f"{SCAFFOLD}CHANGELOG.md": "# Changes\n\n## 0.1.0\n\n- The first.\n"}
    second = {
        **first,
        f"{SCAFFOLD}CHANGELOG.md": "# Changes\n\n## 0.2.0\n\n- The second.\n\n## 0.1.0\n\n- The first.\n",
        f"{FILES}dot-gitignore.jinja": lambda text: text + "/.second\n",
        f"{FILES}dot-editorconfig.jinja": lambda text: text.replace("indent_size = 2", "indent_size = 3"),
        f"{FILES}tasks.py.jinja": lambda text: text.replace("The tasks:", "All tasks:"),
        f"{FILES}themes/README.md.jinja": lambda text: text + "\nSecond.\n",
        f"{FILES}plugins/README.md.jinja": lambda text: text + "\nSecond.\n",
        f"{FILES}dot-github/dependabot.yml": "version: 2\n",
        "puntina/core/settings/table.py": lambda text: text.replace('Setting("RELATED", 3,', 'Setting("RELATED", 4,'),
    }
    third = {
        **second,
        f"{SCAFFOLD}CHANGELOG.md": "# Changes\n\n## 0.3.0\n\n- The third.\n\n## 0.2.0\n\n- The second.\n\n## 0.1.0\n\n- The first.\n",
        f"{FILES}dot-github/workflows/check.yml.jinja": None,
        f"{TEMPLATES}base.html": two,
        "puntina/core/settings/table.py": lambda text: "".join(line for line in text.splitlines(keepends=True) if '"TEASER_LENGTH"' not in line),
        "puntina/core/settings/read.py": lambda text: text.replace('values["TEASER_LENGTH"]', "200"),
    }  # fmt: skip
    for version, edits in (("0.1.0", first), ("0.2.0", second), ("0.3.0", third)):
        wheel = another(base, version, edits)
        (folder / wheel.name).write_bytes(wheel.data)


@pytest.fixture(scope="session")
def oldest(versions, packages):
    """Give the `puntina` of an environment with the first version."""
    return once("oldest", partial(_install_oldest, versions, packages)) / "bin" / "puntina"


def _install_oldest(versions, packages, folder):
    venv.create(folder, with_pip=True)
    install = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    install += ["--find-links", packages]
    assert run(*install, wheel(versions, "0.1.0"), cwd=folder) == (0, "", "")


@pytest.fixture
def folder(oldest, tmp_path):
    """Give a publication of the first version, in a repository, with a digest."""
    answers = ["--no-input", "--url", "https://humus.example", "--languages", "en", "--timezone", "UTC"]
    assert run(oldest, "init", "humus", *answers, cwd=tmp_path)[0] == 0
    folder = tmp_path / "humus"
    (folder / "content/en/first.md").write_text(DIGEST, "utf-8")
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def wheel(versions, version):
    return versions / f"puntina-{version}-py3-none-any.whl"


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def commit(folder):
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "x")


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8", newline="")


def files(folder):
    """Return the publication's files with their bytes, but for what is built, installed or git's."""
    return {
        path: data for path, data in tree(folder).items() if not path.startswith(LEFT) and "__pycache__" not in path
    }


def said(out):
    """Return the lines about files, and what is said of the version and of settings."""
    return [
        line
        for line in out.splitlines()
        if line and not line.startswith((" ", "changed: ", "new: ", "- ", "bootstrap"))
    ]


@pytest.fixture
def edited(folder):
    """Give the publication as its publisher has changed it."""
    edit(folder / "tasks.py", "Start a digest: a draft with a new id.", "Begin a digest.")
    edit(folder / ".editorconfig", "indent_size = 2", "indent_size = 8")
    themes = folder / "themes/README.md"
    themes.write_bytes(themes.read_bytes().replace(b"\n", b"\r\n"))
    (folder / "plugins/README.md").unlink()
    commit(folder)
    return folder


@pytest.fixture(scope="module")
def here(versions, packages, tmp_path_factory):
    """Give the environment of somebody whose pip looks into the folders of the wheels alone."""
    return {"PIP_FIND_LINKS": f"{packages} {versions}", "HOME": str(tmp_path_factory.mktemp("home"))}


@pytest.mark.long
def test_a_publication_goes_up_a_version_once_a_dry_run_has_changed_nothing(edited, oldest, versions, here):
    folder, mine = edited, files(edited)
    [own] = (folder / "packages").iterdir()
    assert run(oldest, "upgrade", own, cwd=folder, **here) == (0, "Puntina 0.1.0 is already in use\n", "")
    code, out, err = run(oldest, "upgrade", wheel(versions, "0.2.0"), "--dry-run", cwd=folder, **here)
    assert (code, err, out.splitlines()[-1], files(folder)) == (0, "", "nothing was changed", mine)
    code, out, err = run(oldest, "upgrade", wheel(versions, "0.2.0"), cwd=folder, **here)
    assert (code, err) == (0, "")
    assert said(out) == [
        "Puntina 0.1.0 → 0.2.0",
        "0.2.0",
        "changed default: RELATED = 4, was 3",
        ".editorconfig: left as you edited it; this is what changed",
        ".github/dependabot.yml: added",
        ".gitignore: updated",
        "tasks.py: merged with your changes",
        "tasks.py is left unchanged; --yes changes it",
        "themes/README.md: updated",
        *[line for line in out.splitlines() if line.startswith("dry run: 0 new, ")],
        "Puntina 0.2.0 is in use from the next command on; commit the changes",
    ]
    second = files(folder)
    changed = {path for path in {*mine, *second} if mine.get(path) != second.get(path)}
    assert changed == {
        ".github/dependabot.yml", ".gitignore", ".puntina.json", "packages/puntina-0.1.0-py3-none-any.whl",
        "packages/puntina-0.2.0-py3-none-any.whl", "requirements.txt", "themes/README.md",
    }  # fmt: skip
    assert second["themes/README.md"].endswith(b"\r\nSecond.\r\n")
    digest = hashlib.sha256(wheel(versions, "0.2.0").read_bytes()).hexdigest()
    assert (
        f"./packages/puntina-0.2.0-py3-none-any.whl \\\n    --hash=sha256:{digest}\n".encode()
        in second["requirements.txt"]
    )
    assert json.loads(second[".puntina.json"])["version"] == "0.2.0"


@pytest.mark.slow
def test_a_publication_goes_up_two_versions_and_back(folder, edited, oldest, versions, here):
    began = {
        path: git(folder, "show", f"HEAD~1:{path}").encode()
        for path in git(folder, "ls-files").split()
        if not path.endswith((".png", ".whl"))
    }
    mine = files(folder)
    assert run(oldest, "upgrade", wheel(versions, "0.2.0"), cwd=folder, **here)[0] == 0

    commit(folder)
    bootstrap = [sys.executable, "bootstrap.py", "upgrade"]
    code, out, err = run(*bootstrap, "0.3.0", "--yes", cwd=folder, **here)
    assert code == 0, err
    assert "removed setting: TEASER_LENGTH" in out.splitlines()
    assert ".github/workflows/check.yml: removed" in out.splitlines()
    assert "changed: /2026/01/first/" in out.splitlines()
    assert not (folder / ".github/workflows/check.yml").exists()

    commit(folder)
    code, out, err = run(*bootstrap, wheel(versions, "0.1.0"), "--yes", cwd=folder, **here)
    assert code == 0, err
    assert "downgrade; the later version had added:" in out.splitlines()
    assert "- The third." in out.splitlines()
    again = files(folder)
    edits = {".editorconfig", "tasks.py", "plugins/README.md", "themes/README.md"}
    # The wheel that init packed of an installed Puntina has other bytes than the one that was named.
    others = {*edits, ".puntina.json", "requirements.txt"}
    assert {path: again[path] for path in began.keys() - others} == {
        path: began[path] for path in began.keys() - others
    }
    assert {path: again.get(path) for path in edits} == {path: mine.get(path) for path in edits}
    assert again["packages/puntina-0.1.0-py3-none-any.whl"] == wheel(versions, "0.1.0").read_bytes()
    code, out, err = run(*bootstrap[:2], "verify", cwd=folder, **here)
    assert code == 0, out + err


def refused(folder, oldest, *words, **env):
    """Return what is reported of an upgrade that changes nothing."""
    before = files(folder)
    code, _, err = run(oldest, "upgrade", *words, cwd=folder, HOME=str(folder.parent), **env)
    assert (code, files(folder)) == (1, before)
    return [re.sub("^upgrade: UPGRADE-[A-Z]+ ", "", line) for line in err.splitlines() if line.startswith("upgrade: ")]


@pytest.mark.long
def test_what_cannot_be_upgraded_or_built_by_the_other_version_stays_as_it_is(folder, oldest, versions, packages):
    second = wheel(versions, "0.2.0")
    hint = "name the path of the wheel, or check the version and the find-links of pip"
    [problem] = refused(folder, oldest, "9.9")
    assert problem == f"pip finds no puntina==9.9: No matching distribution found for puntina==9.9 — {hint}"
    assert refused(folder, oldest, "latest") == [
        '"latest" is neither a version nor a wheel — write a version such as 0.2.0, or the path of a file that ends in .whl'
    ]
    assert refused(folder, oldest, "gone.whl") == [
        "gone.whl can't be read: No such file or directory — name another file"
    ]
    (folder.parent / "text.whl").write_text("x")
    assert refused(folder, oldest, folder.parent / "text.whl") == [
        f"{folder.parent}/text.whl is not a wheel of Puntina that a publication can use — name another file"
    ]
    [problem] = refused(folder, oldest, second)
    assert problem.startswith("the packages of Puntina 0.2.0 can't be installed: ")
    here = {"PIP_FIND_LINKS": str(packages)}
    (folder / "requirements.txt").write_text(
        (folder / "requirements.txt").read_text("utf-8") + "attrs==25.1.0\n", "utf-8"
    )
    assert refused(folder, oldest, second, **here) == [
        "requirements.txt has changed since Puntina wrote it — restore it from your repository's history",
        "requirements.txt has changes that are not committed — commit first, so that git shows what the upgrade changes",
    ]
    git(folder, "checkout", "--quiet", "requirements.txt")
    base = Wheel(second.name, second.read_bytes())
    broken = another(base, "0.4.0", {"puntina/__init__.py": '"""x"""\n\n__version__ = "0.4.0"\n', f"{TEMPLATES}base.html": lambda text: text + "{% if %}"})  # fmt: skip
    (folder.parent / broken.name).write_bytes(broken.data)
    assert refused(folder, oldest, folder.parent / broken.name, **here) == [
        "the other version can't build the publication; nothing was changed — fix the errors above, then try again"
    ]
    digest = folder / "content/en/first.md"
    digest.write_text(DIGEST.replace("2026-01-02", "20/11"), "utf-8")
    assert refused(folder, oldest, second, **here) == [
        "the publication can't be built in its current state — fix the errors above first"
    ]
    digest.write_text(DIGEST, "utf-8")
    settings = folder / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8") + 'TEASER_LENGTH = 150\nCOPYRIGHT_LICENCE = "CC-BY-4.0"\n', "utf-8")
    commit(folder)
    (folder / ".puntina.json").write_text("{}", "utf-8")
    commit(folder)
    assert refused(folder, oldest, second, **here) == [
        ".puntina.json can't be read: KeyError: 'version' — restore it from your repository's history"
    ]
    (folder / ".puntina.json").unlink()
    commit(folder)
    assert refused(folder, oldest, second, **here) == ["there is no .puntina.json, so this publication was not made by init — make a new one by init, and copy your content into it: docs/publications.md"]  # fmt: skip
