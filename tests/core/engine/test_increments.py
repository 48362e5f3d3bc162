import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.core.engine.edits import EDITS, KINDS, batches
from tests.core.engine.faults import FAULTS
from tests.core.engine.trial import Trial

SEED = 5  # the same in each run of the suite; prove walks on others
EDIT = st.tuples(st.sampled_from(KINDS), st.integers(0, 999))


@pytest.fixture
def room(tmp_path):
    """Give a folder whose path is of another length in each test."""
    path = tmp_path / ("x" * random.randint(1, 30))
    path.mkdir()
    return path


def walk(room: Path, seed: int, **size: int) -> None:
    """Make every kind of edit once, in random batches, with a proof after each."""
    trial = Trial(room, seed, EDITS, FAULTS)
    try:
        for batch in batches(seed, **size):
            trial.batch(batch)
    finally:
        trial.forge.close()


@pytest.mark.long
def test_after_every_kind_of_edit_a_build_equals_a_clean_one_and_a_second_writes_nothing(room):
    walk(room, SEED, most=24)  # prove has smaller batches, in which no edit hides what another one misses


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_the_same_of_many_publications(room, seed):
    walk(room, seed)


class Increments(RuleBasedStateMachine):
    """Any batches of any edits; what fails is made as short as it gets."""

    @initialize(seed=st.integers(0, 99))
    def begin(self, seed: int) -> None:
        self.room = Path(tempfile.mkdtemp())
        self.trial = Trial(self.room, seed, EDITS, FAULTS)
        self.trial.batch([])

    @rule(edits=st.lists(EDIT, min_size=1, max_size=5))
    def batch(self, edits: list[tuple[str, int]]) -> None:
        self.trial.batch(edits)

    def teardown(self) -> None:
        if hasattr(self, "trial"):
            self.trial.forge.close()
            shutil.rmtree(self.room)


@pytest.mark.slow
def test_after_any_batches_of_any_edits_a_build_equals_a_clean_one():
    phases = [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]
    form = settings(max_examples=30, stateful_step_count=12, suppress_health_check=list(HealthCheck), phases=phases)
    run_state_machine_as_test(Increments, settings=form)
