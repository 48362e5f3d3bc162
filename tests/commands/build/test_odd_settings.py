"""Settings of every wrong type: `check` and `build` say the same of them, in problems and never by a traceback."""

import contextlib
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.core.settings.pelican_settings import PELICAN_SETTINGS
from puntina.core.settings.table import SETTINGS
from tests.site_builder import digest, publication

NAMES = sorted({*DEFAULT_CONFIG, *(setting.name for setting in SETTINGS), *(row.name for row in PELICAN_SETTINGS)})
WRONG = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, -1, 7, 10**30, 2.5, float("nan"), float("inf")]),
    st.sampled_from(
        ["", " ", "x", "../x", "/", ".", "a\0b", "\ud800", "content", "{x}", "{slug", "%s", "\n", "é" * 300]
    ),
    st.sampled_from(
        [b"x", [], (), {}, set(), [None], [7], ["nope"], [["x"]], {"x": None}, {7: 7}, {"x": {"y": 1}}, ("a", "b")]
    ),
)


def said(command, file) -> tuple[int, list[str]]:
    """Return the exit code and what was printed as problems."""
    with contextlib.redirect_stderr(io.StringIO()) as err, contextlib.redirect_stdout(io.StringIO()):
        code = command(file)
    return code, [line for line in err.getvalue().splitlines() if not line.startswith("not built: ")]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("odd")


@given(st.dictionaries(st.sampled_from(NAMES), WRONG, min_size=1, max_size=3))
@example({"DIRECT_TEMPLATES": ["nope"]})
@example({"DIRECT_TEMPLATES": ["base"]})
@example({"THEME": "content"})
@example({"THEME": None})
@example({"PATH": None})
@example({"CACHE_PATH": "content"})
@example({"THEME_STATIC_PATHS": [""]})
@example({"LOCALE": ["nope"]})
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_check_and_build_say_the_same_of_wrong_settings(place, values):
    file = publication(place, {"it/2025/a.md": digest(id="a1b2c3d4e5f")}, PLUGINS=PLUGINS)
    lines = "".join(f"{name} = {_written(value)}\n" for name, value in values.items())
    file.write_text(file.read_text("utf-8") + lines, "utf-8")
    checked, built = said(check, file), said(lambda file: build(file, next_step="", cache=False), file)
    assert checked == built
    assert checked[0] == (
        1 if any(line.startswith("pelicanconf.py") and "warning:" not in line for line in checked[1]) else 0
    )


PLUGINS = [
    f"puntina.{name}" for name in ("core.pelican", "core.views", "core.theme", "core.engine", "listings", "feeds")
]


def _written(value: object) -> str:
    return repr(value).replace("nan", 'float("nan")').replace("inf", 'float("inf")')
