import re
import shutil

import pytest

from tests.core.engine.disks import NEEDS_ROOT, disk, full, read_only, without_names
from tests.core.engine.two_states import two_states
from tests.site_builder import entries

COUNT = 12  # digests
PLAIN = re.compile(r"[^\n:]+(:[0-9]+:[0-9]+)?: [A-Z]+(-[A-Z0-9]+)* .+ — .+")
LAST = re.compile(r"not built: [0-9]+ errors?; .+")


def assert_refused(site, done):
    """Fail where the build did not end with a plain problem, or the old site is not whole."""
    assert "Traceback" not in done.said, done.said
    assert done.code == 1, done.said
    lines = done.said.splitlines()
    assert any(PLAIN.fullmatch(line) for line in lines), done.said
    assert LAST.fullmatch(lines[-1]), done.said
    assert not (found := site.fault(1 - site.now)), f"the old site is not whole:\n{found}\n{done.said}"


def assert_right(site, done):
    """Fail where the build did not make the site of its sources."""
    assert done.code == 0, done.said
    assert not (found := site.fault(site.now)), found


@pytest.fixture(scope="module")
def on_any_disk(tmp_path_factory):
    """Give a small disk with a site's output on it."""
    room = tmp_path_factory.mktemp("disk")
    with disk(room / "site" / "disk", files=600) as folder, two_states(room, COUNT, OUTPUT_PATH="disk/output") as site:
        yield site, folder


@pytest.fixture(params=["incremental", "full"])
def on_disk(request, on_any_disk):
    """Give them with an incremental build's work to do, or a full one's."""
    site, folder = on_any_disk
    turn(site)
    if request.param == "full":
        site.forget()
    return site, folder


@NEEDS_ROOT
@pytest.mark.parametrize("leave", [0, pytest.param(4096, marks=pytest.mark.slow), 40_960])
def test_a_full_disk_is_a_plain_problem_and_the_old_site_is_whole(on_disk, leave):
    site, folder = on_disk
    with full(folder, leave=leave):
        assert_refused_or_right(site, surely=not leave)
    assert_right(site, site.build())
    assert entries(folder) == ["output"]


@NEEDS_ROOT
@pytest.mark.parametrize("leave", [0, pytest.param(3, marks=pytest.mark.slow), 30])
def test_so_is_a_disk_that_takes_no_more_files(on_disk, leave):
    site, folder = on_disk
    with without_names(folder, leave=leave):
        assert_refused_or_right(site, surely=not leave)
    assert_right(site, site.build())
    assert entries(folder) == ["output"]


def assert_refused_or_right(site, *, surely):
    """Fail where a build is neither; there may be room enough for what an incremental one makes."""
    done = site.build()
    if done.code or surely:
        assert_refused(site, done)
    else:
        assert_right(site, done)


@NEEDS_ROOT
def test_so_is_a_disk_that_takes_no_writes(on_disk):
    site, folder = on_disk
    with read_only(folder):
        assert_refused(site, site.build())
    assert_right(site, site.build())
    assert entries(folder) == ["output"]


def turn(site):
    """Have the site right, and the next build bring it to its other state."""
    site.restore()
    site.go_to(1 - site.now)


@pytest.fixture(scope="module")
def any_site(tmp_path_factory):
    """Give a site on an ordinary disk."""
    with two_states(tmp_path_factory.mktemp("ordinary"), COUNT) as site:
        yield site


@pytest.fixture
def site(any_site):
    """Give it with the next build's work to do."""
    turn(any_site)
    return any_site


def test_a_file_in_the_place_of_the_output_is_a_plain_problem_and_left_alone(site):
    shutil.rmtree(site.output)
    site.output.write_bytes(b"a file")
    done = site.build()
    assert done.code == 1
    assert PLAIN.fullmatch(done.said.splitlines()[0]), done.said
    assert site.output.read_bytes() == b"a file"
    site.output.unlink()
    assert_right(site, site.build())


@pytest.mark.parametrize("name", [".output.lock", ".output.new"])
@pytest.mark.parametrize("kind", ["a file", "a folder"])
def test_something_else_in_the_place_of_what_a_build_needs_is_no_hindrance_or_a_plain_problem(site, name, kind):
    path = site.folder / name
    path.write_bytes(b"a file") if kind == "a file" else path.mkdir()
    done = site.build()
    if done.code:
        assert_refused(site, done)
        path.unlink() if kind == "a file" else path.rmdir()
    assert_right(site, site.build())
    assert site.left() == []


@pytest.fixture(scope="module")
def any_with_cache_on_disk(tmp_path_factory):
    """Give a site whose cache has a small disk of its own."""
    room = tmp_path_factory.mktemp("cache")
    with disk(room / "site" / ".cache") as folder, two_states(room, COUNT) as site:
        yield site, folder


@pytest.fixture
def with_cache_on_disk(any_with_cache_on_disk):
    """Give it with the next build's work to do."""
    turn(any_with_cache_on_disk[0])
    return any_with_cache_on_disk


@NEEDS_ROOT
@pytest.mark.parametrize("leave", [0, pytest.param(4096, marks=pytest.mark.slow), 20_480])
def test_a_full_disk_below_the_cache_costs_the_cache_alone(with_cache_on_disk, leave):
    site, folder = with_cache_on_disk
    with full(folder, leave=leave):
        done = site.build()
        assert_right(site, done)
        assert leave or len(said_of_cache(done)) == 1, done.said
    assert_used_again(site)


@NEEDS_ROOT
def test_so_does_one_that_takes_no_writes(with_cache_on_disk):
    site, folder = with_cache_on_disk
    with read_only(folder):
        done = site.build()
        assert_right(site, done)
        assert len(said_of_cache(done)) == 1, done.said
        site.go_to(1 - site.now)
        assert_right(site, site.build())
    site.go_to(1 - site.now)
    assert_used_again(site)


def assert_used_again(site):
    """Fail where the builds that follow are not right, or the second of them still has something to say."""
    assert_right(site, site.build())
    site.go_to(1 - site.now)
    done = site.build()
    assert_right(site, done)
    assert said_of_cache(done) == []


def said_of_cache(done):
    """Return the lines in which a build speaks of its cache; they are plain."""
    assert "Traceback" not in done.said, done.said
    return [line for line in done.said.splitlines() if ".cache" in line]
