"""`python -m puntina.commands.tasks`: invoke, which says what to type when no task has the name given."""

import os
from collections.abc import Iterable
from pathlib import Path

from invoke.exceptions import Exit, ParseError
from invoke.program import Program

from puntina.core.digest import did_you_mean
from puntina.core.digest.message import message
from puntina.core.locales.editors import translator
from puntina.core.reporting.language import editors_language

UNKNOWN = 2  # as an unknown command of `puntina`


class Tasks(Program):
    """Invoke's program for the tasks.py of a publication or a checkout."""

    def parse_tasks(self) -> None:
        """Read the rest of the command line; Exit with code 2 if it begins with a name that no task has."""
        try:
            super().parse_tasks()
        except ParseError as error:
            name, known = self.core.unparsed[0], list(self.collection.task_names)
            if name in known or name.startswith("-"):
                raise
            folder = Path(self.args["search-root"].value or "")
            raise Exit(_unknown(name, known, folder), code=UNKNOWN) from error


def _unknown(name: str, known: Iterable[str], folder: Path) -> str:
    called = os.environ.get("PUNTINA_CALLED", "invoke")
    hint = did_you_mean(name, known, else_say=message("{command} lists them", command=f"{called} --list"))
    return translator(editors_language(folder / "pelicanconf.py"))(
        message('no task is called "{name}" — {hint}', name=name, hint=hint)
    )


if __name__ == "__main__":
    Tasks().run()
