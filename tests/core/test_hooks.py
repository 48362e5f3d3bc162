"""A publication's own plugin uses every extension point, and what is wrong with one is a problem at its line."""

import json
import shutil

import pytest
from click.testing import CliRunner

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.commands.cli import puntina
from tests.site_builder import ALL_PLUGINS, ROOT, digest, make, publication, texts

pytestmark = pytest.mark.usefixtures("forgotten")

MOOD = ROOT / "tests" / "fixtures" / "plugins" / "mood.py"
TEXTS = {
    "it/2025/a.md": digest("Uno", mood="calm", id="aaaaaaaaaaa"),
    "it/2025/b.md": digest("Due", date="2025-09-03 07:30", mood="tense", id="bbbbbbbbbbb"),
    "en/2025/a.md": digest("One", mood="calm", id="ccccccccccc"),
}


@pytest.fixture
def moods(tmp_path):
    """Return the settings file of a publication with the example plugin."""
    (tmp_path / "plugins").mkdir()
    shutil.copy(MOOD, tmp_path / "plugins" / "mood.py")
    return publication(
        tmp_path,
        TEXTS,
        PLUGINS=[*ALL_PLUGINS, "mood"],
        PLUGIN_PATHS=["plugins"],
        SHARE=["example", "x"],
        MOOD_NAMES={"calm": "Calm!"},
        LITE_URL="lite/",
    )


def test_an_example_plugin_adds_to_every_part_of_a_site(moods):
    assert build(moods, next_step="") == 0
    out = moods.parent / "output"
    page = (out / "2025/09/a/index.html").read_text("utf-8")
    assert [
        text in page for text in ("Mood: Calm!", '<meta property="mood" content="calm">', "example.org/save?url=")
    ] == [True] * 3
    assert "Mood: Calm!" in (out / "lite/2025/09/a/index.html").read_text("utf-8")
    assert (out / "mood/calm/feed.txt").read_text("utf-8") == (
        "Notizie — Calm\n2025-09-02 Uno https://news.example/2025/09/a/\n"
    )
    assert (out / "en/mood/calm/index.html").is_file()
    items = json.loads((out / "feed.json").read_text("utf-8"))["items"]
    assert [item["tags"][-1] for item in items] == ["tense", "calm"]


def test_its_command_is_one_of_the_command_line_s(moods):
    done = CliRunner().invoke(puntina, ["-C", str(moods.parent), "moods"])
    assert (done.exit_code, done.output) == (0, "calm tense\n")


def test_its_check_and_its_setting_are_asked_for_without_a_build(moods, capsys):
    (moods.parent / "content/it/2025/a.md").write_text(digest("UNO", mood="calm", id="aaaaaaaaaaa"), "utf-8")
    assert check(moods) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "content/it/2025/a.md:2:8: MOOD-TITLE the title shouts — write it in lower case"
    )


