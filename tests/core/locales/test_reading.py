import pytest

from puntina.core.locales import minutes
from puntina.core.locales.reading import MEAN, rate


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        (0, "en", 1),
        (228, "en", 1),
        (311, "en", 1),
        (341, "en", 1),
        (342, "en", 2),
        (1128, "it", 6),
        (630, "vi", 2),
        (510, "zh", 2),
    ],
)
def test_words_take_the_minutes_of_their_language_to_the_nearest_and_one_at_least(words, lang, expected):
    assert minutes(words, lang) == expected


def test_a_region_reads_like_its_language_and_a_language_without_a_figure_like_the_mean():
    assert (rate("pt-BR"), rate("zh-Hant"), rate("ka")) == (rate("pt"), rate("zh"), MEAN)
