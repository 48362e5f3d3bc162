"""What is wrong with settings: each alone, those that are refused, and those that are fine alone but not together."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.copyright import LICENCE_NAMES, find_licence
from plugins.digest import Problem, did_you_mean
from plugins.digest.key_readers import READERS
from plugins.digest.names import fault_of_name
from plugins.digest.slugs import slugify
from plugins.locales import is_language
from plugins.share import NETWORK_NAMES
from plugins.site.feed_faults import FEEDS_TOGETHER
from plugins.site.list_faults import LISTS_TOGETHER
from plugins.site.old_addresses import REDIRECTS_TOGETHER, moment
from plugins.site.publish_faults import publish_faults
from plugins.site.refused import FEED_HINT, FEED_HINTS, FEEDS_OF_PELICAN, REFUSED
from plugins.site.settings_file import SettingsFile
from plugins.site.table import LANGUAGE, SETTINGS

Values = Mapping[str, Any]
CORE = ("plugins.reader", "plugins.cards", "plugins.theme")
Fault = tuple[str, str, str]  # the setting, what is wrong, what to do


def setting_problems(settings: Values, values: Values, file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """Every problem of the settings; `values` are those of the table, with defaults. Paths are below `folder`."""
    wrong = set()
    for setting in SETTINGS:
        if fault := setting.fault(values[setting.name]):
            wrong.add(setting.name)
            yield _problem(file, (setting.name, f"{setting.name} {fault}", setting.hint), "SITE-SETTING")
    for found in publish_faults(values, wrong, file):
        yield _problem(file, found, "SITE-SETTING")
    for found in (*_refused(settings), *_feeds_of_pelican(settings, file), *_misspelt(settings)):
        yield _problem(file, found, "SITE-REFUSED")
    for names, check in TOGETHER:
        if not wrong & set(names):
            for found in check(values, folder):
                yield _problem(file, found, "SITE-SETTING")


def _problem(file: SettingsFile, fault: Fault, code: str) -> Problem:
    name, text, hint = fault
    path, place = file.place(name)
    return Problem(path, place.line, place.column, code, text, hint)


def _refused(settings: Values) -> Iterator[Fault]:
    for name, (allowed, reason) in REFUSED.items():
        if settings.get(name) and settings[name] != allowed:
            yield name, f"{name} can't be used", reason
    if not settings.get("PLUGINS"):
        hint = "Pelican would switch on whatever is installed; list the plugins"
        yield "PLUGINS", "PLUGINS is not set", hint
        return
    # Pelican puts plugins themselves, not their names, where it has loaded them already.
    names = {getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]}
    for name in CORE:
        if name not in names:
            yield "PLUGINS", f'PLUGINS lacks "{name}", without which no page is made', "add it"


def _feeds_of_pelican(settings: Values, file: SettingsFile) -> Iterator[Fault]:
    """Those that the settings file asks for; what Pelican adds to its settings by itself is nobody's wish."""
    for name in FEEDS_OF_PELICAN:
        if settings.get(name) and file.sets(name):
            yield name, f"{name} is Pelican's, whose feeds are not made here", FEED_HINTS.get(name, FEED_HINT)


def _misspelt(settings: Values) -> Iterator[Fault]:
    """Names that are nearly a setting's; the nearest of Pelican's own has a likeness of 0.84."""
    known = [setting.name for setting in SETTINGS]
    for name in settings:
        if name not in known and (near := get_close_matches(name, known, n=1, cutoff=0.9)):
            yield name, f"{name} is no setting", f"did you mean {near[0]}?"


def _languages(values: Values, folder: Path) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for code in values["LANGUAGES"]:
        if not LANGUAGE.fullmatch(code) or not is_language(code):
            hint = "use a BCP 47 code, such as it, en or pt-BR"
            yield f"LANGUAGES: {code}", f'LANGUAGES has "{code}", which no language is called', hint
        if other := seen.get(code.casefold()):
            yield f"LANGUAGES: {code}", f'LANGUAGES has "{other}" and "{code}", one language', "delete one of them"
        seen[code.casefold()] = code


