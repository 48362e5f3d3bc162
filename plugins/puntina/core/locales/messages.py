"""Whether a translation fits its message: all plural forms, the same placeholders."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Message as Entry

from puntina.core.digest.message import Message, message

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")


def untranslated(entry: Entry) -> Message | None:
    """Why the entry would be shown in English, None where it is translated."""
    if entry.fuzzy:
        return message("the translation is marked fuzzy, so readers get English")
    return None if all(forms(entry.string)) else message("no translation, so readers get English")


def wrong_translations(entry: Entry) -> Iterator[tuple[Message, Message]]:
    """What is wrong with each form of the translation, and what to do.

    The last form is the general one and has all placeholders of its message; the others of a plural may do without,
    as in "one digest".
    """
    ids, texts = forms(entry.id), forms(entry.string)
    wanted = placeholders(ids[-1])
    if is_format(ids[-1]):
        for text in texts:
            yield from _wrong(text, needed=wanted if text is texts[-1] else frozenset(), known=wanted)


def _wrong(text: str, *, needed: frozenset[str], known: frozenset[str]) -> Iterator[tuple[Message, Message]]:
    found = placeholders(text)
    for name in sorted(needed - found):
        yield message("{name} is missing in the translation", name=name), message("keep placeholders as they are")
    for name in sorted(found - known):
        yield (
            message("{name} is not in the message", name=name),
            message("known names: {names}", names=", ".join(sorted(known))) if known else message("delete it"),
        )
    if not is_format(text):
        yield message("a % that does not begin a placeholder"), message("write %%")


def forms(text: object) -> tuple[str, ...]:
    """A text of a message in all its forms: one, or those of a plural."""
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text or ""),)


def placeholders(text: str) -> frozenset[str]:
    """The placeholders in it, such as %(date)s."""
    return frozenset(PLACEHOLDER.findall(text.replace("%%", "")))


def is_format(text: str) -> bool:
    """Whether each % begins a placeholder or stands for itself, as %%."""
    return "%" not in PLACEHOLDER.sub("", text.replace("%%", ""))
