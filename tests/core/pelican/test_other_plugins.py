"""Plugins of other authors, as docs/pelican.md lists them: each is built with and does what it is for."""

import gzip
import time as clocks
from pathlib import Path

import pytest

from puntina.commands.build import build
from tests.core.pelican.listed import listed_in_docs, pinned
from tests.site_builder import ALL_PLUGINS, ROOT, digest, hrefs, make, publication, run_apart, texts, tree

FILES = {
    "it/2025/a.md": digest(
        "Uno", "2025-09-01 08:00", author="Anna", tags=["Cina", "chip"], series="Chip", series_index="1"
    ),
    "it/2025/b.md": digest("Due", "2025-09-02 08:00", author="Anna", tags=["Cina"]),
    "it/2025/c.md": digest(
        "Tre", "2025-09-03 08:00", author="Anna", tags=["chip", "Cina"], series="Chip", series_index="2"
    ),
    "en/2025/b.md": digest("Two", "2025-09-02 08:00", author="Anna", tags=["China"]),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n",
}
EXTRA_KEYS = ["series", "series_index"]
SHOWN = """
{% macro link(other) %}{{ other.url if other else "" }}{% endmacro %}
<p id="neighbors">{{ link(article.prev_article) }} {{ link(article.next_article) }}</p>
<p id="related">{% for other in article.related_posts or () %}{{ other.url }} {% endfor %}</p>
<p id="series">{% if article.series is mapping %}{{ article.series.name }} {{ article.series.index }}: {{ link(article.series.previous) }} {{ link(article.series.next) }}{% endif %}</p>
<p id="cloud">{% for tag, size in tag_cloud %}{{ tag }} {{ size }} {% endfor %}</p>
<a href="{{ article.share_post["hacker-news"] }}">share</a>
"""
# A plugin that is built with by each of the tests below.
TESTED = {
    "test_plugins_that_give_variables_to_templates": {
        "neighbors",
        "related_posts",
        "series",
        "share_post",
        "tag_cloud",
    },
    "test_plugins_that_work_on_files_find_all_of_them_in_each_build": {"sitemap", "precompress", "minify", "seo"},
    "test_files_have_the_time_of_their_digests": {"touch"},
    "test_a_plugin_may_change_the_text_where_the_theme_prints_it": {"simple_footnotes"},
    "test_a_plugin_that_can_have_no_effect_is_refused": {"more_categories", "feed_filter"},
    "test_a_bundle_that_a_page_asks_for_is_there_in_each_build": {"webassets"},
}


def test_the_table_lists_what_is_tested_here_with_the_locked_versions():
    names = {name for names in TESTED.values() for name in names}
    assert set(TESTED) <= set(globals())
    assert listed_in_docs("Plugins") == {(name := f"pelican-{each.replace('_', '-')}"): pinned(name) for each in names}


def overriding(folder: Path, name: str, text: str) -> list[str]:
    """Write a template of the publication's own and return the setting that names its folder."""
    own = folder / "own"
    own.mkdir()
    (own / name).write_text(text, "utf-8")
    return [str(own)]


