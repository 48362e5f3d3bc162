"""Slips in front matter: each is named at its place with the line as it should be, and nothing is published until then."""

from tests.week.desk import Desk, fine

PATH = "it/2025/slip.md"
RIGHT = {"title": "title: Uno sbaglio", "date": "date: 2025-09-05 07:30", "id": "id: slip1"}
# What is typed for which line, where it is reported, and what is said.
SLIPS = [
    ("title", "title: Chip: la Cina", "2:12", 'YAML a colon in a value without quotes — quote the title? title: "Chip: la Cina"'),
    ("title", 'title: "Chip', "2:8", 'YAML a quotation mark that is not closed — close it, or quote the whole value: title: "Chip"'),
    ("title", "title:Chip", "2:7", "YAML no space after the colon — write title: Chip"),
    ("title", "title: 'L'azienda'", "2:10", """YAML a quotation mark inside the text ends it — write title: "L'azienda\""""),
    ("title", "title: Numero #1", "2:15", 'YAML-COMMENT #1 would be cut off: a # after a space begins a comment — quote the whole value: "Numero #1"; if it is a comment, write it on its own line'),
    ("title", "title: [Video] Chip", "2:16", 'YAML a value without quotes that begins with a bracket — quote the title? title: "[Video] Chip"'),
    ("date", "date: 5 settembre 2025", "3:7", 'FM-DATE "5 settembre 2025" is not a valid date — write 2025-09-05'),
    ("id", "id: slip1\ntags: [#a, b]", "5:7", 'YAML a # begins a comment, so the list [ is not closed — write tags: ["#a", "b"]'),
    ("id", "id: slip1\ncategory: Tecnologa", "5:11", 'FM-CATEGORY unknown category "Tecnologa" — did you mean "Tecnologia"?'),
    ("id", "id: slip1\nstatus: bozza", "5:9", 'FM-STATUS "bozza" is not a valid status — write status: draft'),
    ("id", "id: slip1\nslug: Uno Sbaglio", "5:7", 'FM-SLUG the slug "Uno Sbaglio" contains a space — write "uno-sbaglio"?'),
]  # fmt: skip


def mistakes(at: Desk) -> None:
    """Each slip by itself, then all is right."""
    before = at.entries()
    for key, typed, place, said in SLIPS:
        lines = "\n".join({**RIGHT, key: typed}.values())
        at.write(PATH, f"---\n{lines}\n---\n- Un punto\n\n📌 Una sintesi.\n")
        found = at.says("check", code=1)
        assert found[0] == f"content/{PATH}:{place}: {said}"
        assert found[3:] == ["1 error", f"{len([*at.file('').rglob('*.md')])} files read; fix the errors above"]
    assert at.says("publish", code=1)[-1] == "not built: 1 error; the output is unchanged"
    assert at.entries() == before
    at.write(PATH, "\n".join(["---", *RIGHT.values(), "---", "- Un punto", "", "📌 Una sintesi.", ""]))
    fine(at)
    assert at.publish() == []
    assert at.entries() == {"slip1": ("Uno sbaglio", "/2025/09/slip/"), **before}
