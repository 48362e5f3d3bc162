"""Published digests whose id has changed, so that feed readers would show them as new."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from puntina.core.content.content import Content
from puntina.core.content.problem_at import at, shown
from puntina.core.content.publication_state import state_of
from puntina.core.content.redirects import all_moved
from puntina.core.content.url_list import Published, listed_date
from puntina.core.digest import Digest, Kind, Problem
from puntina.core.digest.message import Message, message
from puntina.core.settings import Site
from puntina.core.settings.model import ADDRESSES_FILE as NAME

NEAR = 0.4  # how alike two URLs must be for one to be the other's new form


def changed_ids(listed: Iterable[Published], content: Content, site: Site) -> Iterator[Problem]:
    """A problem for each digest at a listed URL whose id was another: a file that was renamed, moved or re-dated."""
    by_url = _by_url(content, site)
    ids = {digest.meta.id for digest in content.digests.values()}
    told: set[str] = set()
    for each in listed:
        digest = by_url.get(each.address)
        if each.is_list or not each.id or not digest or each.id in ids or digest.path in told:
            continue
        told.add(digest.path)
        if digest.kind is Kind.DIGEST and not digest.meta.guid:
            text = message(
                "{file}:{line} lists {url} with the id {old}, but its id is {new} now: feed readers would show it "
                "as new",
                file=NAME,
                line=each.line,
                url=each.address,
                old=each.id,
                new=digest.meta.id,
            )
            yield at(digest, digest.meta.position("id"), site, "ID-CHANGED", text, _with_id(digest, each.id))


def taken_ids(listed: Sequence[Published], content: Content, site: Site) -> Iterator[Problem]:
    """A problem for each digest whose file now has the name, and so the id and URL, of one that was renamed.

    It has another date than the list has, and the digest of that date is at a URL that is not listed.
    """
    if not any(each.date for each in listed):
        return
    by_url, known = _by_url(content, site), {each.address for each in listed}
    new = [digest for url, digest in by_url.items() if url not in known and not digest.meta.has("id")]
    for each in listed:
        digest = by_url.get(each.address) if each.date else None
        if not digest or digest.meta.has("id") or digest.meta.id != each.id or listed_date(digest) == each.date:
            continue
        others = [other for other in new if other.meta.lang == digest.meta.lang and listed_date(other) == each.date]
        if len(others) == 1 and others[0].path != digest.path:
            other = shown(others[0], site)
            text = message("a published digest had this file name; it seems to be {file} now", file=other)
            hint = message(
                "if it is, give this file another name, and add to {file} the lines id: {id} and aliases: [{url}]",
                file=other,
                id=each.id,
                url=each.address,
            )
            yield at(digest, digest.meta.position("id"), site, "ID-CHANGED", text, hint)


def _with_id(digest: Digest, own_id: str) -> Message:
    if digest.meta.has("id"):
        return message("write id: {id}", id=own_id)
    return message("add the line id: {id}", id=own_id)


def _by_url(content: Content, site: Site) -> dict[str, Digest]:
    """The digest at each URL, including aliases and redirects."""
    public = {path: digest for path, digest in content.digests.items() if state_of(digest, site.cutoff).is_public}
    moves = all_moved(public, content.addresses, site) if "redirects" in site.plugins else ()
    found = {f"/{move.address.url}": public[move.path] for move in moves}
    return found | {f"/{content.addresses[path].url}": digest for path, digest in public.items()}


def moved_to(each: Published, listed: Sequence[Published], content: Content, site: Site) -> Message | None:
    """What to do where the digest is gone from its URL and a new one without an id of its own is very like it.

    So it is where a file without an id was renamed, which leaves its date, or was given another date or moved to
    another language, which leaves its name.
    """
    known = {one.address for one in listed}
    found = {
        url: digest
        for url, digest in _by_url(content, site).items()
        if url not in known and digest.kind is Kind.DIGEST and not digest.meta.has("id")
    }
    near = max(found, key=lambda url: _likeness(url, found[url], each), default=None)
    if near is None or (len(found) > 1 and _likeness(near, found[near], each) < NEAR):
        return None
    return message(
        "if {file} is that digest, add to it the lines id: {id} and aliases: [{url}]",
        file=shown(found[near], site),
        id=each.id,
        url=each.address,
    )


def _likeness(url: str, digest: Digest, gone: Published) -> float:
    """How much the digest at the URL is like the one that is gone: above 2 with its name, above 1 with its date."""
    alike = SequenceMatcher(None, gone.address, url).ratio()
    same_name = url.rstrip("/").rpartition("/")[2] == gone.address.rstrip("/").rpartition("/")[2]
    return alike + (2 if same_name else 0) + (1 if gone.date and listed_date(digest) == gone.date else 0)
