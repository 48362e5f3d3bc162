"""A row of the table of mistyped markup."""

from dataclasses import dataclass

from puntina.core.digest.message import Message
from puntina.core.digest.problem import Severity


@dataclass(frozen=True, slots=True)
class Literal:
    """A way to mistype: the character it begins with, how it goes on, and what is said of it."""

    code: str
    begins: str
    pattern: str
    text: Message
    hint: Message
    back: str = ""  # the character before it from which it is reported
    severity: Severity = Severity.WARNING
