import random
import shutil
import sqlite3
import subprocess
import sys

import pytest

from tests.core.engine.trees import stats_of, writes
from tests.core.engine.two_states import two_states

SQLITE = b"SQLite format 3\0"
# Holds every database that it is given until its input ends.
HOLDER = """
import sqlite3, sys
held = [sqlite3.connect(path, isolation_level=None) for path in sys.argv[1:]]
for each in held:
    each.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """Give a site that goes to and fro between two states."""
    with two_states(tmp_path_factory.mktemp("site"), 12) as site:
        yield site


@pytest.fixture
def site(shared):
    """Give it built and with a good store, and the sources of its other state."""
    shared.forget()
    assert shared.build().code == 0
    shared.go_to(1 - shared.now)
    return shared


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path):
    path.write_bytes(b"")


def scramble(path):
    path.write_bytes(random.randbytes(20_000))


def scramble_the_middle(path):
    """Keep the header, so that the database opens and is found bad only when it is read."""
    data = path.read_bytes()
    path.write_bytes(data[:200] + random.randbytes(max(len(data) - 300, 0)) + data[-100:])


def another_schema(path):
    with sqlite3.connect(path) as database:
        names = database.execute(
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        for (name,) in names:
            database.execute(f'DROP TABLE "{name}"')
            database.execute(f'CREATE TABLE "{name}" (other)')
        database.execute("PRAGMA user_version = 987654")
    database.close()


def no_tables(path):
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE other (thing)")
    database.close()


def folder(path):
    path.unlink()
    (path / "inside").mkdir(parents=True)


def link_to_nowhere(path):
    path.unlink()
    path.symlink_to("/nowhere/at/all")


# What is in the store's place and is no file of ours.
MOVED = {
    "folder": [".cache/output.sqlite.moved-1", ".cache/output.sqlite.moved-1/inside"],
    "link_to_nowhere": [".cache/output.sqlite.moved-1"],
}
DAMAGES = [cut, empty, scramble, scramble_the_middle, another_schema, no_tables, folder, link_to_nowhere]
# Where nothing else has changed, one of each kind stands for it: bad bytes, a database of others, what is no file.
SOME = {scramble_the_middle, another_schema, folder}


def databases(site):
    found = [path for path in sorted((site.folder / ".cache").rglob("*")) if path.is_file()]
    return [path for path in found if path.read_bytes()[:16] == SQLITE]


def assert_right(site, *, lines):
    """Fail where a build is not right, or does not speak of its cache in so many lines."""
    done = site.build()
    assert done.code == 0, done.said
    assert "Traceback" not in done.said, done.said
    assert not (found := site.fault(site.now)), f"{found}\n{done.said}"
    said = [line for line in done.said.splitlines() if ".cache" in line]
    assert len(said) in lines, done.said


def assert_healed(site, *, left=()):
    """Fail where the store is not as good as new: it is used, nothing is said of it, and nothing is written in vain."""
    assert_right(site, lines={0})
    before = stats_of(site.output)
    assert_right(site, lines={0})
    assert writes(before, stats_of(site.output)) == []
    site.go_to(1 - site.now)
    assert_right(site, lines={0})
    assert site.left() == list(left)


def test_the_record_is_a_database(site):
    assert databases(site) != []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_store_costs_the_store_alone_and_the_next_build_has_a_new_one(site, damage):
    for path in databases(site):
        damage(path)
    # An empty store and a good one in the form of another time are no damage that needs words.
    assert_right(site, lines={0, 1} if damage in {empty, another_schema, no_tables} else {1})
    assert_healed(site, left=MOVED.get(damage.__name__, ()))


@pytest.mark.parametrize(
    "damage",
    [pytest.param(damage, marks=[] if damage in SOME else pytest.mark.slow) for damage in DAMAGES],
    ids=lambda damage: damage.__name__,
)
def test_so_it_is_where_nothing_else_has_changed(site, damage):
    site.go_to(1 - site.now)
    for path in databases(site):
        damage(path)
    assert_right(site, lines={0, 1})
    assert_healed(site, left=MOVED.get(damage.__name__, ()))


def test_so_it_is_where_the_folder_of_the_store_is_a_link_to_nowhere(site):
    cache = site.folder / ".cache"
    shutil.rmtree(cache)
    cache.symlink_to("/nowhere/at/all")
    assert_right(site, lines={1})
    cache.unlink(missing_ok=True) if not cache.is_dir() else None
    assert_healed(site)


def test_a_store_that_another_process_holds_is_done_without(site):
    command = [sys.executable, "-c", HOLDER, *map(str, databases(site))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        assert_right(site, lines={1})
    assert_healed(site)


def test_a_store_that_was_held_tells_the_next_build_nothing_stale(site):
    command = [sys.executable, "-c", HOLDER, *map(str, databases(site))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        assert_right(site, lines={1})
    # The record is that of a state before the last: the sources are as it says, the output is not.
    site.go_to(1 - site.now)
    assert_right(site, lines={0, 1})
    assert_healed(site)


def test_without_the_store_what_is_no_longer_made_goes_too(site):
    shutil.rmtree(site.folder / ".cache")
    (site.output / "stale").mkdir()
    (site.output / "stale" / "index.html").write_bytes(b"stale")
    assert_right(site, lines={0})
    assert_healed(site)


def test_an_old_store_that_is_put_back_tells_nothing_stale(site):
    away = site.room / "away"
    shutil.copytree(site.folder / ".cache", away)
    assert_right(site, lines={0})
    for state in (site.now, 1 - site.now):
        shutil.rmtree(site.folder / ".cache")
        shutil.copytree(away, site.folder / ".cache")
        site.go_to(state)
        assert_right(site, lines={0})
    shutil.rmtree(away)


def test_a_copy_of_all_with_its_store_is_built_right(site, tmp_path):
    copy = tmp_path / "copy"
    assert site.build().code == 0
    shutil.copytree(site.folder, copy, symlinks=True)
    page = next((copy / "output").rglob("n1/index.html"))
    page.write_bytes(page.read_bytes().replace(b"Titolo", b"Titulo"))
    shutil.copystat(next(site.output.rglob("n1/index.html")), page)
    done = site.forge.build(copy)
    assert done.code == 0, done.said
    assert (page.read_bytes()).count(b"Titulo") == 0
