from tests.site_builder import digest, make, publication

FILES = {
    "it/2025/a.md": digest("A", author="Redazione", tags=["Cina"], category="technology", sources=[{"name": "Fonte"}]),
    "en/2025/a.md": digest("A", tags=["China"]),
}
ADDRESSES = {"MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/", "OUTLET_URL": "outlet/{slug}/", "OUTLETS_URL": "outlets/"}


def test_each_list_says_what_it_is_in_its_own_language(tmp_path):
    built = make(publication(tmp_path, FILES, **ADDRESSES))
    places = (
        *("", "archive/", "2025/", "2025/09/", "tags/", "outlets/"),
        *("category/technology/", "tag/cina/", "author/redazione/", "outlet/fonte/", "en/2025/09/", "en/tag/china/"),
    )
    found = [built.html(place).css_first("meta[name=description]").attributes["content"] for place in places]
    assert found == [
        "Fatti",
        "Notizie: tutti gli articoli, per anno e mese",
        "Notizie: tutti gli articoli, 2025",
        "Notizie: tutti gli articoli, settembre 2025",
        "Notizie: tutti gli argomenti degli articoli",
        "Notizie: tutte le fonti degli articoli",
        "Notizie: tutti gli articoli della sezione Tecnologia",
        "Notizie: tutti gli articoli sull’argomento Cina",
        "Notizie: tutti gli articoli di Redazione",
        "Notizie: tutti gli articoli basati su Fonte",
        "Notizie: all digests of September 2025",
        "Notizie: all digests about China",
    ]