IMPORTS = "from puntina.core.hooks import Check, Key, Plugin\n"
RAISES = "def f(*arguments):\n    raise ValueError('boom')\n"
GIVES = "def f(*arguments):\n    return [5]\n"
AT_LINE = (
    'plugins/own.py:3:1: SITE-PLUGIN the plugin "own" failed: ValueError: boom — fix it, or delete it from PLUGINS'
)
SAID = 'SITE-PLUGIN f() of the plugin "own" gives 5 in place of {} — fix it, or delete it from PLUGINS'


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (f"{RAISES}PLUGIN = Plugin(page_parts={{'x': f}})", AT_LINE),
        (f"{RAISES}PLUGIN = Plugin(article_attributes={{'related': f}})", AT_LINE),
        (f"{RAISES}PLUGIN = Plugin(pages=(('x', f),))", AT_LINE),
        (f"{RAISES}PLUGIN = Plugin(checks=(Check(('X-Y',), f),))", AT_LINE),
        (f"{RAISES}PLUGIN = Plugin(metadata=(f,))", AT_LINE),
        (f"{RAISES}PLUGIN = Plugin(arrange=f)", AT_LINE),
        (f"{RAISES}PLUGIN = Plugin(start=f)", AT_LINE),
        (f"{GIVES}PLUGIN = Plugin(pages=(('x', f),))", SAID.format("PageSpec")),
        (f"{GIVES}PLUGIN = Plugin(feeds=(('x', f),))", SAID.format("FeedSpec")),
        (f"{GIVES}PLUGIN = Plugin(outputs=(('x', f),))", SAID.format("Output")),
        (f"{GIVES}PLUGIN = Plugin(checks=(Check(('X-Y',), f),))", SAID.format("Problem")),
        (
            "PLUGIN = {}",
            'SITE-PLUGIN PLUGIN of the plugin "own" is not a Plugin — write PLUGIN = Plugin(…), from puntina.core.hooks',
        ),
        (
            "PLUGIN = Plugin(keys=('mood',))",
            "SITE-PLUGIN the plugin \"own\" has 'mood' in keys — write what puntina.core.hooks has as an example of keys",
        ),
        (
            "PLUGIN = Plugin(keys=(Key('title'),))",
            'SITE-PLUGIN the plugin "own" adds the front matter key "title" — Puntina has it already; give it another name',
        ),
        (
            "PLUGIN = Plugin(checks=(Check(('FM-DATE',), print),))",
            'SITE-PLUGIN the plugin "own" adds the check code "FM-DATE" — Puntina has it already; give it another name',
        ),
        (
            "from puntina.core.routes.route import Route\nPLUGIN = Plugin(routes=(Route(setting='TAG_URL', pattern='x/'),))",
            'SITE-PLUGIN the plugin "own" adds the setting "TAG_URL" — Puntina has it already; give it another name',
        ),
        (
            "from puntina.feeds.formats import Format\nPLUGIN = Plugin(formats=(Format('text', 'T', 'text/plain', print, print),))",
            'SITE-PLUGIN the plugin "own" adds the feed format "text" without a route FEED_TEXT_URL — add the route, which says where feeds of the format are',
        ),
    ],
)
def test_what_is_wrong_with_a_plugin_is_one_clear_problem(tmp_path, capsys, code, problem):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "own.py").write_text(f"{IMPORTS}{code}\n\ndef register():\n    pass\n", "utf-8")
    file = publication(tmp_path, {"it/2025/a.md": digest()}, PLUGINS=[*ALL_PLUGINS, "own"], PLUGIN_PATHS=["plugins"])
    assert build(file, next_step="") == 1
    shown = capsys.readouterr().err.splitlines()[0]
    assert shown.endswith(problem)
    assert not (tmp_path / "output").exists()


HTML = "from markupsafe import Markup\ndef f(digest, build):\n    return Markup('<b>{}</b>').format(digest.path)\n"


def with_html(folder, code):
    """Write a publication with a theme of Pelican's and a plugin of this code; return its settings file."""
    (folder / "plugins").mkdir()
    (folder / "plugins" / "own.py").write_text(
        f"{IMPORTS}{code}PLUGIN = Plugin(html=f)\n\ndef register():\n    pass\n", "utf-8"
    )
    files = {"it/2025/a.md": digest(), "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n"}
    plugins = [*ALL_PLUGINS, "own"]
    return publication(folder, files, PLUGINS=plugins, PLUGIN_PATHS=["plugins"], THEME="simple")


def test_a_plugin_may_make_the_html_that_themes_of_pelican_print(tmp_path):
    built = make(with_html(tmp_path, HTML))
    found = [texts(built.html(path), "b") for path in ("2025/09/a/", "about/")]
    assert found == [["it/2025/a.md"], ["it/pages/about.md"]]


@pytest.mark.parametrize(
    ("code", "problem"), [(RAISES, AT_LINE), (GIVES, SAID.format("Markup").replace("gives 5", "gives [5]"))]
)
def test_html_that_fails_is_one_clear_problem(tmp_path, capsys, code, problem):
    assert build(with_html(tmp_path, code), next_step="") == 1
    assert capsys.readouterr().err.splitlines()[0].endswith(problem)


def test_two_plugins_that_add_one_name_are_both_named(tmp_path, capsys):
    (tmp_path / "plugins").mkdir()
    for name in ("one", "two"):
        code = "from puntina.core.hooks import Key, Plugin\nPLUGIN = Plugin(keys=(Key('mood'),))\n\ndef register():\n    pass\n"
        (tmp_path / "plugins" / f"{name}.py").write_text(code, "utf-8")
    file = publication(
        tmp_path, {"it/2025/a.md": digest()}, PLUGINS=[*ALL_PLUGINS, "one", "two"], PLUGIN_PATHS=["plugins"]
    )
    assert check(file) == 1
    assert (
        'the plugin "two" adds the front matter key "mood" — the plugin "one" has it already; give it another name'
        in (capsys.readouterr().err)
    )
