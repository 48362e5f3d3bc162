"""Which networks a digest shows."""

from collections.abc import Mapping, Sequence
from typing import Literal


def choose(
    site_wide: Sequence[str],
    per_language: Mapping[str, Sequence[str]],
    lang: str,
    override: Sequence[str] | Literal[False] | None,
) -> tuple[str, ...]:
    """The names of the networks, in order and each once.

    The digest's own choice comes first (False or an empty one: no links), then that of its language, then the
    publication's; the first that is there replaces the others.
    """
    chosen = per_language.get(lang, site_wide) if override is None else override or ()
    return tuple(dict.fromkeys(chosen))
