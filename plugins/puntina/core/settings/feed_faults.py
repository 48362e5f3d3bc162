"""Validates the settings of feeds: unknown kinds and formats, feeds with the same path."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.core.digest import did_you_mean
from puntina.core.digest.message import Message, message
from puntina.core.digest.slugs import slugify
from puntina.core.routes.address import Address, Addresses, below, fault_of_pattern
from puntina.core.routes.route import Route, Routes
from puntina.core.routes.table import ROUTES
from puntina.core.settings.feeds import ALL, ALL_HOME, FORMATS, every_format, feed_place, read_formats, read_places

Values = Mapping[str, Any]
HOME = message("the home page")
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
NAMES = tuple(f"FEED_{form.upper()}_URL" for form in FORMATS)
SITEMAPS = ("SITEMAP_URL", "NEWS_SITEMAP_URL")
PLACES = tuple([route.setting for route in ROUTES.settings if not route.fields])  # of which there is one a language
LIST_URLS = tuple([route.setting for route in ROUTES.lists if route.feeds])


def _routes(values: Values) -> Routes:
    return ROUTES.plus(values["HOOKS"].routes)


def _known(values: Values) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds and the formats of feeds that there are."""
    return _routes(values).feed_kinds, tuple(every_format(values["HOOKS"]))


def _formats(values: Values, folder: Path) -> Iterator[Fault]:
    kinds, known = _known(values)
    for kind, formats in values["FEED_FORMATS"].items():
        yield from _unknown("FEED_FORMATS", kind, kinds, message("kind of feed"))
        for form in formats:
            yield from _unknown("FEED_FORMATS", form, known, message("format"))
        if len(set(formats)) < len(formats):
            yield (
                "FEED_FORMATS",
                message('FEED_FORMATS names a format of "{kind}" twice', kind=kind),
                message("name it once"),
            )


def _urls(values: Values, folder: Path) -> Iterator[Fault]:
    kinds, known = _known(values)
    for kind, patterns in values["FEED_URLS"].items():
        yield from _unknown("FEED_URLS", kind, kinds, message("kind of feed"))
        for form, pattern in patterns.items():
            yield from _unknown("FEED_URLS", form, known, message("format"))
            if kind in kinds and form in known:
                yield from _url(_routes(values).of_feeds(kind), form, pattern, values)


def _url(route: Route, form: str, pattern: str, values: Values) -> Iterator[Fault]:
    kind = route.feeds
    like = ROUTES.at("CATEGORY_URL" if route.is_list else "FEED_RSS_URL")  # a pattern with {slug}, or with nothing
    if fault := fault_of_pattern(like, pattern) or _ending(form, pattern, values):
        hint = (
            message('write a name such as "feeds/{{slug}}.xml"')
            if route.is_list
            else message('write "{kind}.xml"', kind=kind)
        )
        text = message(
            "FEED_URLS, {kind}, {form}: {pattern!r} {fault}", kind=kind, form=form, pattern=pattern, fault=fault
        )
        yield "FEED_URLS", text, hint


def _unknown(name: str, value: str, known: tuple[str, ...], what: Message) -> Iterator[Fault]:
    if value not in known:
        yield (
            name,
            message('{name} has "{value}", which is not a valid {what}', name=name, value=value, what=what),
            did_you_mean(value, known, else_say=message("one of {known}", known=", ".join(known))),
        )


def _ending(form: str, pattern: str, values: Values) -> str:
    endings = every_format(values["HOOKS"])[form]
    return "" if pattern.endswith(endings) else message("does not end in any of {endings}", endings=", ".join(endings))


def _endings(values: Values, folder: Path) -> Iterator[Fault]:
    for form, endings in every_format(values["HOOKS"]).items():
        name = f"FEED_{form.upper()}_URL"
        if fault := _ending(form, values[name], values):
            yield (
                name,
                message('{name} is "{value}", which {fault}', name=name, value=values[name], fault=fault),
                message("end it in {value}", value=endings[0]),
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
    for name in (route.setting for route in _routes(values).settings if not route.fields):
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
    routes = _routes(values)
    addresses = Addresses(tuple((route.setting, values[route.setting]) for route in routes.lists))
    for kind, formats in read_formats(values["FEED_FORMATS"], routes):
        route = routes.of_feeds(kind)
        for slug in _slugs(route, values):
            home = Address("", "index.html") if route.per_language else ALL_HOME
            plain = addresses.at(route.setting, slug=slug) if route.is_list else home
            for form in formats:
                own, name = places.get((kind, form)), f"FEED_{form.upper()}_URL"
                path = own.format(slug=slug).lstrip("/") if own else below(plain) + values[name].lstrip("/")
                yield feed_place(path, form).save_as.casefold(), (kind, form)


def _slugs(route: Route, values: Values) -> tuple[str, ...]:
    if not route.fixed:
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
        elif not dict(read_formats(values["FEED_FORMATS"], _routes(values)))[ALL]:
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
