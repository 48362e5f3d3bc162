"""Settings to a Site: every wrong one is reported at once, before any content is read."""

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from plugins.copyright import LICENCE_NAMES, Licence, find_licence
from plugins.digest import Faults, Problem, Rules, did_you_mean
from plugins.digest.slugs import slugify
from plugins.locales import is_language
from plugins.share import NETWORK_NAMES
from plugins.site.addresses import FIELDS, Addresses
from plugins.site.model import Category, Language, Site
from plugins.site.settings_file import SettingsFile
from plugins.site.table import REFUSED, SETTINGS

Values = Mapping[str, Any]


def read_site(settings: Values, file: SettingsFile, *, folder: Path, now: dt.datetime) -> Site:
    """The Site of these settings; paths are taken from `folder`, `now` decides what is due where CUTOFF does not.

    Raises Faults with every wrong setting.
    """
    values = {setting.name: settings.get(setting.name, setting.default) for setting in SETTINGS}
    problems = [*_single(values, file), *_refused(settings, file)]
    problems = problems or [*_together(values, file, folder)]
    if problems:
        raise Faults(problems)
    return _site(values, folder, now)


def _problem(file: SettingsFile, name: str, text: str, hint: str, code: str = "SITE-SETTING") -> Problem:
    path, place = file.place(name)
    return Problem(path, place.line, place.column, code, text, hint)


def _single(values: Values, file: SettingsFile) -> Iterator[Problem]:
    for setting in SETTINGS:
        if fault := setting.fault(values[setting.name]):
            yield _problem(file, setting.name, f"{setting.name} {fault}", setting.hint)


def _refused(settings: Values, file: SettingsFile) -> Iterator[Problem]:
    for name, (allowed, reason) in REFUSED.items():
        if settings.get(name, allowed) not in (allowed, None):
            yield _problem(file, name, f"{name} can't be used", reason, "SITE-REFUSED")
    if not settings.get("PLUGINS"):
        yield _problem(
            file,
            "PLUGINS",
            "PLUGINS is not set",
            "Pelican would switch on whatever is installed; list the plugins",
            "SITE-REFUSED",
        )


