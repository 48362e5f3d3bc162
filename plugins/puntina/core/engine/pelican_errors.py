"""Stops the build on errors that Pelican only logs, so that nothing incomplete is published."""

import logging

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message


class PelicanErrors(logging.Handler):
    """Keeps what Pelican logs as an error; it would go on and publish without the part that failed."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Notes the record with the exception that it carries."""
        cause, text = record.exc_info and record.exc_info[1], " ".join(record.getMessage().split())
        logged = (
            message("{logged} ({cause})", logged=text, cause=str(cause)) if cause else message("{logged}", logged=text)
        )
        self.problems.append(Problem("Pelican", 0, 0, "PELICAN", logged, message("fix it; the output is unchanged")))

    def settle(self) -> None:
        """Raises Faults where there was an error."""
        if self.problems:
            raise Faults(self.problems)
