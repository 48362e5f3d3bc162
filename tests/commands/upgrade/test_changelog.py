"""The part of a changelog between two versions."""

import pytest

from puntina.commands.upgrade.changelog import between, is_newer

LOG = "# Changes\n\nIntro.\n\n## Unreleased\n\n### Added\n\n- u\n\n## 0.10.0 (2026-03-01)\n\n- ten\n\n## 0.9.1\n\n- nine\n\n## 0.2\n\n- two\n"


@pytest.mark.parametrize(
    ("older", "newer", "text"),
    [
        ("0.2", "0.9.1", "0.9.1\n\n- nine"),
        ("0.2.0", "0.10.0", "0.10.0 (2026-03-01)\n\n- ten\n\n0.9.1\n\n- nine"),
        ("0.9.1", "0.9.1", ""),
        ("0.10.0", "0.11.0", "0.11.0\n\n### Added\n\n- u"),
    ],
)
def test_the_sections_after_one_version_up_to_another(older, newer, text):
    assert between(LOG, older, newer) == text


def test_a_changelog_without_sections_says_nothing():
    assert between("", "0.1", "0.2") == between("# Changes\n", "0.1", "0.2") == ""


@pytest.mark.parametrize(
    ("version", "other", "newer"), [("0.10.0", "0.9.1", True), ("0.9.1", "0.10.0", False), ("1.0", "1.0", False)]
)
def test_versions_are_compared_by_number(version, other, newer):
    assert is_newer(version, other) is newer
