"""The language that messages to editors are in."""

import os
from pathlib import Path

from plugins.digest import Faults
from plugins.locales.editors import spoken
from plugins.site import load_settings


def editors_language(settings_file: Path, asked: str = "") -> str:
    """The language that was asked for, by option or in PUNTINA_LANG, else the publication's default one, else "en".

    One in which there are no messages is passed over.
    """
    if lang := spoken(asked) or spoken(os.environ.get("PUNTINA_LANG", "")):
        return lang
    try:
        default = load_settings(settings_file.absolute()).get("DEFAULT_LANG")
    except Faults:  # reported by whoever builds or checks
        return "en"
    return spoken(default if isinstance(default, str) else "") or "en"
