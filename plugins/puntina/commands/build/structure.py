"""Separates what decides which pages exist, and where, from text, which matters only to the pages that show it."""

from dataclasses import fields
from typing import Any

from puntina.commands.build.inputs import Inputs, is_up_to_date
from puntina.core.digest import Digest, FrontMatter, Kind, Reading
from puntina.core.engine.parsing import Parsed
from puntina.core.engine.store import OTHERS, Store
from puntina.core.settings import Site

# What of front matter is printed and decides nothing: not where a page is, nor in which lists, nor whether. `modified`
# is none of it: the sitemap tells that of every digest, and would be looked at whenever the text of one changes.
TEXT = frozenset({"title", "sources", "summary", "copyright", "share", "guid", "positions"})
SHAPE = tuple(field.name for field in fields(FrontMatter) if field.name not in TEXT)
MOST = 50  # digests whose text changed; with more of them, to look for what shows one takes longer than all keys


def touched(store: Store, now: Inputs, parsed: Parsed, site: Site) -> frozenset[str] | None:
    """The digests whose text has changed, where nothing else has since the last build; None where something may have.

    To be asked for before the store is given what was parsed.
    """
    pairs = {path: (parsed.before(path), parsed.readings[path]) for path in parsed.changed}
    others = {path: pair for path, pair in pairs.items() if pair[0] is not pair[1]}  # not those merely looked at again
    if len(others) > MOST or store.note(OTHERS) != now.others or not is_up_to_date(store, site, leaving=now.texts):
        return None
    return frozenset(others) if all(before and same_shape(before, after) for before, after in others.values()) else None


def same_shape(before: Reading, after: Reading) -> bool:
    """Whether two readings of a file are both of a digest, and differ in text alone."""
    if not (before.digest and after.digest):
        return False
    return shape(before.digest) == shape(after.digest)


def shape(digest: Digest) -> tuple[Any, ...]:
    """All of the digest that decides which pages there are and where; of a page also the title, which menus show."""
    meta = digest.meta
    title = meta.title if digest.kind is Kind.PAGE else ""
    outlets = tuple([source.name for source in meta.sources])  # each has a list
    named = tuple((target.href, target.image) for target in digest.targets)
    return (digest.kind, title, named, outlets, *(getattr(meta, name) for name in SHAPE))
