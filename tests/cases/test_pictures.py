"""Pictures as phones, cameras and scanners save them."""

import io
from pathlib import Path

import pytest
from PIL import Image

from puntina.commands.check.command import load_site
from puntina.core.checks.reading import read_content
from tests.pictures import opened, picture
from tests.site_builder import ALL_PLUGINS, digest, make, publication

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
GPS = 0x8825  # Exif's directory of the place
WITHOUT_ENGINE = [name for name in ALL_PLUGINS if name != "puntina.core.engine"]


def files(case: str) -> dict[str, bytes]:
    """Return the content of a case by path."""
    folder = CASES / case / "content"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def close(found, wanted, by=3) -> bool:
    """Return whether two colours differ by no more than lossy compression does."""
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


def test_a_photo_in_wide_colours_has_the_colours_that_browsers_show(tmp_path):
    built = make(publication(tmp_path, files("06-colour-profile")))
    image = opened(built.bytes("media/p3.jpg-800.webp"))
    assert close(image.convert("RGB").getpixel((5, 5)), (215, 93, 31)), image.getpixel((5, 5))


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path):
    built = make(publication(tmp_path, files("07-grey16")))
    for name in ("media/grey16.png-480.webp", "media/grey16.png-1200.jpg"):
        image = opened(built.bytes(name)).convert("L")
        found = [image.getpixel((int(image.width * part), 5)) for part in (0.01, 0.25, 0.5, 0.75, 0.99)]
        assert close(found, (3, 64, 128, 191, 252), by=4), (name, found)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_picture_becomes_one_that_screens_show(tmp_path, mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.linear_gradient("L").convert({"I;16": "I"}.get(mode, mode))
    if mode == "I;16":
        image = image.point(lambda value: value * 257).convert("I;16")
    out = io.BytesIO()
    image.save(out, form)
    text = digest(id="a1", image={"file": "../../media/a.png", "alt": "a"})
    built = make(publication(tmp_path, {"it/2025/a.md": text, "media/a.png": out.getvalue()}))
    shown = opened(built.bytes("media/a.png-256.webp")).convert("L")
    top, middle, bottom = (shown.getpixel((128, y)) for y in (4, 128, 251))
    assert top < middle < bottom or mode == "1"


def test_a_file_that_browsers_do_not_show_is_a_warning_where_it_is_named(tmp_path):
    settings = publication(tmp_path, files("14-not-a-picture"))
    content = read_content(load_site(settings))
    instead = "write [altro digest](altro.md), without the exclamation mark"
    save = "save it as JPEG, PNG, WebP, AVIF or SVG"
    assert [str(problem) for problem in content.problems if problem.path.endswith("figure.md")] == [
        f"content/it/2025/figure.md:6:24: BODY-IMAGE warning: media/foto.heic has a format that browsers don't show — {save}",
        f"content/it/2025/figure.md:7:16: BODY-IMAGE warning: media/scan.tiff has a format that browsers don't show — {save}",
        f"content/it/2025/figure.md:8:16: BODY-IMAGE warning: media/doc.pdf has a format that browsers don't show — {save}",
        f"content/it/2025/figure.md:9:14: BODY-IMAGE warning: media/video.mp4 has a format that browsers don't show — {save}",
        f"content/it/2025/figure.md:10:19: BODY-IMAGE warning: it/2025/altro.md is a page, not a picture — {instead}",
    ]


@pytest.mark.parametrize("plugins", [ALL_PLUGINS, WITHOUT_ENGINE], ids=["with the engine", "without"])
def test_the_place_where_a_photo_was_taken_is_not_published(tmp_path, plugins):
    case = files("15-gps")
    assert Image.open(io.BytesIO(case["media/gps.jpg"])).getexif().get_ifd(GPS)
    built = make(publication(tmp_path, case, PLUGINS=plugins))
    for path in ("media/gps.jpg", "media/gps.jpg-480.webp", "media/gps.jpg-1200.jpg"):
        if (built.folder / path).is_file():
            assert not opened(built.bytes(path)).getexif().get_ifd(GPS), path
    copy = built.bytes("media/gps.jpg")
    assert opened(copy).tobytes() == opened(case["media/gps.jpg"]).tobytes()
    (enclosure,) = built.xml("feed.xml").findall("channel/item/enclosure")
    assert enclosure.get("length") == str(len(copy))


def test_the_type_in_feeds_is_that_of_the_file_whatever_it_is_called(tmp_path):
    built = make(publication(tmp_path / "a", files("29-jfif-feed")))
    (enclosure,) = built.xml("feed.xml").findall("channel/item/enclosure")
    assert enclosure.get("type") == "image/jpeg"
    text = digest(id="a1", image={"file": "../../media/a.png", "alt": "a"})
    built = make(publication(tmp_path / "b", {"it/2025/a.md": text, "media/a.png": picture("JPEG", 60, 40)}))
    (enclosure,) = built.xml("feed.xml").findall("channel/item/enclosure")
    assert enclosure.get("type") == "image/jpeg"
