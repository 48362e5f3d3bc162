"""What a build depends on, as it lies there: an idle build knows by it that it is idle, before Pelican is imported."""

import datetime as dt
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.check import Content, Walk, walk
from plugins.digest import Status
from plugins.engine.disk import Stamps, contents, digest_of, racy, stamp, stamps
from plugins.engine.epoch import PLUGINS, Epoch, one
from plugins.engine.fingerprint import hashed
from plugins.engine.job import INPUTS, OUTPUTS
from plugins.engine.store import Store
from plugins.site import Site

RACY, DUE, SAID = "racy", "due", "said"  # notes in the store
OURS = "plugins."


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every file that a build reads, with its stamp, at one moment; `seal` stands for all of them and the epoch."""

    content: Walk
    stamps: Stamps
    seal: bytes
    looked: int  # time.time_ns() before the first of them was looked at

    def racy(self) -> dict[str, str]:
        """The contents of those files that may have changed since without a sign of it, as fingerprints.

        To be asked for before any file is read: what changes after that is then seen by the next build.
        """
        found = contents(Path("/"), [path for path, each in self.stamps.items() if racy(each, self.looked)])
        return _spelled(found)


def inputs(site: Site, epoch: Epoch, settings: Mapping[str, Any]) -> Inputs:
    """The inputs of the site, as they lie there now."""
    looked = time.time_ns()
    found = walk(site)
    every = {f"{site.content}/{path}": stamp(each) for path, each in found.stats.items()}
    for folder in (site.folder / site.theme, *map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ())), PLUGINS):
        found_there = stamps(folder, follow=True).items()
        every |= {f"{folder}/{path}": each for path, each in found_there if "__pycache__/" not in path}
    return Inputs(found, every, hashed(digest_of(every) + one(epoch)), looked)


def is_ours_alone(settings: Mapping[str, Any]) -> bool:
    """Whether every plugin is one of ours; what others read, nobody knows."""
    return all(str(getattr(name, "__name__", name)).startswith(OURS) for name in settings.get("PLUGINS", ()))


def unchanged(store: Store, now: Inputs, found: Stamps, site: Site) -> bool:
    """Whether a build would find everything as the last one left it."""
    if store.note(INPUTS) != now.seal or store.note(OUTPUTS) != digest_of(found):
        return False
    since, until = json.loads(store.note(DUE) or b'["9999-01-01T00:00:00Z", ""]')
    if site.cutoff < dt.datetime.fromisoformat(since) or (until and site.cutoff >= dt.datetime.fromisoformat(until)):
        return False
    kept: dict[str, str] = json.loads(store.note(RACY) or b"{}")
    return kept == _spelled(contents(Path("/"), kept))


def notes(
    now: Inputs, racy: Mapping[str, str], content: Content, site: Site, said: Sequence[Sequence[str]]
) -> dict[str, bytes]:
    """What the next build is to know of this one's inputs; `racy` is what they gave before any was read."""
    every = {
        RACY: racy,
        DUE: _due(content, site.cutoff),
        SAID: said,
    }
    return {INPUTS: now.seal} | {name: json.dumps(value).encode() for name, value in every.items()}


def said(store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the last build said of the content, its report and what is held: it stands as long as nothing changes."""
    report, held = json.loads(store.note(SAID) or b"[[], []]")
    return tuple(report), tuple(held)


def _spelled(found: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.hex() for path, data in found.items()}


def _due(content: Content, cutoff: dt.datetime) -> tuple[str, str]:
    """The time from and until which every digest stands as it does at the cut-off; "" for ever."""
    dates = [
        digest.meta.date
        for digest in content.digests.values()
        if digest.meta.date and digest.meta.status is not Status.DRAFT
    ]
    since = max((date for date in dates if date <= cutoff), default=dt.datetime(1, 1, 2, tzinfo=dt.UTC))
    until = min((date for date in dates if date > cutoff), default=None)
    return since.isoformat(), until.isoformat() if until else ""
