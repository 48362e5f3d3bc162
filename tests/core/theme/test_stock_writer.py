import pytest

from tests.built.everything import EVERYTHING
from tests.site_builder import ALL_PLUGINS, SAMPLE, digest, make, publication, tree

FILES = {
    "it/2025/a.md": digest("Chip & <reti>", body=EVERYTHING, tags=["Cina"], author="Anna", modified="2025-09-03"),
    "it/2025/altro.md": digest("Due", "2025-09-01 08:00", tags=["Cina"], category="technology"),
    **{f"it/2025/c{n}.md": digest(f"N. {n}", f"2025-08-0{n} 08:00") for n in range(1, 9)},
    "it/2025/hidden.md": digest("Nascosto", status="hidden"),
    "it/2025/draft.md": digest("Bozza", status="draft"),
    "it/2027/held.md": digest("Poi", "2027-01-01 08:00"),
    "en/2025/a.md": digest("Chips", share=["email"], tags=["China"]),
    "vi/2025/a.md": digest("Chip bán dẫn", share=False),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto della pagina.\n",
    "en/pages/about.md": "---\ntitle: About\n---\nText.\n",
    "media/wide.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}
MARK = ".puntina"
WITHOUT = [name for name in ALL_PLUGINS if name != "puntina.core.engine"]


def by_pelican(settings, plugins, folder):
    """Return what Pelican's own Writer makes, the engine being left out."""
    return tree(make(settings, PLUGINS=plugins, OUTPUT_PATH=str(folder)).folder)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"PREVIEW": True},
        {"SITEURL": "https://news.example/some/repo", "THEME_STATIC_DIR": "assets/daily", "SHARE": []},
        {"PLUGINS": [name for name in ALL_PLUGINS if name not in {"puntina.feeds", "puntina.share"}]},
        {"THEME": "simple"},
        {"THEME": "notmyidea", "DEFAULT_PAGINATION": 50},
    ],
    ids=["ours", "preview", "below a folder", "fewer plugins", "simple", "notmyidea"],
)
def test_pelican_s_writer_makes_the_same_files_of_the_same_bytes(tmp_path, settings):
    file = publication(tmp_path, FILES, **settings)
    ours = tree(make(file).folder)
    del ours[MARK]
    plugins = [name for name in settings.get("PLUGINS", ALL_PLUGINS) if name != "puntina.core.engine"]
    theirs = by_pelican(file, plugins, tmp_path / "plain")
    assert sorted(theirs) == sorted(ours)
    assert [path for path in ours if theirs[path] != ours[path]] == []


def test_it_makes_the_publication_that_ships(tmp_path):
    ours = tree(make(SAMPLE / "pelicanconf.py", OUTPUT_PATH=str(tmp_path / "ours")).folder)
    del ours[MARK]
    assert by_pelican(SAMPLE / "pelicanconf.py", WITHOUT, tmp_path / "plain") == ours


def test_our_build_says_what_it_can_of_it(tmp_path, capsys):
    make(publication(tmp_path, FILES), PLUGINS=WITHOUT)
    first = capsys.readouterr().out.splitlines()[-1]
    assert first.startswith("17 parsed, all pages and feeds made by Pelican's own Writer, ")


OWN = """
from pelican import signals
from pelican.generators import Generator


class Map(Generator):
    def generate_output(self, writer):
        writer.write_file("map.html", self.get_template("map"), self.context, places=["a", "b & c"])


def generators(pelican):
    return Map


def register():
    signals.get_generators.connect(generators)
"""


@pytest.mark.parametrize("plugins", [ALL_PLUGINS, WITHOUT], ids=["with the engine", "without"])
def test_a_page_without_frozen_values_is_rendered_as_pelican_does(tmp_path, plugins, monkeypatch):
    (tmp_path / "map_of_all.py").write_text(OWN)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "map.html").write_text("{% for place in places %}{{ place }}, {% endfor %}{{ SITENAME }}")
    monkeypatch.syspath_prepend(tmp_path)
    file = publication(
        tmp_path, FILES, PLUGINS=[*plugins, "map_of_all"], THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")]
    )
    assert make(file).bytes("map.html") == b"a, b & c, Notizie"