@pytest.mark.parametrize(
    "plugins", [lambda others: [*others, *ALL_PLUGINS], lambda others: [*ALL_PLUGINS, *others]], ids=["first", "last"]
)
def test_plugins_that_give_variables_to_templates(tmp_path, plugins):
    others = ["neighbors", "related_posts", "series", "share_post", "tag_cloud"]
    templates = overriding(tmp_path, "article.html", SHOWN)
    built = make(
        publication(tmp_path, FILES, THEME="simple", THEME_TEMPLATES_OVERRIDES=templates, EXTRA_KEYS=EXTRA_KEYS, PLUGINS=plugins(others), TAG_CLOUD_SORTING="alphabetically")
    )  # fmt: skip
    pages = {path: built.html(path) for path in ("2025/09/a/", "2025/09/b/", "2025/09/c/", "en/2025/09/b/")}
    assert {path: texts(page, "#neighbors") for path, page in pages.items()} == {
        "2025/09/a/": ["2025/09/b/"],
        "2025/09/b/": ["2025/09/a/ 2025/09/c/"],
        "2025/09/c/": ["2025/09/b/"],
        "en/2025/09/b/": ["2025/09/a/ 2025/09/c/"],
    }
    assert {path: texts(page, "#related") for path, page in pages.items()} == {
        "2025/09/a/": ["2025/09/c/ 2025/09/b/"],
        "2025/09/b/": ["2025/09/c/ 2025/09/a/"],
        "2025/09/c/": ["2025/09/a/ 2025/09/b/"],
        "en/2025/09/b/": [""],
    }
    assert {path: texts(page, "#series") for path, page in pages.items()} == {
        "2025/09/a/": ["Chip 1: 2025/09/c/"],
        "2025/09/b/": [""],
        "2025/09/c/": ["Chip 2: 2025/09/a/"],
        "en/2025/09/b/": [""],
    }
    assert {path: texts(page, "#cloud") for path, page in pages.items()} == {path: ["Cina 1 chip 4"] for path in pages}
    assert hrefs(pages["en/2025/09/b/"], "a") == [
        "https://news.ycombinator.com/submitlink?t=Two&u=https%3A//news.example/en/2025/09/b/"
    ]


def test_plugins_that_work_on_files_find_all_of_them_in_each_build(tmp_path, capsys):
    others = ["precompress", "sitemap", "minify", "seo"]
    own = [name for name in ALL_PLUGINS if name != "puntina.crawlers"]  # which makes sitemap.xml and robots.txt too
    digests = {
        path: text for path, text in FILES.items() if "/pages/" not in path
    }  # which have no author, as seo wants
    settings = publication(
        tmp_path,
        digests,
        EXTRA_KEYS=EXTRA_KEYS,
        PLUGINS=[*others, *own],
        SEO_REPORT=False,
        SEO_ENHANCER=True,
        SITEMAP={"format": "txt"},
    )
    built = make(settings)
    first = tree(built.folder)
    said = capsys.readouterr().out
    assert (
        "every file is made in each build, as plugins work on the finished site: minify, precompress, sitemap" in said
    )
    assert "all files are made one by one in each build, as plugins work on each of them: seo, sitemap" in said
    pages = sorted(path for path in first if path.endswith(".html"))
    every = sorted(f"https://news.example/{path.removesuffix('index.html')}" for path in pages)
    assert first["sitemap.txt"].decode().split() == every
    compressed = {
        path: data for path, data in first.items() if path.endswith((".html", ".xml", ".css", ".js", ".json"))
    }
    assert {path: gzip.decompress(first[f"{path}.gz"]) for path in compressed} == compressed
    page = built.html("2025/09/a/")
    assert [script.attributes["type"] for script in page.css("head script[type='application/ld+json']")][1:] == [
        "application/ld+json"
    ] * 2
    assert texts(page, "h1") == ["Uno"]
    inodes = {path: (built.folder / path).stat().st_ino for path in first}
    make(settings)
    assert tree(built.folder) == first
    assert {path: (built.folder / path).stat().st_ino for path in first} == inodes
    publication(tmp_path, {"it/2025/d.md": digest("Quattro", "2025-09-04 08:00", author="Anna")}, **read(settings))
    make(settings)
    added = {"2025/09/d/index.html", "2025/09/d/index.html.gz"}
    assert added <= set(tree(built.folder))
    make(settings, PLUGINS=own)
    assert [path for path in tree(built.folder) if path.endswith(".gz") or path == "sitemap.txt"] == []
    assert len(first["tags/index.html"]) < len(tree(built.folder)["tags/index.html"])  # minified, and no longer


def read(settings: Path) -> dict[str, object]:
    """Return the settings that the file sets, to write it again with."""
    values: dict[str, object] = {}
    exec(settings.read_text("utf-8"), values)  # noqa: S102 - of the test's own making
    return {name: value for name, value in values.items() if name.isupper()}


