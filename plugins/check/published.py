"""The list of published addresses, a file beside the settings that is committed with the content.

What an earlier build remembers is gone with its cache, and on a fresh machine there is none; a list in the repository
says the same to everybody, and a change of it can be read before it is merged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.check.content import Content
from plugins.check.moved import all_moved
from plugins.check.naming import shown
from plugins.check.standing import standing
from plugins.digest import Digest, Problem
from plugins.site import Site

NAME = "addresses.txt"
HEAD = (
    "# Published addresses, each with the id of its digest or page: `check` says which of them would vanish.\n"
    "# Delete a line to let its address go.\n"
)


@dataclass(frozen=True, slots=True)
class Published:
    """An address below the site, and the id of what was there; `line` is where the list has it."""

    address: str
    id: str
    line: int


def addresses_now(content: Content, site: Site) -> dict[str, str]:
    """Every address of a digest or page that readers may see, those of before included, each with its id."""
    public = {path: digest for path, digest in content.digests.items() if standing(digest, site.cutoff).is_public}
    now = {f"/{content.addresses[path].url}": digest.meta.id for path, digest in public.items()}
    moves = all_moved(public, content.addresses, site)
    return {f"/{move.address.url}": public[move.path].meta.id for move in moves} | now


def vanished(content: Content, site: Site) -> Iterator[Problem]:
    """A problem for each address of the list where there would be neither a page nor one that leads on."""
    listed = tuple(read_list(site.folder))
    now = addresses_now(content, site) if listed else {}
    by_id = {digest.meta.id: digest for digest in content.digests.values()}
    for each in listed:
        if each.address not in now:
            hint = _way_out(each, by_id.get(each.id), site)
            yield Problem(NAME, each.line, 1, "PATH-GONE", f"nothing would be at {each.address} any more", hint)


def read_list(folder: Path) -> Iterator[Published]:
    """The lines of the list in the folder; none where there is no list."""
    try:
        text = (folder / NAME).read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        address, _, own = line.strip().partition(" ")
        if address and not address.startswith("#"):
            yield Published(address, own.strip(), number)


def add_to_list(content: Content, site: Site) -> int:
    """Adds the addresses that readers may see now to the list, and says how many are new; none is taken away."""
    before = {each.address: each.id for each in read_list(site.folder)}
    now = addresses_now(content, site)
    lines = (f"{address} {own}".rstrip() + "\n" for address, own in sorted((before | now).items()))
    (site.folder / NAME).write_text(HEAD + "".join(lines), "utf-8")
    return len(now.keys() - before.keys())


def _way_out(each: Published, digest: Digest | None, site: Site) -> str:
    if digest is None:
        return f"put it among the aliases of what stands for it now, or delete the line in {NAME}"
    state = standing(digest, site.cutoff)
    if not state.is_public:
        return f"{shown(digest, site)} is {state}: publish it again, or delete the line in {NAME}"
    return f"add it to {shown(digest, site)}: aliases: [{each.address}]"
