"""Faults of any setting: characters that can't be written, and values nested too deeply."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from puntina.core.digest.message import Message, message

Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
DEEPEST = 50  # lists and tables inside one another
_SURROGATE = re.compile("[\ud800-\udfff]")


def unwritable(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault for each setting with a lone surrogate, as bytes that are not UTF-8 become, or nested too deeply."""
    for name, value in settings.items():
        texts = list(_texts(value, DEEPEST))
        if None in texts:
            text = message("{name} has lists or dicts nested more than {most} deep", name=name, most=DEEPEST)
            yield name, text, message("write the value plainly")
        elif found := next((found for each in texts if each and (found := _SURROGATE.search(each))), None):
            text = message(
                "{name} contains U+{code:04X}, which is half a character", name=name, code=ord(found.group())
            )
            yield name, text, message("retype the text, and save the file as UTF-8")


def _texts(value: object, left: int) -> Iterator[str | None]:
    """Every text in the value; None where it is nested too deeply."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple | set | frozenset):
        if not left:
            yield None
            return
        parts = (*value.keys(), *value.values()) if isinstance(value, Mapping) else value
        for part in parts:
            if part is not value:
                yield from _texts(part, left - 1)
            else:
                yield None
