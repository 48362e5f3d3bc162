"""Tags, authors and threads whose slugs collide or can't be part of a URL."""

from collections.abc import Callable, Iterator

from puntina.core.content.problem_at import at, shown
from puntina.core.digest import Digest, Problem
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_name, folded
from puntina.core.settings import Site


def slug_problems(digests: list[Digest], site: Site, key: str, slug_of: Callable[[str], str]) -> Iterator[Problem]:
    """The problems of the names under the key ("tags", "authors", "thread"), each where the name first occurs."""
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
            position = digest.meta.position(key, name)
            if fault := _fault(name, slug):
                yield at(digest, position, site, "SLUG-NAME", fault, _hint(name, key))
            elif first != name:
                yield at(digest, position, site, "SLUG-TWICE", *_clash(name, first, other, slug, key, site))


def _fault(name: str, slug: str) -> Message | None:
    if not slug:
        return message('"{name}" has no letters or digits, so no URL can be made from it', name=name)
    fault = fault_of_name(slug)
    return message('the slug "{slug}" of "{name}" {fault}', slug=slug, name=name, fault=fault) if fault else None


def _hint(name: str, key: str) -> Message:
    if key == "tags":
        return message('give it a slug: TAG_SLUGS = {{"{name}": "…"}}', name=name)
    return message("use other words")


def _clash(name: str, first: str, other: Digest, slug: str, key: str, site: Site) -> tuple[Message, Message]:
    position = other.meta.position(key, first)
    text = message(
        '"{name}" and "{first}" ({file}:{line}:{column}) have the same slug, "{slug}"',
        name=name,
        first=first,
        file=shown(other, site),
        line=position.line,
        column=position.column,
        slug=slug,
    )
    if folded(name) == folded(first) or key != "tags":
        return text, message('write "{first}" in both', first=first)
    return text, message('write one of them in both, or give one a slug: TAG_SLUGS = {{"{name}": "…"}}', name=name)