def test_files_have_the_time_of_their_digests(tmp_path):
    built = make(publication(tmp_path, FILES, EXTRA_KEYS=EXTRA_KEYS, PLUGINS=[*ALL_PLUGINS, "touch"]))
    places = ("2025/09/a/index.html", "en/2025/09/b/index.html", "feed.xml", "en/atom.xml")
    assert {path: clock(built.file(path).stat().st_mtime) for path in places} == {
        "2025/09/a/index.html": "2025-09-01 08:00",
        "en/2025/09/b/index.html": "2025-09-02 08:00",
        "feed.xml": "2025-09-03 08:00",
        "en/atom.xml": "2025-09-02 08:00",
    }


def clock(seconds: float) -> str:
    """Return the time on this machine's clock, for which the plugin takes that of the publication."""
    return clocks.strftime("%Y-%m-%d %H:%M", clocks.localtime(seconds))


NOTED = {"it/2025/a.md": digest("Uno", body="- Primo[ref]La nota.[/ref]\n\n📌 Sintesi.\n")}


def test_a_plugin_may_change_the_text_where_the_theme_prints_it(tmp_path, capsys):
    settings = publication(tmp_path, NOTED, THEME="simple", PLUGINS=["simple_footnotes", *ALL_PLUGINS])
    page = make(settings).html("2025/09/a/")
    assert hrefs(page, "a.simple-footnote") == ["#sf-a-1"]
    assert texts(page, "ol.simple-footnotes > li") == ["La nota. ↩︎"]
    publication(tmp_path, NOTED, PLUGINS=["simple_footnotes", *ALL_PLUGINS])
    assert build(settings, next_step="") == 1
    assert capsys.readouterr().err.splitlines()[-3] == (
        'PLUGINS: SITE-PLUGIN plugin "simple_footnotes" changes the text of content/it/2025/a.md, and this theme prints '
        "the digest itself — delete the plugin from PLUGINS, or use a theme that prints article.content"
    )


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        (
            "more_categories",
            'plugin "more_categories" changes category of it/2025/a.md, which Puntina takes from the front matter',
        ),
        ("feed_filter", "Puntina makes its own feeds, so plugins that change Pelican's have no effect: feed_filter"),
    ],
)
def test_a_plugin_that_can_have_no_effect_is_refused(tmp_path, capsys, plugin, said):
    assert (
        build(
            publication(tmp_path, {"it/2025/a.md": digest()}, PLUGINS=[*ALL_PLUGINS, plugin]), next_step="", lang="en"
        )
        == 1
    )
    assert capsys.readouterr().err.splitlines()[0] == f"PLUGINS: SITE-PLUGIN {said} — delete it from PLUGINS"


READER = """
from pelican import signals
from pelican.readers import MarkdownReader


class Reader(MarkdownReader):
    enabled = True


def add(readers):
    readers.reader_classes["md"] = Reader


def register():
    signals.readers_init.connect(add)
"""


@pytest.mark.parametrize("first", [True, False])
def test_a_reader_is_refused_wherever_its_plugin_stands(tmp_path, first):
    (tmp_path / "mine.py").write_text(READER)
    plugins = ["mine", *ALL_PLUGINS] if first else [*ALL_PLUGINS, "mine"]
    done = run_apart(
        publication(tmp_path, FILES, PLUGINS=plugins, EXTRA_KEYS=EXTRA_KEYS), PYTHONPATH=f"{ROOT}/plugins:{tmp_path}"
    )
    assert done.returncode == 1
    assert 'plugin "mine" reads .md files' in done.stderr.splitlines()[0]


def test_a_bundle_that_a_page_asks_for_is_there_in_each_build(tmp_path):
    bundle = '{% assets output="css/all.css", "css/main.css" %}<link href="{{ ASSET_URL }}">{% endassets %}'
    settings = publication(
        tmp_path, NOTED, THEME="notmyidea", THEME_TEMPLATES_OVERRIDES=overriding(tmp_path, "page.html", bundle), PLUGINS=[*ALL_PLUGINS, "webassets"]
    )  # fmt: skip
    publication(tmp_path, {"it/pages/about.md": FILES["it/pages/about.md"]}, **read(settings))
    first = tree(make(settings).folder)
    assert len(first["theme/css/all.css"]) > 1000
    assert tree(make(settings).folder) == first
