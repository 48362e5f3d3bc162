import os
import stat
import sys
from pathlib import Path

import pytest

from tests.site_builder import BUILD, ROOT, copy_of_sample, make, run, run_apart, tree

ODD = {
    "TZ": "America/St_Johns",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "17",
    "PYTHONUTF8": "0",
    "HOME": "/nonexistent",
    "COLUMNS": "40",
}
OTHER = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4", "PYTHONOPTIMIZE": "1", "TERM": "dumb"}
WITH_UMASK = (
    "import os, sys; os.umask(int(sys.argv.pop(1), 8)); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)


@pytest.fixture(scope="module")
def here(tmp_path_factory) -> dict[str, bytes]:
    """Give the files of the publication as this process builds it."""
    output = tmp_path_factory.mktemp("here") / "output"
    return tree(make(ROOT / "pelicanconf.py", OUTPUT_PATH=str(output)).folder)


@pytest.mark.parametrize("env", [ODD, OTHER], ids=["odd", "other"])
def test_the_same_content_gives_the_same_bytes_in_another_folder_time_zone_and_locale(tmp_path, here, env):
    settings = copy_of_sample(tmp_path / f"sito «nuovo» {len(env)}")
    # Files of a clone come in another order and with other times.
    for n, path in enumerate(sorted(settings.parent.rglob("*.md"), reverse=True)):
        os.utime(path, (n * 86_400, n * 86_400))
    done = run_apart(settings, cwd=settings.parent, **env)
    assert done.returncode == 0, done.stderr
    assert tree(settings.parent / "output") == here


@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have a umask")
@pytest.mark.parametrize(("umask", "mode"), [("0022", 0o644), ("0077", 0o600)])
def test_a_umask_changes_who_may_read_and_no_byte(tmp_path, here, umask, mode):
    settings = copy_of_sample(tmp_path / "site")
    command = [sys.executable, "-c", WITH_UMASK, umask, "-c", BUILD, str(settings), "{}"]
    done = run(command, cwd=settings.parent)
    assert done.returncode == 0, done.stderr
    output = settings.parent / "output"
    assert tree(output) == here
    pages = {stat.S_IMODE(path.stat().st_mode) for path in output.rglob("*.html")}
    assert pages == {mode}


def test_a_build_over_an_old_one_equals_a_clean_one(tmp_path, here):
    settings = copy_of_sample(tmp_path / "site")
    extra = settings.parent / "content" / "it" / "2025" / "extra.md"
    extra.write_text(
        "---\ntitle: Di troppo\ndate: 2025-09-30 08:00\ntags: [unico]\n---\n- Punto\n\n📌 Sintesi.\n", "utf-8"
    )
    assert make(settings).has("2025/09/extra/")
    extra.unlink()
    assert tree(make(settings).folder) == here


def test_nothing_of_the_machine_is_in_the_output(here):
    for path, data in here.items():
        assert str(ROOT).encode() not in data, path
        assert str(Path.home()).encode() + b"/" not in data, path
