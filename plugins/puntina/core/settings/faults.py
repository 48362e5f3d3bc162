"""Validates settings: each alone, unsupported ones, and combinations."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from puntina.copyright import LICENCE_NAMES, find_licence
from puntina.core.digest import Problem, did_you_mean
from puntina.core.digest.key_readers import READERS
from puntina.core.digest.languages import LANGUAGE
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_name
from puntina.core.digest.slugs import slugify
from puntina.core.hooks import Hooks
from puntina.core.locales import is_language
from puntina.core.settings.feed_faults import FEEDS_TOGETHER
from puntina.core.settings.list_faults import LISTS_TOGETHER
from puntina.core.settings.old_addresses import REDIRECTS_TOGETHER, moment
from puntina.core.settings.path_faults import PATHS_TOGETHER, content_fault
from puntina.core.settings.pelican_faults import refused_settings, theme_setting_faults
from puntina.core.settings.picture_faults import PICTURES_TOGETHER
from puntina.core.settings.plugin_faults import plugin_faults
from puntina.core.settings.publish_faults import publish_faults
from puntina.core.settings.settings_file import SettingsFile
from puntina.core.settings.table import every_setting
from puntina.core.settings.value_faults import unwritable
from puntina.share import NETWORK_NAMES

Values = Mapping[str, Any]
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do


def setting_problems(settings: Values, values: Values, file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """Every problem of the settings; `values` are those of the table, with defaults. Paths are below `folder`.

    If PATH is wrong, only that is reported, because other settings would seem wrong too.
    """
    if nowhere := [_problem(file, found, "SITE-SETTING") for found in content_fault(settings, values, folder)]:
        yield from nowhere
        return
    if spoilt := [_problem(file, found, "SITE-SETTING") for found in unwritable(settings)]:
        yield from spoilt
        return
    invalid = set()
    for setting in every_setting(values["HOOKS"]):
        if fault := setting.fault(values[setting.name]):
            invalid.add(setting.name)
            yield _problem(
                file,
                (setting.name, message("{name} {fault}", name=setting.name, fault=fault), setting.hint),
                "SITE-SETTING",
            )
    for found in (*publish_faults(values, invalid, file), *theme_setting_faults(settings)):
        yield _problem(file, found, "SITE-SETTING")
    for found in (*refused_settings(settings, folder, values["HOOKS"]), *plugin_faults(settings, folder)):
        yield _problem(file, found, "SITE-REFUSED")
    for names, check in TOGETHER:
        if not invalid & set(names):
            for found in check(values, folder):
                yield _problem(file, found, "SITE-SETTING")


def _problem(file: SettingsFile, fault: Fault, code: str) -> Problem:
    name, text, hint = fault
    path, position = file.position(name)
    return Problem(path, position.line, position.column, code, text, hint)


def _languages(values: Values, folder: Path) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for code in values["LANGUAGES"]:
        if not LANGUAGE.fullmatch(code) or not is_language(code):
            hint = message("use a BCP 47 code, such as it, en or pt-BR")
            yield (
                f"LANGUAGES: {code}",
                message('LANGUAGES has "{code}", which is not a valid language code', code=code),
                hint,
            )
        if other := seen.get(code.casefold()):
            yield (
                f"LANGUAGES: {code}",
                message('LANGUAGES has "{other}" and "{code}", which are the same language', other=other, code=code),
                message("delete one of them"),
            )
        seen[code.casefold()] = code


def _default_language(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _one_of("DEFAULT_LANG", values["DEFAULT_LANG"], tuple(values["LANGUAGES"]))


def _default_category(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _one_of("DEFAULT_CATEGORY", values["DEFAULT_CATEGORY"], tuple(values["CATEGORIES"]))


def _one_of(name: str, value: str, known: tuple[str, ...]) -> Iterator[Fault]:
    if value not in known:
        hint = did_you_mean(value, known, else_say=message("one of {known}", known=", ".join(known)))
        yield name, message('{name} is "{value}", which is unknown', name=name, value=value), hint


def _category_names(values: Values, folder: Path) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for key, names in values["CATEGORIES"].items():
        own = names if isinstance(names, Mapping) else {}
        for lang in values["LANGUAGES"]:
            if not isinstance(own.get(lang), str) or not own[lang].strip():
                yield (
                    f"CATEGORIES: {key}",
                    message('category "{key}" has no name in "{lang}"', key=key, lang=lang),
                    message('add "{lang}": "…"', lang=lang),
                )
        for name in {str(name).casefold() for name in (key, *own.values())}:
            if name in seen:
                text = message(
                    'categories "{value}" and "{key}" have the same name, "{name}"',
                    name=name,
                    value=seen[name],
                    key=key,
                )
                yield f"CATEGORIES: {key}", text, message("give one of them another name")
            seen[name] = key


def _category_slugs(values: Values, folder: Path) -> Iterator[Fault]:
    slugs: dict[str, str] = {}
    own = values["CATEGORY_SLUGS"]
    for key in own:
        if key not in values["CATEGORIES"]:
            hint = did_you_mean(key, values["CATEGORIES"], else_say=message("delete it"))
            yield "CATEGORY_SLUGS", message('CATEGORY_SLUGS has "{key}", which is not in CATEGORIES', key=key), hint
    for key in values["CATEGORIES"]:
        slug = own.get(key) or slugify(key)
        hint = message('CATEGORY_SLUGS = {{"{key}": "…"}}', key=key)
        if key not in own and (fault := fault_of_name(slug)):
            yield (
                f"CATEGORIES: {key}",
                message('the slug "{slug}" of category "{key}" {fault}', slug=slug, key=key, fault=fault),
                message("give it another: {hint}", hint=hint),
            )
        elif slug in slugs:
            text = message(
                'categories "{value}" and "{key}" have the same slug, "{slug}"', value=slugs[slug], key=key, slug=slug
            )
            yield f"CATEGORIES: {key}", text, message("give one another slug: {hint}", hint=hint)
        slugs[slug] = key


def _share(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _networks("SHARE", values["SHARE"], values["HOOKS"])


def _share_by_language(values: Values, folder: Path) -> Iterator[Fault]:
    languages = tuple(values["LANGUAGES"])
    for lang, networks in values["SHARE_BY_LANGUAGE"].items():
        if lang not in languages:
            hint = did_you_mean(lang, languages, else_say=message("delete it"))
            yield (
                "SHARE_BY_LANGUAGE",
                message('SHARE_BY_LANGUAGE has "{lang}", which is not in LANGUAGES', lang=lang),
                hint,
            )
        yield from _networks("SHARE_BY_LANGUAGE", networks, values["HOOKS"])


def _networks(name: str, networks: tuple[str, ...], hooks: Hooks) -> Iterator[Fault]:
    known = (*NETWORK_NAMES, *(network.name for network in hooks.networks))
    for network in networks:
        if network not in known:
            hint = did_you_mean(network, known, else_say=message("some of {known}", known=", ".join(known)))
            yield name, message('{name} has the unknown social network "{network}"', name=name, network=network), hint


def _licence(values: Values, folder: Path) -> Iterator[Fault]:
    licence = values["COPYRIGHT_LICENCE"]
    if licence and isinstance(licence, str) and not find_licence(licence):
        hint = did_you_mean(licence, LICENCE_NAMES, else_say=message("use an SPDX identifier, or (name, URL)"))
        yield "COPYRIGHT_LICENCE", message('COPYRIGHT_LICENCE is "{licence}", which is unknown', licence=licence), hint


def _lite(values: Values, folder: Path) -> Iterator[Fault]:
    if values["LITE_URL"] and not values["LITE_URL"].endswith("/"):
        yield (
            "LITE_URL",
            message('LITE_URL is "{value}", which is not a folder', value=values["LITE_URL"]),
            message("end it in a slash"),
        )


def _extra_keys(values: Values, folder: Path) -> Iterator[Fault]:
    for key in values["EXTRA_KEYS"]:
        if key in READERS:
            yield "EXTRA_KEYS", message('EXTRA_KEYS has "{key}", which is already a key', key=key), message("delete it")


def _cutoff(values: Values, folder: Path) -> Iterator[Fault]:
    if values["CUTOFF"] and not moment(values["CUTOFF"], ZoneInfo("UTC")):
        yield (
            "CUTOFF",
            message('CUTOFF is "{value}", which is not a valid date', value=values["CUTOFF"]),
            message("write it as 2025-09-02 07:30"),
        )


TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Values, Path], Iterator[Fault]]], ...] = (
    (("LANGUAGES",), _languages),
    (("LANGUAGES", "DEFAULT_LANG"), _default_language),
    (("CATEGORIES", "LANGUAGES"), _category_names),
    (("CATEGORIES", "CATEGORY_SLUGS"), _category_slugs),
    (("CATEGORIES", "DEFAULT_CATEGORY"), _default_category),
    (("SHARE",), _share),
    (("SHARE_BY_LANGUAGE", "LANGUAGES"), _share_by_language),
    (("COPYRIGHT_LICENCE",), _licence),
    (("LITE_URL",), _lite),
    (("EXTRA_KEYS",), _extra_keys),
    (("CUTOFF",), _cutoff),
    *PATHS_TOGETHER,
    *FEEDS_TOGETHER,
    *PICTURES_TOGETHER,
    *LISTS_TOGETHER,
    *REDIRECTS_TOGETHER,
)
