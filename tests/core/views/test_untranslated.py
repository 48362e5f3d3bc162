"""A digest says to readers of the languages that it is not in that it is not, and where else it can be read."""

from tests.site_builder import digest, hrefs, make, publication, texts

FILES = {
    "it/2025/a.md": digest("A", id="ai"),
    "en/2025/a.md": digest("A", id="ae"),
    "vi/2025/a.md": digest("A", id="av"),
    "it/2025/b.md": digest("B", id="bi"),
    "it/2025/c.md": digest("C", id="ci"),
    "en/2025/c.md": digest("C", id="ce"),
    "it/2025/h.md": digest("H", id="hi", status="hidden"),
}


def notes(built, place):
    """Return language, words and links of each note on a page."""
    found = built.html(place).css(".untranslated")
    return [(note.attributes["lang"], " ".join(note.text().split()), hrefs(note, "a")) for note in found]


def test_each_language_that_is_missing_is_spoken_to_in_its_own_words(tmp_path):
    built = make(publication(tmp_path, FILES))
    assert notes(built, "2025/09/b/") == [
        ("en", "This digest is not in English.", []),
        ("vi", "Bài này chưa có bản tiếng Việt.", []),
    ]
    assert notes(built, "en/2025/09/c/") == [
        ("vi", "Bài này chưa có bản tiếng Việt. Hãy đọc bằng: Italiano", ["/2025/09/c/"])
    ]


def test_a_digest_in_every_language_and_one_in_no_list_say_nothing(tmp_path):
    built = make(publication(tmp_path, FILES))
    assert [notes(built, place) for place in ("2025/09/a/", "vi/2025/09/a/", "2025/09/h/")] == [[], [], []]
    assert texts(built.html("2025/09/a/"), ".translations") == ["Leggi in: English, Tiếng Việt"]


def test_a_publication_in_one_language_has_none(tmp_path):
    one = {
        "LANGUAGES": {"it": "Fatti"},
        "CATEGORIES": {"world": {"it": "Mondo"}, "technology": {"it": "Tecnologia"}},
    }
    assert notes(make(publication(tmp_path, {"it/2025/b.md": FILES["it/2025/b.md"]}, **one)), "2025/09/b/") == []
