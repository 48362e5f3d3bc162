import shutil

import pytest

from puntina.core.theme.closure import Closures
from tests.site_builder import THEME

TEMPLATES = {
    "base.html": '{% block main %}{% endblock %}{{ fragment("_footer.html", n=1) }}',
    "article.html": '{% extends "base.html" %}{% block main %}{% include "_blocks.html" %}{% endblock %}',
    "_blocks.html": '{% from "_box.html" import box %}{{ box() }}',
    "_box.html": '{% import "_pin.html" as pins %}{% macro box() %}{{ pins.pin() }}{% endmacro %}',
    "_pin.html": "{% macro pin() %}!{% endmacro %}",
    "_footer.html": "footer",
    "index.html": '{% extends "base.html" %}',
    "alone.html": '{% include ["_maybe.html", "_footer.html"] ignore missing %}',
    "round.html": '{% if n %}{% include "round.html" %}{% endif %}',
    "open.html": "{% include name %}",
    "broken.html": "{% if %}",
}
PAGES = ("alone.html", "article.html", "index.html", "open.html", "round.html")


@pytest.fixture
def folder(tmp_path):
    for name, text in TEMPLATES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def changed_by(folder, name, *folders, text=None):
    """Return the pages whose fingerprint differs once the template of this name has another text."""
    before = Closures([*folders, folder])
    old = {page: before(page) for page in PAGES}
    (folder / name).write_text(text or (folder / name).read_text() + " ")
    after = Closures([*folders, folder])
    return [page for page in PAGES if after(page) != old[page]]


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("_pin.html", ["article.html", "open.html"]),
        ("_footer.html", ["alone.html", "article.html", "index.html", "open.html"]),
        ("base.html", ["article.html", "index.html", "open.html"]),
        ("index.html", ["index.html", "open.html"]),
        ("_maybe.html", ["alone.html", "open.html"]),
        ("round.html", ["open.html", "round.html"]),
        ("broken.html", ["open.html"]),
    ],
)
def test_a_template_counts_for_the_pages_that_take_it_in_and_for_no_other(folder, name, pages):
    assert changed_by(folder, name, text=None if name in TEMPLATES else "here") == pages


def test_a_fingerprint_has_16_bytes_and_is_the_same_each_time(folder):
    assert Closures([folder])("article.html") == Closures([str(folder)])("article.html")
    assert len(Closures([folder])("article.html")) == 16


def test_each_template_has_one_of_its_own(folder):
    closures = Closures([folder])
    assert len({closures(name) for name in TEMPLATES}) == len(TEMPLATES)


def test_a_publication_s_own_template_stands_in_for_the_theme_s(folder, tmp_path_factory):
    own = tmp_path_factory.mktemp("own")
    plain = Closures([own, folder])("article.html")
    assert plain == Closures([folder])("article.html")
    (own / "_pin.html").write_text("another")
    assert Closures([own, folder])("article.html") != plain
    assert Closures([own, folder])("index.html") == Closures([folder])("index.html")
    assert "article.html" not in changed_by(folder, "_pin.html", own)


@pytest.mark.parametrize(
    "text", ["{{ fragment(name) }}", '{% set f = fragment %}{{ f("_pin.html") }}', '{% import "_pin" ~ x as y %}']
)
def test_a_name_that_is_not_known_before_may_be_any_template_s(folder, text):
    (folder / "open.html").write_text(text)
    assert "open.html" in changed_by(folder, "alone.html")


def test_it_is_as_it_was_when_it_was_made(folder):
    closures = Closures([folder])
    before = closures("article.html")
    (folder / "_pin.html").write_text("another")
    assert closures("article.html") == before


def test_in_our_theme_icons_count_for_digests_alone(tmp_path):
    templates = shutil.copytree(THEME / "templates", tmp_path / "templates")
    names = [path.name for path in templates.iterdir() if not path.name.startswith("_")]
    before = {name: Closures([templates])(name) for name in names}
    (templates / "_icons.html").write_text((templates / "_icons.html").read_text().replace("20", "24"))
    assert [name for name in names if Closures([templates])(name) != before[name]] == ["article.html"]
