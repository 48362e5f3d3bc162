"""Before Pelican reads a file: the Site is made and checked, all content is read, Pelican's settings follow."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.settings import DEFAULT_CONFIG

from puntina.core.checks.before_build import announced
from puntina.core.checks.plugin_hooks import every_hook
from puntina.core.checks.reading import read_content
from puntina.core.checks.theme_faults import theme_problems
from puntina.core.content.content import Content
from puntina.core.content.root_files import PREFIX
from puntina.core.content.statics import place_of_copy, static_files
from puntina.core.content.theme_files import static_places
from puntina.core.digest import Faults
from puntina.core.digest.keys import PAGES
from puntina.core.hooks import Hooks
from puntina.core.locales import catalogue_fingerprints, load_catalogues
from puntina.core.locales.editors import translator
from puntina.core.pelican.build import KEY, Build, Given, Run
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show
from puntina.core.settings import SettingsFile, Site, read_site
from puntina.core.settings.path_faults import OWN_LISTS
from puntina.core.settings.pelican_settings import COMPLETED, KEPT_NAMES

CHOSEN = ("PATH", "OUTPUT_PATH", "THEME")  # what options of the command may have in place of the file's
OPTIONS = {"PORT", "BIND"}  # of `pelican --listen`
# The feeds that other plugins of ours make, for each language; Pelican's own are switched off.
FEEDS = tuple(
    f"{kind}_{form}"
    for kind in ("FEED", "FEED_ALL", "CATEGORY_FEED", "AUTHOR_FEED", "TAG_FEED", "TRANSLATION_FEED")
    for form in ("ATOM", "RSS")
)


def prepare(pelican: Pelican) -> None:
    """Puts the Build into Pelican's settings; raises Faults before anything is built."""
    settings: dict[str, Any] = pelican.settings
    file = SettingsFile.at(Path(settings.get("SETTINGS_FILE", "pelicanconf.py")).absolute())
    folder = file.paths[0].parent if file.paths else Path.cwd()
    hooks = every_hook(pelican.plugins, file, folder)
    given = settings.get(KEY) or _given(settings, file, folder, hooks)
    site, theme = given.site, Path(settings["THEME"])
    build = Build(
        site=site,
        strings=load_catalogues(site, theme),
        catalogues=catalogue_fingerprints(site, theme),
        static_files=tuple(static_files(given.content.files, site)),
        hooks=hooks,
        run=Run(given.content, given.job),
        theme=theme,
        theme_statics=static_places(site),
        own_templates=tuple(map(Path, settings["THEME_TEMPLATES_OVERRIDES"])),
        direct_templates=_direct_templates(settings),
        compiled=given.compiled,
        pictures=given.pictures,
    )
    settings.update(pelican_settings(settings, site), **_root_files(settings, given.content))
    settings[KEY] = build
    for start in hooks.start:
        start(pelican, build)


def _given(settings: dict[str, Any], file: SettingsFile, folder: Path, hooks: Hooks) -> Given:
    """What Pelican's own command does without: the site and its content, read here."""
    written = _written(settings, file)
    site = read_site(written, file, folder=folder, now=dt.datetime.now(dt.UTC), chosen=CHOSEN, hooks=hooks)
    return Given(site, _read(site))


def _direct_templates(settings: Mapping[str, Any]) -> frozenset[str]:
    pages = [name.removesuffix(".html") for name in settings["TEMPLATE_PAGES"].values()]
    return frozenset((*settings["DIRECT_TEMPLATES"], *pages))


def _root_files(settings: Mapping[str, Any], content: Content) -> dict[str, Any]:
    """The settings by which Pelican copies the files for the site's root."""
    found = sorted(path for path in content.files if path.startswith(PREFIX))
    return {
        "STATIC_PATHS": [*settings["STATIC_PATHS"], *found],
        "EXTRA_PATH_METADATA": {path: {"path": place_of_copy(path)} for path in found},
    }


def _read(site: Site) -> Content:
    """The content, read here, where nobody has read it before: by Pelican's own command."""
    content = read_content(site)
    translated = translator(site.default_language.code)
    try:
        found = announced(content, site, theme_problems(site, content.digests.values()))
    except Faults as faults:
        raise Faults(faults.problems, shown=report(faults.problems, site.folder, translated)) from None
    show(report(found.problems, site.folder, translated))
    for notice in found.notices:
        say(translated(notice))
    return content


def _written(settings: Mapping[str, Any], file: SettingsFile) -> dict[str, Any]:
    """The settings without what Pelican, or a plugin of ours, has added to them by itself."""
    added = COMPLETED | KEPT_NAMES | OPTIONS
    own = {name for name, value in settings.items() if name in added or value == DEFAULT_CONFIG.get(name, settings)}
    return {name: value for name, value in settings.items() if name not in own or file.sets(name)}


def pelican_settings(settings: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """What Pelican's own settings must be for this Site."""
    pages = [PAGES, *(f"{language.code}/{PAGES}" for language in site.languages)]
    return {
        "ARTICLE_PATHS": [],  # articles are made of digests that are read already
        "PAGE_PATHS": pages,
        "ARTICLE_TRANSLATION_ID": None,
        "PAGE_TRANSLATION_ID": None,
        "THEME_STATIC_PATHS": [str(place) for _, place in static_places(site)],
        "DIRECT_TEMPLATES": [name for name in settings["DIRECT_TEMPLATES"] if name not in OWN_LISTS],
        "FILENAME_METADATA": "",
        "IGNORE_FILES": [*settings["IGNORE_FILES"], ".*", "*~"],  # Pelican's own pattern lets .gitkeep through
        "USE_FOLDER_AS_CATEGORY": False,
        "WITH_FUTURE_DATES": True,
        "YEAR_ARCHIVE_SAVE_AS": "",
        "SITEURL": site.url,
        **dict.fromkeys(FEEDS),
    }
