"""What a version of Puntina would write for a publication, asked of it by another version in the other's environment.

`python -m puntina.commands.init.render` takes the answers as JSON and prints JSON. Versions call each other by this, so
the form stays: keys are added, never renamed or removed.
"""

import base64
import datetime as dt
import json
import sys
from typing import Any

from puntina import __version__
from puntina.commands.init.answers import Answers
from puntina.commands.init.files import files
from puntina.commands.init.record import answers_of
from puntina.core.settings.table import SETTINGS

CONTENT = "content/"  # written once, and from then on the editors' own


def rendered(answers: Answers) -> dict[str, bytes]:
    """The files that an upgrade may bring up to date, each by its path: all but the content and the packages."""
    made = files(answers, now=dt.datetime(answers.year, 1, 1, 12, tzinfo=dt.UTC))
    return {path: data for path, data in made.items() if not path.startswith(CONTENT)}


def settings() -> dict[str, str]:
    """Every setting's default, as it is written in Python."""
    return {setting.name: repr(setting.default) for setting in SETTINGS}


def report(answers: Answers) -> dict[str, Any]:
    """All that an upgrade asks a version for."""
    texts = {path: base64.b64encode(data).decode() for path, data in rendered(answers).items()}
    return {"version": __version__, "files": texts, "settings": settings()}


if __name__ == "__main__":
    json.dump(report(answers_of(json.load(sys.stdin))), sys.stdout)
