"""A publication with a digest on some days, for tests of editions."""

from tests.site_builder import digest

# Monday, 1 September 2025, is the first day of the ISO week 36.
FILES = {
    "it/2025/a.md": digest("A", "2025-09-01 08:00", id="a1", body="- Uno due tre\n\n📌 Sintesi di A.\n"),
    "it/2025/b.md": digest("B & <b>", "2025-09-01 23:59", id="b1", category="technology"),
    "it/2025/c.md": digest("C", "2025-09-03 00:00", id="c1"),
    "it/2025/d.md": digest("D", "2025-09-10 12:00", id="d1"),
    "en/2025/a.md": digest("A in English", "2025-09-01 09:00", id="ea1"),
}
AFTER = "2025-09-15 00:00"  # the first moment at which week 37 is over


def at(moment: str) -> dict[str, object]:
    """Return the settings of a publication with editions whose cut-off is this moment."""
    return {"EDITIONS_URL": "edition/", "CUTOFF": moment}
