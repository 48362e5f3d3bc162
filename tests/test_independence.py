"""The publication at the top of the tree may become any other: no test of the engine depends on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site_builder import ROOT, digest

OTHER = [
    "--no-input",
    "--name",
    "Humus",
    "--url",
    "https://humus.example",
    "--languages",
    "de,ar",
    "--categories",
    "soil,plants",
]
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")


def run(*command: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command as if no tests were running here."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "PUNTINA_"))}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=clean | more, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.slow
def test_with_all_content_and_settings_replaced_every_test_passes(tmp_path):
    checkout, other = tmp_path / "checkout", tmp_path / "humus"
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout.splitlines()
    for path in listed:
        if not path.startswith("content/") and (ROOT / path).is_file():
            (checkout / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, checkout / path)
    made = run(sys.executable, "-m", "puntina", "init", other, *OTHER, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    (other / "content/de/2026").mkdir(parents=True, exist_ok=True)
    (other / "content/de/2026/erde.md").write_text(digest("Erde", category="soil"), "utf-8")
    shutil.copytree(other / "content", checkout / "content")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(other / name, checkout / name)
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
        assert run(*GIT, *command, cwd=checkout).returncode == 0
    # The environment has the package of this checkout; programs that tests start must find that of the copy.
    found = {"PYTHONPATH": str(checkout / "plugins")}
    done = run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=checkout, **found)
    assert done.returncode == 0, done.stdout[-10_000:]
