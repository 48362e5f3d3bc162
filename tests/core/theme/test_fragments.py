import datetime as dt
from dataclasses import dataclass

import pytest
from babel.support import NullTranslations
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from puntina.commands.build import build
from puntina.core.theme.environment import theme_environment
from puntina.core.theme.fragments import KEPT
from tests.site_builder import digest, publication


@dataclass(frozen=True)
class Position:
    title: str


@dataclass(frozen=True)
class Dated:
    places: tuple[Position, ...]
    date: dt.datetime | None


@dataclass
class Loose:
    title: str


def environment(tmp_path, **templates):
    for name, text in templates.items():
        (tmp_path / f"{name}.html").write_text(text)
    return theme_environment([str(tmp_path)], "it", NullTranslations(), str)


def test_it_is_the_text_of_the_template_with_these_values(tmp_path):
    made = environment(tmp_path, page='{{ fragment("part.html", place=place) }}', part="<b>{{ place.title }}</b>")
    assert made.get_template("page.html").render(place=Position("a<b")) == "<b>a&lt;b</b>"


def test_it_is_made_once_for_equal_values(tmp_path):
    made = environment(tmp_path, page='{{ fragment("part.html", n=n) }}', part="{{ n.title | seen }}")
    printed = []
    made.filters["seen"] = lambda text: printed.append(text) or text
    texts = [made.get_template("page.html").render(n=Position(title)) for title in ("a", "a", "b", "a")]
    assert (texts, printed) == (["a", "a", "b", "a"], ["a", "b"])


@pytest.mark.parametrize(("one", "other"), [(1, True), ("1", 1), ("<", Markup("<"))])
def test_values_that_are_equal_and_print_otherwise_are_kept_apart(tmp_path, one, other):
    made = environment(tmp_path, page='{{ fragment("part.html", n=n) }}', part="{{ n }}")
    assert [made.get_template("page.html").render(n=n) for n in (one, other)] == [escape(one), escape(other)]


NOON = dt.datetime(2025, 9, 2, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "value", [NOON, Dated((), None), Dated((), NOON), (Position("a"), NOON), 1.5, [Position("a")], Loose("a"), object()]
)
def test_values_that_may_be_equal_and_print_otherwise_are_refused(tmp_path, value):
    made = environment(tmp_path, page='{{ fragment("part.html", n=n) }}', part="{{ n }}")
    with pytest.raises(TypeError):
        made.get_template("page.html").render(n=value)


@pytest.mark.parametrize("value", [(Position("a"), Position("b")), (), None, "a", 3])
def test_texts_numbers_and_frozen_values_of_them_are_fine(tmp_path, value):
    made = environment(tmp_path, page='{{ fragment("part.html", n=n) }}', part="{{ n }}")
    assert made.get_template("page.html").render(n=value) == escape(str(value))


def test_the_page_s_other_values_are_none_of_its_business(tmp_path):
    made = environment(tmp_path, page='{{ fragment("part.html", a=1) }}', part="{{ a }}{{ title }}")
    with pytest.raises(UndefinedError, match="'title' is undefined"):
        made.get_template("page.html").render(title="x")


def test_no_more_are_kept_than_a_few(tmp_path):
    made = environment(tmp_path, page='{{ fragment("part.html", n=n) }}', part="{{ n }}")
    for n in range(KEPT + 10):
        made.get_template("page.html").render(n=n)
    assert made.globals["fragment"].func.cache_info().currsize == KEPT


def test_an_error_in_one_is_told_with_its_own_line(tmp_path, capsys):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "_footer.html").write_text("<footer>\n\n{{ article.title }}</footer>")
    files = {"it/2025/a.md": digest("A")}
    assert build(publication(tmp_path, files, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")]), next_step="") == 1
    first = capsys.readouterr().err.splitlines()[0]
    assert first.startswith(f"{tmp_path}/own/_footer.html:3:1: THEME UndefinedError: 'article' is undefined")