def _default_language(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _one_of("DEFAULT_LANG", values["DEFAULT_LANG"], tuple(values["LANGUAGES"]))


def _default_category(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _one_of("DEFAULT_CATEGORY", values["DEFAULT_CATEGORY"], tuple(values["CATEGORIES"]))


def _one_of(name: str, value: str, known: tuple[str, ...]) -> Iterator[Fault]:
    if value not in known:
        hint = did_you_mean(value, known, else_say="one of " + ", ".join(known))
        yield name, f'{name} is "{value}", unknown', hint


def _category_names(values: Values, folder: Path) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for key, names in values["CATEGORIES"].items():
        own = names if isinstance(names, Mapping) else {}
        for lang in values["LANGUAGES"]:
            if not isinstance(own.get(lang), str) or not own[lang].strip():
                yield f"CATEGORIES: {key}", f'category "{key}" has no name in "{lang}"', f'add "{lang}": "…"'
        for name in {str(name).casefold() for name in (key, *own.values())}:
            if name in seen:
                text = f'"{name}" is what categories "{seen[name]}" and "{key}" are called'
                yield f"CATEGORIES: {key}", text, "give one of them another name"
            seen[name] = key


def _category_slugs(values: Values, folder: Path) -> Iterator[Fault]:
    slugs: dict[str, str] = {}
    own = values["CATEGORY_SLUGS"]
    for key in own:
        if key not in values["CATEGORIES"]:
            hint = did_you_mean(key, values["CATEGORIES"], else_say="delete it")
            yield "CATEGORY_SLUGS", f'CATEGORY_SLUGS has "{key}", no category of CATEGORIES', hint
    for key in values["CATEGORIES"]:
        slug = own.get(key) or slugify(key)
        way_out = f'CATEGORY_SLUGS = {{"{key}": "…"}}'
        if key not in own and (fault := fault_of_name(slug)):
            yield f"CATEGORIES: {key}", f'the slug "{slug}" of category "{key}" {fault}', f"give it another: {way_out}"
        elif slug in slugs:
            text = f'categories "{slugs[slug]}" and "{key}" have one slug, "{slug}"'
            yield f"CATEGORIES: {key}", text, f"give one another slug: {way_out}"
        slugs[slug] = key


def _share(values: Values, folder: Path) -> Iterator[Fault]:
    yield from _networks("SHARE", values["SHARE"])


def _share_by_language(values: Values, folder: Path) -> Iterator[Fault]:
    languages = tuple(values["LANGUAGES"])
    for lang, networks in values["SHARE_BY_LANGUAGE"].items():
        if lang not in languages:
            hint = did_you_mean(lang, languages, else_say="delete it")
            yield "SHARE_BY_LANGUAGE", f'SHARE_BY_LANGUAGE has "{lang}", no language of LANGUAGES', hint
        yield from _networks("SHARE_BY_LANGUAGE", networks)


def _networks(name: str, networks: tuple[str, ...]) -> Iterator[Fault]:
    for network in networks:
        if network not in NETWORK_NAMES:
            hint = did_you_mean(network, NETWORK_NAMES, else_say="some of " + ", ".join(NETWORK_NAMES))
            yield name, f'{name} has "{network}", unknown', hint


def _licence(values: Values, folder: Path) -> Iterator[Fault]:
    licence = values["COPYRIGHT_LICENCE"]
    if licence and isinstance(licence, str) and not find_licence(licence):
        hint = did_you_mean(licence, LICENCE_NAMES, else_say="use an SPDX identifier, or (name, address)")
        yield "COPYRIGHT_LICENCE", f'COPYRIGHT_LICENCE is "{licence}", unknown', hint


def _content(values: Values, folder: Path) -> Iterator[Fault]:
    if not (folder / values["PATH"]).is_dir():
        yield "PATH", f'PATH is "{values["PATH"]}", no folder', "make the folder, or name the right one"


def _output(values: Values, folder: Path) -> Iterator[Fault]:
    content, output = ((folder / values[name]).resolve() for name in ("PATH", "OUTPUT_PATH"))
    ours = {content, (folder / values["THEME"]).resolve(), (folder / "plugins").resolve()}
    if output in {*ours, folder.resolve(), *content.parents} or ours & set(output.parents):
        yield "OUTPUT_PATH", "OUTPUT_PATH would overwrite what the site is made from", 'write "output"'


def _theme(values: Values, folder: Path) -> Iterator[Fault]:
    # A name alone may be one of Pelican's own themes, which Pelican alone knows.
    theme = values["THEME"]
    if "/" in theme and not (folder / theme).is_dir():
        yield "THEME", f'THEME is "{theme}", no folder', "name the folder of a theme"


def _lite(values: Values, folder: Path) -> Iterator[Fault]:
    if values["LITE_URL"] and not values["LITE_URL"].endswith("/"):
        yield "LITE_URL", f'LITE_URL is "{values["LITE_URL"]}", no folder', "end it in a slash"


def _extra_keys(values: Values, folder: Path) -> Iterator[Fault]:
    for key in values["EXTRA_KEYS"]:
        if key in READERS:
            yield "EXTRA_KEYS", f'EXTRA_KEYS has "{key}", which is a key already', "delete it"


def _cutoff(values: Values, folder: Path) -> Iterator[Fault]:
    if values["CUTOFF"] and not moment(values["CUTOFF"], ZoneInfo("UTC")):
        yield "CUTOFF", f'CUTOFF is "{values["CUTOFF"]}", no date', "write it as 2025-09-02 07:30"


TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Values, Path], Iterator[Fault]]], ...] = (
    (("LANGUAGES",), _languages),
    (("LANGUAGES", "DEFAULT_LANG"), _default_language),
    (("CATEGORIES", "LANGUAGES"), _category_names),
    (("CATEGORIES", "CATEGORY_SLUGS"), _category_slugs),
    (("CATEGORIES", "DEFAULT_CATEGORY"), _default_category),
    (("SHARE",), _share),
    (("SHARE_BY_LANGUAGE", "LANGUAGES"), _share_by_language),
    (("COPYRIGHT_LICENCE",), _licence),
    (("PATH",), _content),
    (("PATH", "OUTPUT_PATH", "THEME"), _output),
    (("THEME",), _theme),
    (("LITE_URL",), _lite),
    (("EXTRA_KEYS",), _extra_keys),
    (("CUTOFF",), _cutoff),
    *FEEDS_TOGETHER,
    *LISTS_TOGETHER,
    *REDIRECTS_TOGETHER,
)
