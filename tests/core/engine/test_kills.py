import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.core.engine.interrupted import PHASES
from tests.core.engine.two_states import TwoStates, alive, two_states

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for workers as Linux shows them")
KINDS = ("full", "incremental", "first")
SMALL, LARGE = 20, 300  # digests
BEFORE_THE_COMMIT = {"beginning", "parsing", "making"}


@pytest.fixture(scope="module")
def any_small(tmp_path_factory):
    """Give a site that goes to and fro between two states."""
    with two_states(tmp_path_factory.mktemp("small"), SMALL) as site:
        yield site


@pytest.fixture(scope="module")
def any_large(tmp_path_factory):
    """Give a large one, for many kills."""
    with two_states(tmp_path_factory.mktemp("large"), LARGE) as site:
        yield site


@pytest.fixture
def small(any_small):
    """Give the small one, right whatever test came before."""
    any_small.restore()
    return any_small


@pytest.fixture
def large(any_large):
    """Give the large one, likewise."""
    any_large.restore()
    return any_large


def prepare(site: TwoStates, kind: str) -> None:
    """Have the next build bring the site from one state to the other: in full or not, or for the first time."""
    if kind != "incremental":
        shutil.rmtree(site.folder / ".cache", ignore_errors=True)
    if kind == "first":
        shutil.rmtree(site.output, ignore_errors=True)
    else:
        site.keep()
    site.go_to(1 - site.now)


def steps_of(site: TwoStates, kind: str) -> dict[str, int]:
    """Return how many steps each phase of such a build has when one process does it all."""
    prepare(site, kind)
    done = site.interrupted(jobs=1)
    assert done.returncode == 0, done.stdout
    return site.steps()


def prove(site: TwoStates, kind: str, *, codes: set[int], **moment: object) -> None:
    """Interrupt a build; fail where the output is torn, or the next build, at once, does not finish the job."""
    prepare(site, kind)
    done = site.interrupted(**moment)
    what = f"a {kind} build, {moment}, ended with {done.returncode}\n{done.stdout}"
    assert done.returncode in codes, what
    assert site.torn() == [], what
    assert kind == "first" or site.kept(), what
    if done.returncode and moment.get("phase") in BEFORE_THE_COMMIT:
        assert kind == "first" or not (found := site.fault(1 - site.now)), (
            f"{what}\nthe old site is not whole:\n{found}"
        )
    again = site.build()
    assert again.code == 0, f"{what}\nthen the next said:\n{again.said}"
    assert not (found := site.fault(site.now)), f"{what}\nthen the next made:\n{found}"
    assert site.left() == [], what
    assert workers_end(int(done.args[0])), f"{what}\nits workers go on"


def workers_end(session: int) -> bool:
    """Return whether all of a build's processes have ended or do so soon."""
    until = time.monotonic() + 10
    while alive(session) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(session)


def kills(site: TwoStates, kind: str, number: int, rng: random.Random):
    """Yield as many random steps for each phase that such a build has."""
    steps = steps_of(site, kind)
    assert {"parsing", "making", "committing"} <= steps.keys() or kind == "incremental"
    for phase in PHASES:
        for _ in range(number if phase in steps else 0):
            yield {"phase": phase, "step": rng.randint(1, steps[phase]), "jobs": rng.randint(1, 3)}


# A step that one of several workers does not come to ends no build.
DIED = {-signal.SIGKILL, 0}


@pytest.mark.parametrize("kind", KINDS)
def test_after_a_kill_in_any_phase_the_site_is_whole_and_the_next_build_right(small, kind):
    rng = random.Random(random.random())
    for moment in kills(small, kind, 1, rng):
        prove(small, kind, codes=DIED, signal=signal.SIGKILL, **moment)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_of_many_kills_in_each_phase(large, kind):
    rng = random.Random(random.random())
    for moment in kills(large, kind, 12, rng):
        prove(large, kind, codes=DIED, signal=signal.SIGKILL, **moment)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_at_any_instant(large, kind):
    rng = random.Random(random.random())
    start = time.perf_counter()
    steps_of(large, kind)
    usual = time.perf_counter() - start
    for _ in range(40):
        prove(large, kind, codes=DIED, seconds=rng.uniform(0.2, 1.1) * usual)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_at_each_step_of_the_exchange(small, kind):
    for phase in ("beginning", "committing", "recording"):
        last = steps_of(small, kind).get(phase, 0)
        # All of the first and the last steps, some of the many in between.
        for step in sorted({*range(1, 9), *range(9, last - 8, max(1, last // 12)), *range(max(1, last - 8), last + 1)}):
            prove(small, kind, codes=DIED, signal=signal.SIGKILL, phase=phase, step=step, jobs=1)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_build_that_is_told_to_end_leaves_a_whole_site_too(small, name):
    number = getattr(signal, name)
    step = steps_of(small, "incremental")["making"]
    prove(small, "incremental", codes={0, 1, 130, 143, -number}, signal=number, phase="making", step=step, jobs=2)


@pytest.mark.parametrize("phase", ["parsing", "making"])
def test_a_worker_that_is_killed_leaves_a_whole_site_too(small, phase):
    step = 1 + steps_of(small, "full")[phase] // 3
    prove(small, "full", codes={0, 1}, signal=signal.SIGKILL, phase=phase, step=step, jobs=3, worker=True)


def edited_while_building(site: TwoStates, phase: str, step: int) -> None:
    """Edit a digest at the step to the same size, with its old time; fail where the build after this one misses it."""
    prepare(site, "incremental")
    path = site.folder / "content" / "it" / "2025" / "n1.md"
    before = path.read_text("utf-8")
    edited = before.replace("Titolo 1", "Titolo 9")
    done = site.interrupted(phase=phase, step=step, jobs=1, edits={str(path): edited})
    assert done.returncode == 0, done.stdout
    assert path.read_text("utf-8") == edited
    assert site.build().code == 0
    page = next(site.output.rglob("n1/index.html")).read_text("utf-8")
    assert "Titolo 9" in page, f"edited at step {step} of {phase}, the page is still the old one"
    assert "Titolo 1<" not in page
    path.write_text(before, "utf-8")
    assert site.build().code == 0
    assert site.fault(site.now) == ""


def test_an_edit_while_a_build_is_under_way_is_in_the_next_one(small):
    rng = random.Random(random.random())
    steps_of(small, "incremental")  # compiles templates, which is not done a second time
    for phase, last in steps_of(small, "incremental").items():
        edited_while_building(small, phase, rng.randint(1, last))


@pytest.mark.slow
def test_the_same_of_many_edits_at_any_step(small):
    rng = random.Random(random.random())
    steps_of(small, "incremental")  # compiles templates, which is not done a second time
    for phase, last in steps_of(small, "incremental").items():
        for _ in range(15):
            edited_while_building(small, phase, rng.randint(1, last))
