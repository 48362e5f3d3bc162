"""Pictures that digests show: those that can't be shown, each with its place in the digest's file."""

import struct
from functools import partial

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.core.content.image_info import ImageInfo
from tests.core.checks.contents import HEADER, content, lines, text, write
from tests.pictures import picture
from tests.site_builder import ALL_PLUGINS, THEME

PNG = picture("PNG", 30, 20)
HUGE = PNG[:16] + struct.pack(">II", 9000, 5000) + PNG[24:]
FILES = {
    "media/a.png": PNG,
    "media/cut.png": PNG[:-20],
    "media/none.jpg": b"none",
    "media/huge.png": HUGE,
    "media/a.svg": b"<svg/>",
    "it/2025/other.md": text(header="title: O\ndate: 2025-09-01", id="o"),
}
A = "it/2025/a.md"


def with_image(*keys: str) -> dict[str, str | bytes]:
    return FILES | {A: text(header="\n".join((HEADER, "image:", *(f"  {key}" for key in keys))), id="a")}


def with_body(body: str) -> dict[str, str | bytes]:
    return FILES | {A: text(f"- a\n\n📌 b\n\n{body}\n", id="a")}


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["file: ../../media/a.png", "alt: Un chip"], []),
        (["file: /media/a.png", "alt: Un chip", "credit: Nome"], []),
        (["file: '{static}/media/a.png'", "alt: Un chip"], []),
        (["file: /media/a.png"], ["6:3: FM-REQUIRED the image has no alt — add alt: (what it shows, in words)"]),
        (["file: /media/a.png", "alt: ''"], ["7:3: FM-REQUIRED the image has no alt — write alt: (what it shows, in words)"]),
        (["file: /media/a.png", "alt: [a]"], ['7:8: FM-TYPE "alt" is a list — write one text, in quotes']),
        (["file: /media/", "alt: a"], ['6:9: LINK-FILE "/media/" is a folder — name a file in it']),
        (["file: ../../../a.png", "alt: a"], ['6:9: LINK-FILE "../../../a.png" is outside the content folder — copy the file into the content folder']),
        ([r"file: ..\..\media\a.png", "alt: a"], [r'6:9: LINK-FILE no file "..\..\media\a.png" — write / instead of' + " \\"]),
        *(([f"file: {href}", "alt: a"], ["6:9: FM-IMAGE a picture on another host, which readers' browsers would not load — copy the file into the content"]) for href in ("https://x.example/a.png", "//x.example/a.png")),
        (["alt: Un chip"], ["6:3: FM-REQUIRED the image has no file — add file: (its path from this file)"]),
        (["file: /media/a.png", "alt: a", "text: b"], ['8:3: FM-UNKNOWN unknown key "text" in "image" — delete it: "alt" is already set']),
        (["file: /media/b.png", "alt: a"], ['6:9: LINK-FILE no file "/media/b.png" — write the path of a content file, relative to this one']),
        (["file: other.md", "alt: a"], ["6:9: FM-IMAGE it/2025/other.md is not a picture — name a picture file"]),
        (["alt: a", "file: /media/cut.png"], ["7:9: FM-IMAGE media/cut.png is truncated — copy the file here again"]),
        (["file: /media/none.jpg", "alt: a"], ["6:9: FM-IMAGE media/none.jpg is not a JPEG, PNG, GIF or WebP picture — save it as JPEG, PNG, GIF or WebP"]),
        (["file: /media/a.svg", "alt: a"], ["6:9: FM-IMAGE media/a.svg is not a JPEG, PNG, GIF or WebP picture — save it as JPEG, PNG, GIF or WebP"]),
        (["file: /media/huge.png", "alt: a"], ["6:9: FM-IMAGE media/huge.png has 45.0 megapixels, over 40 — save it smaller: a width of 2,000 pixels is enough"]),
    ],
)  # fmt: skip
def test_the_digest_s_own_picture_must_be_one_with_words(tmp_path, keys, found):
    assert lines(tmp_path, with_image(*keys)) == [f"content/{A}:{line}" for line in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("image: /media/a.png", ["5:8: FM-REQUIRED the image has no alt — write below image: file: /media/a.png and alt: (what it shows, in words)"]),
        ("image: [a.png]", ['5:8: FM-TYPE "image" is not a group of keys — write file, alt, credit, each on its own line below image:']),
        ("image:", []),
    ],
)  # fmt: skip
def test_a_picture_that_is_no_group_of_keys_is_a_problem(tmp_path, line, found):
    files = FILES | {A: text(header=f"{HEADER}\n{line}", id="a")}
    assert lines(tmp_path, files) == [f"content/{A}:{each}" for each in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("![a](/media/a.png) ![b](/media/a.svg)", []),
        ("![](/media/a.png)", ["10:5: BODY-ALT warning: the image has no alternative text — write what it shows between the brackets: ![…]"]),
        ("a ![a](/media/cut.png)", ["10:8: BODY-IMAGE warning: media/cut.png is truncated — copy the file here again"]),
        ("![a](/media/none.jpg)", ["10:6: BODY-IMAGE warning: media/none.jpg has a format that browsers don't show — save it as JPEG, PNG, WebP, AVIF or SVG"]),
        ("![a](/media/huge.png)", ["10:6: BODY-IMAGE warning: media/huge.png has 45.0 megapixels, over 40 — save it smaller: a width of 2,000 pixels is enough"]),
    ],
)  # fmt: skip
def test_a_picture_in_a_text_that_can_not_be_shown_is_a_warning(tmp_path, body, found):
    assert lines(tmp_path, with_body(body)) == [f"content/{A}:{line}" for line in found]


def test_the_content_knows_every_picture_that_is_shown_and_no_other(tmp_path):
    files = with_body("![a](/media/a.png)") | {"media/b.png": PNG}
    assert content(tmp_path, files).pictures == {"media/a.png": ImageInfo("png", 30, 20)}


def test_a_picture_that_only_decoding_finds_broken_is_told_by_check_as_by_a_build(tmp_path, capsys):
    header = "title: T\ndate: 2025-09-01\nimage:\n  file: /media/broken.png\n  alt: Un chip"
    site = write(tmp_path, {A: text(header=header, id="a"), "media/broken.png": PNG[:60] + bytes(40) + PNG[100:]})
    said = []
    for command in (check, partial(build, next_step="", overrides={"PLUGINS": ALL_PLUGINS, "THEME": str(THEME)})):
        assert command(site.folder / "pelicanconf.py") == 1
        said.append([line for line in capsys.readouterr().err.splitlines() if not line.startswith("not built")])
    assert said[0] == said[1]
    assert said[0] == [
        f"content/{A}:6:9: FM-IMAGE media/broken.png can't be decoded — copy the file here again",
        "      file: /media/broken.png",
        "            ^",
        "1 error",
    ]
