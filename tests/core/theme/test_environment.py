from dataclasses import dataclass

import pytest
from babel.support import NullTranslations
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, TemplateNotFound, TemplateRuntimeError, UndefinedError
from markupsafe import Markup, escape

from puntina.core.theme.environment import theme_environment
from puntina.core.theme.jinja_fast.environment import printed

TEXTS = {
    "Summary": "Tóm <tắt>",
    "By %(names)s": "Di %(names)s & altri",
    "%(a)s then %(b)s": "%(b)s, prima %(a)s",
    "100%% of %(a)s": "il 100%% di %(a)s",
    "twice %(a)s": "%(a)s e %(a)s",
    "gone %(a)s": "niente",
    "100%%": "il 100%%",
}


class Strings(NullTranslations):
    def gettext(self, message):
        return TEXTS.get(message, message)

    def ngettext(self, one, many, n):
        return one if n == 1 else many


@dataclass(frozen=True)
class Value:
    title: str


def jinjas() -> Environment:
    """Return an environment of Jinja's own that must print the same."""
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(Strings().gettext, Strings().ngettext, newstyle=True)
    made.globals["asset"] = "/theme/{}".format
    return made


def ours(folder="."):
    return theme_environment([str(folder)], "it", Strings(), "/theme/{}".format)


SAME = [
    '{{ _("Summary") }}',
    '{{ gettext("Summary") }} {{ _("100%%") }}',
    '{{ _("By %(names)s", names=text) }}',
    '{{ _("By %(names)s", names=markup) }}',
    '{{ _("%(a)s then %(b)s", a=text, b=3) }}',
    '{{ _("100%% of %(a)s", a=none) }}',
    '{{ _("twice %(a)s", a=text) }}',
    '{{ _("gone %(a)s", a=text) }}',
    '{{ _("unknown %(a)s", a=value.title) }}',
    '{% set x %}{{ _("By %(names)s", names=text) }}{% endset %}{{ x }}',
    '{% set x = _("By %(names)s", names=text) %}{{ x }}',
    '{{ _("Summary") if text else _("By %(names)s", names=text) }}',
    '{{ _(text) }} {{ gettext("By %(names)s", **{"names": text}) }}',
    '{% macro _(x) %}own {{ x }}{% endmacro %}{{ _("Summary") }}',
    '{% set asset = "x" %}{{ asset }}',
    '{% for _ in [1, 2] %}{{ _ }}{% endfor %}',
    '{{ asset("a.css") }} {{ asset("a" ~ 1) }}',
    '{% trans names=text %}By {{ names }}{% endtrans %}',
    '{{ ngettext("%(num)s digest", "%(num)s digests", 2) }} {{ ngettext("one", "%(n)s", 2, n=text) }}',
    '{{ text }} {{ markup }} {{ 1.5 }} {{ none }} {{ true }} {{ [text] }} {{ value.title }}',
    '{% macro m(a, b=2) %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(text) }}{{ m(b=1, a=text) }}',
    '{% macro m() %}<{{ caller(text) }}>{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}',
    '{% for x in [1, 2] %}{{ loop.index }}{{ cycler(loop) }}{% endfor %}',
    '{% autoescape false %}{{ text }}{{ _("By %(names)s", names=text) }}{% endautoescape %}',
    '{{ text ~ markup ~ 1 }} {{ (text | upper) }} {{ text | safe }}',
    '{{ value.title }} {{ table.a }} {{ table.none | default(text) }} {{ value.none is defined }}',
    '{% set seen = namespace(n=0) %}{% for x in [1, 2] %}{% set seen.n = seen.n + x %}{% endfor %}{{ seen.n }}',
]  # fmt: skip


@pytest.mark.parametrize("source", SAME)
def test_templates_print_what_jinja_prints(tmp_path, source):
    values = {
        "table": {"a": "<b>"},
        "text": 'a<b> & "c"',
        "markup": Markup("<i>d</i>"),
        "value": Value("<t>"),
        "cycler": lambda loop: loop.last,
    }
    (tmp_path / "page.html").write_text(source, "utf-8")
    environment = ours(tmp_path)
    assert environment.render("page.html", values) == jinjas().from_string(source).render(values)
    assert environment.getattr(values["table"], "a") == "<b>"


@pytest.mark.parametrize(
    "source",
    [
        "{{ nothing }}",
        '{{ _("By %(names)s", names=nothing) }}',
        '{{ _("gone %(a)s", a=nothing.b) }}',
        "{{ text.nothing }}",
        '{{ fragment("a.html", x=nothing) }}',
        "{{ text.upper(nothing.x) }}",
    ],
)
def test_undefined_names_are_errors(tmp_path, source):
    (tmp_path / "page.html").write_text(source, "utf-8")
    with pytest.raises((UndefinedError, TemplateRuntimeError)):
        ours(tmp_path).render("page.html", {"text": "a"})


def test_a_string_without_its_value_is_an_error():
    with pytest.raises(KeyError, match="names"):
        ours().from_string('{{ _("By %(names)s") }}').render()


def test_included_and_imported_templates_are_those_of_the_folders(tmp_path):
    (tmp_path / "page.html").write_text('{% import "m.html" as m %}{{ m.pin(1) }}{% include "part.html" %}')
    (tmp_path / "m.html").write_text('{% macro pin(n) %}{{ n }}{{ _("Summary") }}{% endmacro %}')
    (tmp_path / "part.html").write_text("{{ x }}")
    environment = ours(tmp_path)
    assert environment.get_template("page.html").render(x="<") == "1Tóm <tắt>&lt;"
    assert environment.get_template("page.html") is environment.get_template("page.html")
    with pytest.raises(TemplateNotFound):
        environment.get_template("none.html")


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none(), st.floats(allow_nan=False)))
def test_what_is_printed_is_what_escape_gives(value):
    assert printed(value) == escape(value)
