import sys

from tests.commands.build.residents import CHANGED, PAGE, A, Site
from tests.site_builder import ALL_PLUGINS, digest

WRITES = """
from pathlib import Path
from pelican import signals


def write(pelican):
    Path(pelican.output_path, "map.txt").write_text("a map")


def register():
    signals.finalized.connect(write)
"""


def test_what_another_plugin_has_written_stays_where_only_a_text_changes(tmp_path, monkeypatch):
    (tmp_path / "writes_a_map.py").write_text(WRITES, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "writes_a_map", raising=False)
    feeds = {"all": ["rss", "atom"], "category": [], "together": []}
    plugins = [*ALL_PLUGINS, "writes_a_map"]
    site = Site(tmp_path / "site", {A: digest("Primo")}, PLUGINS=plugins, FEED_FORMATS=feeds)
    site.build()
    for word in ("Altro", "Terzo"):
        (site.content / A).write_text(digest("Primo", body=f"- {word} punto\n\n📌 Sintesi.\n"))
        _, written, removed = site.build(A)
        assert (written, removed) == ({PAGE, "feed.xml", "atom.xml"}, set())
    assert (site.output / "map.txt").read_text("utf-8") == "a map"


TITLES = """
from functools import partial
from pelican import signals
from puntina.core.engine.output import Output


def titles(context):
    return ", ".join(sorted(article.digest.summary.text for article in context["articles"])).encode()


class Titles:
    def __init__(self, context, **_):
        self.context = context

    def generate_output(self, writer):
        writer.add(Output("titles.txt", None, partial(titles, self.context), "titles"))


def generator(pelican):
    return Titles


def register():
    signals.get_generators.connect(generator)
"""


def test_what_another_plugin_makes_of_a_text_is_never_stale(tmp_path, monkeypatch):
    (tmp_path / "makes_titles.py").write_text(TITLES, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "makes_titles", raising=False)
    site = Site(tmp_path / "site", {A: digest("Primo")}, PLUGINS=[*ALL_PLUGINS, "makes_titles"])
    site.build()
    site.resident.rest()
    (site.content / A).write_text(CHANGED)
    site.build(A)
    assert (site.output / "titles.txt").read_text("utf-8") == "Altra sintesi."
