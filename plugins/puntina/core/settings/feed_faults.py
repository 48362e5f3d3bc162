"""Validates the settings of feeds: unknown kinds and formats, feeds with the same path."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.core.digest import did_you_mean
from puntina.core.digest.message import Message, message
from puntina.core.digest.slugs import slugify
from puntina.core.settings.addresses import Address, Addresses, below, fault_of_pattern
from puntina.core.settings.feeds import (
    ALL,
    CATEGORY,
    ENDINGS,
    FORMATS,
    HOME_OF_ALL,
    KINDS,
    SLUGGED,
    feed_place,
    read_formats,
    read_places,
)

Values = Mapping[str, Any]
HOME = message("the home page")
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
NAMES = tuple(f"FEED_{form.upper()}_URL" for form in FORMATS)
SITEMAPS = ("SITEMAP_URL", "NEWS_SITEMAP_URL")
OURS = ("FEED_OPML_URL", "SEARCH_URL", "SUBSCRIBE_URL", "LITE_URL", "EDITIONS_URL", *SITEMAPS)
PLACES = ("ARCHIVES_URL", "TAGS_URL", "OUTLETS_URL", "CORRECTIONS_URL", *NAMES, *OURS)
LIST_URLS = ("CATEGORY_URL", "THREAD_URL", "TAG_URL", "AUTHOR_URL")


def _formats(values: Values, folder: Path) -> Iterator[Fault]:
    for kind, formats in values["FEED_FORMATS"].items():
        yield from _unknown("FEED_FORMATS", kind, KINDS, message("kind of feed"))
        for form in formats:
            yield from _unknown("FEED_FORMATS", form, FORMATS, message("format"))
        if len(set(formats)) < len(formats):
            yield (
                "FEED_FORMATS",
                message('FEED_FORMATS names a format of "{kind}" twice', kind=kind),
                message("name it once"),
            )


def _urls(values: Values, folder: Path) -> Iterator[Fault]:
    for kind, patterns in values["FEED_URLS"].items():
        yield from _unknown("FEED_URLS", kind, KINDS, message("kind of feed"))
        for form, pattern in patterns.items():
            yield from _unknown("FEED_URLS", form, FORMATS, message("format"))
            if kind in KINDS and form in FORMATS:
                like = "CATEGORY_URL" if kind in SLUGGED else "FEED_RSS_URL"  # a pattern with {slug}, or with nothing
                if fault := fault_of_pattern(like, pattern) or _ending(form, pattern):
                    hint = (
                        message('write a name such as "feeds/{{slug}}.xml"')
                        if kind in SLUGGED
                        else message('write "{kind}.xml"', kind=kind)
                    )
                    yield (
                        "FEED_URLS",
                        message(
                            "FEED_URLS, {kind}, {form}: {pattern!r} {fault}",
                            kind=kind,
                            form=form,
                            pattern=pattern,
                            fault=fault,
                        ),
                        hint,
                    )


def _unknown(name: str, value: str, known: tuple[str, ...], what: Message) -> Iterator[Fault]:
    if value not in known:
        yield (
            name,
            message('{name} has "{value}", which is not a valid {what}', name=name, value=value, what=what),
            did_you_mean(value, known, else_say=message("one of {known}", known=", ".join(known))),
        )


def _ending(form: str, pattern: str) -> str:
    endings = ENDINGS[form]
    return "" if pattern.endswith(endings) else message("does not end in any of {endings}", endings=", ".join(endings))


def _endings(values: Values, folder: Path) -> Iterator[Fault]:
    for form, name in zip(FORMATS, NAMES, strict=True):
        if fault := _ending(form, values[name]):
            yield (
                name,
                message('{name} is "{value}", which {fault}', name=name, value=values[name], fault=fault),
                message("end it in {value}", value=ENDINGS[form][0]),
            )


def _sitemaps(values: Values, folder: Path) -> Iterator[Fault]:
    for name in SITEMAPS:
        if values[name] and not values[name].endswith(".xml"):
            yield (
                name,
                message('{name} is "{value}", which does not end in .xml', name=name, value=values[name]),
                message('end it in .xml, or write ""'),
            )


def _same_place(values: Values, folder: Path) -> Iterator[Fault]:
    seen: dict[str, str] = {"index.html": HOME, "/": HOME}  # files, and addresses, of which a host serves one file
    for name in PLACES:
        if not values[name]:
            continue
        place = _place(name, values[name])
        keys = (place.save_as.casefold(), f"/{place.url.casefold()}")
        if other := next((seen[key] for key in keys if key in seen), ""):
            yield (
                name,
                message(
                    '{name} is "{value}", which is already the path of {other}',
                    name=name,
                    value=values[name],
                    other=other,
                ),
                message("give it another URL"),
            )
        seen |= dict.fromkeys(keys, name)


def _place(name: str, pattern: str) -> Address:
    if name in NAMES:
        return feed_place(pattern.lstrip("/"), "json" if name == "FEED_JSON_URL" else "rss")
    return Addresses(((name, pattern),)).at(name)


def _same_feed(values: Values, folder: Path) -> Iterator[Fault]:
    """Two feeds in one file, by the addresses in FEED_URLS; names of feeds below lists are looked at by themselves."""
    if any(True for check in (_formats, _urls, _endings, _same_place) for _ in check(values, folder)):
        return
    places = dict(read_places(values["FEED_URLS"]))
    seen: dict[str, tuple[str, str]] = {}
    for path, feed in _every_feed(values, places):
        other = seen.setdefault(path, feed)
        if other != feed and (other in places or feed in places):
            text = message(
                "FEED_URLS: the feeds {names} and {names2} would be the same file, {path}",
                names=" ".join(other),
                names2=" ".join(feed),
                path=path,
            )
            yield "FEED_URLS", text, message("give one of them another URL")
            return


def _every_feed(values: Values, places: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The file of each feed of the default language, with its kind and format; one tag stands for all."""
    names = dict(zip(FORMATS, NAMES, strict=True))
    addresses = Addresses(tuple((name, values[name]) for name in LIST_URLS))
    for kind, formats in read_formats(values["FEED_FORMATS"]):
        for slug in _slugs(kind, values):
            home = HOME_OF_ALL if kind == "together" else Address("", "index.html")
            plain = addresses.at(f"{kind.upper()}_URL", slug=slug) if kind in SLUGGED else home
            for form in formats:
                own = places.get((kind, form))
                path = own.format(slug=slug).lstrip("/") if own else below(plain) + values[names[form]].lstrip("/")
                yield feed_place(path, form).save_as.casefold(), (kind, form)


