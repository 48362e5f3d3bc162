"""Notes on a published digest, and its expiry, that can't be: each fault's place and words."""

import pytest

from tests.core.digest.samples import HEADER, problems

DATE = "write it as 2025-09-02 07:30"
COUNT = "number the points from 1: points: [1, 3]"
ORDER = "number the points from 1, in order"
KINDS = "one of update, correction, retraction"
BEFORE = "an update before the digest was published on 2025-09-02 07:30"
MADE = "write when the change was made; what was published from the start needs no update"
EARLY = "expires is before the date of publication, 2025-09-02 07:30"
BARE = "write only words; a link goes into the text of the digest"
KEYS = "write date, kind, text, points, each on its own line below updates:"


def found(lines: str, body: str = "- a\n- b\n\n📌 c") -> list[str]:
    return problems(body, f"{HEADER}\n{lines}")


def note(*lines: str) -> str:
    return "\n    ".join(("updates:\n  - date: 2025-09-03", *lines))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (note("text: x", "points: [2, 1, 2]"), []),
        (note("text: x", "points: []"), []),
        (note("text: x", "points: [1, 3, 9]"), [f"8:{column}: FM-UPDATE no point {number}: the digest has 2 points — {ORDER}" for column, number in ((17, 3), (20, 9))]),
        (note("text: x", "points:", "  - 1", "  - 3"), [f"10:9: FM-UPDATE no point 3: the digest has 2 points — {ORDER}"]),
        (note("text: x", "points: 3"), [f"8:13: FM-UPDATE no point 3: the digest has 2 points — {ORDER}"]),
        *((note("text: x", f"points: [1, {word}]"), [f'8:17: FM-UPDATE "{word}" is not a valid point number — {COUNT}']) for word in ("0", "-1", "first", "1-2", "99999", "١")),
        (note("text: x", "points: [[1]]"), ['8:14: FM-TYPE "points" is a list — write one text, in quotes']),
        (note("text: x", "points: {a: b}"), ['8:13: FM-TYPE "points" is a group of keys — write a list: points: [one, two]']),
        (note("text: x", "kind: correciton"), ['8:11: FM-UPDATE "correciton" is not a kind of update — did you mean "correction"?']),
        (note("text: x", "kind: zzz"), [f'8:11: FM-UPDATE "zzz" is not a kind of update — {KINDS}']),
        (note("kind: correction"), ["6:5: FM-REQUIRED the update has no text — add text: (what has changed)"]),
        (note("text:"), ["7:5: FM-REQUIRED the update has no text — write text: (what has changed)"]),
        (note('text: " "'), ["7:5: FM-REQUIRED the update has no text — write text: (what has changed)"]),
        (note("text: 'At https://x.example/a'"), [f'7:15: MARK-FIELD warning: "https://x.example/a" would appear on the page as typed: "text" is plain text — {BARE}']),
        (note("text: 2 * 3 * 4 [sic], so http is 3**2"), []),
        (note("text: [x]"), ['7:11: FM-TYPE "text" is a list — write one text, in quotes']),
        (note("text: x", "who: me"), ['8:5: FM-UNKNOWN unknown key "who" in "updates" — delete it, or use one of date, kind, text, points']),
        ("updates:\n  - text: x", ["6:5: FM-REQUIRED the update has no date — add date: 2025-09-03 09:00"]),
        ("updates:\n  - date:\n    text: x", ["6:5: FM-REQUIRED the update has no date — write date: 2025-09-03 09:00"]),
        ("updates:\n  - date: yesterday\n    text: x", [f'6:11: FM-DATE "yesterday" is not a valid date — {DATE}']),
        ("updates:\n  - date: 2025-09-01\n    text: x", [f"6:5: FM-UPDATE {BEFORE} — {MADE}"]),
        ("updates: x", ['5:10: FM-TYPE "updates" is text, not a list — write - date: … below updates:, then text: …']),
        ("updates: [x]", [f'5:11: FM-TYPE "updates" is not a group of keys — {KEYS}']),
        (
            "updates:\n" + "\n".join(f"  - {{date: 2025-09-0{day}, kind: retraction, text: x}}" for day in (4, 3)),
            ["7:5: FM-UPDATE duplicate retraction (first on line 6) — keep one of the two"],
        ),
        ("expires: soon", [f'5:10: FM-DATE "soon" is not a valid date — {DATE}']),
        ("expires: 2025-09-02 07:31", []),
        *((f"expires: {moment}", [f"5:10: FM-EXPIRES {EARLY} — write a later time, or delete the line"]) for moment in ("2025-09-02 07:30", "2025-09-02", "2025-09-02 07:45+09:00")),
    ],
)  # fmt: skip
def test_a_note_that_can_not_be_is_named_at_its_place(lines, told):
    assert found(lines) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("- a\n  - b\n\n📌 c", [f"8:14: FM-UPDATE no point 2: the digest has 1 point — {ORDER}"]),
        ("a\n\n📌 c", ["8:14: FM-UPDATE no point 2: the digest has no points — delete points:"]),
    ],
)
def test_points_are_those_that_readers_see_beside_the_note(body, told):
    assert [line for line in found(note("text: x", "points: [2]"), body) if "FM-UPDATE" in line] == told
