import pytest

from tests.site_builder import digest, make, publication, texts

LONG = "- " + " ".join(["parola"] * 1238) + "\n\n📌 Fine.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    files = {"it/2025/a.md": digest("A", body=LONG), "en/2025/a.md": digest("A", body=LONG)}
    files |= {"vi/2025/a.md": digest("A", body=LONG), "it/2025/b.md": digest("B", body="- Una\n")}
    return make(publication(tmp_path_factory.mktemp("reading"), files))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("2025/09/a/", "1.239 parole, 7 minuti"),
        ("en/2025/09/a/", "1,239 words, 5 minutes"),
        ("vi/2025/09/a/", "1.239 chữ, 4 phút"),
        ("2025/09/b/", "1 parola, 1 minuto"),
    ],
)
def test_a_digest_says_how_many_words_it_has_and_how_many_minutes_they_take_in_its_language(built, place, said):
    assert texts(built.html(place), ".byline p")[-1] == said