def _together(values: Values, file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """What is wrong with settings that are fine one by one."""
    languages = tuple(values["LANGUAGES"])
    for code in languages:
        if not is_language(code):
            hint = "use a BCP 47 code, such as it, en or pt-BR"
            yield _problem(file, "LANGUAGES", f'LANGUAGES has "{code}", which no language is called', hint)
    for name, known in (("DEFAULT_LANG", languages), ("DEFAULT_CATEGORY", tuple(values["CATEGORIES"]))):
        if values[name] not in known:
            hint = did_you_mean(values[name], known, else_say="one of " + ", ".join(known))
            yield _problem(file, name, f'{name} is "{values[name]}", unknown', hint)
    yield from _category_problems(values, file, languages)
    yield from _share_problems(values, file, languages)
    yield from _licence_problem(values, file)
    yield from _path_problems(values, file, folder)
    if values["CUTOFF"] and not _instant(values["CUTOFF"], "UTC"):
        yield _problem(file, "CUTOFF", f'CUTOFF is "{values["CUTOFF"]}", no date', "write it as 2025-09-02 07:30")


def _category_problems(values: Values, file: SettingsFile, languages: tuple[str, ...]) -> Iterator[Problem]:
    slugs: dict[str, str] = {}
    for key, names in values["CATEGORIES"].items():
        for lang in languages:
            if not isinstance(names, Mapping) or not isinstance(names.get(lang), str):
                yield _problem(file, "CATEGORIES", f'category "{key}" has no name in "{lang}"', f'add "{lang}": "…"')
        slug = values["CATEGORY_SLUGS"].get(key) or slugify(key)
        if slug in slugs:
            hint = f'give one another slug: CATEGORY_SLUGS = {{"{key}": "…"}}'
            yield _problem(
                file,
                "CATEGORIES",
                f'categories "{slugs[slug]}" and "{key}" have one slug, "{slug}"',
                hint,
                "SITE-SLUGS",
            )
        slugs[slug] = key


def _share_problems(values: Values, file: SettingsFile, languages: tuple[str, ...]) -> Iterator[Problem]:
    for lang in values["SHARE_BY_LANGUAGE"]:
        if lang not in languages:
            yield _problem(
                file,
                "SHARE_BY_LANGUAGE",
                f'SHARE_BY_LANGUAGE has "{lang}", no language of LANGUAGES',
                did_you_mean(lang, languages, else_say="delete it"),
            )
    lists = [
        ("SHARE", values["SHARE"]),
        *(("SHARE_BY_LANGUAGE", names) for names in values["SHARE_BY_LANGUAGE"].values()),
    ]
    for name, networks in lists:
        for network in networks:
            if network not in NETWORK_NAMES:
                hint = did_you_mean(str(network), NETWORK_NAMES, else_say="some of " + ", ".join(NETWORK_NAMES))
                yield _problem(file, name, f'{name} has "{network}", unknown', hint)


def _licence_problem(values: Values, file: SettingsFile) -> Iterator[Problem]:
    licence = values["COPYRIGHT_LICENCE"]
    if licence and isinstance(licence, str) and not find_licence(licence):
        hint = did_you_mean(licence, LICENCE_NAMES, else_say="use an SPDX identifier, or (name, address)")
        yield _problem(file, "COPYRIGHT_LICENCE", f'COPYRIGHT_LICENCE is "{licence}", unknown', hint)


def _path_problems(values: Values, file: SettingsFile, folder: Path) -> Iterator[Problem]:
    content, output = ((folder / values[name]).resolve() for name in ("PATH", "OUTPUT_PATH"))
    if not content.is_dir():
        yield _problem(file, "PATH", f'PATH is "{values["PATH"]}", no folder', "make the folder, or name the right one")
    if output in {content, folder.resolve(), *content.parents} or content in output.parents:
        yield _problem(file, "OUTPUT_PATH", "OUTPUT_PATH would overwrite what the site is made from", 'write "output"')


def _site(values: Values, folder: Path, now: dt.datetime) -> Site:
    timezone = ZoneInfo(values["TIMEZONE"])
    default = values["DEFAULT_LANG"]
    codes = (default, *(code for code in values["LANGUAGES"] if code != default))
    categories = tuple(_category(key, names, values) for key, names in values["CATEGORIES"].items())
    url = values["SITEURL"].rstrip("/")
    return Site(
        name=values["SITENAME"],
        url=url,
        root=urlsplit(url).path,
        folder=folder,
        content=folder / values["PATH"],
        output=folder / values["OUTPUT_PATH"],
        theme=values["THEME"],
        theme_static=values["THEME_STATIC_DIR"].strip("/"),
        timezone=timezone,
        languages=tuple(
            Language(code, "" if code == default else f"{code}/", values["LANGUAGES"][code]) for code in codes
        ),
        categories=categories,
        tag_slugs=tuple(values["TAG_SLUGS"].items()),
        addresses=Addresses(tuple((name, values[name]) for name in FIELDS)),
        holder=values["COPYRIGHT_HOLDER"],
        licence=_licence(values["COPYRIGHT_LICENCE"]),
        summary_position=values["SUMMARY_POSITION"],
        share=tuple(values["SHARE"]),
        share_by_language=tuple((lang, tuple(names)) for lang, names in values["SHARE_BY_LANGUAGE"].items()),
        page_size=values["DEFAULT_PAGINATION"],
        feed_size=values["FEED_SIZE"],
        tag_uri=f"tag:{values['FEED_ID_DOMAIN']},{values['FEED_ID_YEAR']}:",
        statics=tuple(values["STATIC_PATHS"]),
        retention=tuple(values["OUTPUT_RETENTION"]),
        preview=values["PREVIEW"],
        cutoff=_instant(values["CUTOFF"], timezone) or now,
        rules=_rules(values, codes, timezone, categories, folder),
    )


def _category(key: str, names: Mapping[str, str], values: Values) -> Category:
    return Category(key, values["CATEGORY_SLUGS"].get(key) or slugify(key), tuple(names.items()))


def _licence(value: str | tuple[str, str]) -> Licence | None:
    return Licence("", *value) if isinstance(value, tuple) else find_licence(value)


def _instant(value: str | None, zone: ZoneInfo | str) -> dt.datetime | None:
    if not value:
        return None
    try:
        instant = dt.datetime.fromisoformat(value)
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(zone) if isinstance(zone, str) else zone)


def _rules(
    values: Values, codes: tuple[str, ...], timezone: ZoneInfo, categories: tuple[Category, ...], folder: Path
) -> Rules:
    return Rules(
        languages=codes,
        timezone=timezone,
        categories=tuple((category.key, tuple(name for _, name in category.names)) for category in categories),
        default_category=values["DEFAULT_CATEGORY"],
        networks=tuple(NETWORK_NAMES),
        licences=tuple(LICENCE_NAMES),
        extra_keys=tuple(values["EXTRA_KEYS"]),
        teaser_length=values["TEASER_LENGTH"],
        folder=Path(os.path.relpath(folder / values["PATH"], folder)).as_posix(),
    )
