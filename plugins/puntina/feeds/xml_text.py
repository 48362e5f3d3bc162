"""Characters in feeds: which ones XML can carry, and how plain text is spelled in RSS."""

import re

from lxml import etree

# All that is no Char of XML 1.0 (section 2.2), and those of the basic plane which that section discourages.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# The RSS Advisory Board's best practices profile: these references are understood by most readers, be it that
# they take a title for text or for HTML. https://www.rssboard.org/rss-profile#data-types-characterdata
_REFERENCES = {"&": "#x26", "<": "#x3C", ">": "#x3E"}
_SPELLED = re.compile("([&<>])")


def fit(text: str) -> str:
    """The text without the characters that XML can't carry, at which feedgen raises, or advises against."""
    # What is printable is fit, and most texts are; looking for that takes a tenth of the time.
    return text if text.isprintable() else _UNFIT.sub("", text)


def spell(element: etree._Element) -> None:
    """Write the element's text with hexadecimal references for `&`, `<` and `>`; in XML it stays the same."""
    if not _SPELLED.search(element.text or ""):
        return
    first, *rest = _SPELLED.split(element.text or "")
    element.text = first
    for mark, tail in zip(rest[::2], rest[1::2], strict=True):
        reference = etree.Entity(_REFERENCES[mark])
        reference.tail = tail
        element.append(reference)
