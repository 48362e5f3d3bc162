"""Whether a translation can stand in for its message: all its forms, the same placeholders."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Message

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")


def untranslated(message: Message) -> str:
    """Why the message would be shown in English, or "" where it is translated."""
    if message.fuzzy:
        return "the translation is marked fuzzy"
    return "" if all(forms(message.string)) else "no translation"


def wrong_translations(message: Message) -> Iterator[tuple[str, str]]:
    """What is wrong with each form of the translation, and what to do.

    The last form is the general one and has all placeholders of its message; the others of a plural may do without,
    as in "one digest".
    """
    ids, texts = forms(message.id), forms(message.string)
    wanted = placeholders(ids[-1])
    if is_format(ids[-1]):
        for text in texts:
            yield from _wrong(text, needed=wanted if text is texts[-1] else frozenset(), known=wanted)


def _wrong(text: str, *, needed: frozenset[str], known: frozenset[str]) -> Iterator[tuple[str, str]]:
    found = placeholders(text)
    for name in sorted(needed - found):
        yield f"{name} is missing in the translation", "keep placeholders as they are"
    for name in sorted(found - known):
        yield f"{name} is not in the message", "known are " + ", ".join(sorted(known)) if known else "delete it"
    if not is_format(text):
        yield "a % that begins no placeholder", "write %%"


def forms(text: object) -> tuple[str, ...]:
    """A text of a message in all its forms: one, or those of a plural."""
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text or ""),)


def placeholders(text: str) -> frozenset[str]:
    """The placeholders in it, such as %(date)s."""
    return frozenset(PLACEHOLDER.findall(text.replace("%%", "")))


def is_format(text: str) -> bool:
    """Whether each % begins a placeholder or stands for itself, as %%."""
    return "%" not in PLACEHOLDER.sub("", text.replace("%%", ""))
