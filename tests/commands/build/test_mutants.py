"""Mutated files of the sample: each is built, or refused with its place; none is a crash or takes long."""

import contextlib
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import load_site
from puntina.core.checks.reading import read_content
from puntina.core.digest import errors
from puntina.core.digest.parse import parse
from tests.commands.build.mutants import mutant, sample
from tests.site_builder import copy_of_sample

LONGEST = 2.0  # seconds of this process's own time, which other work on the machine does not lengthen
AT_ONCE = 10  # mutants in one build


@contextlib.contextmanager
def soon() -> Iterator[None]:
    """Raise TimeoutError in what takes longer."""

    def late(*_: object) -> None:
        raise TimeoutError(f"over {LONGEST} s")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


class Sample:
    """The sample in a folder, in which some files are mutants."""

    def __init__(self, folder: Path) -> None:
        self.settings = copy_of_sample(folder)
        self.content = folder / "content"
        self.texts = sample(self.content)

    def survives(self, seed: int) -> None:
        """Fail where mutants of the seed are neither built nor refused with their place."""
        rng = Random(seed)
        mutants = {path: mutant(self.texts[path], rng) for path in rng.sample(sorted(self.texts), AT_ONCE)}
        rules = load_site(self.settings).rules
        for path, data in mutants.items():
            (self.content / path).write_bytes(data)
            with soon():
                reading = parse(data, path, rules)
            assert [each for each in reading.problems if not each.line] == []
            assert reading.digest or errors(reading.problems)
        left = set(mutants)
        while refused := self._refused():
            self._restore((refused & left) or left)  # an error may be that another file links to what was cut off
            left -= (refused & left) or left
        assert build(self.settings, next_step="") == 0
        self._restore(mutants)

    def _restore(self, paths: Iterable[str]) -> None:
        for path in paths:
            (self.content / path).write_bytes(self.texts[path])

    def _refused(self) -> set[str]:
        """The files with errors, below the content; none if there are none."""
        with soon():
            content = read_content(load_site(self.settings))
        found = errors(content.problems)
        assert [problem for problem in found if not problem.line] == []
        return {problem.path.removeprefix("content/") for problem in found}


SEED = 5  # the same in each run of the suite; prove has others


@pytest.fixture
def publication(tmp_path):
    return Sample(tmp_path)


def mutate(publication: Sample, seed: int) -> None:
    try:
        publication.survives(seed)
    except BaseException as error:
        error.add_note(f"of the mutants of seed {seed}")
        raise


def test_a_mutated_file_is_built_or_refused_with_its_place(publication):
    mutate(publication, SEED)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 100, 10))
def test_so_are_a_thousand_of_them(publication, first):
    for seed in range(first, first + 10):
        mutate(publication, seed)
