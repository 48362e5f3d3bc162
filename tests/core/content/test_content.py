"""The content is the same however its files were read: one after the other, elsewhere, or in another order."""

import pickle

from puntina.core.checks.reading import assembled, read_content
from puntina.core.content.files import read_file
from puntina.core.content.walk import walk
from tests.core.checks.contents import text, write

FILES = {
    "it/2025/a.md": text("- [b](b.md) [c](c.md)\n\n📌 a", id="a"),
    "it/2025/b.md": text(id="a"),
    "en/2025/a.md": text("<br>"),
    "en/2025/b.md": b"\xff",
    "media/a.jpg": "x",
    "it/x.txt": "x",
}


def test_readings_from_another_process_make_the_same_content(tmp_path):
    site = write(tmp_path, FILES)
    found = walk(site)
    readings = {path: pickle.loads(pickle.dumps(read_file(path, site))) for path in found.digests}
    assert assembled(found, readings, site) == read_content(site)


def test_digests_come_in_the_order_of_their_paths_and_problems_sorted(tmp_path):
    found = read_content(write(tmp_path, FILES))
    assert list(found.digests) == ["en/2025/a.md", "it/2025/a.md", "it/2025/b.md"]
    assert found.files == {"media/a.jpg"}
    assert [(problem.path, problem.code) for problem in found.problems] == [
        ("content/en/2025/a.md", "FM-ID"),
        ("content/en/2025/a.md", "BODY-POINTS"),
        ("content/en/2025/a.md", "BODY-SUMMARY"),
        ("content/en/2025/a.md", "BODY-HTML"),
        ("content/en/2025/b.md", "TEXT-UTF8"),
        ("content/it/2025/a.md", "LINK-FILE"),
        ("content/it/2025/b.md", "ID-TWICE"),
        ("content/it/x.txt", "FILE-STRAY"),
    ]
