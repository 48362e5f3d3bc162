import pytest

from puntina.core.digest import Block, BlockKind, Part, Phrase, Position, Side, Target, TextImage
from puntina.lite.text import TAGS, bytes_of, fitting, worded

AT = Position(1, 1)


def blocks(*kinds_and_pieces) -> tuple[Block, ...]:
    return tuple(Block(kind, tuple(Part(pieces, "", 1) for pieces in parts)) for kind, *parts in kinds_and_pieces)


def printed(found: tuple[Block, ...]) -> list[list[str]]:
    return [[str(part.html) for part in block.parts] for block in found]


def resolve(held: Target | Phrase) -> str:
    return f"/lite/{held}?a&b" if isinstance(held, Target) else "Note"


PICTURE = Target("../chip.png", AT, image=True)
LINK = Target("altro.md", AT)


@pytest.mark.parametrize(
    ("pieces", "html"),
    [
        (("solo testo",), "solo testo"),
        (("prima ", TextImage(PICTURE, "Un «chip» & altro"), " dopo"), "prima Un «chip» &amp; altro dopo"),
        ((TextImage(PICTURE, "Chip", "Titolo"),), "Chip"),
        ((TextImage(PICTURE, ""),), ""),
        (("<td", Side("right"), ">uno</td>"), "<td>uno</td>"),
        (
            ('<a href="', LINK, '">', TextImage(PICTURE, "Chip"), "</a>"),
            '<a href="/lite/altro.md?a&amp;b">Chip</a>',
        ),
        ((TextImage(PICTURE, "uno"), " ", TextImage(PICTURE, "due")), "uno due"),
        (('<section aria-label="', Phrase("Notes"), '">'), '<section aria-label="Note">'),
    ],
)
def test_a_picture_gives_way_to_its_words_and_links_and_phrases_are_filled_in(pieces, html):
    assert printed(worded(blocks((BlockKind.BODY, pieces)), resolve)) == [[html]]


TEXT = blocks(
    (BlockKind.POINTS, ("à" * 50,), ("due",), ("tre",)), (BlockKind.SUMMARY, ("sintesi",)), (BlockKind.BODY, ("resto",))
)
SIZES = {"points": 100 + 3 + 3 + 3 * TAGS, "summary": 7 + TAGS, "body": 5 + TAGS}


@pytest.mark.parametrize(
    ("room", "kept"),
    [
        (sum(SIZES.values()), [["à" * 50, "due", "tre"], ["sintesi"], ["resto"]]),
        (sum(SIZES.values()) - 1, [["sintesi"], ["à" * 50, "due", "tre"]]),
        (SIZES["summary"] + SIZES["points"] - 1, [["sintesi"], ["à" * 50, "due"]]),
        (SIZES["summary"], [["sintesi"]]),
        (SIZES["summary"] - 1, []),
    ],
)
def test_where_not_all_fits_the_summary_comes_first_and_then_what_has_room(room, kept):
    found, whole = fitting(TEXT, room)
    assert (printed(found), whole) == (kept, room == sum(SIZES.values()))


def test_bytes_are_those_of_escaped_text():
    assert bytes_of("a & b", "Đà") == len("a &amp; bĐà".encode())
