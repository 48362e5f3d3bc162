"""The rules for Atom 1.0, each a function from a document to what is wrong with it."""

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from tests.feeds.rule_values import (
    ATOM,
    END_TAG,
    MEDIA,
    MEDIA_TYPE,
    Document,
    html_faults,
    is_address,
    is_identity,
    is_language,
    path,
    repeated,
    rfc3339,
    text_of,
)

A = f"{{{ATOM}}}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ONCE = "id title updated generator icon logo rights subtitle published summary content source"
ONCE = frozenset(A + name for name in _ONCE.split())
MANY = frozenset(A + name for name in ("author", "contributor", "category", "link"))
FEED = ONCE - {A + "published", A + "summary", A + "content", A + "source"} | MANY | {A + "entry"}
ENTRY = ONCE - {A + "generator", A + "icon", A + "logo", A + "subtitle"} | MANY | {f"{{{MEDIA}}}content"}
RELATIONS = frozenset(["alternate", "enclosure", "related", "self", "via", "hub", "license"])


def _entries(document: Document) -> list[etree._Element]:
    return document.root.findall(A + "entry")


def _both(document: Document) -> Iterator[etree._Element]:
    yield from (document.root, *_entries(document))


def root(document: Document) -> Iterator[str]:
    """The feed says its language, or each entry does; by a known code."""
    said = [entry.get(XML_LANG) for entry in _entries(document)]
    for parent in _both(document):
        needed = parent is document.root and not (said and all(said))
        if not is_language(parent.get(XML_LANG, "" if needed else "en")):
            yield f"{path(parent)} has no known xml:lang: {parent.get(XML_LANG)}"


def elements(document: Document) -> Iterator[str]:
    """RFC 4287, 4.1: elements stand where it says; those that may not be repeated come once."""
    for parent in _both(document):
        known = FEED if parent is document.root else ENTRY
        tags = [child.tag for child in parent.iterchildren(etree.Element)]
        for tag in dict.fromkeys(tags):
            if tag not in known:
                yield f"{path(parent)} has an unknown element {tag}"
        for tag in repeated(tags):
            if tag in ONCE:
                yield f"{path(parent)} has {etree.QName(tag).localname} more than once"


def required(document: Document) -> Iterator[str]:
    """RFC 4287, 4.1: feeds and entries have id, title and updated; entries here content and published too."""
    for parent in _both(document):
        for name in (
            "id",
            "title",
            "updated",
            *(("content", "published") if parent is not document.root else ()),
        ):
            if not text_of(parent, A + name):
                yield f"{path(parent)} has no {name}"


def identities(document: Document) -> Iterator[str]:
    """RFC 4287, 4.2.6: ids are absolute and normalised, and no two entries have one."""
    for parent in _both(document):
        for identity in parent.findall(A + "id"):
            if not is_identity(identity.text or ""):
                yield f"{path(identity)} is no absolute, normalised address or tag: {identity.text}"
    for text in repeated(text_of(entry, A + "id") for entry in _entries(document)):
        if text:
            yield f"two entries have one: {text}"


def self_link(document: Document) -> Iterator[str]:
    """RFC 4287, 4.1.1: the feed names its own address; once."""
    links = [link for link in document.root.findall(A + "link") if link.get("rel") == "self"]
    found = [(link.get("href"), link.get("type")) for link in links]
    if found != [(document.address, "application/atom+xml")]:
        yield f"should be {document.address}, application/atom+xml, not {found}"


def links(document: Document) -> Iterator[str]:
    """RFC 4287, 4.2.7: links are absolute and say what they lead to."""
    for link in document.root.iter(A + "link"):
        if not is_address(link.get("href", "")):
            yield f"{path(link)} is no absolute address: {link.get('href')}"
        if link.get("rel") not in RELATIONS:
            yield f"{path(link)} has no known rel: {link.get('rel')}"
        if not MEDIA_TYPE.fullmatch(link.get("type", "none/said")):
            yield f"{path(link)} has no media type: {link.get('type')}"
        if not is_language(link.get("hreflang", "en")):
            yield f"{path(link)} has no known hreflang: {link.get('hreflang')}"


