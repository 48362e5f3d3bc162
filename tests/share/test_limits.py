import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.share.limits import (
    BLUESKY,
    MASTODON,
    REDDIT,
    THREADS,
    Limit,
    X,
    clusters,
    in_clusters,
    in_threads_characters,
    in_utf16,
    in_x_weight,
)

URL = "https://news.example/vi/2025/09/chip/"
TEXT = st.text(alphabet="ab ,.đệ…🇻🇳👩‍🔬e\u0301漢#", max_size=700)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("việt", ["v", "i", "ệ", "t"]),
        ("e\u0323\u0302n", ["e\u0323\u0302", "n"]),
        ("🇻🇳🇮🇹", ["🇻🇳", "🇮🇹"]),
        ("👩🏽‍🔬!", ["👩🏽‍🔬", "!"]),
        ("❤️1️⃣", ["❤️", "1️⃣"]),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴󠁧󠁢󠁥󠁮󠁧󠁿"]),
        ("a\u200db", ["a\u200d", "b"]),
        ("", []),
    ],
)
def test_a_cluster_is_what_a_reader_takes_for_one_character(text, pieces):
    assert clusters(text) == pieces


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Nvidia", 6),
        ("Việt Nam", 9),
        ("“chip” …", 9),
        ("半導體", 6),
        ("👾", 2),
        ("vnexpress.net", 23),
    ],
)
def test_x_counts_by_weight(text, weight):
    assert in_x_weight(text) == weight


def test_threads_counts_an_emoji_by_its_bytes():
    assert in_threads_characters("Việt 🇻🇳") == 4 + 1 + 8


def test_reddit_counts_an_emoji_as_a_form_does():
    assert in_utf16("é🇻🇳") == 1 + 4


def test_a_title_that_fits_is_left_alone():
    assert BLUESKY.fit("a" * (300 - len(URL) - 1), URL) == "a" * (300 - len(URL) - 1)


@pytest.mark.parametrize(
    ("title", "fitting"),
    [
        ("alpha beta gamma", "alpha beta gamma"),
        ("alpha beta gammas", "alpha beta…"),
        ("alpha beta, gammas", "alpha beta…"),
        ("alpha beta — gammas", "alpha beta…"),
        ("alpha betagamma delta", "alpha betagamma…"),
        ("alphabetagammadelta", "alphabetagammad…"),
        ("🇻🇳" * 17, "🇻🇳" * 15 + "…"),
    ],
)
def test_a_long_title_is_cut_at_a_word(title, fitting):
    assert Limit(16, lambda text: len(clusters(text)), widest=1, link=0).fit(title, URL) == fitting


def test_a_title_gives_way_where_the_link_takes_all_the_room():
    assert BLUESKY.fit("Chip", "https://news.example/" + "a" * 300) == ""


@pytest.mark.parametrize("limit", [X, BLUESKY, MASTODON, THREADS, REDDIT])
@given(title=TEXT)
def test_what_is_left_of_any_title_fits(limit, title):
    fitting = limit.fit(title, URL)
    link = limit.count(f" {URL}") if limit.link is None else limit.link
    assert limit.count(fitting) + link <= limit.most
    assert fitting == title or title.startswith(fitting.removesuffix("…"))


@pytest.mark.parametrize("limit", [X, BLUESKY, MASTODON, THREADS, REDDIT])
@given(text=st.text(st.sampled_from("ab. é\u200d👩中\u0301\u2038🇮"), max_size=60))
def test_no_code_point_counts_for_more_than_a_limit_says(limit, text):
    assert limit.count(text) <= limit.widest * len(text)


@given(text=st.text(st.characters(codec="ascii"), max_size=60))
def test_ascii_counts_as_any_text_does(text):
    assert in_clusters(text) == len(clusters(text))
    assert in_utf16(text) == len(text.encode("utf-16-le")) // 2
    assert in_threads_characters(text) == sum(len(char.encode()) for char in text)
