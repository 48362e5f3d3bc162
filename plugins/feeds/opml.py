"""All feeds as an OPML 2.0 subscription list (http://opml.org/spec2.opml), which readers take in whole."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree

from plugins.cards.views import Views
from plugins.engine.output import Output
from plugins.feeds.characters import fit
from plugins.feeds.plan import Followed, name_of
from plugins.locales import language_name
from plugins.site import Site

# What OPML calls feeds of every kind, and what it says of their version where it knows one.
TYPE, VERSIONS = "rss", {"rss": "RSS2", "atom": "atom", "json": ""}
Outline = tuple[str, tuple[tuple[tuple[str, str], ...], ...]]  # a language's name, and the attributes of each feed's


def has_opml(every: Iterable[Followed], site: Site) -> bool:
    """Whether there is such a file: one is wanted, and there is a feed, as OPML asks for one outline at least."""
    return bool(every) and site.feeds.wanted and site.addresses.has("FEED_OPML_URL")


def opml_output(every: Iterable[Followed], views: Views) -> Output:
    """The file: each list once, by the format that most readers take, in groups of languages."""
    site = views.site
    path = site.addresses.at("FEED_OPML_URL").save_as
    outlines = tuple(_outlines(every, site))
    return Output(
        path,
        lambda: (("publication's name", site.name), ("feeds", outlines)),
        lambda: opml(site.name, outlines),
        f"the list of feeds {path}",
    )


def _outlines(every: Iterable[Followed], site: Site) -> Iterator[Outline]:
    for lang, group in groupby(every, key=lambda each: each.lang):
        yield (language_name(lang) if lang else ""), tuple([tuple(_attributes(each, site)) for each in group])


def _attributes(each: Followed, site: Site) -> Iterator[tuple[str, str]]:
    form, address = each.best
    title = name_of(each, site)
    yield from {"type": TYPE, "text": title, "title": title, "xmlUrl": site.absolute(address.url)}.items()
    yield "htmlUrl", site.absolute(each.url)
    if each.lang:
        yield "language", each.lang
    if VERSIONS[form]:
        yield "version", VERSIONS[form]


def opml(name: str, outlines: Iterable[Outline]) -> bytes:
    """The document; a group without a name is no group."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = fit(name)
    body = etree.SubElement(root, "body")
    for language, feeds in outlines:
        parent = etree.SubElement(body, "outline", text=fit(language)) if language else body
        for attributes in feeds:
            etree.SubElement(parent, "outline", {key: fit(value) for key, value in attributes})
    document: bytes = etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)
    return document
