"""Messages to editors, in their language: of a `Message` its translation, with the values as that language has them.

The translations are in editors/<language>/LC_MESSAGES/: report.po has the few lines that every build prints,
problems.po the hundreds that say what is wrong, which take a tenth of a second to read and are read when one is needed.
"""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Self

from babel.support import Translations

from puntina.core.digest.message import Localized, Message
from puntina.core.digest.printable import escaped
from puntina.core.locales.catalogue import read_file
from puntina.core.locales.formats import number

FOLDER = Path(__file__).with_name("editors")
LANGUAGES = ("en", *sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir()))
FILES = ("report.po", "problems.po")  # in the order in which they are asked


class Count(int):
    """A number whose format "," groups its digits as the language does."""

    lang: str

    def __new__(cls, value: int, lang: str) -> Self:
        """The number, for a sentence of that language."""
        made = super().__new__(cls, value)
        made.lang = lang
        return made

    def __format__(self, spec: str) -> str:
        return number(int(self), self.lang) if spec == "," else super().__format__(spec)


class Translator:
    """Gives what to print for a text: of a message its translation, of any other text the text; always one line."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, text: str) -> str:
        """The text in the language, with its values escaped; English where there is no translation."""
        if not isinstance(text, Message):
            return escaped(text)
        values = {name: self._value(value) for name, value in text.values.items()}
        return self._template(text).format_map(values)

    def _value(self, value: object) -> object:
        if isinstance(value, Localized):
            return escaped(value.in_language(self.lang))
        if isinstance(value, int) and not isinstance(value, bool):
            return Count(value, self.lang)
        return self(value) if isinstance(value, str) else value

    def _template(self, text: Message) -> str:
        english = text.plural if text.plural and text.values["count"] != 1 else text.template
        for name in FILES:
            strings = self._report if name == FILES[0] else self._problems
            found = (
                strings.ngettext(text.template, text.plural, text.values["count"])
                if text.plural
                else strings.gettext(text.template)
            )
            if found != english:
                return str(found)
        return english

    @cached_property
    def _report(self) -> Translations:
        return _read(self.lang, FILES[0])

    @cached_property
    def _problems(self) -> Translations:
        return _read(self.lang, FILES[1])


@lru_cache(maxsize=8)
def translator(lang: str) -> Translator:
    """The translator to the language; one for which there are no translations speaks English."""
    return Translator(lang)


ENGLISH = translator("en")


def spoken(lang: str) -> str:
    """The language of messages that the code means, also as systems write it ("it_IT.UTF-8"); "" where it is none."""
    code = re.split("[-_.@]", lang.strip().lower(), maxsplit=1)[0]
    return code if code in LANGUAGES else ""


def _read(lang: str, name: str) -> Translations:
    """The translations in the file of that name, or of the language without its region; none where there is no file."""
    for code in (lang.replace("-", "_"), lang.partition("-")[0]):
        path = FOLDER / code / "LC_MESSAGES" / name
        if path.is_file():
            return read_file(path, code.replace("_", "-"))[0]
    return Translations()
