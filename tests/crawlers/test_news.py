import pytest

from puntina.commands.build import Options, run
from puntina.crawlers.news import language
from tests.site_builder import digest, make, publication

NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
FILES = {
    "it/2025/old.md": digest("Vecchia", "2025-09-01 08:00"),
    "it/2025/new.md": digest("Nuova & <co>", "2025-09-03 08:00"),
    "en/2025/new.md": digest("New", "2025-09-04 07:59"),
    "it/2025/hidden.md": digest("Nascosta", "2025-09-04 07:00", status="hidden"),
    "it/2025/held.md": digest("Attesa", "2025-09-04 09:00"),
}
CUTOFF = "2025-09-04 08:00"
NEWS = "sitemap-news.xml"


def told(built) -> list[tuple[str, ...]]:
    """Return what is told of each entry, in order."""
    return [
        (
            url.findtext("s:loc", None, NS),
            *(
                url.findtext(f"n:news/{path}", None, NS)
                for path in ("n:publication/n:name", "n:publication/n:language")
            ),
            *(url.findtext(f"n:news/n:{name}", None, NS) for name in ("publication_date", "title")),
        )
        for url in built.xml(NEWS).findall("s:url", NS)
    ]


def titles(built) -> list[str]:
    return [entry[-1] for entry in told(built)]


def test_it_holds_the_digests_of_the_two_days_before_the_cutoff_newest_first(tmp_path):
    assert told(make(publication(tmp_path, FILES, CUTOFF=CUTOFF))) == [
        ("https://news.example/en/2025/09/new/", "Notizie", "en", "2025-09-04T07:59:00+07:00", "New"),
        ("https://news.example/2025/09/new/", "Notizie", "it", "2025-09-03T08:00:00+07:00", "Nuova & <co>"),
    ]


@pytest.mark.parametrize(
    ("cutoff", "found"),
    [
        ("2025-09-03 07:59", ["Vecchia"]),
        ("2025-09-03 08:00", ["Nuova & <co>"]),
        ("2025-09-05 07:59", ["Attesa", "New", "Nuova & <co>"]),
        ("2025-09-05 08:00", ["Attesa", "New"]),
    ],
)
def test_the_cutoff_decides_to_the_minute_also_where_nothing_else_has_changed(tmp_path, cutoff, found):
    settings = publication(tmp_path, FILES, CUTOFF="2025-09-02 08:00")
    make(settings)
    assert titles(make(settings, CUTOFF=cutoff)) == found


def test_a_build_is_idle_until_a_digest_ceases_to_be_news(tmp_path):
    settings = publication(tmp_path, FILES, CUTOFF="2025-09-04 10:00")
    made = [
        run(settings, {"CUTOFF": cutoff}, Options(jobs=1)).counts.written
        for cutoff in ("2025-09-04 10:00", "2025-09-05 07:58", "2025-09-05 08:00", "2025-09-30 08:00")
    ]
    assert made[0]
    assert made[1:] == [(), (NEWS,), ("robots.txt",)]
    assert not (tmp_path / "output" / NEWS).exists()


def test_without_news_there_is_no_empty_file_which_would_not_be_valid_and_robots_are_told_of_none(tmp_path):
    settings = publication(tmp_path, FILES, CUTOFF="2025-09-30 08:00")
    for cutoff, there in (("2025-09-30 08:00", False), (CUTOFF, True), ("2025-09-30 08:00", False)):
        built = make(settings, CUTOFF=cutoff)
        assert (built.has(NEWS), NEWS in built.bytes("robots.txt").decode()) == (there, there)


def test_a_title_that_is_edited_is_told_anew(tmp_path):
    settings = publication(tmp_path, FILES, CUTOFF=CUTOFF)
    make(settings)
    publication(tmp_path, {"en/2025/new.md": digest("Newer", "2025-09-04 07:59")}, CUTOFF=CUTOFF)
    assert titles(make(settings)) == ["Newer", "Nuova & <co>"]


@pytest.mark.parametrize(
    ("code", "told"),
    [("vi", "vi"), ("pt-BR", "pt"), ("zh-Hans", "zh-cn"), ("zh-Hant-HK", "zh-tw"), ("zh-TW", "zh-tw"), ("zh", "zh-cn")],
)
def test_languages_are_called_as_news_sitemaps_call_them(code, told):
    assert language(code) == told