def _slugs(kind: str, values: Values) -> tuple[str, ...]:
    if kind != CATEGORY:
        return ("slug",)
    return ("slug", *(values["CATEGORY_SLUGS"].get(key) or slugify(key) for key in values["CATEGORIES"]))


def _mail(values: Values, folder: Path) -> Iterator[Fault]:
    address = values["MAIL_SERVICE"][1] if values["MAIL_SERVICE"] else ""
    for name in dict.fromkeys(re.findall(r"{(.*?)}", address)):
        if name != "feed":
            hint = message("write {{feed}} for the feed's URL")
            yield (
                "MAIL_SERVICE",
                message("MAIL_SERVICE contains {{{name}}}, which is not available here", name=name),
                hint,
            )
        elif not dict(read_formats(values["FEED_FORMATS"]))[ALL]:
            text = message("MAIL_SERVICE has {{feed}}, and FEED_FORMATS has no feed of all digests")
            yield "MAIL_SERVICE", text, message('give "all" a format, or remove {{feed}}')


FEEDS_TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Values, Path], Iterator[Fault]]], ...] = (
    (("FEED_FORMATS",), _formats),
    (("FEED_URLS",), _urls),
    (NAMES, _endings),
    (SITEMAPS, _sitemaps),
    (PLACES, _same_place),
    ((*PLACES, *LIST_URLS, "FEED_FORMATS", "FEED_URLS", "CATEGORIES", "CATEGORY_SLUGS"), _same_feed),
    (("MAIL_SERVICE", "FEED_FORMATS"), _mail),
)
