"""The recipes of docs/plugins.md: each is built, and does what it says."""

import json
import re

import pytest

from puntina.commands.build import build
from tests.site_builder import ALL_PLUGINS, ROOT, digest, publication

pytestmark = pytest.mark.usefixtures("forgotten")

RECIPES = dict(
    re.findall(
        r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", (ROOT / "docs" / "plugins.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
)
FILES = re.compile(r"^```\w+\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def site(folder, recipe, texts, **settings):
    """Return the output folder of a publication that is built with the files of the recipe."""
    files = FILES.findall(RECIPES[recipe])
    assert len(files) == 1  # as the page says
    names = []
    for path, code in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(code, "utf-8")
        names.append(target.stem)
    file = publication(folder, texts, PLUGINS=[*ALL_PLUGINS, *names], PLUGIN_PATHS=["plugins"], **settings)
    assert build(file, next_step="") == 0
    return folder / "output"


def test_a_front_matter_key_is_on_page_lite_page_and_feeds(tmp_path, capsys):
    texts = {"it/2025/chip.md": digest("Chip", mood="calm"), "it/2025/mais.md": digest("Mais", date="2025-09-03 07:30")}
    out = site(tmp_path, "A front matter key on page, lite page and feeds", texts, LITE_URL="lite/")
    shown = {
        path: [each in (out / path).read_text("utf-8") for each in ("Mood: calm", "Mood:")]
        for path in ("2025/09/chip/index.html", "lite/2025/09/chip/index.html", "2025/09/mais/index.html")
    }
    assert shown == {
        "2025/09/chip/index.html": [True, True],
        "lite/2025/09/chip/index.html": [True, True],
        "2025/09/mais/index.html": [False, False],
    }
    tags = {item["title"]: item.get("tags") for item in json.loads((out / "feed.json").read_text("utf-8"))["items"]}
    assert tags == {"Chip": ["Mondo", "calm"], "Mais": ["Mondo"]}
    (tmp_path / "content/it/2025/chip.md").write_text(digest("Chip", mood="loud"), "utf-8")
    assert build(tmp_path / "pelicanconf.py", next_step="") == 1
    assert (
        'content/it/2025/chip.md:4:7: FM-PLUGIN mood is "loud", which is not one of calm, tense'
        in capsys.readouterr().err
    )


def test_a_kind_of_list_has_pages_feeds_and_all_that_follows(tmp_path):
    texts = {
        "it/2025/chip.md": digest("Chip", country="Vietnam"),
        "it/2025/mais.md": digest("Mais", date="2025-09-03 07:30", country="Italia"),
        "en/2025/chip.md": digest("Chips", country="Vietnam"),
    }
    out = site(tmp_path, "A kind of list, with pages and feeds", texts)
    paths = sorted(path.relative_to(out).as_posix() for path in out.rglob("*country*/**/*") if path.is_file())
    assert paths == [
        "country/italia/feed.xml",
        "country/italia/index.html",
        "country/vietnam/feed.xml",
        "country/vietnam/index.html",
        "en/country/vietnam/feed.xml",
        "en/country/vietnam/index.html",
    ]
    page = (out / "country/vietnam/index.html").read_text("utf-8")
    assert '<h1 dir="auto">Vietnam</h1>' in page
    assert 'hreflang="en" href="https://news.example/en/country/vietnam/"' in page
    assert 'content="Notizie: all digests from Vietnam"' in page
    for path in ("sitemap.xml", "feeds.opml", "subscribe/index.html"):
        assert "https://news.example/country/italia/" in (out / path).read_text("utf-8")
    assert "Countries" in (out / "subscribe/index.html").read_text("utf-8")


def test_a_share_network_is_among_the_links(tmp_path):
    out = site(tmp_path, "A share network", {"it/2025/chip.md": digest("Chip")}, SHARE=["pocketbook", "x"])
    page = (out / "2025/09/chip/index.html").read_text("utf-8")
    link = "https://pocketbook.example/save?url=https%3A%2F%2Fnews.example%2F2025%2F09%2Fchip%2F&amp;t=Chip"
    assert re.findall(r'href="(https://pocketbook[^"]+)"', page) == [link]


def test_a_check_reports_its_problem_in_a_build_too(tmp_path, capsys):
    site(tmp_path, "A check", {"it/2025/chip.md": digest("CHIP")})
    assert capsys.readouterr().err.splitlines()[0] == (
        "content/it/2025/chip.md:2:8: TITLE-SHOUTS warning: the title is in capitals — write it in lower case"
    )


def test_a_feed_format_is_written_and_named(tmp_path):
    out = site(tmp_path, "A feed format", {"it/2025/chip.md": digest("Chip")}, FEED_FORMATS={"all": ["rss", "text"]})
    assert (out / "feed.txt").read_text(
        "utf-8"
    ) == "Notizie — Italiano\n\n2025-09-02 Chip\nhttps://news.example/2025/09/chip/\n\n"
    assert 'type="text/plain" href="/feed.txt" title="Notizie — Italiano (Text)"' in (out / "index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("recipe", RECIPES)
def test_every_recipe_has_a_test(recipe):
    assert f'"{recipe}"' in (ROOT / "tests/core/test_recipes.py").read_text("utf-8")
