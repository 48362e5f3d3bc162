"""Validates FEED_ICON and FEED_LOGO: the file must exist, be copied and have the right shape."""

import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.core.digest.message import Message, message
from puntina.core.routes.address import quoted
from puntina.core.settings.feeds import Picture

Values = Mapping[str, Any]
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
WIDEST, HIGHEST = 144, 400  # https://www.rssboard.org/rss-specification, of <image>


def _icon(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _picture("FEED_ICON", values, folder)
    found = picture(folder / values["PATH"], values["FEED_ICON"])
    if found and found.width != found.height:
        # RFC 4287, section 4.2.5; JSON Feed 1.1, icon.
        yield (
            "FEED_ICON",
            message("FEED_ICON is {width} × {height} pixels, not square", width=found.width, height=found.height),
            message("make it square"),
        )


def _logo(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _picture("FEED_LOGO", values, folder)
    found = picture(folder / values["PATH"], values["FEED_LOGO"])
    if found and (found.width > WIDEST or found.height > HIGHEST):
        text = message(
            "FEED_LOGO is {width} × {height} pixels, more than {widest} × {highest}",
            width=found.width,
            height=found.height,
            widest=WIDEST,
            highest=HIGHEST,
        )
        yield "FEED_LOGO", text, message("make it smaller")
    elif found and found.width != 2 * found.height:
        # RFC 4287, section 4.2.8.
        text = message(
            "FEED_LOGO is {width} × {height} pixels, not twice as wide as high", width=found.width, height=found.height
        )
        yield "FEED_LOGO", text, message("make it {widest} × {value}", widest=WIDEST, value=WIDEST // 2)


def _picture(name: str, values: Values, folder: Path) -> Iterator[Fault]:
    path = values[name]
    if not path:
        return
    if not picture(folder / values["PATH"], path):
        yield (
            name,
            message('{name} is "{path}", where there is no PNG file', name=name, path=path),
            message("put one there, below {value}", value=values["PATH"]),
        )
    elif path.partition("/")[0] not in values["STATIC_PATHS"]:
        yield (
            name,
            message('{name} is "{path}", which is not copied', name=name, path=path),
            message("put it into a folder of STATIC_PATHS"),
        )


def picture(content: Path, path: str) -> Picture | None:
    """The PNG at a path below the content with its size, which its header says, or None."""
    try:
        with (content / path).open("rb") as file:
            head = file.read(24)
    except OSError:
        return None
    # https://www.w3.org/TR/png-3/#5PNG-file-signature: the signature, then the chunk IHDR with width and height.
    if not path or len(head) < 24 or head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        return None
    return Picture(quoted(path), *struct.unpack(">II", head[16:24]))


PICTURES_TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Values, Path], Iterator[Fault]]], ...] = (
    (("FEED_ICON", "PATH", "STATIC_PATHS"), _icon),
    (("FEED_LOGO", "PATH", "STATIC_PATHS"), _logo),
)
