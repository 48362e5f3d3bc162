"""Text that was read in the wrong encoding once is reported with what was meant; text that only looks like it is not."""

import pytest

from puntina.core.digest.encoding import SHOWN, misencoded

RETYPE = "retype the word, or paste it again from a correct source"


def printed(text: str) -> list[str]:
    return [str(problem).removeprefix("x.md:") for problem in misencoded(text, "x.md")]


def read_wrongly(text: str, encoding: str = "cp1252", times: int = 1) -> str:
    """Return UTF-8 as it looks in an editor that takes it for another encoding."""
    for _ in range(times):
        text = text.encode().decode(encoding)
    return text


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    ("before", "meant", "after"),
    [
        ("perch", "é", " no"), ("citt", "à", ", poi"), ("", "è", " vero"), ("l", "’", "Italia"), ("disse ", "“", "ciao"), ("a ", "–", " b"),
        ("Vi", "ệ", "t Nam"), ("", "đ", "i"), ("th", "ế", " giới"), ("m", "ư", "a"), ("m", "ơ", ""), ("5 ", "€", ""), ("", "📌", " Sintesi"),
        ("gr", "ö", "ßer"), ("Stra", "ß", "e"), ("", "•", " punto"), ("", "…", ""), ("20 ", "°", "C"), ("100", "\xa0", "km"), ("", "привет", ""),
        ("", "中国", ""), ("", "السلام", ""), ("", "™", ""), ("cœur ", "œ", ""),
    ],
)  # fmt: skip
def test_what_was_read_as_windows_1252_is_reported_where_it_begins(before, meant, after, times):
    try:
        typed = read_wrongly(meant, times=times)
    except UnicodeDecodeError:
        pytest.skip("has a byte that Windows-1252 does not")
    found = printed(f"uno\n{before}{typed}{after}")
    assert [line.partition(" ")[0] for line in found] == [f"2:{len(before) + 1}:"]


def test_the_message_says_what_was_meant():
    more = "if there is more of this, convert the text from its source again"
    assert printed("perchÃ©") == [
        f'1:6: TEXT-ENCODING warning: "Ã©" is "é" that was read in the wrong encoding — write é; {more}'
    ]
    assert printed("cittÃ e poi")[0].startswith('1:5: TEXT-ENCODING warning: "Ã" is "à" ')
    assert printed("citt√† e") == [
        f'1:5: TEXT-ENCODING warning: "√†" is text that was read in the wrong encoding — {RETYPE}'
    ]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp1251"])
def test_other_encodings(encoding):
    assert len(printed(f"l{read_wrongly('’', encoding)}Italia")) == 1


def test_a_lost_character_is_reported():
    assert printed("a\nla citt\ufffd\ufffd") == [
        f"2:8: TEXT-ENCODING warning: a character was lost here (U+FFFD) — {RETYPE}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "«È la città», disse. «Perché?» «Così…» — «è»— «é» «à…»", "THỊ XÃ “XÔ VIẾT” XÃ… MÃ LAI, “ĐỒNG CHÂU Â” TÂN “Â” CÂU ‘Â’ «Â»",
        "«cá»… “má” «está»… «cá» và «lá»…", "IRMÃ “NÃO” MAÇÃ – AMANHÃ…", "Der Buchstabe „Ä“ und ‚Ä‘, „Å“ (Ä…)", "Åse, Ærø, Øst, ÑANDÚ, España «Ñ»",
        "Việt Nam, Đà Nẵng, giá 5 €, 20 °C, 1º, 2ª", "a √2 + √π ≠ √(x)", "naïve «ï» façade ð þ", "été… l’été» « où » à…", "größer – „Öl“",
        "├── a\n└── b", "«Ô» ÔNG", "«в» вы", "€ 5 – £ 3 – § 4", "2 Â", "“â” ‘â’ â… «â»",
    ],
)  # fmt: skip
def test_ordinary_text_is_not_reported(text):
    assert printed(text) == []


def test_ten_lines_at_most_are_reported():
    assert len(printed("Ã©\n" * 100)) == SHOWN


def test_a_picture_that_a_word_processor_left_out_is_reported():
    hint = "delete it; add a picture as ![what it shows](path of its file)"
    assert printed("a\n\ufffc b") == [f"2:1: TEXT-ENCODING warning: a picture was lost here (U+FFFC) — {hint}"]
