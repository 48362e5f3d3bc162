"""What a page's template is made of: a fingerprint of it with all that it extends, includes and imports."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateError, TemplateNotFound, nodes
from jinja2.meta import find_referenced_templates

FRAGMENT = "fragment"


class Closures:
    """The fingerprints of a theme's templates as they are now; make another one when a file has changed."""

    def __init__(self, folders: Sequence[str | Path]) -> None:
        """`folders` hold the templates; of two with one name that in the earlier folder counts."""
        self._environment = Environment(  # noqa: S701 - it only finds files
            loader=FileSystemLoader([str(folder) for folder in folders])
        )
        self._hashes: dict[str, bytes] = {}
        self._references: dict[str, frozenset[str]] = {}
        self._closures: dict[str, bytes] = {}

    def __call__(self, name: str) -> bytes:
        """16 bytes that differ where the template, or one that it takes in at whatever depth, differs.

        A name that is computed while rendering may be any template's, so then all of the theme's count. A template
        that is not there counts too: once it is, the fingerprint is another.
        """
        if name not in self._closures:
            parts = repr([(each, self._hashes[each]) for each in sorted(self._reached(name))])
            self._closures[name] = blake2b(parts.encode(), digest_size=16, person=b"templates").digest()
        return self._closures[name]

    def _reached(self, name: str) -> set[str]:
        reached, waiting = {name}, [name]
        while waiting:
            new = self._read(waiting.pop()) - reached
            reached |= new
            waiting += new
        return reached

    def _read(self, name: str) -> frozenset[str]:
        """The names that the template refers to; its hash is noted."""
        if name not in self._references:
            try:
                source = self._environment.loader.get_source(self._environment, name)[0]  # type: ignore[union-attr]
            except TemplateNotFound:
                self._hashes[name], self._references[name] = b"", frozenset()
            else:
                self._hashes[name] = blake2b(source.encode(), digest_size=16).digest()
                self._references[name] = self._named(source)
        return self._references[name]

    def _named(self, source: str) -> frozenset[str]:
        named = _names_in(source)
        return frozenset(self._environment.list_templates() if None in named else (each for each in named if each))


@lru_cache(1 << 9)  # a server asks for the closures of all templates after each change of one
def _names_in(source: str) -> frozenset[str | None]:
    """The names that the template refers to, with None for one that is computed; none where it can't be parsed."""
    try:
        return frozenset(_references(Environment(extensions=["jinja2.ext.i18n"]).parse(source)))  # noqa: S701 - it only parses
    except TemplateError:  # rendering says what is wrong
        return frozenset()


def _references(template: nodes.Template) -> Iterator[str | None]:
    """The names of templates in it; None for one that is not known before it is rendered."""
    yield from find_referenced_templates(template)
    calls = [node for node in template.find_all(nodes.Call) if _is_fragment(node.node)]
    for call in calls:
        match call.args:
            case [nodes.Const(value=str(name))]:
                yield name
            case _:
                yield None
    if len(calls) != sum(map(_is_fragment, template.find_all(nodes.Name))):  # `fragment` under another name
        yield None


def _is_fragment(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == FRAGMENT
