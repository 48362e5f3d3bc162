"""The report on the content, made before a build and stored for idle builds."""

import datetime as dt
from dataclasses import dataclass

from puntina.core.digest import Problem
from puntina.core.digest.message import Message
from puntina.core.digest.pickling import Portable
from puntina.core.locales import daymonth, longdate


@dataclass(frozen=True, slots=True)
class BuildReport(Portable):
    """Errors and warnings of the content, and notices."""

    problems: tuple[Problem, ...] = ()
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class DueTime(Portable):
    """When something happens, in the publication's time zone; the year is left out where it is the `present` one."""

    time: dt.datetime
    present: int

    def in_language(self, lang: str) -> str:
        """The day and the time: "1 January 2099 08:00"."""
        day = daymonth(self.time, lang) if self.time.year == self.present else longdate(self.time, lang)
        return f"{day} {self.time:%H:%M}"

    def __str__(self) -> str:
        return self.in_language("en")
