"""The changes between two versions, from a changelog with a heading for each version."""

import re

_SECTION = re.compile(r"^## (.+?)\s*\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
UNRELEASED = "Unreleased"


def between(changelog: str, older: str, newer: str) -> str:
    """The sections of the versions after `older` up to `newer`, the newest first, as they are in the changelog.

    What is not released yet counts as part of `newer` where that has no section of its own.
    """
    sections = [(heading, text.strip()) for heading, text in _SECTION.findall(changelog)]
    known = {_key(heading) for heading, _ in sections}
    found = []
    for heading, text in sections:
        if heading == UNRELEASED and text and _key(newer) not in known:
            found.append(f"{newer}\n\n{text}")
        elif _key(older) < _key(heading) <= _key(newer):
            found.append(f"{heading}\n\n{text}")
    return "\n\n".join(found)


def is_newer(version: str, other: str) -> bool:
    """Whether the version comes after the other one."""
    return _key(version) > _key(other)


def _key(version: str) -> tuple[int, ...]:
    """The numbers of a version; of a heading without any, none, which comes before all."""
    return tuple(map(int, re.findall(r"\d+", version.partition(" ")[0])))
