import pytest

from puntina.core.digest.word_count import count_words


@pytest.mark.parametrize(
    ("lang", "texts", "expected"),
    [
        ("it", ["Due parole", "e\u00a0altre tre"], 5),
        ("vi", ["Đà Nẵng đón khách"], 4),
        ("zh", ["中国购买中国芯片。", "二〇二五年"], 13),
        ("ja-JP", ["チップを 買う"], 6),
        ("en", [], 0),
    ],
)
def test_words_are_counted_as_the_language_counts_them(lang, texts, expected):
    assert count_words(texts, lang) == expected
