"""What `check` says of a publication is what a build does with it, whatever is in the one and in its settings."""

import contextlib
from pathlib import Path
from random import Random

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from tests.commands.build.odd_trees import FILES, PICTURES, odd_tree
from tests.site_builder import digest, publication

SMALL = {"LANGUAGES": {"it": "Fatti", "en": "Facts"}, "CATEGORIES": {"world": {"it": "Mondo", "en": "World"}}}


def both(folder: Path, files: dict[str, str | bytes], capsys, **settings: object) -> tuple[int, str]:
    """Return how a check ends, and what it says; fails where a build ends otherwise."""
    file = publication(folder, files, **SMALL | settings)
    capsys.readouterr()
    code = check(file)
    said = capsys.readouterr().err
    found = (code, build(file, next_step=""))
    assert found in {(0, 0), (1, 1)}, f"{said}\nbut the build:\n{capsys.readouterr().err}"
    return code, said


SEEDS = range(15)  # the same in each run of the suite; prove has more


def agrees(folder: Path, seed: int, capsys) -> None:
    """Fail where check and build differ on the publication of this seed."""
    files, settings = odd_tree(Random(seed))
    with contextlib.chdir(folder):
        try:
            both(folder, files, capsys, **settings)
        except AssertionError as error:
            error.add_note(f"seed {seed}, {settings}, {sorted(files)}")
            raise


def test_check_and_build_agree_on_odd_publications(tmp_path, capsys):
    for seed in SEEDS:
        (folder := tmp_path / str(seed)).mkdir()
        agrees(folder, seed, capsys)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(0, 1000, 50))
def test_check_and_build_agree_on_a_thousand_of_them(tmp_path, capsys, seed):
    for number in range(seed, seed + 50):
        (folder := tmp_path / str(number)).mkdir()
        agrees(folder, number, capsys)


PLACES = (
    *("feed.xml", "atom.xml", "feed.json", "feed.css", "feeds.opml", "sitemap.xml", "robots.txt", "404.html"),
    *("index.html", "index.xml", "theme/daily.css", "pagefind/pagefind.js", "lite/a.txt", "edition/2025-09-02"),
    *("search/index.html", "page/1/index.html", "2025/09/a/index.html", "2025", "tags", "en"),
)


@pytest.mark.parametrize("path", PLACES)
def test_a_file_at_a_place_of_the_site_is_an_error_at_the_file(tmp_path, capsys, path):
    files = {f"it/2025/{name}.md": digest(name, f"2025-09-0{day} 08:00") for day, name in enumerate("abcd", 1)}
    settings = {"STATIC_PATHS": [path.partition("/")[0]], "LITE_URL": "lite/", "EDITIONS_URL": "edition/"}
    code, said = both(tmp_path, {**files, path: b"x"}, capsys, **settings, DEFAULT_PAGINATION=2, SEARCH=True)
    assert code == 1
    assert any(line.startswith(f"content/{path}: PATH-TWICE ") for line in said.splitlines())


def test_a_file_with_the_name_of_a_smaller_size_of_a_picture_is_one_too(tmp_path, capsys):
    own = digest("A", image={"file": "/media/x.png", "alt": "Figura"})
    files = {"it/2025/a.md": own, "media/x.png": PICTURES["good"](), "media/x.png-2.webp": b"x"}
    code, said = both(tmp_path, files, capsys)
    assert (code, said.splitlines()[0]) == (
        1,
        "content/media/x.png-2.webp: PATH-TWICE media/x.png-2.webp is the path of a smaller size of media/x.png — rename the file",
    )


@pytest.mark.parametrize("path", ["CNAME", "ads.txt", "theme/own.css", "media/sub/x.txt", ".well-known/security.txt"])
def test_other_files_have_the_place_that_they_are_at(tmp_path, capsys, path):
    name = path.partition("/")[0]
    assert both(tmp_path, {"it/2025/a.md": digest("A", id="a1"), path: b"x"}, capsys, STATIC_PATHS=[name]) == (0, "")
    assert (tmp_path / "output" / path).read_bytes() == b"x"


@pytest.mark.parametrize("slug", ["feed.xml", "sitemap.xml", "robots.txt", "404.html", "index.html", "feed.css"])
def test_a_page_called_like_a_file_of_the_site_is_an_error_at_its_slug(tmp_path, capsys, slug):
    code, said = both(tmp_path, {"it/pages/p.md": f"---\ntitle: P\nslug: {slug}\n---\nTesto.\n"}, capsys)
    assert code == 1
    assert said.startswith("content/it/pages/p.md:3:7: PATH-TWICE ")


@pytest.mark.parametrize("template", ["_card", "_listing", "base", "index", "lite_digest", "edition", "page", "404"])
def test_a_template_for_something_else_is_an_error(tmp_path, capsys, template):
    code, said = both(tmp_path, {"it/2025/a.md": digest("A", template=template)}, capsys)
    assert (code, said.splitlines()[0]) == (
        1,
        f'content/it/2025/a.md:4:11: FM-TEMPLATE the template "{template}" is not for digests — delete the line, or write article',
    )


@pytest.mark.parametrize(
    "text",
    [
        '{% extends "article.html" %}',
        '{% extends "base.html" %}{% block main %}{{ article.title }}{% endblock %}',
        '{% extends "base.html" %}{% block main %}{% include "_blocks.html" %}{% endblock %}',
        "<!doctype html><html><title>{{ article.title }}</title></html>",
    ],
)
def test_a_template_of_ones_own_that_shows_a_digest_is_fine(tmp_path, capsys, text):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/long.html").write_text(text)
    settings = {"THEME_TEMPLATES_OVERRIDES": ["own"]}
    assert both(tmp_path, {"it/2025/a.md": digest("A", id="a1", template="long")}, capsys, **settings) == (0, "")


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("status", ["published", "draft"])
def test_whatever_a_picture_is_both_say_the_same(tmp_path, capsys, name, status):
    own = digest("A", status=status, image={"file": "/media/x.png", "alt": "Figura"})
    code, said = both(tmp_path, {"it/2025/a.md": own, "media/x.png": PICTURES[name]()}, capsys)
    assert "Traceback" not in said
    assert not code or said.startswith("content/it/2025/a.md:5:")


def test_no_two_of_the_odd_files_are_one():
    assert len(FILES) == len(set(FILES))


def test_a_picture_whose_name_leaves_no_room_for_its_sizes_is_an_error(tmp_path, capsys):
    path = f"media/{'n' * 245}.png"
    own = digest("A", image={"file": f"/{path}", "alt": "Figura"})
    code, said = both(tmp_path, {"it/2025/a.md": own, path: PICTURES["good"]()}, capsys)
    assert code == 1
    assert said.startswith(
        f"content/it/2025/a.md:4:17: FM-IMAGE the name of {path} is too long: those of its smaller sizes are longer"
    )


def test_a_drawing_in_a_text_is_no_picture_of_its_own_for_another_digest(tmp_path, capsys):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    shows = digest("A", id="a1", body="- Una ![figura](/media/x.svg)\n\n📌 Sintesi.\n")
    leads = digest("B", "2025-09-03 08:00", id="b1", image={"file": "/media/x.svg", "alt": "Figura"})
    files = {"it/2025/a.md": shows, "it/2025/b.md": leads, "media/x.svg": drawing}
    code, said = both(tmp_path, files, capsys)
    assert (code, said.partition(" FM-IMAGE ")[0]) == (1, "content/it/2025/b.md:5:17:")
