"""A theme that a build could not make pages with: `check` says the same, at the template's line."""

import contextlib
import os
from pathlib import Path

import pytest
from jinja2 import Environment

from puntina.commands.build import build
from puntina.commands.check.command import check
from tests.site_builder import digest, publication

BROKEN = {
    "an unfinished block": ("{% block main %}", "1:1: THEME TemplateSyntaxError: Unexpected end of template"),
    "an empty condition": ("<p>\n{% if %}", "2:1: THEME TemplateSyntaxError: Expected an expression"),
    "a misspelt end": (
        "\n\n{% for x in (1,) %}{% endfro %}",
        "3:1: THEME TemplateSyntaxError: Encountered unknown tag",
    ),
    "an unknown filter": ("{{ 'a'|nope }}", "1:1: THEME TemplateAssertionError: No filter named 'nope'"),
    "an unknown test": ("{{ 1 is nope }}", "1:1: THEME TemplateAssertionError: No test named 'nope'"),
    "a missing frame": ('\n{% extends "nope.html" %}', "2:1: THEME TemplateNotFound: nope.html"),
    "a missing part": ('{% include "_nope.html" %}', "1:1: THEME TemplateNotFound: _nope.html"),
    "a missing macro file": ('{% from "nope.html" import x %}', "1:1: THEME TemplateNotFound: nope.html"),
    "a missing fragment": ("{{ fragment('_nope.html', x=1) }}", "1:1: THEME TemplateNotFound: _nope.html"),
    "a missing macro": (
        '{% from "_footer.html" import nope %}',
        "1:1: THEME UndefinedError: _footer.html does not define 'nope'",
    ),
    "a missing file of the theme": (
        "{{ asset('dayly.css') }}",
        "1:1: THEME TemplateAssertionError: the theme has no static file",
    ),
    "an unclosed comment": ("{# note", "1:1: THEME TemplateSyntaxError: Missing end of comment tag"),
    "Latin-1": ("Però".encode("latin-1"), "1:1: THEME UnicodeDecodeError: "),
}
FINE = {
    "an optional part": '{% include "_nope.html" ignore missing %}',
    "a filter of the publication's": "{{ 'a'|shout }}",
    "a test of the publication's": "{{ 'a' is loud }}",
    "a filter that is asked about": "{% if 'nope' is filter %}{{ 'a'|nope }}{% endif %}",
    "a filter of the theme's": "{{ 5|number }}",
    "a macro": '{% from "_card.html" import card %}',
    "a file of the theme": "{{ asset('daily.css') }}{{ asset('dai' ~ 'ly.css') }}",
    "translation": "{% trans %}More{% endtrans %}",
}


def both(folder: Path, capsys, *, more: str = "", **settings: object) -> list[str]:
    """Return the lines that a check and a build say alike; fails where one of them ends otherwise.

    `more` are lines of the settings file.
    """
    file = publication(folder, {"it/2025/a.md": digest("A", id="a1")}, **settings)
    file.write_text(f"{file.read_text()}\n{more}\n")
    said = []
    for run in (lambda: check(file), lambda: build(file, next_step="")):
        capsys.readouterr()
        with contextlib.chdir(folder):
            code = run()
        said.append((code, [line for line in capsys.readouterr().err.splitlines() if " THEME " in line]))
    assert said[0] == said[1]
    assert said[0][0] == bool(said[0][1])
    return said[0][1]


