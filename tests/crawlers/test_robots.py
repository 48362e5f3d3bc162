from urllib.robotparser import RobotFileParser

import pytest

from puntina.core.settings.ai_use import ANSWERING, TRAINING
from tests.site_builder import digest, make, publication

FILES = {"it/2025/a.md": digest()}
ROOT = "https://news.example"
IN_THE_NEWS = "2025-09-03 00:00"  # less than two days after the digest's date


def robots(folder, **settings) -> RobotFileParser:
    """Return the file of a publication, as Python's own parser reads it."""
    parser = RobotFileParser()
    parser.parse(make(publication(folder, FILES, **settings)).bytes("robots.txt").decode().splitlines())
    return parser


@pytest.mark.parametrize(
    ("ai_use", "barred"),
    [("allow", ()), ("no training", TRAINING), ("none", (*TRAINING, *ANSWERING))],
)
def test_all_may_come_but_those_that_the_publication_bars(tmp_path, ai_use, barred):
    found = robots(tmp_path, AI_USE=ai_use)
    every = (*TRAINING, *ANSWERING, "Googlebot", "Bingbot", "Mozilla")
    assert {name for name in every if not found.can_fetch(name, f"{ROOT}/2025/09/a/")} == set(barred)


def test_it_names_the_sitemaps(tmp_path):
    assert robots(tmp_path).site_maps() == [f"{ROOT}/sitemap.xml"]
    assert robots(tmp_path, CUTOFF=IN_THE_NEWS).site_maps() == [f"{ROOT}/sitemap.xml", f"{ROOT}/sitemap-news.xml"]


def test_sitemaps_have_the_addresses_that_the_publication_wants_or_none(tmp_path):
    found = robots(tmp_path, SITEMAP_URL="maps/all.xml", NEWS_SITEMAP_URL="")
    assert found.site_maps() == [f"{ROOT}/maps/all.xml"]
    made = tmp_path / "output"
    assert (made / "maps" / "all.xml").is_file()
    assert not list(made.rglob("sitemap*"))


def test_it_is_plain_text_of_whole_groups(tmp_path):
    text = make(publication(tmp_path, FILES, AI_USE="allow", CUTOFF=IN_THE_NEWS)).bytes("robots.txt").decode()
    assert text == f"User-agent: *\nAllow: /\n\nSitemap: {ROOT}/sitemap.xml\nSitemap: {ROOT}/sitemap-news.xml\n"
