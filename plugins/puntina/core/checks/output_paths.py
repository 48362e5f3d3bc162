"""What a build would write in the place of something else: pages, copied files, lists of the site's own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from puntina.core.checks.claims import Claim, Clash, Rank, clashes
from puntina.core.checks.reserved_paths import ReservedAreas
from puntina.core.content.problem_at import at
from puntina.core.content.site_paths import SitePath, collision_key
from puntina.core.content.statics import place_of_copy
from puntina.core.content.theme_files import theme_files
from puntina.core.digest import Digest, Problem
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_path
from puntina.core.settings import Site

SETTINGS = "the settings"
RENAME, RESLUG, MOVE = (
    message("rename the file"),
    message("give the digest another slug"),
    message("give one of the two another URL"),
)


@dataclass(frozen=True, slots=True)
class PlannedOutput:
    """All that a build would write, as far as it follows from settings, theme and content.

    `pages` has each digest and page by its path, with the path of its output; `files` are those of the content that may
    be copied, and `is_copied` says, at some cost, which really are.
    """

    own: Mapping[str, SitePath]
    pages: Mapping[str, str]
    files: frozenset[str]
    is_copied: Callable[[str], bool]
    digests: Mapping[str, Digest]
    areas: ReservedAreas


def output_path_problems(output: PlannedOutput, site: Site) -> Iterator[Problem]:
    """A problem for each that is in the way of another, and for each path that no file system can have."""
    older = _most_pages(output, site)
    claims = [*_of_site(output, site), *_of_content(output, site)]
    for clash in clashes(claims):
        if all(each.rank is not Rank.COPY or output.is_copied(each.file) for each in (clash.late, clash.first)):
            yield _problem(clash.late, *_words(clash), output, site)
    for claim in claims:
        if claim.rank is not Rank.THEME:
            yield from _alone(claim, output, older, site)


def _most_pages(output: PlannedOutput, site: Site) -> int:
    """The number of the last older page that any list could have."""
    return len(output.digests) // site.page_size + 1


def _of_site(output: PlannedOutput, site: Site) -> Iterator[Claim]:
    for source, path in theme_files(site):
        yield Claim(f"{site.theme_static}/{path}", Rank.THEME, message("a file of the theme"), source)
    for own in output.own.values():
        yield Claim(own.address.save_as, Rank.OWN, own.name, setting=own.setting)


def _of_content(output: PlannedOutput, site: Site) -> Iterator[Claim]:
    folder = PurePosixPath(site.rules.folder, "_").as_posix().removesuffix("_")  # put together by hand: there are many
    for path, save_as in output.pages.items():
        yield Claim(save_as, Rank.PAGE, folder + path, path)
    for path in sorted(output.files):
        yield Claim(place_of_copy(path), Rank.COPY, folder + path, path)


def _alone(claim: Claim, output: PlannedOutput, older: int, site: Site) -> Iterator[Problem]:
    """What is wrong with a claim whatever the others are."""
    if fault := fault_of_path(claim.path):
        if claim.rank is not Rank.COPY or output.is_copied(claim.file):
            text = message("{path} {fault}", path=claim.path, fault=fault)
            yield _problem(claim, text, _hint(claim), output, site, code="PATH-OUT")
        return
    fault = output.areas.fault(collision_key(claim.path), own=claim.setting, most=older)
    if fault and (claim.rank is not Rank.COPY or output.is_copied(claim.file)):
        text = message("{path} {fault}", path=claim.path, fault=fault)
        yield _problem(claim, text, _hint(claim), output, site)


def _words(clash: Clash) -> tuple[Message, Message]:
    """What is wrong, and what to do."""
    late, first = clash.late, clash.first
    values = {"path": late.path, "other": first.path, "name": first.name}
    if not clash.is_same:
        if collision_key(late.path).startswith(f"{collision_key(first.path)}/"):
            return message("{path} is below {other}, a file of {name}", **values), _hint(late)
        return message("{path} must be a folder, for {other} of {name}", **values), _hint(late)
    if late.rank is Rank.THEME:
        copied = {"first": first.file, "second": late.file, "path": late.path}
        return message("{first} and {second} in THEME_STATIC_PATHS are both copied to {path}", **copied), RENAME
    if late.rank is Rank.OWN:
        return message("{path} would be both {own} and {name}", own=late.name, **values), MOVE
    if late.rank is not first.rank:
        return message("{path} is also written for {name}", **values), _hint(late)
    hint = message("give one of the two another slug") if late.rank is Rank.PAGE else RENAME
    if late.path == first.path:
        return message("{path} is also written by {name}", **values), hint
    return message("{path} is also written by {name}, apart from case or Unicode form ({other})", **values), hint


def _hint(claim: Claim) -> Message:
    return {Rank.PAGE: RESLUG, Rank.COPY: RENAME}.get(claim.rank, MOVE)


def _problem(
    claim: Claim, text: Message, hint: Message, output: PlannedOutput, site: Site, *, code: str = "PATH-TWICE"
) -> Problem:
    if claim.rank is Rank.PAGE:
        digest = output.digests[claim.file]
        return at(digest, digest.meta.position("slug"), site, code, text, hint)
    return Problem(claim.name if claim.rank is Rank.COPY else SETTINGS, 0, 0, code, text, hint)
