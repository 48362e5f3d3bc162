"""Signal handlers: Pelican writes into the stage, and the job takes over what it wrote."""

import atexit
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pelican import Pelican

from puntina.core.digest import Faults
from puntina.core.engine.job import Job, known_of
from puntina.core.engine.lock import lock, unlock
from puntina.core.engine.make import unwritable
from puntina.core.engine.ownership import is_ours, remove_ours
from puntina.core.engine.pelican_errors import PelicanErrors
from puntina.core.engine.snapshot import Snapshot
from puntina.core.engine.stage import begin, not_ours, recover, stage_of
from puntina.core.engine.writer import Running, run_of


@dataclass(frozen=True, slots=True)
class OwnStage:
    """What Pelican's own command holds while it runs: the lock of the output folder, and what Pelican has logged."""

    lock: IO[str]
    errors: PelicanErrors


def use_stage(pelican: Pelican, build: Running) -> None:
    """Has Pelican write beside the output folder; refuses an output folder that is not ours and not empty."""
    settings, run = pelican.settings, build.run
    if run.job is None:  # Pelican's own command: nothing is known, and the whole folder is made
        output, retention = Path(settings["OUTPUT_PATH"]).resolve(), tuple(settings["OUTPUT_RETENTION"])
        run.stage = OwnStage(claim(output, retention), PelicanErrors())
        logging.getLogger("pelican").addHandler(run.stage.errors)
        atexit.register(_abandon, output, run.stage.lock)
        run.job = Job(output, retention)
        run.job.known = known_of(None, Snapshot.of(output, retention))
    settings["OUTPUT_PATH"] = pelican.output_path = str(run.job.stage)


def claim(output: Path, retention: tuple[str, ...]) -> IO[str]:
    """The lock of the output folder, with what an unfinished build has left put right; Faults where it is not ours."""
    held = lock(output)
    try:
        recover(output, retention)
        if not is_ours(output):
            raise Faults([not_ours(output)])
        begin(output)
    except OSError as error:
        unlock(held)
        raise Faults([unwritable(output.name, error)]) from error
    except BaseException:
        unlock(held)
        raise
    return held


def release(output: Path, held: IO[str]) -> None:
    """Gives the output folder back, without what a build that did not finish has left beside it."""
    remove_ours(stage_of(output))
    unlock(held)


def _abandon(output: Path, held: IO[str]) -> None:
    """At the end of Pelican's own command: a build that failed leaves nothing; one that did not has left already."""
    if not held.closed:
        release(output, held)


def finish(pelican: Pelican) -> None:
    """At the end of Pelican's own command, puts what was made in the output folder; it is as it was until then."""
    run = run_of(pelican.settings)
    if run.stage is None or run.job is None:  # a build of ours, which goes on when all plugins have ended
        return
    run.stage.errors.settle()
    run.job.finish()
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(run.job.output)
    release(run.job.output, run.stage.lock)
