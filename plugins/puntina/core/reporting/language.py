"""The language that messages to editors are in."""

import os
import re
from contextlib import suppress
from pathlib import Path

from puntina.core.digest import Faults
from puntina.core.locales.editors import spoken
from puntina.core.settings import load_settings

_DEFAULT = re.compile(r"""^DEFAULT_LANG\s*=\s*["']([\w-]+)["']""", re.MULTILINE)


def editors_language(settings_file: Path, asked: str = "") -> str:
    """The language that was asked for, by option or in PUNTINA_LANG, else the publication's default one, else "en".

    One in which there are no messages is passed over.
    """
    if lang := spoken(asked) or spoken(os.environ.get("PUNTINA_LANG", "")):
        return lang
    try:
        default = load_settings(settings_file.absolute()).get("DEFAULT_LANG")
    except Faults:  # reported by whoever builds or checks
        default = _written(settings_file)
    return spoken(default if isinstance(default, str) else "") or "en"


def _written(settings_file: Path) -> str:
    """The language that is written in settings which Python can't read, else ""."""
    for file in (settings_file, settings_file.with_name("pelicanconf.py")):
        with suppress(OSError):
            if found := _DEFAULT.search(file.read_text("utf-8", errors="replace")):
                return found[1]
    return ""
