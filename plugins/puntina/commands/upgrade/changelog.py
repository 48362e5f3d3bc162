"""What changed from one version to another, of a changelog with a heading for each version."""

import re

_SECTION = re.compile(r"^## (.+?)\s*\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
UNRELEASED = "Unreleased"


def between(changelog: str, older: str, newer: str) -> str:
    """The sections of the versions after `older` up to `newer`, the newest first, as they are in the changelog.

    What is not released yet counts as part of `newer` where that has no section of its own.
    """
    sections = {name: text.strip() for name, text in _SECTION.findall(changelog)}
    found = [(name, text) for name, text in sections.items() if _key(older) < _key(name) <= _key(newer)]
    if newer not in sections and sections.get(UNRELEASED):
        found.insert(0, (newer, sections[UNRELEASED]))
    return "\n\n".join(f"{name}\n\n{text}" for name, text in found)


def is_newer(version: str, other: str) -> bool:
    """Whether the version comes after the other one."""
    return _key(version) > _key(other)


def _key(version: str) -> tuple[int, ...]:
    """The numbers of a version; of a heading without any, none, which comes before all."""
    return tuple(map(int, re.findall(r"\d+", version.partition(" ")[0])))
