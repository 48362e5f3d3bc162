import shutil

import pytest

from puntina.commands.build import build
from tests.site_builder import THEME, digest, make, publication, run_apart, tree

FILES = {
    "it/2025/a.md": digest("A"),
    "it/2025/b.md": digest("B"),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n",
}


def left_in(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".") and path.name != ".cache")


@pytest.fixture
def theme(tmp_path):
    """Give a copy of the theme, to be broken."""
    return shutil.copytree(THEME, tmp_path / "theme")


@pytest.fixture
def settings(tmp_path, theme):
    return publication(tmp_path, FILES, THEME=str(theme))


@pytest.mark.parametrize("data", [b"---\ntitle: A\n", digest(date="yesterday").encode(), b"---\n\xff", b""])
def test_bad_content_leaves_the_output_byte_for_byte_as_it_was(tmp_path, settings, capsys, data):
    before = tree(make(settings).folder)
    capsys.readouterr()
    (tmp_path / "content" / "it" / "2025" / "b.md").write_bytes(data)
    assert build(settings, next_step="") == 1
    assert tree(tmp_path / "output") == before
    assert left_in(tmp_path) == []
    assert capsys.readouterr().err.startswith("content/it/2025/b.md:")


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        ("article.html", "{{ article.nothing }}", "UndefinedError: "),
        ("article.html", "{{ nothing }}", "UndefinedError: 'nothing' is undefined"),
        ("_blocks.html", "\n{{ article.title.x.y }}", "UndefinedError: "),
        ("page.html", "{% if %}", "TemplateSyntaxError: "),
        ("404.html", "{% include 'missing.html' %}", "TemplateNotFound: "),
        ("index.html", "{{ 'x' | nothing }}", "TemplateAssertionError: "),
        ("tags.html", "{{ tags + 1 }}", "TypeError: "),
        ("archives.html", "{{ 1 / 0 }}", "ZeroDivisionError: "),
    ],
)
def test_a_broken_template_is_named_with_its_line_and_leaves_the_output_as_it_was(
    tmp_path, settings, theme, capsys, template, text, said
):
    before = tree(make(settings).folder)
    (theme / "templates" / template).write_text(text)
    capsys.readouterr()
    assert build(settings, next_step="") == 1
    first, *_ = capsys.readouterr().err.splitlines()
    place, _, what = first.partition(" THEME ")
    assert place.endswith(f"{template}:{1 + text.count(chr(10))}:1:")
    assert what.startswith(said)
    assert tree(tmp_path / "output") == before
    assert left_in(tmp_path) == []


def test_a_template_that_is_missing_is_an_error(tmp_path, settings, theme, capsys):
    before = tree(make(settings).folder)
    (theme / "templates" / "category.html").unlink()
    assert build(settings, next_step="") == 1
    assert "category.html" in capsys.readouterr().err
    assert tree(tmp_path / "output") == before


def test_a_broken_catalogue_of_the_theme_is_an_error_with_its_line(tmp_path, settings, theme, capsys):
    before = tree(make(settings).folder)
    (catalogue,) = (theme / "locale" / "vi" / "LC_MESSAGES").glob("*.po")
    lines = catalogue.read_text("utf-8").splitlines()
    catalogue.write_text("\n".join([*lines, 'msgid "no end']), "utf-8")
    assert build(settings, next_step="") == 1
    said = capsys.readouterr().err
    assert f"{catalogue.name}:{len(lines) + 1}:1: SITE-CATALOGUE" in said
    assert tree(tmp_path / "output") == before


def test_a_mended_template_is_built(settings, theme):
    good = (theme / "templates" / "article.html").read_text("utf-8")
    (theme / "templates" / "article.html").write_text("{{ nothing }}")
    assert build(settings, next_step="") == 1
    (theme / "templates" / "article.html").write_text(good, "utf-8")
    assert make(settings).has("2025/09/a/")


def test_a_second_build_of_one_folder_says_who_holds_it(settings):
    from puntina.core.engine.lock import lock, unlock

    held = lock(settings.parent / "output")
    done = run_apart(settings)
    unlock(held)
    assert done.returncode == 1
    assert done.stderr.startswith("output: OUTPUT-LOCKED process ")
    assert run_apart(settings).returncode == 0
