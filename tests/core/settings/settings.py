"""Settings for tests: a small publication's, read with some of them changed."""

import datetime as dt
from pathlib import Path

from puntina.core.digest import Faults
from puntina.core.settings import SettingsFile, Site, read_site

NOW = dt.datetime(2025, 9, 2, 12, 0, tzinfo=dt.UTC)
SETTINGS: dict[str, object] = {
    "SITENAME": "Notizie",
    "SITEURL": "https://news.example",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "DEFAULT_LANG": "it",
    "LANGUAGES": {"en": "Facts", "it": "Fatti", "vi": "Sự kiện"},
    "CATEGORIES": {
        "world": {"it": "Mondo", "en": "World", "vi": "Thế giới"},
        "C++": {"it": "C più più", "en": "C plus plus", "vi": "C cộng cộng"},
    },
    "DEFAULT_CATEGORY": "world",
    "COPYRIGHT_HOLDER": "Notizie",
    "SHARE": ["x", "email"],
    "DEFAULT_PAGINATION": 12,
    "FEED_ID_DOMAIN": "news.example",
    "YEAR_ARCHIVE_URL": "{date:%Y}/",
    "PATH": "content",
    "PLUGINS": [f"puntina.{name}" for name in ("core.pelican", "core.views", "core.theme", "core.engine")],
}


def site(folder: Path, **changes: object) -> Site:
    """Return the Site of the settings with the changes; a change to None takes a setting out."""
    (folder / "content").mkdir(exist_ok=True)
    file = folder / "pelicanconf.py"
    values = {name: value for name, value in (SETTINGS | changes).items() if value is not None}
    file.write_text("".join(f"{name} = {value!r}\n" for name, value in values.items()), "utf-8")
    return read_site(values, SettingsFile.at(file), folder=folder, now=NOW)


def faults(folder: Path, **changes: object) -> list[str]:
    """Return the printed problems of the settings with the changes, without their places."""
    try:
        site(folder, **changes)
    except Faults as found:
        return [str(problem).partition(": ")[2] for problem in found.problems]
    return []