def own(folder: Path, name: str, text: str | bytes) -> dict[str, object]:
    (folder / "own").mkdir()
    (folder / "own" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return {"THEME_TEMPLATES_OVERRIDES": ["own"]}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("name", ["article.html", "unused.html"])
def test_a_template_that_does_not_compile_is_reported_at_its_line(tmp_path, capsys, kind, name):
    text, problem = BROKEN[kind]
    (said,) = both(tmp_path, capsys, **own(tmp_path, name, text))
    assert said.startswith(f"own/{name}:{problem}")


@pytest.mark.parametrize("kind", FINE)
def test_a_template_that_compiles_is_not(tmp_path, capsys, kind):
    more = 'JINJA_FILTERS = {"shout": str.upper}; JINJA_TESTS = {"loud": str.isupper}'
    assert both(tmp_path, capsys, more=more, **own(tmp_path, "unused.html", FINE[kind])) == []


def test_every_broken_template_is_reported_at_once(tmp_path, capsys):
    settings = own(tmp_path, "a.html", "{% if %}")
    (tmp_path / "own/b.html").write_text("{{ 'a'|nope }}")
    assert [line.partition(":")[0] for line in both(tmp_path, capsys, **settings)] == ["own/a.html", "own/b.html"]


@pytest.mark.parametrize(("name", "found"), [("article.html", 1), ("base.html", 1), ("unused.html", 0)])
def test_of_a_theme_for_pelican_the_templates_that_it_uses_count(tmp_path, capsys, name, found):
    settings = own(tmp_path, name, "{% if %}")
    assert len(both(tmp_path, capsys, THEME="simple", **settings)) == found


def test_of_a_theme_for_pelican_a_plugin_may_add_tags(tmp_path):
    settings = own(tmp_path, "article.html", "{% now 'utc' %}")
    with contextlib.chdir(tmp_path):
        assert check(publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, THEME="simple", **settings)) == 0


def test_a_template_is_compiled_again_where_it_has_changed(tmp_path, capsys):
    settings = own(tmp_path, "unused.html", "{{ 1 }}")
    assert both(tmp_path, capsys, **settings) == []
    (tmp_path / "own/unused.html").write_text("{% if %}")
    assert len(both(tmp_path, capsys, **settings)) == 1
    (tmp_path / "own/unused.html").write_text("{{ 2 }}")
    assert both(tmp_path, capsys, **settings) == []


def test_a_server_compiles_no_other_template_again(tmp_path, monkeypatch):
    file = publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, **own(tmp_path, "unused.html", "{{ 1 }}"))
    assert check(file) == 0
    compiled, real = [], Environment.compile
    monkeypatch.setattr(
        Environment,
        "compile",
        lambda self, tree, name, *rest, **more: compiled.append(name) or real(self, tree, name, *rest, **more),
    )
    (tmp_path / "own/unused.html").write_text("{{ 2 }}")
    assert (check(file), compiled) == (0, ["unused.html"])
    assert (check(file), compiled) == (0, ["unused.html"])


@pytest.mark.parametrize("to", ["/etc/hostname", "../../../elsewhere.css"])
def test_a_link_from_the_theme_out_of_the_publication_is_an_error(tmp_path, capsys, to):
    (tmp_path / "elsewhere.css").write_text("p {}")
    folder = tmp_path / "site"
    (folder / "theme/templates").mkdir(parents=True)
    (folder / "theme/static").mkdir()
    (folder / "theme/templates/x.html").write_text("x")
    (folder / "theme/static/x.css").symlink_to(to)
    file = publication(folder, {"it/2025/a.md": digest("A", id="a1")}, THEME="theme")
    for run in (check, lambda file: build(file, next_step="")):
        capsys.readouterr()
        with contextlib.chdir(folder):
            assert run(file) == 1
        said = capsys.readouterr().err.splitlines()[0]
        assert said == (
            "theme/static/x.css: FILE-LINK x.css is a link to outside the publication — put the file itself here"
        )
    assert not (folder / "output").exists()


@pytest.mark.parametrize("kind", ["pipe", "broken link"])
def test_what_is_no_file_in_the_theme_is_an_error_and_nothing_waits_for_it(tmp_path, capsys, kind):
    (tmp_path / "theme/templates").mkdir(parents=True)
    (tmp_path / "theme/static").mkdir()
    (tmp_path / "theme/templates/x.html").write_text("x")
    if kind == "pipe":
        os.mkfifo(tmp_path / "theme/static/f.css")
    else:
        (tmp_path / "theme/static/f.css").symlink_to("nowhere.css")
    file = publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, THEME="theme")
    what = {"pipe": "neither a file nor a folder", "broken link": "a broken link"}[kind]
    for run in (check, lambda file: build(file, next_step="")):
        capsys.readouterr()
        with contextlib.chdir(tmp_path):
            assert run(file) == 1
        said = capsys.readouterr().err.splitlines()[0]
        assert said == f"theme/static/f.css: FILE-LINK f.css is {what} — put the file itself here"


