"""Subscription lists in OPML 2.0 (http://opml.org/spec2.opml), which readers take in whole: of all, of a language."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from puntina.core.engine.output import Output
from puntina.core.locales import language_name
from puntina.core.settings import Site
from puntina.core.views.site_context import SiteContext
from puntina.feeds.feed_spec import FeedSpec
from puntina.feeds.xml_text import fit

# What OPML calls feeds of every kind, and what it says of their version where it knows one.
TYPE, VERSIONS = "rss", {"rss": "RSS2", "atom": "atom", "json": ""}
Outline = tuple[str, tuple[tuple[tuple[str, str], ...], ...]]  # a folder's name, and the attributes of each feed's
# What programs make of titles when they name files or sections by them: letters and digits are all that stays.
_UNNAMED = re.compile(r"[\W_]+")


def has_opml(every: Sequence[FeedSpec], site: Site) -> bool:
    """Whether there are such files: they are wanted, and there is a feed, as OPML asks for one outline at least."""
    return bool(every) and site.feeds.wanted and site.addresses.has("FEED_OPML_URL")


def opml_outputs(every: Sequence[FeedSpec], context: SiteContext) -> Iterator[Output]:
    """The file of all feeds and, where there are several languages, that of each: each list once, by the format that
    most readers take, in a folder of its language."""
    site = context.site
    titled = tuple(zip(every, titles(every, site), strict=True))
    yield _output(site.addresses.at("FEED_OPML_URL").save_as, site.name, tuple(_outlines(titled, site)))
    for lang, place in site.opml_places().items():
        own = tuple([pair for pair in titled if pair[0].lang == lang])
        yield _output(place.save_as, f"{site.name} — {language_name(lang)}", tuple(_outlines(own, site)))


def titles(every: Iterable[FeedSpec], site: Site) -> Iterator[str]:
    """What each list is called among all of them: by publication, list and language; where two would be called
    alike, or be told apart by nothing but signs, the later by its feed's address too.
    """
    taken: set[str] = set()
    for each in every:
        title = name = _title(each, site)
        for further in (f" ({each.best[1].url})", *(f" ({number})" for number in range(2, 99))):
            if _UNNAMED.sub("-", title).casefold() not in taken:
                break
            title = name + further
        taken.add(_UNNAMED.sub("-", title).casefold())
        yield title


def _title(each: FeedSpec, site: Site) -> str:
    languages = [each.lang] if each.lang else [language.code for language in site.languages]
    several = ", ".join(map(language_name, languages)) if len(site.languages) > 1 else ""
    return " — ".join(filter(None, (site.name, each.title, several)))


def _outlines(titled: Iterable[tuple[FeedSpec, str]], site: Site) -> Iterator[Outline]:
    """A folder of each language, in the publication's order, then what is of all of them."""
    groups: dict[str, list[tuple[tuple[str, str], ...]]] = {language.code: [] for language in site.languages}
    for each, title in titled:
        groups.setdefault(each.lang, []).append(tuple(_attributes(each, title, site)))
    for lang, feeds in groups.items():
        if feeds:
            yield (language_name(lang) if lang else ""), tuple(feeds)


def _attributes(each: FeedSpec, title: str, site: Site) -> Iterator[tuple[str, str]]:
    form, address = each.best
    yield from {"type": TYPE, "text": title, "title": title, "xmlUrl": site.absolute(address.url)}.items()
    yield "htmlUrl", site.absolute(each.url)
    if each.lang:
        yield "language", each.lang
    if version := VERSIONS.get(form):
        yield "version", version


def _output(path: str, name: str, outlines: tuple[Outline, ...]) -> Output:
    return Output(
        path,
        lambda: (("what the list is called", name), ("feeds", outlines)),
        lambda: opml(name, outlines),
        f"the list of feeds {path}",
    )


def opml(name: str, outlines: Iterable[Outline]) -> bytes:
    """The document; feeds of a folder without a name are in none."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = fit(name)
    body = etree.SubElement(root, "body")
    for folder, feeds in outlines:
        parent = etree.SubElement(body, "outline", text=fit(folder), title=fit(folder)) if folder else body
        for attributes in feeds:
            etree.SubElement(parent, "outline", {key: fit(value) for key, value in attributes})
    document: bytes = etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)
    return document
