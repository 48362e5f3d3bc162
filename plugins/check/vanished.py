"""Which published addresses would be gone: a problem for each digest, and one for all that one setting has moved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.check.causes import Listed, Reasons, feeds_kept
from plugins.check.changed_ids import changed_ids, moved_to
from plugins.check.content import Content
from plugins.check.known import known_lists
from plugins.check.naming import shown
from plugins.check.published import digests_now, list_fault
from plugins.check.standing import standing
from plugins.check.url_list import Published, read_list
from plugins.digest import Digest, Kind, Problem, errors
from plugins.site import Site
from plugins.site.model import ADDRESSES_FILE as NAME

MOST = 20  # deleted digests that are named one by one
Way = tuple[str, str]  # why addresses are gone, and what to do
OF_KIND = {
    Kind.DIGEST: ("ARTICLE_URL", 'set it back, or write the pattern of before: REDIRECTS = ["…"]'),
    Kind.PAGE: ("PAGE_URL", "set it back, or write the addresses of before into the pages' aliases"),
}


def vanished(content: Content, site: Site) -> Iterator[Problem]:
    """A problem for the addresses of the list where there would be neither a page or feed nor what leads on.

    There is none as long as the content has errors: a digest that can't be read is not gone. A list in which a merge
    was not finished is one problem itself.
    """
    if fault := list_fault(site.folder):
        yield fault
        return
    listed = tuple(read_list(site.folder))
    if listed and not errors(content.problems):
        yield from Vanishing.of(listed, content, site).problems()
        yield from changed_ids(listed, content, site)


@dataclass(frozen=True, slots=True)
class Vanishing:
    """The lines of the list whose addresses are gone, and what is known of the content now."""

    gone: tuple[Published, ...]
    reasons: Reasons
    digests: dict[str, Digest]  # by id
    moved: frozenset[Kind]  # of which everything is elsewhere, and so by their setting
    site: Site
    listed: Sequence[Published]
    content: Content

    @classmethod
    def of(cls, listed: Sequence[Published], content: Content, site: Site) -> "Vanishing":
        """What is gone from the list."""
        own = {each.id: each for each in known_lists(content.digests.values(), site, expired=True)}
        there = digests_now(content, site).keys() | {f"/{each.address.url}" for each in own.values()}
        gone = tuple(each for each in listed if each.address not in there)
        digests = {digest.meta.id: digest for digest in content.digests.values()}
        reasons = Reasons({each.id: each.address for each in listed if each.is_list}, own, site)
        return cls(gone, reasons, digests, frozenset(_moved(listed, gone, content)), site, listed, content)

    def problems(self) -> Iterator[Problem]:
        """One for each reason; a digest that alone is elsewhere is a reason of its own."""
        groups: dict[Way, list[Published]] = {}
        deleted = [each for each in self.gone if not each.is_list and each.id not in self.digests]
        for each in self.gone:
            groups.setdefault(self._way(each, many=len(deleted) > MOST), []).append(each)
        for (why, way), members in groups.items():
            yield _problem(members, why, way, self.site)

    def _way(self, each: Published, *, many: bool) -> Way:
        if each.is_list:
            return self.reasons.of(Listed.of(each.address, each.id), each.id)
        digest = self.digests.get(each.id)
        if digest is None:
            if not many and (renamed := moved_to(each, self.listed, self.content, self.site)):
                return "", renamed
            of_what = "" if many else each.address
            return "", f"put {of_what or 'each'} among the aliases of what stands for it now"
        state = standing(digest, self.site.cutoff)
        if not state.is_public:
            return "", f"{shown(digest, self.site)} is {state}: publish it again"
        if "redirects" not in self.site.rooms:  # without which no alias leads anywhere
            return 'PLUGINS lacks "plugins.redirects"', "add it again"
        return self._as_all(digest) or ("", f"add it to {shown(digest, self.site)}: aliases: [{each.address}]")

    def _as_all(self, digest: Digest) -> Way | None:
        """The reason where the digest is elsewhere because all are."""
        if home := self.reasons.moved_home(digest.meta.lang):
            return home
        if digest.kind not in self.moved:
            return None
        setting, way = OF_KIND[digest.kind]
        return f'{setting} is "{dict(self.site.addresses.patterns)[setting]}" now', way


def _moved(listed: Iterable[Published], gone: Sequence[Published], content: Content) -> Iterator[Kind]:
    """The kinds of which several have moved and none is where the list has it."""
    by_id = {digest.meta.id: digest for digest in content.digests.values()}
    addresses = {each.address for each in listed}
    stay = {each.kind for path, each in content.digests.items() if f"/{content.addresses[path].url}" in addresses}
    for kind in Kind:
        found = {each.id for each in gone if each.id in by_id and by_id[each.id].kind is kind}
        if len(found) > 1 and kind not in stay:
            yield kind


def _problem(members: Sequence[Published], why: str, way: str, site: Site) -> Problem:
    first, others = members[0], len(members) - 1
    lists = [Listed.of(each.address, each.id) for each in members if each.is_list]
    more = f" and {others:,} other address{'' if others == 1 else 'es'}" if others else ""
    lines = "their lines" if others else "the line"
    if why.startswith(tuple([f"{each.setting} is" for each in lists])) and (kept := feeds_kept(lists, site)):
        way = f"{way}, or keep its feeds in their places: {kept}"
    text = f"nothing would be at {first.address}{more} any more{_lost(lists, len(members))}{why and f': {why}'}"
    return Problem(NAME, first.line, 1, "PATH-GONE", text, f"{way}, or delete {lines} in {NAME}")


def _lost(lists: Iterable[Listed], count: int) -> str:
    """How many of the addresses are those of feeds, which no page can lead on from."""
    feeds = sum(1 for each in lists if each.form)
    if not feeds:
        return ""
    which = "it is a feed" if count == 1 else f"{feeds:,} of them {'is a feed' if feeds == 1 else 'are feeds'}"
    return f" ({which}, whose subscribers would be lost)"
