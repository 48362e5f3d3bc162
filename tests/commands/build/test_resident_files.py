import shutil
import struct
import zlib
from pathlib import Path

import pytest

from tests.commands.build.residents import CHANGED, A, Site
from tests.site_builder import THEME, digest


def png(width: int, height: int) -> bytes:
    """Return a white picture."""
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0),
        b"IDAT": zlib.compress((b"\0" + b"\xff" * width) * height),
        b"IEND": b"",
    }
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_media(folder: Path, files: dict[str, bytes], **settings: object) -> Site:
    """Write a publication with these files in its folder of media."""
    (folder / "content" / "media").mkdir(parents=True)
    for name, data in files.items():
        (folder / "content" / "media" / name).write_bytes(data)
    return Site(folder, {A: digest("Primo")}, **settings)


def test_a_logo_of_another_size_is_in_the_feeds_and_one_that_is_none_is_told(tmp_path):
    site = with_media(tmp_path, {"logo.png": png(144, 72)}, FEED_LOGO="media/./logo.png")
    site.build()
    site.resident.rest()
    (site.content / "media/logo.png").write_bytes(png(100, 50))
    _, written, _ = site.build("media/logo.png")
    assert {"media/logo.png", "feed.xml"} <= written
    assert site.tree() == site.clean()
    (site.content / "media/logo.png").write_bytes(b"no picture")
    assert [problem.code for problem in site.build("media/logo.png")[0].problems] == ["SITE-SETTING"]


def test_a_file_that_is_only_copied_is_the_only_one_that_is_made(tmp_path):
    site = with_media(tmp_path, {"a.txt": b"a", "b.txt": b"b"})
    site.build()
    site.resident.rest()
    (site.content / "media/a.txt").write_bytes(b"another")
    built, written, _ = site.build("media/a.txt")
    assert (set(built.written), written) == ({"media/a.txt"}, {"media/a.txt"})
    assert ", 1 made, " in built.lines[-1]


@pytest.mark.parametrize("hard", [False, True])
def test_what_is_a_link_to_a_changed_file_changes_too(tmp_path, hard):
    site = with_media(tmp_path, {"a.txt": b"a"})
    link, text = site.content / "media/b.txt", site.content / "it/2025/c.md"
    if hard:
        link.hardlink_to(site.content / "media/a.txt")
        text.hardlink_to(site.content / A)
    else:
        link.symlink_to("a.txt")
        text.symlink_to("a.md")
    site.build()
    site.resident.rest()
    (site.content / "media/a.txt").write_bytes(b"another")
    _, written, _ = site.build("media/a.txt")
    assert written == {"media/a.txt", "media/b.txt"}
    (site.content / A).write_text(CHANGED)
    site.build(A)
    assert "Altro punto" in (site.output / "2025/09/c/index.html").read_text("utf-8")
    assert site.tree() == site.clean()


def test_a_link_of_the_theme_to_a_changed_file_changes_too(tmp_path):
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    (theme / "static/other.css").symlink_to("daily.css")
    site = Site(tmp_path, {A: digest("Primo")}, THEME=str(theme))
    site.build()
    site.resident.rest()
    (theme / "static/daily.css").write_text("body {}")
    _, written, _ = site.build("../theme/static/daily.css")
    assert written == {"theme/daily.css", "theme/other.css"}
