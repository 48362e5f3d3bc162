"""Checks `template:` in front matter: the theme must have it, and it must be for digests or pages."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from puntina.core.content.problem_at import at
from puntina.core.content.theme_files import template_folders
from puntina.core.digest import Digest, Kind, Problem, did_you_mean
from puntina.core.digest.message import message
from puntina.core.settings import Site

if TYPE_CHECKING:
    from jinja2 import nodes

SHOWS = {Kind.DIGEST: "article", Kind.PAGE: "page"}  # the template of each kind, and the name by which it is given one
SUFFIX = ".html"


def template_problems(digests: Sequence[Digest], site: Site) -> Iterator[Problem]:
    """A problem for each digest or page whose template is missing or is for something else."""
    asking = [digest for digest in digests if digest.meta.template]
    if not asking:  # which is nearly always so, and to read a theme's templates takes a while
        return
    theme = Theme(template_folders(site))
    for digest in asking:
        name, position = digest.meta.template, digest.meta.position("template")
        fitting = theme.fitting(SHOWS[digest.kind])
        if name in fitting:
            continue
        otherwise = message("delete the line, or write {names}", names=", ".join(fitting))
        if not theme.has(name):
            hint = did_you_mean(name, fitting, else_say=otherwise)
            yield at(
                digest, position, site, "FM-TEMPLATE", message('the theme has no template "{name}"', name=name), hint
            )
        elif digest.kind is Kind.PAGE:
            text = message('the template "{name}" is not for pages', name=name)
            yield at(digest, position, site, "FM-TEMPLATE", text, otherwise)
        else:
            text = message('the template "{name}" is not for digests', name=name)
            yield at(digest, position, site, "FM-TEMPLATE", text, otherwise)


class Theme:
    """The templates of a theme, as they refer to each other; of two with one name that in the earlier folder counts."""

    def __init__(self, folders: Sequence[Path]) -> None:
        from jinja2 import Environment, FileSystemLoader  # here, as hardly any check needs it

        self._names = {path.stem for folder in folders for path in folder.glob(f"*{SUFFIX}")}
        self._environment = Environment(  # noqa: S701 - it only parses
            loader=FileSystemLoader([str(folder) for folder in folders]),
            extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
        )
        self._environment.filters = self._environment.tests = _Any()
        self._read = cache(self._parsed)
        self.fitting = cache(self._fitting)

    def has(self, name: str) -> bool:
        """Whether there is one of this name."""
        return name in self._names

    def _fitting(self, value: str) -> tuple[str, ...]:
        """The names of those that make a whole page of the value of this name."""
        outer = {name for name in self._names if not name.startswith("_")}
        chains = {name: list(self._chain(name + SUFFIX)) for name in outer}
        frames = {chain[-1] for chain in chains.values() if len(chain) > 1}
        shown = {name for name, chain in chains.items() if self._shows(chain, frames, value)}
        return tuple(sorted(shown | (outer & {value})))  # the one of this name is that of every digest or page

    def _shows(self, chain: Sequence[str], frames: AbstractSet[str], value: str) -> bool:
        """Whether it is a whole page, and asks for the value, not merely in a frame that other pages have too."""
        inner = [name for name in chain if name not in frames]
        return self._is_whole(chain[-1]) and any(self._asks(name, value, set()) for name in inner)

    def _chain(self, name: str) -> Iterator[str]:
        """The template, the one that it extends, and so on."""
        from jinja2 import nodes

        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            yield name
            tree = self._read(name)
            extended = [_names(each.template) for each in tree.find_all(nodes.Extends)] if tree else []
            name = extended[0][0] if extended and extended[0] else name

    def _is_whole(self, name: str) -> bool:
        from jinja2 import nodes

        tree = self._read(name)
        return tree is not None and any("<html" in each.data.lower() for each in tree.find_all(nodes.TemplateData))

    def _asks(self, name: str, value: str, seen: set[str]) -> bool:
        """Whether the template, or one that it includes as it is, asks for the value."""
        from jinja2.meta import find_undeclared_variables

        tree = self._read(name)
        if tree is None or name in seen:
            return False
        seen.add(name)
        if value in find_undeclared_variables(tree):
            return True
        return any(self._asks(each, value, seen) for each in _included(tree))

    def _parsed(self, name: str) -> "nodes.Template | None":
        """The template; None where it is not there, or can't be read, which rendering says."""
        from jinja2 import TemplateError

        try:
            source = self._environment.loader.get_source(self._environment, name)[0]  # type: ignore[union-attr]
            return self._environment.parse(source)
        except (TemplateError, UnicodeDecodeError):
            return None


class _Any(dict[str, Any]):
    """A table of filters that has one of every name: which there are, the build knows."""

    def get(self, key: str, default: Any = None) -> Any:
        return str


def _included(tree: "nodes.Template") -> Iterator[str]:
    """What it includes but in a loop, where a name may be another thing."""
    from jinja2 import nodes

    looped = {id(each) for loop in tree.find_all(nodes.For) for each in loop.find_all(nodes.Include)}
    for each in tree.find_all(nodes.Include):
        if id(each) not in looped:
            yield from _names(each.template)


def _names(template: "nodes.Expr") -> list[str]:
    """The names of templates that are written out."""
    from jinja2 import nodes

    parts = template.items if isinstance(template, nodes.List | nodes.Tuple) else [template]
    return [each.value for each in parts if isinstance(each, nodes.Const) and isinstance(each.value, str)]
