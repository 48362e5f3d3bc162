"""What a publication allows in its digests: the facts needed to parse one."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Rules:
    """The allowed words of front matter, and how the publication reads dates and text."""

    languages: tuple[str, ...]  # the default language first
    timezone: ZoneInfo
    categories: tuple[tuple[str, tuple[str, ...]], ...] = ()  # key, and its names in every language
    default_category: str = ""
    networks: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    extra_keys: tuple[str, ...] = ()
    teaser_length: int = 200  # characters
    folder: str = "content"  # how problems name the place of the content
