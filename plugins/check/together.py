"""What is wrong with files that are fine one by one: the same id, the same address, tags that fall together, links."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from plugins.check.links import find
from plugins.check.standing import standing
from plugins.digest import Digest, Kind, Place, Problem, did_you_mean
from plugins.digest.slugs import slugify
from plugins.site import Address, Site

Digests = Mapping[str, Digest]


def folded(path: str) -> str:
    """The path as file systems may see it that fold case and Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def address_of(digest: Digest, site: Site) -> Address:
    """Where the digest's page is."""
    meta = digest.meta
    prefix = site.language(meta.lang).prefix
    if digest.kind is Kind.PAGE:
        return site.addresses.at("PAGE_URL", prefix, slug=meta.slug, lang=meta.lang)
    category = site.category(meta.category)
    values = {
        "slug": meta.slug,
        "date": meta.date,
        "lang": meta.lang,
        "id": meta.id,
        "category": category.slug if category else "",
    }
    return site.addresses.at("ARTICLE_URL", prefix, **values)


def tag_slug(tag: str, site: Site) -> str:
    """The slug of a tag: from settings, else from its name."""
    return dict(site.tag_slugs).get(tag) or slugify(tag)


def problems_together(digests: Digests, files: frozenset[str], site: Site) -> Iterator[Problem]:
    """The problems of all digests and pages together."""
    every = list(digests.values())
    yield from _same_ids(every, site)
    yield from _same_addresses(every, site)
    yield from _same_translation(every, site)
    yield from _same_slugs(every, site, "tags", lambda tag: tag_slug(tag, site))
    yield from _same_slugs(every, site, "authors", slugify)
    yield from _templates(every, site)
    for digest in every:
        yield from _links(digest, digests, files, site)


def _at(digest: Digest, place: Place, site: Site, code: str, text: str, hint: str) -> Problem:
    return Problem(shown(digest, site), place.line, place.column, code, text, hint)


def shown(digest: Digest, site: Site) -> str:
    """The digest's file as problems name it."""
    return PurePosixPath(site.rules.folder, digest.path).as_posix()


def _pairs(digests: Iterable[Digest], key: Callable[[Digest], object]) -> Iterator[tuple[Digest, Digest]]:
    """Each digest with the first one that has the same key; empty keys are none."""
    first: dict[object, Digest] = {}
    for digest in digests:
        if value := key(digest):
            if value in first:
                yield digest, first[value]
            first.setdefault(value, digest)


def _same_ids(digests: list[Digest], site: Site) -> Iterator[Problem]:
    for digest, other in _pairs(digests, lambda digest: digest.meta.id):
        hint = f"copied from {other.path}? delete this line; a new one is given"
        if not any(name == "id" for name, _ in digest.meta.places):
            hint = "give one of the two an id of its own"
        yield _at(
            digest,
            digest.meta.place("id"),
            site,
            "ID-TWICE",
            f'the id "{digest.meta.id}" is that of {shown(other, site)}',
            hint,
        )
    for digest, other in _pairs(digests, lambda digest: digest.meta.guid):
        yield _at(
            digest,
            digest.meta.place("guid"),
            site,
            "ID-TWICE",
            f"the guid is that of {shown(other, site)}",
            "delete it in the one that did not have it",
        )


def _same_addresses(digests: list[Digest], site: Site) -> Iterator[Problem]:
    for digest, other in _pairs(digests, lambda digest: folded(address_of(digest, site).save_as)):
        own, its = address_of(digest, site).save_as, address_of(other, site).save_as
        but = "" if own == its else f" but for case or Unicode form ({its})"
        yield _at(
            digest,
            digest.meta.place("slug"),
            site,
            "PATH-TWICE",
            f"{own} is written by {shown(other, site)} too{but}",
            "give one of the two another slug",
        )


def _same_translation(digests: list[Digest], site: Site) -> Iterator[Problem]:
    for digest, other in _pairs(digests, lambda digest: (digest.kind, digest.meta.lang, digest.meta.translation_key)):
        text = f'{shown(other, site)} is the "{digest.meta.lang}" text of "{digest.meta.translation_key}" already'
        yield _at(
            digest,
            digest.meta.place("translation_key"),
            site,
            "KEY-TWICE",
            text,
            "give one of the two another translation_key",
        )


def _same_slugs(digests: list[Digest], site: Site, key: str, slug_of: Callable[[str], str]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], tuple[str, Digest]] = {}
    reported: set[tuple[str, str]] = set()
    for digest in digests:
        for name in getattr(digest.meta, key):
            slug = slug_of(name)
            first, other = seen.setdefault((digest.meta.lang, slug), (name, digest))
            if (slug and first == name) or (first, name) in reported:
                continue
            reported.add((first, name))
            yield _at(
                digest,
                digest.meta.place(key, name),
                site,
                "SLUG-TWICE",
                *_clash(name, first, other, slug, key, site),
            )


def _clash(name: str, first: str, other: Digest, slug: str, key: str, site: Site) -> tuple[str, str]:
    if not slug:
        return (
            f'"{name}" has no letter or digit for an address',
            f'give it a slug: TAG_SLUGS = {{"{name}": "…"}}',
        )
    place = other.meta.place(key, first)
    text = f'"{name}" and "{first}" ({shown(other, site)}:{place.line}:{place.column}) have one slug, "{slug}"'
    if folded(name) == folded(first) or key == "authors":
        return text, f'write "{first}" in both'
    return text, f'write one of them in both, or give one a slug: TAG_SLUGS = {{"{name}": "…"}}'


def _templates(digests: list[Digest], site: Site) -> Iterator[Problem]:
    """Templates that the theme lacks, where the theme is a folder; Pelican's own themes are known to Pelican alone."""
    folder = site.folder / site.theme / "templates"
    names = {path.stem for path in folder.glob("*.html")}
    for digest in digests:
        if (name := digest.meta.template) and names and name not in names:
            hint = did_you_mean(name, names, else_say=f"name a file of {site.theme}/templates, without .html")
            yield _at(
                digest, digest.meta.place("template"), site, "FM-TEMPLATE", f'the theme has no template "{name}"', hint
            )


def _links(digest: Digest, digests: Digests, files: frozenset[str], site: Site) -> Iterator[Problem]:
    for target in digest.targets:
        found = find(target, digest, digests, files)
        if found.code:
            yield _at(digest, target.place, site, found.code, found.fault, found.hint)
        elif found.path in digests and _leads_to_nothing(digest, digests[found.path], site):
            state = standing(digests[found.path], site.cutoff)
            yield _at(
                digest,
                target.place,
                site,
                "LINK-UNPUBLISHED",
                f"{found.path} is {state}",
                "publish it first, or take the link out for now",
            )


def _leads_to_nothing(digest: Digest, other: Digest, site: Site) -> bool:
    own, its = (standing(each, site.cutoff).is_public for each in (digest, other))
    return own and not its and not site.preview
