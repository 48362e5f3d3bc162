"""The whole content, read: every digest and page, every file beside them, every problem."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from puntina.core.content.image_info import ImageInfo
from puntina.core.digest import Digest, Problem
from puntina.core.routes.address import Address


@dataclass(frozen=True, slots=True)
class Content:
    """The content folder as read: digests and pages, their URLs, and the pictures they use, all by path."""

    digests: dict[str, Digest]
    addresses: Mapping[str, Address]
    files: frozenset[str]
    problems: tuple[Problem, ...]
    pictures: dict[str, ImageInfo] = field(default_factory=dict)
    read: int = 0  # how many files there are to read, those with errors too
