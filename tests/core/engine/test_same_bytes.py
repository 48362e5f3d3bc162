import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.core.engine.trees import bytes_of, difference
from tests.site_builder import BUILD, ROOT, SAMPLE, copy_of_sample, make, run, run_apart, tree

CUTOFF = {"CUTOFF": "2026-01-01 00:00"}
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
# Runs what follows with a umask; the first argument is the umask.
WITH_UMASK = (
    "import os, sys; os.umask(int(sys.argv.pop(1), 8)); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)
# As the task does it: from the folder of the publication, and with what is said of processes and cache.
WAYS = {
    "one process": ["--jobs", "1"],
    "four": ["--jobs", "4"],
    "without the cache": ["--no-cache", "--jobs", "1"],
}
MORE_WAYS = {"two": ["--jobs", "2"], "as it comes": []}


@pytest.fixture(scope="module")
def here(tmp_path_factory) -> dict[str, bytes]:
    """Give the files of the publication as this process builds it."""
    output = tmp_path_factory.mktemp("here") / "output"
    return tree(make(SAMPLE / "pelicanconf.py", OUTPUT_PATH=str(output), **CUTOFF).folder)


def other_order(settings: Path) -> None:
    """Make every file of the publication anew, in the opposite order and with other times, as a clone may."""
    for name in ("content", "themes"):
        folder = settings.parent / name
        away = folder.rename(folder.with_name(f"{name}-away"))
        for n, path in enumerate(sorted(away.rglob("*"), reverse=True)):
            if path.is_file():
                target = folder / path.relative_to(away)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)
                os.utime(target, (n * 86_400, n * 86_400))
        shutil.rmtree(away)


def command(settings: Path, *options: str, **env: str) -> dict[str, bytes | None]:
    """Build by the command and return what is in the output."""
    shutil.copy(ROOT / "requirements.txt", settings.parent)
    call = [sys.executable, "-P", "-m", "puntina", "--directory", str(settings.parent), "build"]
    done = run([*call, *options], cwd=settings.parent, **env)
    assert done.returncode == 0, done.stderr
    return bytes_of(settings.parent / "output")


@pytest.mark.parametrize("env", [ODD, OTHER], ids=["odd", "other"])
def test_the_same_content_gives_the_same_bytes_in_another_folder_time_zone_and_locale(tmp_path, here, env):
    settings = copy_of_sample(tmp_path / f"sito «nuovo» {len(env)}")
    other_order(settings)
    done = run_apart(settings, cwd=settings.parent, overrides=CUTOFF, **env)
    assert done.returncode == 0, done.stderr
    assert not (found := difference(tree(settings.parent / "output"), here)), found


@pytest.mark.parametrize("ways", [WAYS, pytest.param(WAYS | MORE_WAYS, marks=pytest.mark.slow)], ids=["some", "all"])
def test_so_it_does_in_any_number_of_processes_with_the_cache_and_without(tmp_path, ways):
    first: dict[str, bytes | None] = {}
    for n, (way, options) in enumerate(ways.items()):
        settings = copy_of_sample(tmp_path / ("x" * (1 + 20 * n)) / "site")
        settings.write_text(f"{settings.read_text('utf-8')}\nCUTOFF = {CUTOFF['CUTOFF']!r}\n", "utf-8")
        if n % 2:
            other_order(settings)
        env = [ODD, OTHER][n % 2] | {"PYTHONHASHSEED": str(n)}
        made = command(settings, *options, **env)
        first = first or made
        assert not (found := difference(made, first)), f"{way}, {env}:\n{found}"
        again = command(settings, *options, **env)
        assert not (found := difference(again, first)), f"{way}, {env}, once more:\n{found}"


# Bytes are the same under every umask. Modes are what the umask leaves of read and write for all, for pages and copied
# files alike: a host must be able to read both, and a file's own mode says nothing about readers.
@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have a umask")
# That of most machines is the one which the other tests run under.
@pytest.mark.parametrize(
    ("umask", "mode"), [pytest.param("0022", 0o644, marks=pytest.mark.slow), ("0077", 0o600), ("0002", 0o664)]
)
def test_a_umask_changes_who_may_read_and_no_byte(tmp_path, here, umask, mode):
    settings = copy_of_sample(tmp_path / "site")
    command = [sys.executable, "-c", WITH_UMASK, umask, "-c", BUILD, str(settings), repr(CUTOFF)]
    done = run(command, cwd=settings.parent)
    assert done.returncode == 0, done.stderr
    output = settings.parent / "output"
    assert not (found := difference(tree(output), here)), found
    pages = {stat.S_IMODE(path.stat().st_mode) for path in output.rglob("*.html")}
    assert pages == {mode}


def test_a_build_over_an_old_one_equals_a_clean_one(tmp_path, here):
    settings = copy_of_sample(tmp_path / "site")
    extra = settings.parent / "content" / "it" / "2025" / "extra.md"
    extra.write_text(
        "---\ntitle: Di troppo\ndate: 2025-09-30 08:00\ntags: [unico]\n---\n- Punto\n\n📌 Sintesi.\n", "utf-8"
    )
    assert make(settings, **CUTOFF).has("2025/09/extra/")
    extra.unlink()
    assert tree(make(settings, **CUTOFF).folder) == here


def test_nothing_of_the_machine_is_in_the_output(here):
    for path, data in here.items():
        assert str(ROOT).encode() not in data, path
        assert str(Path.home()).encode() + b"/" not in data, path
