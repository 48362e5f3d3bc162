"""Published URLs that would disappear: a problem for each digest, and one for all URLs that one setting moves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from puntina.core.checks.changed_ids import changed_ids, moved_to, taken_ids
from puntina.core.checks.removal_reasons import AGAIN, Listed, RemovalReasons, feeds_kept
from puntina.core.content.content import Content
from puntina.core.content.problem_at import shown
from puntina.core.content.publication_state import state_of, unpublished
from puntina.core.content.published import digests_now, list_fault
from puntina.core.content.published_routes import published_routes
from puntina.core.content.url_list import Published, read_list
from puntina.core.digest import Digest, Kind, Problem, errors
from puntina.core.digest.message import Message, counted, message
from puntina.core.settings import Site
from puntina.core.settings.model import ADDRESSES_FILE as NAME

MOST = 20  # deleted digests that are named one by one
Remedy = tuple[Message | None, Message]  # why URLs are gone, where there is one reason for all, and what to do
OF_KIND = {
    Kind.DIGEST: ("ARTICLE_URL", message('restore it, or keep the old pattern: REDIRECTS = ["…"]')),
    Kind.PAGE: ("PAGE_URL", message("restore it, or write the old URLs into the pages' aliases")),
}


def removed_urls(content: Content, site: Site) -> Iterator[Problem]:
    """A problem for the recorded URLs that would have no page, feed or redirect.

    There is none as long as the content has errors: a digest that can't be read is not gone. A list in which a merge
    was not finished is one problem itself.
    """
    if fault := list_fault(site.folder):
        yield fault
        return
    listed = tuple(read_list(site.folder))
    if listed and not errors(content.problems):
        yield from RemovedUrls.of(listed, content, site).problems()
        yield from changed_ids(listed, content, site)
        yield from taken_ids(listed, content, site)


@dataclass(frozen=True, slots=True)
class RemovedUrls:
    """The recorded URLs that are gone, and the current content."""

    gone: tuple[Published, ...]
    reasons: RemovalReasons
    digests: dict[str, Digest]  # by id
    moved: frozenset[Kind]  # of which everything is elsewhere, and so by their setting
    site: Site
    listed: Sequence[Published]
    content: Content

    @classmethod
    def of(cls, listed: Sequence[Published], content: Content, site: Site) -> "RemovedUrls":
        """What is gone from the list."""
        own = {each.id: each for each in published_routes(content.digests.values(), site, expired=True)}
        there = digests_now(content, site).keys() | {f"/{each.address.url}" for each in own.values()}
        gone = tuple(each for each in listed if each.address not in there)
        digests = {digest.meta.id: digest for digest in content.digests.values()}
        reasons = RemovalReasons({each.id: each.address for each in listed if each.is_list}, own, site)
        return cls(gone, reasons, digests, frozenset(_moved(listed, gone, content)), site, listed, content)

    def problems(self) -> Iterator[Problem]:
        """One for each reason; a digest that alone is elsewhere is a reason of its own."""
        groups: dict[Remedy, list[Published]] = {}
        deleted = [each for each in self.gone if not each.is_list and each.id not in self.digests]
        for each in self.gone:
            groups.setdefault(self._remedy(each, many=len(deleted) > MOST), []).append(each)
        for (why, way), members in groups.items():
            yield _problem(members, why, way, self.site)

    def _remedy(self, each: Published, *, many: bool) -> Remedy:
        if each.is_list:
            return self.reasons.of(Listed.of(each.address, each.id), each.id)
        digest = self.digests.get(each.id)
        if digest is None:
            if not many and (renamed := moved_to(each, self.listed, self.content, self.site)):
                return None, renamed
            if many:
                return None, message("add each of them to the aliases of the page that replaces it")
            return None, message("add {url} to the aliases of the page that replaces it", url=each.address)
        state = state_of(digest, self.site.cutoff)
        if not state.is_public:
            return None, message("{state}: publish it again", state=unpublished(shown(digest, self.site), state))
        if "redirects" not in self.site.plugins:  # without which no alias leads anywhere
            return message('PLUGINS lacks "puntina.redirects"'), AGAIN
        return self._as_all(digest) or (
            None,
            message("add to {file}: aliases: [{url}]", file=shown(digest, self.site), url=each.address),
        )

    def _as_all(self, digest: Digest) -> Remedy | None:
        """The reason if the digest has moved because all digests have."""
        if home := self.reasons.moved_home(digest.meta.lang):
            return home
        if digest.kind not in self.moved:
            return None
        setting, way = OF_KIND[digest.kind]
        return message(
            '{setting} changed to "{value}"', setting=setting, value=dict(self.site.addresses.patterns)[setting]
        ), way


def _moved(listed: Iterable[Published], gone: Sequence[Published], content: Content) -> Iterator[Kind]:
    """The kinds of which several have moved and none is where the list has it."""
    by_id = {digest.meta.id: digest for digest in content.digests.values()}
    addresses = {each.address for each in listed}
    stay = {each.kind for path, each in content.digests.items() if f"/{content.addresses[path].url}" in addresses}
    for kind in Kind:
        found = {each.id for each in gone if each.id in by_id and by_id[each.id].kind is kind}
        if len(found) > 1 and kind not in stay:
            yield kind


def _problem(members: Sequence[Published], why: Message | None, way: Message, site: Site) -> Problem:
    first, count = members[0], len(members)
    lists = [Listed.of(each.address, each.id) for each in members if each.is_list]
    if why and why.values.get("setting") in {each.setting for each in lists} and (kept := feeds_kept(lists, site)):
        way = message("{way}, or keep its feeds at their URLs: {kept}", way=way, kept=kept)
    gone = _gone(first.address, count, sum(1 for each in lists if each.form))
    text = message("{gone}; {why}", gone=gone, why=why) if why else gone
    hint = counted(
        "{way}, or delete the line in {file}", "{way}, or delete their lines in {file}", count=count, way=way, file=NAME
    )
    return Problem(NAME, first.line, 1, "PATH-GONE", text, hint)


def _gone(url: str, count: int, feeds: int) -> Message:
    """The message about the URLs; it counts feeds separately, because no page can redirect a feed reader."""
    if not feeds:
        return counted(
            "1 published URL would disappear: {url}",
            "{count:,} published URLs would disappear: {url}, …",
            count=count,
            url=url,
        )
    if feeds == count:
        return counted(
            "1 published feed would disappear: {url}",
            "{count:,} published feeds would disappear: {url}, …",
            count=count,
            url=url,
        )
    return message(
        "{total:,} published URLs would disappear, among them {feeds}: {url}, …",
        total=count,
        feeds=counted("{count} feed", "{count:,} feeds", count=feeds),
        url=url,
    )
