"""The plural rule in a catalogue's header: finds it, and tests it."""

import re
from gettext import c2py

from puntina.core.digest.message import Message, message

STRING = r'"(?:[^"\\]|\\.)*"'
_HEADER = re.compile(rf'^msgid +""\s*^msgstr +((?:{STRING}\s*)+)', re.MULTILINE)
_RULE = re.compile(r"\s*nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([^;]+);?\s*")
TRIED = range(201)  # numbers; rules look at the last two digits


def plurals_in(text: str) -> str | None:
    """The rule in the header of the file, also where it is broken into lines, or None."""
    header = _HEADER.search(text)
    parts = re.findall(STRING, header[1]) if header else []
    lines = "".join(part[1:-1] for part in parts).split("\\n")
    return next((line.partition(":")[2] for line in lines if line.lower().startswith("plural-forms:")), None)


def line_of(text: str, word: str) -> int:
    """The line on which the header has the word, the first where it has none."""
    return text.count("\n", 0, max(0, text.lower().find(word.lower()))) + 1


def fault_of_plurals(rule: str) -> Message | None:
    """What is wrong with the rule; None where each number has a form."""
    found = _RULE.fullmatch(rule)
    if not found:
        return message("Plural-Forms can't be read")
    count = int(found[1])
    try:
        form_of = c2py(found[2])
        wrong = next((number for number in TRIED if not 0 <= form_of(number) < count), None)
    except (ValueError, ArithmeticError, RecursionError) as error:
        return message("Plural-Forms can't be used: {error}", error=str(error))
    if wrong is None:
        return None
    return message(
        "Plural-Forms gives the number {number} a form beyond the {forms} that it declares",
        number=wrong,
        forms=count,
    )
