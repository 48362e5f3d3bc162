"""What a build depends on, as it lies there: an idle build knows by it that it is idle, before Pelican is imported."""

import datetime as dt
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.check.walk import Walk, walk
from plugins.digest import Status
from plugins.digest.moments import NEWS
from plugins.engine.disk import Stamp, Stamps, contents, digest_of, racy, stamp, stamps
from plugins.engine.epoch import PLUGINS, Epoch, one
from plugins.engine.fingerprint import hashed
from plugins.engine.snapshot import Snapshot
from plugins.engine.store import INPUTS, OTHERS, OUTPUTS, Store
from plugins.site import Site
from plugins.site.model import ADDRESSES_FILE

if TYPE_CHECKING:
    from plugins.check.content import Content

RACY, DUE, SAID = "racy", "due", "said"  # notes in the store
OURS = "plugins."


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every file that a build reads, with its stamp, at one moment.

    `others` stands for the epoch, for all files but digests and pages, and for which of these there are; `seal` stands
    for them as they are too.
    """

    content: Walk
    texts: Stamps  # digests and pages
    stamps: Stamps  # all the others
    others: bytes
    seal: bytes
    looked: int  # time.time_ns() before the first of them was looked at

    def racy(self) -> dict[str, str]:
        """The contents of those files that may have changed since without a sign of it, as fingerprints.

        To be asked for before any file is read: what changes after that is then seen by the next build.
        """
        every = (*self.texts.items(), *self.stamps.items())
        return _spelled(contents(Path("/"), [path for path, each in every if racy(each, self.looked)]))


def inputs(site: Site, epoch: Epoch, settings: Mapping[str, Any]) -> Inputs:
    """The inputs of the site, as they lie there now."""
    looked = time.time_ns()
    found = walk(site)
    texts = {f"{site.content}/{path}": stamp(found.stats[path]) for path in found.digests}
    every = {f"{site.content}/{path}": stamp(found.stats[path]) for path in found.files}
    theme = site.folder / site.theme
    copied = [theme / name for name in settings.get("THEME_STATIC_PATHS") or ()]  # which may lie outside the theme
    for folder in (theme, *copied, *map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ())), PLUGINS):
        found_there = stamps(folder, follow=True).items()
        every |= {f"{folder}/{path}": each for path, each in found_there if "__pycache__/" not in path}
    if site.is_published:  # what such a build may not take away
        every |= _published(site)
    others = hashed(one(epoch) + digest_of(every) + "\0".join(found.digests).encode("utf-8", "surrogateescape"))
    return Inputs(found, texts, every, others, hashed(others + digest_of(texts)), looked)


def _published(site: Site) -> Stamps:
    """The list of published addresses, where there is one."""
    file = site.folder / ADDRESSES_FILE
    return {str(file): stamp(file.stat())} if file.is_file() else {}


def is_ours_alone(settings: Mapping[str, Any]) -> bool:
    """Whether every plugin is one of ours; what others read, nobody knows."""
    return all(str(getattr(name, "__name__", name)).startswith(OURS) for name in settings.get("PLUGINS", ()))


def unchanged(store: Store, now: Inputs, look: Callable[[], Snapshot], site: Site) -> bool:
    """Whether a build would find everything as the last one left it; only then the output is looked at."""
    if store.note(INPUTS) != now.seal or not stands(store, site, leaving={}):
        return False
    return store.note(OUTPUTS) == look().seal


def stands(store: Store, site: Site, leaving: Mapping[str, Stamp]) -> bool:
    """Whether the same digests are due, and files that may have changed without a sign have not, but for some."""
    since, until = json.loads(store.note(DUE) or b'["9999-01-01T00:00:00Z", ""]')
    if site.cutoff < dt.datetime.fromisoformat(since) or (until and site.cutoff >= dt.datetime.fromisoformat(until)):
        return False
    noted: dict[str, str] = json.loads(store.note(RACY) or b"{}")
    kept = {path: content for path, content in noted.items() if path not in leaving}
    return kept == _spelled(contents(Path("/"), kept))


def notes(
    now: Inputs, racy: Mapping[str, str], content: "Content", site: Site, said: Sequence[Sequence[str]]
) -> dict[str, bytes]:
    """What the next build is to know of this one's inputs; `racy` is what they gave before any was read."""
    every = {
        RACY: racy,
        DUE: _due(content, site),
        SAID: said,
    }
    return {INPUTS: now.seal, OTHERS: now.others} | {name: json.dumps(value).encode() for name, value in every.items()}


def said(store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the last build said of the content, its report and what is held: it stands as long as nothing changes."""
    report, held = json.loads(store.note(SAID) or b"[[], []]")
    return tuple(report), tuple(held)


def _spelled(found: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.hex() for path, data in found.items()}


def _due(content: "Content", site: Site) -> tuple[str, str]:
    """The time from and until which every digest and edition stands as it does at the cut-off; "" for ever.

    A digest comes at its date, ends to be news some days later, and leaves the lists when it expires; a `modified` in
    the future is a problem until its time has come.
    """
    metas = [digest.meta for digest in content.digests.values() if digest.meta.status is not Status.DRAFT]
    dates = [
        date
        for meta in metas
        if meta.date
        for date in (meta.date, meta.date + NEWS, meta.modified, meta.expires)
        if date
    ]
    since = max((date for date in dates if date <= site.cutoff), default=dt.datetime(1, 1, 2, tzinfo=dt.UTC))
    later = [date for date in dates if date > site.cutoff]
    if site.addresses.has("EDITIONS_URL"):
        today, next_day, monday = _midnights(site)
        later += [next_day] if since >= monday else []  # else no day or week with digests is under way
        since = max(since, today)
    return since.isoformat(), min(later).isoformat() if later else ""


def _midnights(site: Site) -> tuple[dt.datetime, dt.datetime, dt.datetime]:
    """When the cut-off's day begins, when it ends, and when its ISO week began, in the publication's time zone."""
    day = site.cutoff.astimezone(site.timezone).date()
    days = (day, day + dt.timedelta(days=1), day - dt.timedelta(days=day.weekday()))
    today, next_day, monday = (dt.datetime.combine(each, dt.time(), tzinfo=site.timezone) for each in days)
    return today, next_day, monday
