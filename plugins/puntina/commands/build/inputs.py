"""Snapshot of a build's input files; tells whether the site is up to date before Pelican is imported."""

import datetime as dt
import json
import pickle
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from puntina.core.content.walk import Walk, walk
from puntina.core.digest import FrontMatter, Status
from puntina.core.digest.timestamps import NEWS
from puntina.core.engine.epoch import PACKAGE, Epoch, one
from puntina.core.engine.fingerprint import hashed
from puntina.core.engine.scan import NO_STAT, FileStat, FileStats, contents, digest_of, file_stat, racy, scan
from puntina.core.engine.snapshot import Snapshot
from puntina.core.engine.store import INPUTS, OTHERS, OUTPUTS, Store
from puntina.core.locales.catalogue import OWN
from puntina.core.reporting.build_report import BuildReport
from puntina.core.settings import Site
from puntina.core.settings.model import ADDRESSES_FILE
from puntina.core.settings.theme_folder import static_place

if TYPE_CHECKING:
    from puntina.core.content.content import Content

RACY, DUE, REPORT = "racy", "due", "report"  # notes in the store
OURS = "puntina."


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every file that a build reads, with its stat data, at one moment.

    `others` stands for the epoch, for all files but digests and pages, for which of these there are, and for all that
    is wrong with the content folder itself; `checksum` also covers the stat data of digests and pages.
    """

    content: Walk
    texts: FileStats  # digests and pages
    file_stats: FileStats  # all the others
    others: bytes
    checksum: bytes
    scanned_at: int  # time.time_ns() before the first of them was looked at

    def racy(self) -> dict[str, str]:
        """The contents of those files that may have changed since without a sign of it, as fingerprints.

        To be asked for before any file is read: what changes after that is then seen by the next build.
        """
        every = (*self.texts.items(), *self.file_stats.items())
        return _spelled(contents(Path("/"), [path for path, each in every if racy(each, self.scanned_at)]))


def inputs(site: Site, epoch: Epoch, settings: Mapping[str, Any]) -> Inputs:
    """The current inputs of the site."""
    scanned_at = time.time_ns()
    found = walk(site)
    texts = {f"{site.content}/{path}": file_stat(found.stats[path]) for path in found.digests}
    every = {f"{site.content}/{path}": file_stat(found.stats[path]) for path in found.files}
    theme = site.folder / site.theme
    copied = [static_place(theme, site.folder, name) for name in settings.get("THEME_STATIC_PATHS") or ()]
    overriding = map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ()))
    for folder in (theme, *copied, *overriding, site.folder / OWN, PACKAGE):
        every |= _below(folder)
    every |= _published(site)
    # A walk is its files and its problems: what it finds wrong is told again by a build that finds nothing changed.
    walked = "\0".join([*found.digests, "", *map(str, found.problems)])
    others = hashed(one(epoch) + digest_of(every) + walked.encode("utf-8", "surrogateescape"))
    return Inputs(found, texts, every, others, hashed(others + digest_of(texts)), scanned_at)


def _below(folder: Path) -> FileStats:
    """All that lies in the folder: also the folders, as one may lie where a file is looked for."""
    found = scan(folder, follow=True)
    every = {**found.found, **dict.fromkeys((f"{path}/" for path in found.folders), NO_STAT)}
    return {f"{folder}/{path}": each for path, each in every.items() if "__pycache__/" not in path}


def _published(site: Site) -> FileStats:
    """The list of published addresses, whatever is in its place."""
    file = site.folder / ADDRESSES_FILE
    try:
        return {str(file): file_stat(file.stat())}
    except OSError:  # it is not there, or a link leads nowhere
        return {}


def is_ours_alone(settings: Mapping[str, Any]) -> bool:
    """Whether every plugin is one of ours; what others read, nobody knows."""
    return all(str(getattr(name, "__name__", name)).startswith(OURS) for name in settings.get("PLUGINS", ()))


def unchanged(store: Store, now: Inputs, take_snapshot: Callable[[], Snapshot], site: Site) -> bool:
    """Whether nothing has changed since the last build; the output folder is checked last."""
    if store.note(INPUTS) != now.checksum or not is_up_to_date(store, site, leaving={}):
        return False
    return store.note(OUTPUTS) == take_snapshot().checksum


def is_up_to_date(store: Store, site: Site, leaving: Mapping[str, FileStat]) -> bool:
    """Whether the same digests are due, and files that may have changed without a sign have not, but for some."""
    since, until = json.loads(store.note(DUE) or b'["9999-01-01T00:00:00Z", ""]')
    if site.cutoff < dt.datetime.fromisoformat(since) or (until and site.cutoff >= dt.datetime.fromisoformat(until)):
        return False
    noted: dict[str, str] = json.loads(store.note(RACY) or b"{}")
    kept = {path: content for path, content in noted.items() if path not in leaving}
    return kept == _spelled(contents(Path("/"), kept))


def notes(
    now: Inputs, racy: Mapping[str, str], content: "Content", site: Site, report: BuildReport
) -> dict[str, bytes]:
    """What the next build is to know of this one's inputs; `racy` is what they gave before any was read."""
    every = {RACY: racy, DUE: _due(content, site)}
    values = {name: json.dumps(value).encode() for name, value in every.items()}
    return {INPUTS: now.checksum, OTHERS: now.others, REPORT: pickle.dumps(report), **values}


def last_report(store: Store) -> BuildReport:
    """What the last build reported of the content: it holds as long as nothing changes."""
    noted = store.note(REPORT)
    return pickle.loads(noted) if noted else BuildReport()  # noqa: S301 - our own store, as readings are


def _spelled(found: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.hex() for path, data in found.items()}


def _due(content: "Content", site: Site) -> tuple[str, str]:
    """The time from and until which every digest and edition stands as it does at the cut-off; "" for ever.

    A digest comes at its date, ends to be news some days later, and leaves the lists when it expires; a change that it
    tells of in the future is a problem until its time has come. What is said of a moment to come is said of this year,
    and an hour of this day is not what it was on the day before.
    """
    metas = [digest.meta for digest in content.digests.values() if digest.meta.status is not Status.DRAFT]
    moments = [moment for meta in metas for moment in _moments(meta)]
    since = max((moment for moment in moments if moment <= site.cutoff), default=dt.datetime(1, 1, 2, tzinfo=dt.UTC))
    later = [moment for moment in moments if moment > site.cutoff]
    today, next_day, monday = _midnights(site)
    has_editions = site.addresses.has("EDITIONS_URL")
    if later:
        later.append(today.replace(year=today.year + 1, month=1, day=1))
    if has_editions and since >= monday:  # a day or week with digests is under way
        later.append(next_day)
    if later or has_editions:
        since = max(since, today)
    return since.isoformat(), min(later).isoformat() if later else ""


def _moments(meta: FrontMatter) -> Iterator[dt.datetime]:
    """When something of the digest or page begins or ends."""
    every = (meta.date, meta.date and meta.date + NEWS, meta.modified, meta.expires)
    yield from filter(None, (*every, *[update.date for update in meta.updates]))


def _midnights(site: Site) -> tuple[dt.datetime, dt.datetime, dt.datetime]:
    """When the cut-off's day begins, when it ends, and when its ISO week began, in the publication's time zone."""
    day = site.cutoff.astimezone(site.timezone).date()
    days = (day, day + dt.timedelta(days=1), day - dt.timedelta(days=day.weekday()))
    today, next_day, monday = (dt.datetime.combine(each, dt.time(), tzinfo=site.timezone) for each in days)
    return today, next_day, monday
