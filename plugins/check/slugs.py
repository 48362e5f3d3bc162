"""Tags, authors and threads whose addresses would be one, or none that a file system can have."""

from collections.abc import Callable, Iterator

from plugins.check.naming import at, shown
from plugins.digest import Digest, Problem
from plugins.digest.names import fault_of_name, folded
from plugins.site import Site


def slug_problems(digests: list[Digest], site: Site, key: str, slug_of: Callable[[str], str]) -> Iterator[Problem]:
    """The problems of the names under the key ("tags", "authors", "thread"), each where the name stands first."""
    seen: dict[tuple[str, str], tuple[str, Digest]] = {}
    known: set[tuple[str, str]] = set()
    for digest in digests:
        lang = digest.meta.lang
        names = getattr(digest.meta, key)
        for name in names if type(names) is tuple else (names,):
            if (lang, name) in known:
                continue
            known.add((lang, name))
            slug = slug_of(name)
            first, other = seen.setdefault((lang, slug), (name, digest))
            place = digest.meta.place(key, name)
            if fault := _fault(name, slug):
                yield at(digest, place, site, "SLUG-NAME", fault, _way_out(name, key))
            elif first != name:
                yield at(digest, place, site, "SLUG-TWICE", *_clash(name, first, other, slug, key, site))


def _fault(name: str, slug: str) -> str:
    if not slug:
        return f'"{name}" has no letter or digit for an address'
    fault = fault_of_name(slug)
    return f'the slug "{slug}" of "{name}" {fault}' if fault else ""


def _way_out(name: str, key: str) -> str:
    return f'give it a slug: TAG_SLUGS = {{"{name}": "…"}}' if key == "tags" else "write it in other words"


def _clash(name: str, first: str, other: Digest, slug: str, key: str, site: Site) -> tuple[str, str]:
    place = other.meta.place(key, first)
    text = f'"{name}" and "{first}" ({shown(other, site)}:{place.line}:{place.column}) have one slug, "{slug}"'
    if folded(name) == folded(first) or key != "tags":
        return text, f'write "{first}" in both'
    return text, f'write one of them in both, or give one a slug: TAG_SLUGS = {{"{name}": "…"}}'