@pytest.mark.parametrize("place", ["templates/_secret.html", "templates/sub", "static/sub/x.css", "locale/it"])
def test_links_from_anywhere_in_the_theme_stay_inside(tmp_path, capsys, place):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/x.css").write_text("secret")
    folder = tmp_path / "site"
    link = folder / "theme" / place
    for each in (folder / "theme/templates", link.parent):
        each.mkdir(parents=True, exist_ok=True)
    (folder / "theme/templates/x.html").write_text("x")
    link.symlink_to(tmp_path / "secret" if "." not in link.name else tmp_path / "secret/x.css")
    file = publication(folder, {"it/2025/a.md": digest("A", id="a1")}, THEME="theme")
    with contextlib.chdir(folder):
        assert (check(file), build(file, next_step="")) == (1, 1)
    expected = f"theme/{place}: FILE-LINK {link.name} is a link to outside the publication — put the file itself here"
    assert capsys.readouterr().err.splitlines().count(expected) == 2


@pytest.mark.parametrize("kind", ["pipe", "folder", "broken link"])
def test_facts_of_a_theme_that_are_no_file_are_a_problem_of_the_theme(tmp_path, capsys, kind):
    (tmp_path / "theme/templates").mkdir(parents=True)
    (tmp_path / "theme/templates/x.html").write_text("x")
    facts = tmp_path / "theme/theme.toml"
    {"pipe": lambda: os.mkfifo(facts), "folder": facts.mkdir, "broken link": lambda: facts.symlink_to("x")}[kind]()
    file = publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, THEME="theme")
    for run in (check, lambda file: build(file, next_step="")):
        capsys.readouterr()
        assert run(file) == 1
        assert 'theme.toml of the theme "theme" can\'t be read (' in capsys.readouterr().err


@pytest.mark.parametrize("path", ["../..", "..", "../../content", "/etc", "../../output"])
def test_a_static_folder_of_the_theme_is_in_it_or_beside_it(tmp_path, capsys, path):
    (tmp_path / "themes/own/templates").mkdir(parents=True)
    (tmp_path / "themes/own/templates/x.html").write_text("x")
    (tmp_path / "secret").mkdir()
    settings = {"THEME": "themes/own", "THEME_STATIC_PATHS": ["static", path]}
    file = publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, **settings)
    found = [(run(file), capsys.readouterr().err) for run in (check, lambda file: build(file, next_step=""))]
    is_fine = path == ".."  # the folder of themes
    assert [code for code, _ in found] == [int(not is_fine)] * 2
    assert all(("which is not a folder of the theme" in said) is not is_fine for _, said in found)


def test_a_static_folder_of_the_publication_is_apart_from_its_content(tmp_path, capsys):
    settings = {"THEME_STATIC_PATHS": ["static", "content"]}
    file = publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, **settings)
    for run in (check, lambda file: build(file, next_step="")):
        assert run(file) == 1
        assert 'THEME_STATIC_PATHS has "content", which is not a folder of the theme' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("themes/onw", 'pelicanconf.py:30:1: SITE-SETTING THEME_STATIC_PATHS has "themes/onw", which does not exist — name a folder of the theme or the publication, or delete it\n'),
        ("themes/own", "the settings: PATH-TWICE static/daily.css and themes/own/daily.css in THEME_STATIC_PATHS are both copied to theme/daily.css — rename the file\n"),
    ],
    ids=["does not exist", "has a file that another has"],
)  # fmt: skip
def test_a_static_folder_is_a_problem_if_it(tmp_path, capsys, name, said):
    own = tmp_path / "themes/own"
    own.mkdir(parents=True)
    (own / "daily.css").write_text("a {}")
    file = publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, THEME_STATIC_PATHS=["static", name])
    for run in (check, lambda file: build(file, next_step="")):
        assert run(file) == 1
        assert said in capsys.readouterr().err


def test_a_file_of_the_theme_that_nobody_may_read_is_a_problem(tmp_path, capsys, monkeypatch):
    (tmp_path / "theme/templates").mkdir(parents=True)
    (tmp_path / "theme/static").mkdir()
    (tmp_path / "theme/templates/x.html").write_text("x")
    (tmp_path / "theme/static/x.css").write_text("x")
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("x.css"))  # root may read everything
    file = publication(tmp_path, {"it/2025/a.md": digest("A", id="a1")}, THEME="theme")
    assert check(file) == 1
    assert "theme/static/x.css: FILE-READ the file can't be read (" in capsys.readouterr().err
