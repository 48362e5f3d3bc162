"""A sentence for editors: English, with named values, which a report can print in another language.

>>> found = message('"{value}" is not a valid date', value="20/11")
>>> found
'"20/11" is not a valid date'
>>> found.template, dict(found.values)
('"{value}" is not a valid date', {'value': '20/11'})
"""

from collections.abc import Mapping
from typing import Any, Protocol, Self, runtime_checkable


@runtime_checkable
class Localized(Protocol):
    """A value that is written differently in each language, such as a date; its `str` is the English form."""

    def in_language(self, lang: str) -> str:
        """The value as that language writes it."""


class Message(str):
    """The English sentence, which knows its template and its values; a value may be a message itself."""

    __slots__ = ("plural", "template", "values")
    template: str
    plural: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, plural: str, values: Mapping[str, Any]) -> Self:
        """The sentence of `template`, or of `plural` where there is one and the value `count` is not 1."""
        chosen = plural if plural and values["count"] != 1 else template
        made = super().__new__(cls, chosen.format_map(values))
        made.template, made.plural, made.values = template, plural, values
        return made

    def with_values(self, **values: object) -> Self:
        """The same sentence with these values in place of its own."""
        return type(self)(self.template, self.plural, {**self.values, **values})

    def __reduce__(self) -> tuple[type, tuple[str, str, Mapping[str, Any]]]:
        return type(self), (self.template, self.plural, self.values)


def message(template: str, /, **values: object) -> Message:
    """The sentence with the values in place of the names in braces, as `str.format` has them."""
    return Message(template, "", values)


def counted(template: str, plural: str, /, *, count: int, **values: object) -> Message:
    """One of two sentences: `template` where `count` is 1, else `plural`; other languages may have more forms.

    >>> counted("{count} error", "{count:,} errors", count=2)
    '2 errors'
    """
    return Message(template, plural, {"count": count, **values})
