"""A change of text alone is taken for that, and for no more; what it does not reach is not even asked for its key."""

import os
import shutil
from pathlib import Path

import pytest

from puntina.commands.build import Options, run
from puntina.commands.build.structure import same_shape
from puntina.core.digest import Faults
from puntina.core.digest.parse import parse
from puntina.core.engine.make import BuildContext
from tests.core.digest.samples import RULES
from tests.site_builder import THEME, digest, tree
from tests.site_builder import publication as any_publication

FILES = {f"it/2025/{name}.md": digest(name, f"2025-09-0{day} 08:00", id=name) for day, name in enumerate("abcdefg", 1)}
# RSS and Atom of all digests, and no other feed: few enough to be named.
FEEDS = {"all": ["rss", "atom"], "category": [], "together": []}
OTHER = "- Altro\n\n📌 Sintesi.\n"


def publication(folder: Path, texts: dict[str, str], **settings: object) -> Path:
    """Write a publication with these content files and two feeds, whose digests name none but neighbours."""
    return any_publication(folder, texts, FEED_FORMATS=FEEDS, RELATED=0, **settings)


@pytest.fixture
def asked(monkeypatch):
    """Give the paths of those outputs whose keys builds ask for, which do all their work in this process."""
    paths: list[str] = []
    real = BuildContext.key_of
    monkeypatch.setattr(
        BuildContext, "key_of", lambda context, output: paths.append(output.path) or real(context, output)
    )
    return paths


def made(settings: Path, **options: object) -> int:
    """Build in this process, and return how many outputs were made."""
    outcome = run(settings, {}, Options(jobs=1, **options))
    assert outcome.counts
    return outcome.counts.made


def clean(settings: Path) -> dict[str, bytes]:
    """Return what a clean build makes."""
    made(settings, cache=False)
    return tree(settings.parent / "output")


def test_a_change_of_text_asks_those_that_show_it_and_no_others(tmp_path, asked):
    settings = publication(tmp_path, FILES)
    made(settings)
    asked.clear()
    publication(tmp_path, {"it/2025/c.md": digest("c", "2025-09-03 08:00", id="c", body=OTHER)})
    assert made(settings) == 3
    shown = {f"2025/09/{name}/index.html" for name in "bcd"} | {"page/1/index.html", "feed.xml", "atom.xml"}
    assert shown <= set(asked)
    assert {"index.html", "2025/09/a/index.html", "2025/09/f/index.html", "archive/index.html"}.isdisjoint(asked)
    now = tree(tmp_path / "output")
    assert now == clean(settings)


@pytest.mark.parametrize(
    "change",
    [{"date": "2025-09-05 09:00"}, {"category": "technology"}, {"status": "hidden"}, {"tags": ["chip"]}],
    ids=lambda change: next(iter(change)),
)
def test_a_change_of_more_than_text_asks_all(tmp_path, asked, change):
    settings = publication(tmp_path, FILES)
    made(settings)
    everything = set(asked)
    asked.clear()
    date = change.pop("date", "2025-09-03 08:00")
    publication(tmp_path, {"it/2025/c.md": digest("c", date, id="c", **change)})
    made(settings)
    assert everything - set(asked) <= {"2025/09/c/index.html"}
    now = tree(tmp_path / "output")
    assert now == clean(settings)


def test_an_output_that_somebody_else_changed_is_made_again_with_a_change_of_text(tmp_path):
    settings = publication(tmp_path, FILES)
    made(settings)
    (tmp_path / "output" / "2025" / "09" / "f" / "index.html").write_text("not ours", "utf-8")
    (tmp_path / "output" / "2025" / "09" / "g" / "index.html").unlink()
    publication(tmp_path, {"it/2025/a.md": digest("a", "2025-09-01 08:00", id="a", body=OTHER)})
    assert made(settings) == 5  # the two, its own and the feeds
    now = tree(tmp_path / "output")
    assert now == clean(settings)


def test_a_template_that_changes_with_a_text_is_seen(tmp_path):
    theme = shutil.copytree(THEME, tmp_path / "theme")
    settings = publication(tmp_path, FILES, THEME=str(theme))
    made(settings)
    base = theme / "templates" / "base.html"
    base.write_text(base.read_text("utf-8").replace("</body>", "<hr></body>"), "utf-8")
    publication(tmp_path, {"it/2025/a.md": digest("a", "2025-09-01 08:00", id="a", body=OTHER)}, THEME=str(theme))
    assert made(settings) > len(FILES)


def test_what_was_parsed_by_a_build_that_failed_is_not_taken_for_what_the_output_shows(tmp_path):
    theme = shutil.copytree(THEME, tmp_path / "theme")
    settings = publication(tmp_path, FILES, THEME=str(theme))
    made(settings)
    base = theme / "templates" / "base.html"
    whole, found = base.read_text("utf-8"), base.stat()
    base.write_text(whole.replace("</body>", "{{ nothing.at.all }}</body>"), "utf-8")
    publication(tmp_path, {"it/2025/a.md": digest("Altro", "2025-09-08 08:00", id="a")}, THEME=str(theme))
    with pytest.raises(Faults):
        made(settings)
    base.write_text(whole, "utf-8")
    os.utime(base, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert made(settings) > 1
    now = tree(tmp_path / "output")
    assert now == clean(settings)


TEXT = "---\ntitle: A\ndate: 2025-09-02 07:30\n{}---\n- uno\n\n📌 due\n"


@pytest.mark.parametrize("line", ["summary: Altra\n", "share: false\n"])
def test_what_is_printed_and_decides_nothing_is_text(line):
    before, after = (parse(TEXT.format(each).encode(), "it/2025/a.md", RULES) for each in ("", line))
    assert same_shape(before, after)


@pytest.mark.parametrize(
    "line",
    [
        "slug: b\n",
        "tags: [chip]\n",
        "author: Redazione\n",
        "status: draft\n",
        "id: other\n",
        "modified: 2025-09-03 07:30\n",
    ],
)
def test_what_decides_where_something_is_shown_is_more_than_text(line):
    before, after = (parse(TEXT.format(each).encode(), "it/2025/a.md", RULES) for each in ("", line))
    assert not same_shape(before, after)


def test_a_file_that_can_not_be_read_is_of_no_shape():
    before, after = (parse(text, "it/2025/a.md", RULES) for text in (TEXT.format("").encode(), b"\xff"))
    assert not same_shape(before, after)
