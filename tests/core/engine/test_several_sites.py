from tests.site_builder import ALL_PLUGINS, digest, make, publication, texts, tree

FILES = {"it/2025/a.md": digest("A"), "en/2025/a.md": digest("A")}
ELSEWHERE = {
    "SITENAME": "Altrove",
    "COPYRIGHT_HOLDER": "Altrove",
    "LANGUAGES": {"en": "Elsewhere"},
    "DEFAULT_LANG": "en",
    "CATEGORIES": {"world": {"en": "All"}},
    "SITEURL": "https://elsewhere.example/x",
    "SUMMARY_POSITION": "top",
    "TIMEZONE": "America/New_York",
    "SHARE": [],
}


def test_sites_built_one_after_the_other_do_not_mix(tmp_path):
    one = publication(tmp_path / "one", FILES)
    other = publication(tmp_path / "other", {"2024/b.md": digest("B", "2024-01-01 10:00")}, **ELSEWHERE)
    first, second = tree(make(one).folder), tree(make(other).folder)
    assert tree(make(one).folder) == first
    assert tree(make(other).folder) == second
    assert b"Notizie" not in b"".join(second.values())
    assert b"Altrove" not in b"".join(first.values())


def test_a_change_between_two_builds_is_seen(tmp_path):
    settings = publication(tmp_path, FILES)
    assert texts(make(settings).html("2025/09/a/"), "h1") == ["A"]
    publication(tmp_path, {"it/2025/a.md": digest("Altro titolo")})
    assert texts(make(settings).html("2025/09/a/"), "h1") == ["Altro titolo"]


def test_stock_themes_and_ours_take_turns(tmp_path):
    ours = publication(tmp_path / "ours", FILES)
    stock = publication(tmp_path / "stock", FILES, THEME="simple")
    first, second = tree(make(ours).folder), tree(make(stock).folder)
    assert tree(make(ours).folder) == first
    assert tree(make(stock).folder) == second


def test_a_site_with_fewer_plugins_gets_no_more_after_one_with_all(tmp_path):
    make(publication(tmp_path / "all", FILES))
    fewer = [name for name in ALL_PLUGINS if name != "puntina.share"]
    page = make(publication(tmp_path / "fewer", FILES, PLUGINS=fewer)).html("2025/09/a/")
    assert page.css(".share") == []