def alternates(document: Document) -> Iterator[str]:
    """RFC 4287, 4.1: feeds and entries link to their page; this project: and have no other alternate."""
    for parent in _both(document):
        others = [link for link in parent.findall(A + "link") if link.get("rel") == "alternate"]
        if [link.get("type") for link in others] != ["text/html"]:
            yield f"{path(parent)} should have one alternate, its page: some readers open the first, some the last"
        if parent is document.root and others and parent.find(A + "link") is not others[0]:
            yield "feed should name its page before other links: some readers open the first, whatever it is"


def dates(document: Document) -> Iterator[str]:
    """RFC 4287, 3.3: dates are of RFC 3339."""
    for element in document.root.iter(A + "updated", A + "published"):
        if rfc3339(element.text or "") is None:
            yield f"{path(element)} is no RFC 3339 date: {element.text}"


def newest(document: Document) -> Iterator[str]:
    """This project: newest first, no more than asked for; updated is that of the entry updated last."""
    entries = _entries(document)
    if len(entries) > document.most:
        yield f"{len(entries)} entries, more than {document.most}"
    published = [moment for entry in entries if (moment := rfc3339(text_of(entry, A + "published")))]
    if any(later > earlier for earlier, later in pairwise(published)):
        yield "entries are not newest first"
    updated = [moment for entry in entries if (moment := rfc3339(text_of(entry, A + "updated")))]
    if updated and rfc3339(text_of(document.root, A + "updated")) != max(updated):
        yield "the feed's updated should be that of the entry updated last"
    for entry in entries:
        first, last = (rfc3339(text_of(entry, A + name)) for name in ("published", "updated"))
        if first and last and last < first:
            yield f"{path(entry)} is updated before it is published"


def authors(document: Document) -> Iterator[str]:
    """RFC 4287, 4.1.1: the feed has an author, or each of its entries has; authors have names."""
    if document.root.find(A + "author") is None:
        nobody = [entry for entry in _entries(document) if entry.find(A + "author") is None]
        for parent in nobody or ([] if _entries(document) else [document.root]):
            yield f"{path(parent)} has no author"
    for author in document.root.iter(A + "author"):
        name = text_of(author, A + "name")
        if not name or END_TAG.search(name):
            yield f"{path(author)} has no plain name: {name}"


def positions(document: Document) -> Iterator[str]:
    """The W3C's service: the feed's own elements precede its entries."""
    tags = [child.tag for child in document.root]
    if A + "entry" in tags:
        after = tags[tags.index(A + "entry") :]
        for tag in dict.fromkeys(tag for tag in after if tag != A + "entry"):
            yield f"feed has {etree.QName(tag).localname} after an entry"


def texts(document: Document) -> Iterator[str]:
    """RFC 4287, 3.1: text is of a known type, not blank, and has no markup where it is plain."""
    for name in ("title", "subtitle", "rights", "summary"):
        for element in document.root.iter(A + name):
            kind, text = element.get("type", "text"), "".join(element.itertext())
            if kind not in ("text", "html", "xhtml"):
                yield f"{path(element)} is of no known type: {kind}"
            if not text.strip():
                yield f"{path(element)} is empty"
            if kind == "text" and (found := END_TAG.search(text)):
                yield f"{path(element)} has markup: {found[0]}"


def contents(document: Document) -> Iterator[str]:
    """RFC 4287, 4.1.3: content is HTML, safe, with absolute addresses; "CDATA" is no type."""
    for element in document.root.iter(A + "content"):
        if element.get("type") != "html":
            yield f"{path(element)} should be of type html, not {element.get('type')}"
        for fault in html_faults(element.text or ""):
            yield f"{path(element)}: {fault}"


def categories(document: Document) -> Iterator[str]:
    """RFC 4287, 4.2.2: categories have a term; a scheme is an absolute address."""
    for category in document.root.iter(A + "category"):
        if not category.get("term", "").strip():
            yield f"{path(category)} has no term"
        if not is_address(category.get("scheme", "https://none.example/")):
            yield f"{path(category)} scheme is no absolute address: {category.get('scheme')}"


ATOM_RULES = (
    ("root", root),
    ("elements", elements),
    ("required", required),
    ("identities", identities),
    ("self", self_link),
    ("links", links),
    ("alternates", alternates),
    ("dates", dates),
    ("newest", newest),
    ("authors", authors),
    ("positions", positions),
    ("texts", texts),
    ("contents", contents),
    ("categories", categories),
)
