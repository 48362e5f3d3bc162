"""Notices about what is correct but may surprise: drafts, scheduled digests, unlinked translations, placeholders."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit

from babel.dates import format_timedelta

from puntina.core.checks.before_build import scheduled_digests
from puntina.core.content.content import Content
from puntina.core.content.problem_at import shown
from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest, Faults
from puntina.core.digest.message import Message, counted, message
from puntina.core.digest.pickling import Portable
from puntina.core.locales.formats import locale_of
from puntina.core.reporting.build_report import DueTime
from puntina.core.settings import Site, load_settings
from puntina.core.settings.publish_faults import PUBLISHED, is_local

NAMED = 10  # files of one line
SAMPLE = "Vietmetric"  # the publication that comes with Puntina, whose pictures are its own
# BLAKE2b of content/media/icon.png and logo.png as they come with it, and as `init` writes them.
SAMPLE_PICTURES = frozenset({"0a9075975675ced8101f8e08e15b01b8", "5087092eb9b46762e707bf322005bb12"})
PLACEHOLDERS = frozenset({"678545bec2f2ef15cd5efce09d634607", "91c6ba94975dbadad24d9fbf7cd202c8"})


@dataclass(frozen=True, slots=True)
class Distance(Portable):
    """How far a time lies ahead, in words."""

    delta: dt.timedelta

    def in_language(self, lang: str) -> str:
        """For example "in 36 years"."""
        return format_timedelta(self.delta, add_direction=True, locale=locale_of(lang), threshold=1)

    def __str__(self) -> str:
        return self.in_language("en")


def unseen(content: Content, site: Site) -> Iterator[Message]:
    """A notice for all drafts, for each scheduled digest, for translations that are not linked, for samples."""
    yield from _drafts(content, site)
    yield from _scheduled(content, site)
    yield from _apart(content, site)
    yield from _samples(site)
    if any(map(_is_plain, {site.url, _address_for_readers(site)})):
        yield message(
            "SITEURL begins with http://, so readers' connections are not encrypted: write https:// if the host has it"
        )


def _address_for_readers(site: Site) -> str:
    """The SITEURL of publishconf.py, which `publish` takes, or ""."""
    file = site.folder / PUBLISHED
    try:
        address = load_settings(file).get("SITEURL") if file.is_file() else ""
    except Faults:  # which `publish` reports
        return ""
    return address if isinstance(address, str) else ""


def _is_plain(address: str) -> bool:
    """Whether readers, and not only this machine, would find the site by http without encryption."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "http" and not is_local(parts.hostname or "")
    except ValueError:  # no address, which `publish` reports
        return False


def _drafts(content: Content, site: Site) -> Iterator[Message]:
    drafts = sorted(
        shown(digest, site) for digest in content.digests.values() if state_of(digest, site.cutoff) is State.DRAFT
    )
    if drafts:
        yield counted(
            "{count} draft, which readers do not see: {files}",
            "{count:,} drafts, which readers do not see: {files}",
            count=len(drafts),
            files=", ".join(drafts[:NAMED]) + (", …" if len(drafts) > NAMED else ""),
        )


def _scheduled(content: Content, site: Site) -> Iterator[Message]:
    present = site.cutoff.astimezone(site.timezone).year
    for digest, date in scheduled_digests(content, site):
        yield message(
            "scheduled for {time} ({distance}): {title} ({path})",
            time=DueTime(date, present),
            distance=Distance(date - site.cutoff),
            title=digest.meta.title,
            path=shown(digest, site),
        )


def _apart(content: Content, site: Site) -> Iterator[Message]:
    """A notice for each two digests of one minute in two languages, neither of which has a translation there.

    A digest and its translation are published together: of several at one minute nobody knows which belong together.
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    at: defaultdict[dt.datetime, dict[str, list[Digest]]] = defaultdict(lambda: defaultdict(list))
    for digest in content.digests.values():
        groups[digest.meta.translation_key].add(digest.meta.lang)
    for digest in content.digests.values():
        if digest.meta.date and state_of(digest, site.cutoff) is not State.DRAFT:
            at[digest.meta.date][digest.meta.lang].append(digest)
    for by_lang in at.values():
        yield from _pairs_apart(by_lang, groups, site)


def _pairs_apart(by_lang: dict[str, list[Digest]], groups: dict[str, set[str]], site: Site) -> Iterator[Message]:
    order = [language.code for language in site.languages if len(by_lang.get(language.code, ())) == 1]
    alone = [by_lang[code][0] for code in order]
    for number, first in enumerate(alone):
        for second in alone[number + 1 :]:
            key, other = first.meta.translation_key, second.meta.translation_key
            if key != other and second.meta.lang not in groups[key] and first.meta.lang not in groups[other]:
                yield message(
                    "{first} and {second} have the same date and different names, so they do not link to each "
                    "other: if one is the translation of the other, write translation_key: {key} in {second}",
                    first=shown(first, site),
                    second=shown(second, site),
                    key=key,
                )


def _samples(site: Site) -> Iterator[Message]:
    if site.name == SAMPLE:
        return
    for setting, picture in (("FEED_ICON", site.feeds.icon), ("FEED_LOGO", site.feeds.logo)):
        file = site.content / picture.url if picture else None
        found = blake2b(file.read_bytes(), digest_size=16).hexdigest() if file and file.is_file() else ""
        if found in SAMPLE_PICTURES:
            yield message(
                "{setting} is still {sample}'s picture: put your own in its place", setting=setting, sample=SAMPLE
            )
        elif found in PLACEHOLDERS:
            yield message("{setting} is still a placeholder: put a picture of your own in its place", setting=setting)
