import sys

import pytest

from tests.site_builder import ALL_PLUGINS, ROOT, Built, digest, hrefs, publication, run, run_apart, texts, tree

MAP = '''
"""A plugin of the publication's own: a list of all addresses, written when all is made."""

from pathlib import Path

from pelican import signals


def remember(generator):
    generator.settings["MAP"] = sorted(article.url for article in [*generator.articles, *generator.translations])


def write(pelican):
    lines = pelican.settings["MAP"]
    Path(pelican.output_path, "map.txt").write_text("\\n".join(lines))
    Path(pelican.settings["OUTPUT_PATH"], "count.txt").write_text(str(len(lines)))


def register():
    signals.article_generator_finalized.connect(remember)
    signals.finalized.connect(write)
'''
MOOD = '''
"""A plugin of the publication's own with a front matter key: each digest's mood, counted."""

from collections import Counter

from pelican import signals
from pelican.generators import Generator


class Moods(Generator):
    def generate_output(self, writer):
        moods = Counter(dict(article.digest.meta.extra).get("mood", "none") for article in self.context["articles"])
        with open(f"{self.output_path}/moods.txt", "w") as file:
            file.write(repr(sorted(moods.items())))


def moods(pelican):
    return Moods


def register():
    signals.get_generators.connect(moods)
'''
BROKEN = "def register():\n    raise RuntimeError('no such thing')\n"
COMPLAINS = """
import logging

from pelican import signals


def complain(generator):
    logging.getLogger("pelican.plugins.mine").error("the moon is %s", "full")


def register():
    signals.article_generator_finalized.connect(complain)
"""
FAILS = "from pelican import signals\ndef fail(generator): return 1 / 0\ndef register(): signals.article_generator_finalized.connect(fail)\n"
FILES = {"it/2025/a.md": digest("A", mood="glad"), "en/2025/a.md": digest("A")}


def with_plugin(tmp_path, source: str, *, first: bool = False, **settings):
    """Write a publication with a plugin `mine`, before or after ours; return its settings file."""
    (tmp_path / "mine.py").write_text(source, "utf-8")
    plugins = ["mine", *ALL_PLUGINS] if first else [*ALL_PLUGINS, "mine"]
    return publication(tmp_path, FILES, PLUGINS=plugins, EXTRA_KEYS=["mood"], **settings)


def build_it(settings):
    """Build in a process of its own, to which both our plugins and the publication's are known."""
    return run_apart(settings, PYTHONPATH=f"{ROOT}/plugins:{settings.parent}")


@pytest.mark.parametrize("first", [True, False])
def test_a_file_written_at_the_end_is_in_the_output_wherever_the_plugin_stands(tmp_path, first):
    settings = with_plugin(tmp_path, MAP, first=first)
    for _ in range(2):
        done = build_it(settings)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / "output" / "map.txt").read_text() == "2025/09/a/\nen/2025/09/a/"
        assert (tmp_path / "output" / "count.txt").read_text() == "2"


def test_a_generator_with_a_front_matter_key_of_its_own(tmp_path):
    done = build_it(with_plugin(tmp_path, MOOD))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "output" / "moods.txt").read_text() == "[('glad', 1)]"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (BROKEN, "Pelican: PELICAN Cannot register plugin `mine` (no such thing) — "),
        (COMPLAINS, "Pelican: PELICAN the moon is full — "),
        (
            "import nothing_of_the_kind",
            'mine.py:1:1: SITE-PLUGIN the plugin "mine" can\'t be imported: ModuleNotFoundError: ',
        ),
    ],
)
def test_a_plugin_that_fails_or_complains_stops_the_build(tmp_path, source, said):
    settings = with_plugin(tmp_path, MAP)
    assert build_it(settings).returncode == 0
    before = tree(tmp_path / "output")
    (tmp_path / "mine.py").write_text(source)
    done = build_it(settings)
    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert done.stderr.splitlines()[-1] == "not built: 1 error; the output is unchanged"
    assert tree(tmp_path / "output") == before
    assert leftovers(tmp_path) == []


def leftovers(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".output")]


def test_a_plugin_that_raises_stops_the_build_at_its_line(tmp_path):
    settings = with_plugin(tmp_path, FAILS)
    done = build_it(settings)
    assert done.returncode == 1
    said = 'mine.py:2:1: SITE-PLUGIN the plugin "mine" stopped the build: ZeroDivisionError: division by zero — '
    assert done.stderr.startswith(said)
    assert done.stderr.splitlines()[-1] == "not built: 1 error; the output is unchanged"
    assert not (tmp_path / "output").exists()
    assert leftovers(tmp_path) == []


