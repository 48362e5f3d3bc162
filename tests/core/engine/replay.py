"""A failed trial once more: `python -m tests.core.engine.replay '[seed, [[["title", 3]]]]'`, in a folder that is kept."""

import json
import sys
import tempfile
from pathlib import Path

from tests.core.engine.edits import EDITS
from tests.core.engine.faults import FAULTS
from tests.core.engine.trial import Trial


def main(history: str) -> None:
    """Make a history's batches again, as a failed trial prints it, and say where it can be looked at."""
    seed, batches = json.loads(history)
    room = Path(tempfile.mkdtemp(prefix="trial"))
    print(f"in {room}")
    trial = Trial(room, seed, EDITS, FAULTS)
    for batch in batches:
        trial.batch([(name, number) for name, number in batch])
    print("no fault was found")


if __name__ == "__main__":
    main(sys.argv[1])
