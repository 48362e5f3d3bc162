"""Which templates there are, asked before any is loaded."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def can_print(names: tuple[str, ...], settings: Mapping[str, Any]) -> bool:
    """Whether the theme, or the publication itself, has all of the templates; a stock theme has none of ours."""
    folders = [*map(Path, settings["THEME_TEMPLATES_OVERRIDES"]), Path(settings["THEME"], "templates")]
    return all(any((folder / name).is_file() for folder in folders) for name in names)
