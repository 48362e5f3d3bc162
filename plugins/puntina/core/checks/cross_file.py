"""Problems between files that are valid one by one: the same id, the same URL, colliding slugs, broken links."""

from collections.abc import Iterator, Mapping

from puntina.core.checks.dates import future_problems, second_problems
from puntina.core.checks.lengths import length_problems
from puntina.core.checks.output_paths import PlannedOutput, output_path_problems
from puntina.core.checks.outside import outside_problems
from puntina.core.checks.redirect_faults import moved_problems
from puntina.core.checks.reserved_paths import reserved, reserved_areas
from puntina.core.checks.same_ids import pairs, same_ids
from puntina.core.checks.slugs import slug_problems
from puntina.core.checks.templates import template_problems
from puntina.core.checks.threads import thread_problems
from puntina.core.content.copied import copying
from puntina.core.content.copies import same_problems
from puntina.core.content.links import find
from puntina.core.content.problem_at import at, shown
from puntina.core.content.publication_state import state_of, unpublished
from puntina.core.content.redirects import all_moved
from puntina.core.content.site_paths import collision_key, site_paths
from puntina.core.content.statics import place_of_copy
from puntina.core.content.used_images import image_path
from puntina.core.digest import Digest, Problem
from puntina.core.digest.message import message
from puntina.core.digest.problem import MOST
from puntina.core.digest.slugs import slugify
from puntina.core.routes.address import Address
from puntina.core.settings import Site

Digests = Mapping[str, Digest]
HINTED = 20  # wrong links of a file for which the likely file or heading is looked for


def problems_together(
    digests: Digests,
    addresses: Mapping[str, Address],
    files: frozenset[str],
    site: Site,
    copied: Mapping[str, str],
    *,
    all_read: bool,
) -> Iterator[Problem]:
    """The problems of all digests and pages together; `addresses` are those of each of them, by path.

    What is `copied`, by its name, has a problem as such, and none for having the id of its original. Where a file could
    not be read (`all_read` is false), nothing is said to be alone.
    """
    every = list(digests.values())
    originals = [digest for digest in every if digest.path not in copied]
    yield from same_ids(originals, addresses, site)
    yield from same_problems(originals, site)
    yield from outside_problems(every, site)
    own = {path: digest for path, digest in digests.items() if path not in copied}
    yield from _same_addresses(own, addresses, files - (copied.keys() & digests.keys()), site)
    yield from _same_translation(originals, site)
    yield from slug_problems(every, site, "tags", site.tag_slug)
    yield from slug_problems(every, site, "authors", slugify)
    yield from thread_problems(every, site, all_read=all_read)
    yield from second_problems(originals, site)
    yield from future_problems(every, site)
    yield from length_problems(every, site)
    yield from template_problems(every, site)
    for digest in every:
        if digest.targets:
            yield from _links(digest, digests, files, site)


def _same_addresses(
    digests: Digests, addresses: Mapping[str, Address], files: frozenset[str], site: Site
) -> Iterator[Problem]:
    own, problems = site_paths(list(digests.values()), site)
    yield from problems
    pictures = {path for digest in digests.values() if (path := image_path(digest, digests, files))}
    areas = reserved_areas(own, pictures, site)
    pages = {path: addresses[path].save_as for path in digests}
    others = files - digests.keys()
    is_copied = copying(digests, others, site)
    yield from output_path_problems(PlannedOutput(own, pages, others, is_copied, digests, areas), site)
    moves = list(all_moved(digests, addresses, site))
    if moves:
        beside = {collision_key(place_of_copy(path)): message("the file {path}", path=path) for path in others}
        first = {collision_key(save_as): path for path, save_as in reversed(pages.items())}
        kept = reserved(digests.values(), own, areas, site)
        yield from moved_problems(moves, digests, first, beside, kept, site)


def _same_translation(digests: list[Digest], site: Site) -> Iterator[Problem]:
    for digest, other in pairs(digests, lambda digest: (digest.kind, digest.meta.lang, digest.meta.translation_key)):
        text = message(
            '{file} is already the "{lang}" version of "{key}"',
            file=shown(other, site),
            lang=digest.meta.lang,
            key=digest.meta.translation_key,
        )
        yield at(
            digest,
            digest.meta.position("translation_key"),
            site,
            "KEY-TWICE",
            text,
            message("give one of the two another translation_key"),
        )


def _links(digest: Digest, digests: Digests, files: frozenset[str], site: Site) -> Iterator[Problem]:
    faults = 0
    for target in digest.targets:
        found = find(target, digest, digests, files, hints=faults < HINTED)
        if found.fault and found.hint and faults < MOST:
            faults += 1
            yield at(digest, target.position, site, found.code, found.fault, found.hint)
        elif found.path in digests and _leads_to_nothing(digest, digests[found.path], site):
            yield at(
                digest,
                target.position,
                site,
                "LINK-UNPUBLISHED",
                unpublished(found.path, state_of(digests[found.path], site.cutoff)),
                message("publish it first, or remove the link for now"),
            )


def _leads_to_nothing(digest: Digest, other: Digest, site: Site) -> bool:
    own, its = (state_of(each, site.cutoff).is_public for each in (digest, other))
    return own and not its and not site.preview
