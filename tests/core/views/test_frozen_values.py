import datetime as dt
import enum
from dataclasses import fields, is_dataclass

import pytest

from puntina.core.engine.fingerprint import Fingerprints
from puntina.core.engine.output import Output, Queue
from tests.site_builder import SAMPLE, digest, make, publication, tree, words

PLAIN = (str, bytes, int, bool, type(None), dt.date, dt.datetime, enum.Enum)


@pytest.fixture
def made(monkeypatch) -> dict[str, Output]:
    """Give the outputs of the next build by path."""
    found: dict[str, Output] = {}
    checked = Queue.checked

    def keep(self, folder):
        found.clear()
        found.update({output.path: output for output in self.outputs.values()})
        return checked(self, folder)

    monkeypatch.setattr(Queue, "checked", keep)
    return found


def keys(made: dict[str, Output]) -> dict[str, bytes]:
    """Return a fingerprint of each output's key."""
    return {path: Fingerprints().of(output.key()) for path, output in made.items()}


def thawed(value: object, path: str) -> list[str]:
    """Return where, below the value, something is that could change or lead elsewhere."""
    if isinstance(value, PLAIN):
        return []
    if type(value) is tuple:
        return [fault for n, item in enumerate(value) for fault in thawed(item, f"{path}[{n}]")]
    if is_dataclass(value) and type(value).__dataclass_params__.frozen and "__slots__" in type(value).__dict__:
        return [
            fault for field in fields(value) for fault in thawed(getattr(value, field.name), f"{path}.{field.name}")
        ]
    return [f"{path} is a {type(value).__name__}"]


def test_every_page_of_ours_is_made_from_frozen_values_alone(made, tmp_path):
    make(SAMPLE / "pelicanconf.py", OUTPUT_PATH=str(tmp_path / "output"))
    pages = [output for output in made.values() if output.path.endswith(".html")]
    assert len(pages) > 100
    for page in pages:
        assert [fault for name, value in page.key() for fault in thawed(value, name)] == [], page.path


def test_no_value_knows_the_moment_of_the_build(made, tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest(), "en/2025/a.md": digest()})
    make(settings, CUTOFF="2025-10-01 08:00")
    first = keys(made)
    make(settings, CUTOFF="2027-01-01 09:30")
    assert keys(made) == first


def test_equal_keys_mean_equal_bytes_and_a_change_of_one_digest_changes_few_keys(made, tmp_path):
    files = {f"it/2025/n{n}.md": digest(f"Titolo {n}", f"2025-08-{n:02} 08:00") for n in range(1, 15)}
    settings = publication(tmp_path, files)
    before = tree(make(settings).folder)
    first = keys(made)
    publication(tmp_path, files | {"it/2025/n3.md": digest("Un altro titolo", "2025-08-03 08:00")})
    after = tree(make(settings).folder)
    same = {path for path, key in keys(made).items() if first.get(path) == key}
    assert {path for path in same if before[path] != after[path]} == set()
    # Its page, its two neighbours, another that names it as related, its place in home and in the category, its year, and all feeds of its lists.
    assert sorted(made.keys() - same) == [
        "2025/08/n1/index.html",
        "2025/08/n2/index.html",
        "2025/08/n3/index.html",
        "2025/08/n4/index.html",
        "2025/index.html",
        "all/feed.xml",
        "atom.xml",
        "category/world/atom.xml",
        "category/world/feed.json",
        "category/world/feed.xml",
        "category/world/page/1/index.html",
        "feed.json",
        "feed.xml",
        "page/1/index.html",
    ]


def test_the_author_of_a_hidden_digest_keeps_the_name_without_a_link(tmp_path):
    hidden = digest("Nascosto", status="hidden", author="Sola Autrice")
    built = make(publication(tmp_path, {"it/2025/a.md": digest("A"), "it/2025/nascosto.md": hidden}))
    page = next(built.html(path) for path in built.pages if "nascosto" in path)
    assert [words(node) for node in page.css(".byline p")][1:-1] == ["A cura di Sola Autrice"]
    assert page.css("a[rel=author]") == []
