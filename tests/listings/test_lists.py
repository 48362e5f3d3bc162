from tests.site_builder import digest, hrefs, make, publication, texts


def shown(built, place):
    return texts(built.html(place), "article.card h2")


def names(*numbers):
    return [f"Titolo {n}" for n in numbers]


def test_home_holds_the_newest_and_older_pages_are_numbered_from_the_oldest(built):
    assert shown(built, "") == names(13, 12, 11, 10, 9)
    assert shown(built, "page/3/") == names(8, 7, 6)
    assert shown(built, "page/2/") == names(5, 4, 3)
    assert shown(built, "page/1/") == [*names(2, 1), "Vecchio"]
    assert not built.has("page/4/")


def test_pages_lead_to_their_neighbours_and_to_the_newest(built):
    places = ["", "page/3/", "page/2/", "page/1/"]
    pagers = {
        place: {li.attributes["class"]: hrefs(li, "a")[0] for li in built.html(place).css(".pager li")}
        for place in places
    }
    assert pagers == {
        "": {"older": "/page/3/"},
        "page/3/": {"newer": "/", "newest": "/", "older": "/page/2/"},
        "page/2/": {"newer": "/page/3/", "newest": "/", "older": "/page/1/"},
        "page/1/": {"newer": "/page/2/", "newest": "/"},
    }


def test_a_numbered_page_says_its_number_and_is_its_own_address(built):
    page = built.html("page/2/")
    assert texts(page, "main > p.quiet") == ["Pagina 2"]
    assert texts(page, "title") == ["Notizie — Pagina 2"]
    assert hrefs(page, "link[rel=canonical]") == ["https://news.example/page/2/"]
    assert page.css("link[hreflang]") == []
    assert hrefs(page, "nav.languages a") == ["/page/2/", "/en/", "/vi/"]


def test_each_language_has_lists_of_its_own(built):
    assert shown(built, "en/") == ["Title 4", "Title 3", "Title 2", "Title 1"]
    assert shown(built, "en/category/world/") == ["Title 4", "Title 3", "Title 2", "Title 1"]
    assert not built.has("en/page/1/")
    assert not built.has("en/category/technology/")
    assert not built.has("en/tag/cina/")


def test_a_language_without_digests_has_a_home_an_archive_and_tags_that_say_so(built):
    for place in ("vi/", "vi/archive/", "vi/tags/"):
        page = built.html(place)
        assert page.css_first("html").attributes["lang"] == "vi"
        assert page.css("main article, main li") == []
        assert len(page.css("main p")) == 1
    assert hrefs(built.html("vi/"), "nav.menu a") == ["/vi/archive/"]


def test_a_category_holds_its_digests(built):
    assert shown(built, "category/world/") == names(13, 11, 9, 7, 5)
    assert shown(built, "category/world/page/1/") == [*names(3, 1), "Vecchio"]
    assert shown(built, "category/technology/") == names(12, 10, 8)
    assert shown(built, "category/technology/page/1/") == names(6, 4, 2)
    assert texts(built.html("category/technology/"), "h1") == ["Tecnologia"]


def test_the_menu_names_the_categories_that_the_language_uses_and_marks_the_page_s_own(built):
    assert hrefs(built.html("category/world/"), "nav.menu a") == [
        "/category/world/",
        "/category/technology/",
        "/archive/",
    ]
    assert hrefs(built.html("category/world/"), "nav.menu a[aria-current=page]") == ["/category/world/"]
    assert hrefs(built.html("en/"), "nav.menu a") == ["/en/category/world/", "/en/archive/"]


def test_a_tag_holds_its_digests_and_all_tags_are_counted_by_name(built):
    assert shown(built, "tag/cina/") == names(12, 9, 6, 3)
    assert shown(built, "tag/solo-9/") == names(9)
    tags = built.html("tags/")
    assert texts(tags, "main li") == [
        "chip 9 articoli",
        "Cina 4 articoli",
        "solo 12 1 articolo",
        "solo 3 1 articolo",
        "solo 6 1 articolo",
        "solo 9 1 articolo",
    ]
    assert hrefs(tags, "main li a")[:2] == ["/tag/chip/", "/tag/cina/"]


def test_an_author_holds_their_digests_in_an_address_of_plain_letters(built):
    assert shown(built, "author/anna/") == names(12, 10, 8)
    assert shown(built, "author/dang-binh/page/1/") == names(5, 3, 1)
    assert texts(built.html("author/dang-binh/"), "h1") == ["Đặng Bình"]


def test_digests_of_one_minute_are_in_an_order_of_their_own_which_another_does_not_change(tmp_path):
    names = ("a", "b", "c", "d", "e")
    files = {f"it/2025/{name}.md": digest(name.upper(), id=f"{name}-id") for name in names}
    every = shown(make(publication(tmp_path / "every", files)), "")
    assert sorted(every) == ["A", "B", "C", "D", "E"]
    del files["it/2025/c.md"]
    assert shown(make(publication(tmp_path / "some", files)), "") == [name for name in every if name != "C"]


def test_digests_of_one_second_are_in_the_order_of_their_paths(tmp_path):
    files = {f"it/2025/{name}.md": digest(name.upper(), "2025-09-02 07:30:01") for name in ("b", "a", "c")}
    assert shown(make(publication(tmp_path, files)), "") == ["A", "B", "C"]


def test_two_offsets_are_one_order(tmp_path):
    files = {
        "it/2025/early.md": digest("Prima", "2025-09-02 09:00+07:00"),
        "it/2025/late.md": digest("Dopo", "2025-09-02 07:00+02:00"),
    }
    assert shown(make(publication(tmp_path, files)), "") == ["Dopo", "Prima"]


def test_a_publication_in_one_language_has_no_prefix_and_no_switcher(tmp_path):
    categories = {"world": {"vi": "Thế giới"}}
    settings = publication(
        tmp_path,
        {
            "vi/2025/a.md": digest("Một"),
            "2025/b.md": digest("Hai"),
            "vi/pages/about.md": "---\ntitle: Giới thiệu\n---\nChào.",
        },
        LANGUAGES={"vi": "Sự kiện"},
        DEFAULT_LANG="vi",
        CATEGORIES=categories,
    )
    built = make(settings)
    assert {path for path in built.pages if path.startswith("vi")} == set()
    assert shown(built, "") == ["Hai", "Một"]
    for path in built.pages:
        page = built.html(path)
        assert page.css_first("html").attributes["lang"] == "vi"
        assert page.css("nav.languages, link[hreflang]") == []
    assert built.has("about/")
