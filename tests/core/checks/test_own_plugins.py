"""Plugins of a publication's own: one that fails is reported at its line, by `check` and `build` alike."""

import sys

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from tests.site_builder import ALL_PLUGINS, digest, publication

HINT = "fix it, or delete it from PLUGINS"
RAISES = "def register():\n    from pelican import signals\n    signals.article_generator_finalized.connect(odd)\n\n\ndef odd(generator):\n    {}\n"


def own(folder, name, text):
    """Return the settings file of a publication with the plugin."""
    settings = publication(
        folder, {"it/2025/a.md": digest("A")}, PLUGINS=[*ALL_PLUGINS, name], PLUGIN_PATHS=["plugins"]
    )
    (folder / "plugins").mkdir()
    (folder / "plugins" / f"{name}.py").write_text(text, "utf-8")
    return settings


@pytest.fixture(autouse=True)
def forget():
    """Let no plugin of a test be known to the next."""
    yield
    for name in [name for name in sys.modules if name.startswith("own_")]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("own_raises", "x = 1\nraise RuntimeError('a\\x1b[31m\\n::error::b')\n", 'plugins/own_raises.py:2:1: SITE-PLUGIN the plugin "own_raises" can\'t be imported: RuntimeError: a\ufffd[31m ::error::b'),
        ("own_ends", "import sys\nsys.exit(0)\n", 'plugins/own_ends.py:2:1: SITE-PLUGIN the plugin "own_ends" can\'t be imported: sys.exit(0)'),
        ("own_lacks", "import no_such_module_here\n", "plugins/own_lacks.py:1:1: SITE-PLUGIN the plugin \"own_lacks\" can't be imported: ModuleNotFoundError: No module named 'no_such_module_here'"),
    ],
)  # fmt: skip
def test_a_plugin_that_can_t_be_imported_is_reported_at_its_line(tmp_path, capsys, name, text, said):
    settings = own(tmp_path, name, text)
    for command in (check, lambda file: build(file, next_step="")):
        capsys.readouterr()
        assert command(settings) == 1
        first = capsys.readouterr().err.splitlines()[0]
        assert first.replace("\\x1b", "\ufffd").replace("\u241b", "\ufffd") == f"{said} — {HINT}"
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("name", ["os", "own_empty"])
def test_a_module_that_is_no_plugin_is_reported_where_it_is_named(tmp_path, capsys, name):
    settings = publication(
        tmp_path, {"it/2025/a.md": digest("A")}, PLUGINS=[*ALL_PLUGINS, name], PLUGIN_PATHS=["plugins"]
    )
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins/own_empty.py").write_text("", "utf-8")
    for command in (check, lambda file: build(file, next_step="")):
        assert command(settings) == 1
        err = capsys.readouterr().err
        assert f'SITE-PLUGIN "{name}" is not a plugin: it has no function register() — {HINT}' in err.splitlines()[0]


@pytest.mark.parametrize(
    ("line", "error"), [("raise RuntimeError('odd')", "RuntimeError: odd"), ("raise SystemExit", "sys.exit()"), ("generator.nope", "AttributeError: ")]
)  # fmt: skip
def test_a_plugin_that_raises_while_pages_are_made_ends_the_build_at_its_line(tmp_path, capsys, line, error):
    settings = own(tmp_path, "own_odd", RAISES.format(line))
    assert check(settings) == 0
    capsys.readouterr()
    assert build(settings, next_step="") == 1
    said = f'plugins/own_odd.py:7:1: SITE-PLUGIN the plugin "own_odd" stopped the build: {error}'
    assert capsys.readouterr().err.splitlines()[0].startswith(said)
    assert not (tmp_path / "output").exists()
