"""Links inside digests get their addresses, once all content is known."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from plugins.check.content import Content
from plugins.check.links import find
from plugins.check.standing import standing
from plugins.digest import Digest, Phrase, Target
from plugins.site import Site, quoted

Words = Callable[[str], str]  # a message to its translation


def resolve_links(digest: Digest, content: Content) -> tuple[str, ...]:
    """The address of each of the digest's targets, in order, below the site's root; of its own page only the tail."""
    return tuple(_address(target, digest, content) for target in digest.targets)


def printed(digest: Digest, links: Sequence[str], *, place: Callable[[str], str], own: str, words: Words) -> Digest:
    """The digest with an address in place of each link, and a word of its language in place of each phrase.

    `links` are those of its targets, `place` makes a whole address of one; `own` is the address of its page, before
    the tail of a link within it: "" for the page itself.
    """
    known = dict(zip(digest.targets, links, strict=True))
    return digest.resolved(partial(_printed, known, place, own, words))


def _printed(
    known: Mapping[Target, str], place: Callable[[str], str], own: str, words: Words, held: Target | Phrase
) -> str:
    if isinstance(held, Phrase):
        return words(held.message)
    link = known[held]
    if link[:1] in {"", "?", "#"}:
        return own + link or "#"
    return place(link)


def _address(target: Target, digest: Digest, content: Content) -> str:
    found = find(target, digest, content.digests, content.files)
    if found.path == digest.path:
        return found.tail
    address = content.addresses.get(found.path)
    return (address.url if address else quoted(found.path)) + found.tail


def linked_files(content: Content, site: Site) -> set[str]:
    """The files outside STATIC_PATHS that digests on the site link to, and that must be copied for it."""
    shown = (each for each in content.digests.values() if site.preview or standing(each, site.cutoff).is_public)
    found = {find(target, each, content.digests, content.files).path for each in shown for target in each.targets}
    return {path for path in found & content.files if path.partition("/")[0] not in site.statics}
