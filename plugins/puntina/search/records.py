"""What is told to Pagefind of a digest or a page: its address, its words, and what a result shows."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from puntina.core.digest import Digest
from puntina.core.locales import longdate

# Pagefind finds "da nang" where "Đà Nẵng" stands only as far as Unicode takes letters apart, and đ is whole in it. So
# both sides say d: what is indexed, here, and what is looked for, in the theme's search.js. No reader sees it. And a
# word with an apostrophe is one to it: "economia" finds "l’economia" only as two.
_FOLDED = str.maketrans("đĐ'’ʼ", "dD   ")


@dataclass(frozen=True, slots=True)
class Text:
    """A digest or page to be found; `url` from the host's root, `category` by name, "" for a page."""

    digest: Digest
    url: str
    category: str

    @property
    def mark(self) -> tuple[object, ...]:
        """What stands for all that is told of it."""
        return (self.digest.fingerprint, self.digest.path, self.url, self.category)


@dataclass(frozen=True, slots=True)
class Record:
    """What Pagefind is told of a text, and the content file that it comes from."""

    path: str
    url: str
    lang: str
    content: str
    meta: tuple[tuple[str, str], ...]
    category: str

    @property
    def message(self) -> Mapping[str, object]:
        """The record as Pagefind's service takes it (https://pagefind.app/docs/py-api/, add_custom_record)."""
        filters = {"category": [self.category]} if self.category else {}
        values = {"url": self.url, "content": self.content, "language": self.lang, "meta": dict(self.meta)}
        return {**values, "filters": filters, "sort": {}}


def record(text: Text) -> Record:
    """What is told of the text."""
    digest, meta = text.digest, text.digest.meta
    words = "\n".join([part.text for block in digest.blocks for part in block.parts])
    return Record(digest.path, text.url, meta.lang, folded(words), tuple(_shown(digest).items()), text.category)


def _shown(digest: Digest) -> dict[str, str]:
    """What a result shows; Pagefind finds the words of these too, those of a title first."""
    meta = digest.meta
    shown = {"title": meta.title, "excerpt": digest.teaser}
    if meta.date:
        shown |= {"date": meta.date.date().isoformat(), "day": longdate(meta.date, meta.lang)}
    if (title := folded(meta.title)) != meta.title:
        shown["folded"] = title
    return shown


def folded(text: str) -> str:
    """The text as it is indexed: composed, with d for đ, and without apostrophes."""
    return unicodedata.normalize("NFC", text).translate(_FOLDED)
