from tests.site_builder import digest, hrefs, make, publication, texts

FILES = {"it/2025/a.md": digest("A"), "vi/2025/a.md": digest("A")}


def test_the_page_for_missing_addresses_speaks_every_language_and_leads_home_in_each(tmp_path):
    page = make(publication(tmp_path, FILES, SITEURL="https://news.example/repo")).html("404.html")
    assert page.css_first("html").attributes["lang"] == "it"
    assert texts(page, "h1") == ["Pagina non trovata"]
    sections = page.css(".section-body > div")
    assert [(each.attributes["lang"], texts(each, "h2"), hrefs(each, "a")) for each in sections] == [
        ("it", [], ["/repo/"]),
        ("en", ["Page not found"], ["/repo/en/"]),
        ("vi", ["Không tìm thấy trang"], ["/repo/vi/"]),
    ]
