"""The body of `invoke clean`: what builds have made goes, and nothing else."""

import datetime as dt
import shutil
from pathlib import Path

from plugins.check.report import report
from plugins.check.terminal import show
from plugins.digest import Faults
from plugins.engine.handlers import claim, release
from plugins.site import SettingsFile, load_settings, read_site


def clean(settings_file: Path) -> int:
    """Deletes the output folder that the settings name, and what builds keep for the next one.

    Returns the exit code: 1 where the settings have errors, a build is at work there, or the folder is not ours.
    """
    path = settings_file.absolute()
    try:
        settings = load_settings(path)
        site = read_site(settings, SettingsFile.at(path), folder=path.parent, now=dt.datetime.now(dt.UTC))
        output = site.output.resolve()
        held = claim(output, site.retention)
        shutil.rmtree(output, ignore_errors=True)
        release(output, held)
    except Faults as faults:
        show(report(faults.problems, path.parent))
        return 1
    shutil.rmtree(path.parent / settings.get("CACHE_PATH", ".cache"), ignore_errors=True)
    return 0
