"""Where Pelican's run meets the job: it writes beside the output folder, and the job takes over what it wrote."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican

from plugins.digest import Faults
from plugins.engine.complaints import Complaints
from plugins.engine.job import Job, found_in
from plugins.engine.lock import lock, unlock
from plugins.engine.stage import clear, is_ours, not_ours, recover, stage_of


def use_stage(pelican: Pelican) -> None:
    """Has Pelican write beside the output folder; refuses an output folder that is not ours and not empty."""
    settings = pelican.settings
    if "JOB" not in settings:  # Pelican's own command: nothing is known, and the whole folder is made
        output = Path(settings["OUTPUT_PATH"]).resolve()
        settings["LOCK"] = claim(output, tuple(settings["OUTPUT_RETENTION"]))
        settings["JOB"] = Job(output, tuple(settings["OUTPUT_RETENTION"]))
        settings["JOB"].known.found = found_in(output, settings["JOB"].retention)
    if "COMPLAINTS" not in settings:
        settings["COMPLAINTS"] = Complaints()
        logging.getLogger("pelican").addHandler(settings["COMPLAINTS"])
    settings["OUTPUT_PATH"] = pelican.output_path = str(settings["JOB"].stage)


def claim(output: Path, retention: tuple[str, ...]) -> Any:
    """The lock of the output folder, with what an unfinished build has left put right; Faults where it is not ours."""
    held = lock(output)
    try:
        recover(output, retention)
        if not is_ours(output):
            raise Faults([not_ours(output)])
    except BaseException:
        unlock(held)
        raise
    return held


def abandon(settings: Mapping[str, Any]) -> None:
    """Clears up after a build that did not finish; one that did has left nothing to clear."""
    if "JOB" in settings:
        clear(stage_of(settings["JOB"].output))
    if "LOCK" in settings and not settings["LOCK"].closed:
        unlock(settings["LOCK"])


def finish(pelican: Pelican) -> None:
    """Puts what was made in the output folder; it is as it was until then."""
    settings: dict[str, Any] = pelican.settings
    settings["COMPLAINTS"].settle()
    settings["JOB"].finish()
    settings["OUTPUT_PATH"] = pelican.output_path = str(settings["JOB"].output)
    if "LOCK" in settings:
        unlock(settings["LOCK"])