def test_the_plain_command_knows_them_too(tmp_path):
    with_plugin(tmp_path, MAP, first=True)
    done = run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"],
        cwd=tmp_path,
        PYTHONPATH=str(ROOT / "plugins"),
    )
    assert (done.returncode, done.stderr) == (0, "")
    built = Built(tmp_path / "output")
    assert built.bytes("map.txt") == b"2025/09/a/\nen/2025/09/a/"
    assert texts(built.html("2025/09/a/"), "h1") == ["A"]
    assert hrefs(built.html("2025/09/a/"), "link[rel=canonical]") == ["https://news.example/2025/09/a/"]


def test_an_error_ends_the_plain_command_with_1_too(tmp_path):
    with_plugin(tmp_path, COMPLAINS)
    done = run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"],
        cwd=tmp_path,
        PYTHONPATH=str(ROOT / "plugins"),
    )
    assert done.returncode == 1
    assert not (tmp_path / "output").exists()


WITNESS = """
from pathlib import Path

from pelican import signals

seen = {"generators": [], "pages": []}


def articles(generator):
    seen["articles"] = [article.url for article in generator.articles]
    seen["translations"] = [article.url for article in generator.translations]
    seen["tags"] = {tag.slug: [article.url for article in found] for tag, found in generator.tags.items()}
    seen["categories"] = [(category.slug, [article.url for article in found]) for category, found in generator.categories]


def generators(found):
    seen["generators"] = sorted(type(each).__name__ for each in found if not hasattr(each, "context"))


def page(path, context):
    name = Path(path).relative_to(context["OUTPUT_PATH"]).as_posix()
    shown = context.get("article") or context.get("page")
    seen["pages"].append((name, shown.url if shown else ""))
    Path(path).write_text(Path(path).read_text() + "<!-- seen -->")


def last(pelican):
    Path(pelican.output_path, "seen.txt").write_text(repr({**seen, "pages": sorted(seen["pages"])}))


def register():
    signals.article_generator_finalized.connect(articles)
    signals.all_generators_finalized.connect(generators)
    signals.content_written.connect(page)
    signals.finalized.connect(last)
"""
TAGGED = {
    "it/2025/a.md": digest("A", "2025-09-01 08:00", tags=["chip"]),
    "it/2025/b.md": digest("B", "2025-09-02 08:00", tags=["chip"]),
    "en/2025/b.md": digest("B", "2025-09-02 08:00", tags=["chip"]),
    "en/2025/c.md": digest("C", "2025-09-03 08:00", category="technology"),
}


@pytest.mark.parametrize("first", [True, False])
def test_a_plugin_finds_articles_generators_and_written_pages_as_pelican_has_them(tmp_path, first):
    (tmp_path / "witness.py").write_text(WITNESS, "utf-8")
    plugins = ["witness", *ALL_PLUGINS] if first else [*ALL_PLUGINS, "witness"]
    settings = publication(tmp_path, TAGGED, PLUGINS=plugins)
    for _ in range(2):
        done = build_it(settings)
        assert (done.returncode, done.stderr) == (0, "")
        seen = eval((tmp_path / "output" / "seen.txt").read_text())  # noqa: S307 - of the test's own making
        assert seen["articles"] == ["en/2025/09/c/", "2025/09/b/", "2025/09/a/"]
        assert seen["translations"] == ["en/2025/09/b/"]
        assert seen["tags"] == {"chip": ["2025/09/b/", "2025/09/a/"]}
        assert seen["categories"] == [("technology", ["en/2025/09/c/"]), ("world", ["2025/09/b/", "2025/09/a/"])]
        assert seen["generators"] == []
        built = Built(tmp_path / "output")
        assert [path for path, _ in seen["pages"]] == built.pages
        assert dict(seen["pages"])["en/2025/09/b/index.html"] == "en/2025/09/b/"
        assert [path for path in built.pages if not built.bytes(path).endswith(b"<!-- seen -->")] == []


def test_a_plugin_that_is_installed_and_not_listed_is_not_imported(tmp_path):
    broken = tmp_path / "installed" / "pelican" / "plugins" / "broken"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise RuntimeError", "utf-8")
    site = "import pelican.plugins; pelican.plugins.__path__.append(__import__('os').environ['BROKEN'])"
    (tmp_path / "sitecustomize.py").write_text(site, "utf-8")
    done = run_apart(
        publication(tmp_path, FILES, EXTRA_KEYS=["mood"]),
        PYTHONPATH=f"{ROOT}/plugins:{tmp_path}",
        BROKEN=str(broken.parent),
    )
    assert (done.returncode, done.stderr) == (0, "")
