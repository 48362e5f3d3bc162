"""Signal handlers: Pelican writes into the stage, and the job takes over what it wrote."""

import logging
import sys
from functools import partial
from pathlib import Path
from typing import IO, Any

from pelican import Pelican

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.engine.job import Job, known_of
from puntina.core.engine.lock import lock, unlock
from puntina.core.engine.make import unwritable
from puntina.core.engine.ownership import is_ours, remove_ours
from puntina.core.engine.pelican_errors import PelicanErrors
from puntina.core.engine.snapshot import Snapshot
from puntina.core.engine.stage import begin, not_ours, recover, stage_of
from puntina.core.engine.writer import Running


def use_stage(pelican: Pelican, build: Running) -> None:
    """Has Pelican write beside the output folder; refuses an output folder that is not ours and not empty."""
    if build.run.job:
        pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(build.run.job.stage)
        return
    # Pelican's own command, which may also be asked to serve what an earlier build has made.
    refuse_autoreload()
    errors = PelicanErrors()
    logging.getLogger("pelican").addHandler(errors)
    pelican.run = partial(_run, pelican, build, errors)


def refuse_autoreload() -> None:
    """Raises Faults where `pelican -r` runs: it would build again and again what it has read once."""
    frame = sys._getframe()  # noqa: SLF001 - the command's options are nowhere else
    while frame.f_back:
        frame = frame.f_back
        if frame.f_code.co_name == "main" and getattr(frame.f_locals.get("args"), "autoreload", False):
            text = message("pelican --autoreload can't be used with Puntina")
            hint = message("run puntina serve, which builds after each change and reloads the browser")
            raise Faults([Problem("pelican", 0, 0, "PELICAN", text, hint)])


def _run(pelican: Pelican, build: Running, errors: PelicanErrors) -> None:
    """A build by Pelican's own command: nothing is known, and the whole folder is made and put in place at the end."""
    settings: dict[str, Any] = pelican.settings
    output, retention = Path(settings["OUTPUT_PATH"]).resolve(), tuple(settings["OUTPUT_RETENTION"])
    held = claim(output, retention)
    try:
        job = build.run.job = Job(output, retention)
        job.known = known_of(None, Snapshot.of(output, retention))
        settings["OUTPUT_PATH"] = pelican.output_path = str(job.stage)
        type(pelican).run(pelican)
        errors.settle()
        job.finish()
    finally:
        settings["OUTPUT_PATH"] = pelican.output_path = str(output)
        release(output, held)


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
