"""Ids that two digests share, most often because one was copied; the copy is reported, not the published original."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from puntina.core.content.problem_at import at, shown
from puntina.core.content.url_list import read_list
from puntina.core.digest import Digest, Problem
from puntina.core.digest.identity import derived_id
from puntina.core.digest.message import message
from puntina.core.routes.address import Address
from puntina.core.routes.table import ALL_LANGUAGES
from puntina.core.settings import Site


def pairs(digests: Iterable[Digest], key: Callable[[Digest], object]) -> Iterator[tuple[Digest, Digest]]:
    """Each digest with the first one that has the same key; empty keys are none."""
    first: dict[object, Digest] = {}
    for digest in digests:
        if value := key(digest):
            if value in first:
                yield digest, first[value]
            first.setdefault(value, digest)


def same_ids(digests: list[Digest], addresses: Mapping[str, Address], site: Site) -> Iterator[Problem]:
    """The problems of ids and guids that are not a digest's alone."""
    if len({digest.meta.id for digest in digests}) < len(digests):
        ordered = _originals_first(digests, addresses, site)
        for digest, other in pairs(ordered, lambda digest: digest.meta.id):
            position = digest.meta.position("id")
            text = message('the id "{id}" is already used by {file}', id=digest.meta.id, file=shown(other, site))
            own = _own_id(digest)
            hint = message("delete this file if it is a copy; otherwise write a new id: id: {id}", id=own)
            if not digest.meta.has("id"):
                hint = message("delete this file if it is a copy; otherwise add a line with a new id: id: {id}", id=own)
            yield at(digest, position, site, "ID-TWICE", text, hint)
    yield from _same_guids(digests, site)


def _own_id(digest: Digest) -> str:
    """A new id for the copy, derived from its path, which no other file has."""
    return derived_id(digest.meta.lang, "copy", digest.path)


def _originals_first(digests: list[Digest], addresses: Mapping[str, Address], site: Site) -> list[Digest]:
    """Digests that readers know by this id first, then the earlier, then those of the shorter name."""
    try:
        listed = {(each.address, each.id) for each in read_list(site.folder)}
    except OSError:  # which is a problem of its own
        listed = set()

    def order(digest: Digest) -> tuple[object, ...]:
        is_listed = (f"/{addresses[digest.path].url}", digest.meta.id) in listed
        date = digest.meta.date
        return not is_listed, date.timestamp() if date else 0, len(digest.path), digest.path

    return sorted(digests, key=order)


def _same_guids(digests: list[Digest], site: Site) -> Iterator[Problem]:
    """A guid that another digest also has, or that is the feed id of another digest or of a feed."""
    given = [digest for digest in digests if digest.meta.guid]
    if not given:  # to spell all ids takes a while
        return
    for digest, other in pairs(given, lambda digest: digest.meta.guid):
        text = message("this guid is already used by {file}", file=shown(other, site))
        hint = message("keep it in the digest that had it in the old feed, and remove it from the other")
        yield at(digest, digest.meta.position("guid"), site, "ID-TWICE", text, hint)
    own = {f"{site.tag_uri}{digest.meta.id}": shown(digest, site) for digest in digests if not digest.meta.guid}
    hint = message("write the guid of the old feed")
    for digest in given:
        position = digest.meta.position("guid")
        if file := own.get(digest.meta.guid):
            text = message("this guid is already the id of {file} in feeds", file=file)
            yield at(digest, position, site, "ID-TWICE", text, hint)
        elif _is_of_feed(digest.meta.guid, site):
            yield at(digest, position, site, "ID-TWICE", message("this guid is already the id of a feed"), hint)


def _is_of_feed(guid: str, site: Site) -> bool:
    """Whether it may be a feed's: feeds are called by languages and paths."""
    name = guid.removeprefix(site.tag_uri)
    return name != guid and ("/" in name or name in {site.routes.at(ALL_LANGUAGES).feeds, *site.rules.languages})
