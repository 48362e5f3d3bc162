"""Links inside digests get their addresses, once all content is known."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from markupsafe import Markup, escape

from puntina.core.content.content import Content
from puntina.core.content.links import find
from puntina.core.content.statics import place_of_copy
from puntina.core.digest import Digest, Phrase, Placeholder, Side, Target, TextImage
from puntina.core.routes.address import quoted

# An address below the site's root; that of a picture in a text with the picture's width and height, where it has any.
Resolved = str | tuple[str, int, int]
Words = Callable[[str], str]  # a message to its translation
COLUMN = 600  # pixels: the widest that a picture may be where no style sheet makes it fit, as in mail


def resolve_links(digest: Digest, content: Content) -> tuple[Resolved, ...]:
    """The address of each of the digest's targets, in order, below the site's root; of its own page only the tail."""
    return tuple(_address(target, digest, content) for target in digest.targets)


def printed(
    digest: Digest,
    links: Sequence[Resolved],
    *,
    place: Callable[[str], str],
    own: str,
    words: Words,
    styled: bool = True,
) -> Digest:
    """The digest with an address in place of each link, and a word of its language in place of each phrase.

    `links` are those of its targets, `place` makes a whole address of one; `own` is the address of its page, before
    the tail of a link within it: "" for the page itself. Where no style sheet comes with it, as in a feed, it is not
    `styled`: pictures and cells then say themselves how they look.
    """
    known = dict(zip(digest.targets, links, strict=True))
    looks = (_size, _in_class) if styled else (_fitting_size, _in_place)
    return digest.resolved(partial(_printed, known, place, own, words, looks))


def _printed(
    known: Mapping[Target, Resolved],
    place: Callable[[str], str],
    own: str,
    words: Words,
    looks: tuple[Callable[[int, int], Markup], Callable[[Side], Markup]],
    held: Placeholder,
) -> str:
    size, side = looks
    if isinstance(held, Phrase):
        return words(held.message)
    if isinstance(held, Side):
        return side(held)
    if isinstance(held, TextImage):
        found = known[held.target]
        return held.html(_url(found, place, own), Markup("") if isinstance(found, str) else size(*found[1:]))
    return _url(known[held], place, own)


def _url(found: Resolved, place: Callable[[str], str], own: str) -> str:
    link = found if isinstance(found, str) else found[0]
    return own + link or "#" if link[:1] in {"", "?", "#"} else place(link)


def _size(width: int, height: int) -> Markup:
    """The attributes that keep a picture's room."""
    return Markup(' width="{}" height="{}"').format(width, height)


def fitting_size(width: int) -> Markup:
    """The attributes by which a picture fits into mail and readers, whatever they leave of them: a wide one is as wide
    as its column, or else no wider than that of most programs. A height would be wrong for a width of their own."""
    if width < COLUMN:
        return Markup(' width="{}"').format(width)
    return Markup(' width="{}" style="width:100%;height:auto"').format(COLUMN)


def _fitting_size(width: int, height: int) -> Markup:
    return fitting_size(width)


def _in_class(held: Side) -> Markup:
    """As pages say it, whose Content-Security-Policy lets no style attribute through."""
    return escape(held)


def _in_place(held: Side) -> Markup:
    """Twice, as some programs take away every style, and others what HTML no longer has."""
    return Markup(' align="{}" style="text-align:{}"').format(held.side, held.side)


def _address(target: Target, digest: Digest, content: Content) -> Resolved:
    found = find(target, digest, content.digests, content.files)
    if found.path == digest.path:
        return found.tail
    address = content.addresses.get(found.path)
    link = (address.url if address else quoted(place_of_copy(found.path))) + found.tail
    facts = content.pictures.get(found.path) if target.image else None
    return (link, facts.width, facts.height) if facts else link
