"""Reads settings into a Site; reports all invalid ones at once, before any content is read."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from puntina.copyright import LICENCE_NAMES, Licence, find_licence
from puntina.core.digest import Faults, Rules
from puntina.core.digest.slugs import slugify
from puntina.core.hooks import Hooks
from puntina.core.routes.address import Addresses
from puntina.core.routes.route import Routes
from puntina.core.routes.table import ROUTES
from puntina.core.settings.ai_use import POLICIES
from puntina.core.settings.faults import setting_problems
from puntina.core.settings.feeds import FeedRules, every_format, read_formats, read_places
from puntina.core.settings.model import Category, Language, Site
from puntina.core.settings.old_addresses import moment, old_addresses
from puntina.core.settings.path_faults import OWN_LISTS
from puntina.core.settings.picture_faults import picture
from puntina.core.settings.publish_faults import is_published
from puntina.core.settings.settings_file import SettingsFile
from puntina.core.settings.table import every_setting
from puntina.share import NETWORK_NAMES

Values = Mapping[str, Any]
OURS = "puntina."
NO_HOOKS = Hooks()


def read_site(
    settings: Values,
    file: SettingsFile,
    *,
    folder: Path,
    now: dt.datetime,
    chosen: Iterable[str] = (),
    hooks: Hooks = NO_HOOKS,
) -> Site:
    """The Site of these settings; paths are taken from `folder`, `now` decides what is due where CUTOFF does not.

    `chosen` are the settings that a command overrides: these folders may be anywhere. `hooks` have what the
    publication's own plugins add.
    Raises Faults with every invalid setting.
    """
    values = {setting.name: settings.get(setting.name, setting.default) for setting in every_setting(hooks)}
    values["HOOKS"] = hooks
    values["CHOSEN"] = frozenset(chosen)
    values["DIRECT_PAGES"] = tuple(_direct_pages(settings, values["DIRECT_TEMPLATES"]))
    if problems := tuple(setting_problems(settings, values, file, folder)):
        raise Faults(problems)
    names = {getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]}
    plugins = frozenset(name.removeprefix(OURS) for name in map(str, names) if name.startswith(OURS))
    return _site(values, folder, now, plugins=plugins, is_published=is_published(file))


def _direct_pages(settings: Values, names: Any) -> Iterator[str]:
    """Where Pelican puts pages that are made of a template alone."""
    for name in names if isinstance(names, list | tuple) else ():
        if name not in OWN_LISTS and (place := settings.get(f"{str(name).upper()}_SAVE_AS", f"{name}.html")):
            yield str(place)


def _site(values: Values, folder: Path, now: dt.datetime, *, plugins: frozenset[str], is_published: bool) -> Site:
    timezone = ZoneInfo(values["TIMEZONE"])
    default = values["DEFAULT_LANG"]
    codes = (default, *(code for code in values["LANGUAGES"] if code != default))
    categories = tuple(
        Category(key, values["CATEGORY_SLUGS"].get(key) or slugify(key), place, tuple(names.items()))
        for place, (key, names) in enumerate(values["CATEGORIES"].items(), 1)
    )
    url, licence = values["SITEURL"].rstrip("/"), values["COPYRIGHT_LICENCE"]
    hooks: Hooks = values["HOOKS"]
    routes = ROUTES.plus(hooks.routes)
    return Site(
        name=values["SITENAME"],
        url=url,
        root=urlsplit(url).path,
        folder=folder,
        content=folder / values["PATH"],
        output=folder / values["OUTPUT_PATH"],
        theme=values["THEME"],
        theme_static=values["THEME_STATIC_DIR"].strip("/"),
        theme_statics=tuple(values["THEME_STATIC_PATHS"]),
        own_templates=tuple(values["THEME_TEMPLATES_OVERRIDES"]),
        own_filters=frozenset(values["JINJA_FILTERS"]),
        own_tests=frozenset(values["JINJA_TESTS"]),
        direct_pages=values["DIRECT_PAGES"],
        timezone=timezone,
        languages=tuple(
            Language(code, "" if code == default else f"{code}/", values["LANGUAGES"][code]) for code in codes
        ),
        categories=categories,
        tag_slugs=tuple(values["TAG_SLUGS"].items()),
        routes=routes,
        addresses=Addresses(tuple([(route.setting, values[route.setting]) for route in routes.settings])),
        added=tuple([(setting.name, values[setting.name]) for setting in hooks.settings]),
        old=old_addresses(values["REDIRECTS"], moment(values["REDIRECTS_UNTIL"], timezone)),
        holder=values["COPYRIGHT_HOLDER"],
        licence=Licence("", *licence) if isinstance(licence, tuple) else find_licence(licence),
        summary_position=values["SUMMARY_POSITION"],
        share=tuple(values["SHARE"]),
        share_by_language=tuple((lang, tuple(names)) for lang, names in values["SHARE_BY_LANGUAGE"].items()),
        page_size=values["DEFAULT_PAGINATION"],
        related=values["RELATED"],
        feed_size=values["FEED_SIZE"],
        feeds=_feeds(values, folder, routes),
        tag_uri=f"tag:{values['FEED_ID_DOMAIN']},{values['FEED_ID_YEAR']}:",
        statics=tuple(values["STATIC_PATHS"]),
        files_with_scripts=tuple(values["FILES_WITH_SCRIPTS"]),
        retention=tuple(PurePosixPath(name).as_posix() for name in values["OUTPUT_RETENTION"]),
        ai_use=POLICIES[values["AI_USE"]],
        plugins=plugins,
        is_published=is_published,
        tells_crawlers="crawlers" in plugins,
        search=values["SEARCH"] and not values["PREVIEW"],
        preview=values["PREVIEW"],
        cutoff=moment(values["CUTOFF"], timezone) or now,
        rules=_rules(values, codes, timezone, categories, folder),
        hooks=hooks,
    )


def _feeds(values: Values, folder: Path, routes: Routes) -> FeedRules:
    content = folder / values["PATH"]
    return FeedRules(
        formats=read_formats(values["FEED_FORMATS"], routes),
        names=tuple((form, values[f"FEED_{form.upper()}_URL"]) for form in every_format(values["HOOKS"])),
        places=tuple(read_places(values["FEED_URLS"])),
        tag_minimum=values["FEED_TAG_MINIMUM"],
        hub=values["FEED_HUB"],
        mail=tuple(values["MAIL_SERVICE"]) or None,
        icon=picture(content, values["FEED_ICON"]),
        logo=picture(content, values["FEED_LOGO"]),
    )


def _rules(
    values: Values, codes: tuple[str, ...], timezone: ZoneInfo, categories: tuple[Category, ...], folder: Path
) -> Rules:
    return Rules(
        languages=codes,
        timezone=timezone,
        categories=tuple((category.key, tuple(name for _, name in category.names)) for category in categories),
        default_category=values["DEFAULT_CATEGORY"],
        networks=(*NETWORK_NAMES, *(network.name for network in values["HOOKS"].networks)),
        licences=tuple(LICENCE_NAMES),
        extra_keys=(*values["EXTRA_KEYS"], *(key.name for key in values["HOOKS"].keys)),
        teaser_length=values["TEASER_LENGTH"],
        folder=Path(os.path.relpath(folder / values["PATH"], folder)).as_posix(),
    )
