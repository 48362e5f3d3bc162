"""The rules for what feeds say of pictures, of themselves in other forms, and of hubs."""

from collections.abc import Iterator

from lxml import etree

from tests.feeds.rule_values import ATOM, MEDIA, MEDIA_TYPE, Document, is_address, is_language, path, repeated, text_of

A = f"{{{ATOM}}}"
CONTENT = f"{{{MEDIA}}}content"


def links(document: Document) -> Iterator[str]:
    """RSS: a channel's Atom links are its own, those of the same feed in other forms, and a hub's."""
    found = document.root.findall(f"channel/{A}link")
    others = [link for link in found if link.get("rel") != "self"]
    for link in others:
        if link.get("rel") not in {"related", "hub"}:
            yield f"{path(link)} has no known rel: {link.get('rel')}"
        if link.get("rel") == "related" and not MEDIA_TYPE.fullmatch(link.get("type", "")):
            yield f"{path(link)} has no media type: {link.get('type')}"
        if not is_language(link.get("hreflang", "en")):
            yield f"{path(link)} has no known hreflang: {link.get('hreflang')}"
    kinds = [f"{link.get('type')} in {link.get('hreflang')}" for link in others if link.get("rel") == "related"]
    for kind in repeated(kinds):
        yield f"channel has two of {kind}"


def hubs(document: Document) -> Iterator[str]:
    """WebSub, 4: a hub is found by its address, which is https here."""
    for link in document.root.iter(f"{A}link"):
        if link.get("rel") == "hub" and not link.get("href", "").startswith("https://"):
            yield f"{path(link)} is no https address: {link.get('href')}"


def image(document: Document) -> Iterator[str]:
    """RSS: an image has the channel's title and link, and is no larger than 144 by 400."""
    channel = document.root.find("channel")
    for found in document.root.findall("channel/image"):
        for name in ("title", "link"):
            if text_of(found, name) != text_of(channel, name):
                yield f"image {name} should be that of the channel, not {text_of(found, name)}"
        if not is_address(text_of(found, "url")):
            yield f"image url is no absolute address: {text_of(found, 'url')}"
        for name, most in (("width", 144), ("height", 400)):
            if int(text_of(found, name) or "1") > most:
                yield f"image {name} is more than {most}"


def pictures(document: Document) -> Iterator[str]:
    """RFC 4287, 4.2.5 and 4.2.8: icon and logo are addresses."""
    for element in document.root.iter(f"{A}icon", f"{A}logo"):
        if not is_address((element.text or "").strip()):
            yield f"{path(element)} is no absolute address: {element.text}"


def enclosures(document: Document) -> Iterator[str]:
    """Profile and RFC 4287, 4.2.7: an enclosure has address, length and type; Media RSS says the same of it."""
    for parent in document.root.iter("item", f"{A}entry"):
        found = [(each, "url") for each in parent.findall("enclosure")]
        found += [(each, "href") for each in parent.findall(f"{A}link") if each.get("rel") == "enclosure"]
        said = [_described(each, name, "length") for each, name in found]
        for (each, _), (address, length, kind) in zip(found, said, strict=True):
            if not is_address(address):
                yield f"{path(each)} is no absolute address: {address}"
            if not (length.isdecimal() and int(length) > 0):
                yield f"{path(each)} has no length: {length}"
            if not MEDIA_TYPE.fullmatch(kind):
                yield f"{path(each)} has no media type: {kind}"
        media = [_described(each, "url", "fileSize") for each in parent.findall(CONTENT)]
        if media != said:
            yield f"{path(parent)} has the enclosures {said} and the media {media}"


def _described(element: etree._Element, address: str, length: str) -> tuple[str, str, str]:
    return element.get(address, ""), element.get(length, ""), element.get("type", "")


RSS_MEDIA_RULES = (("links", links), ("hubs", hubs), ("image", image), ("enclosures", enclosures))
ATOM_MEDIA_RULES = (("hubs", hubs), ("pictures", pictures), ("enclosures", enclosures))
