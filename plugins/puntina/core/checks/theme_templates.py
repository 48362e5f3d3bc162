"""Compiles a theme's templates, without rendering, and reports those that can't be used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from puntina.core.content.theme_files import asset_names, template_folders
from puntina.core.digest import Digest, Problem
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.locales import filters
from puntina.core.routes.table import ROUTES
from puntina.core.settings import Site
from puntina.core.settings.theme_folder import missing_asset, takes_frozen_values, template_problem, theme_folder

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

# The templates that Pelican itself makes pages of; of a theme written for it, only these and what they take in count.
STOCK = ("index", "article", "page", "archives", "categories", "category", "tags", "tag", "authors", "author")
SUFFIX = ".html"
Known = tuple[frozenset[str], frozenset[str]]  # the names of filters and tests that Jinja has not
NONE: Known = (frozenset(), frozenset())


Call = tuple[int, str, str]  # the line, the function, the text that it is called with


@dataclass(frozen=True, slots=True)
class References:
    """What a template asks of others, each with its line, where it is written out; and what others may ask of it."""

    templates: tuple[tuple[int, str], ...]  # without which it can't be rendered
    imports: tuple[tuple[int, str, frozenset[str]], ...]  # the names that it imports from another
    calls: tuple[Call, ...]  # such as those of asset() and fragment()
    exported: frozenset[str]


@dataclass(frozen=True)
class ThemeTemplates:
    """Every template of the theme and of the publication, read; of two with one name the publication's counts."""

    site: Site
    files: Mapping[str, tuple[Path, bytes]]
    asked: tuple[str, ...]  # the templates that digests and pages ask for
    unread: tuple[Problem, ...]
    assets: frozenset[str]

    @classmethod
    def of(cls, site: Site, digests: Iterable[Digest]) -> "ThemeTemplates":
        """Those that are in the folders now."""
        found = {
            path.relative_to(folder).as_posix(): path
            for folder in reversed(template_folders(site))
            for path in sorted(folder.rglob(f"*{SUFFIX}"))
            if path.is_file()
        }
        files, unread = dict[str, tuple[Path, bytes]](), list[Problem]()
        for name, path in sorted(found.items()):
            try:
                files[name] = path, path.read_bytes()
            except OSError as error:
                unread.append(template_problem(path, 0, type(error).__name__, reason_of(error.strerror), site.folder))
        asked = sorted({digest.meta.template for digest in digests if digest.meta.template})
        return cls(site, files, tuple(asked), tuple(unread), asset_names(site))

    @cached_property
    def fingerprint(self) -> bytes:
        """16 bytes that differ where a template differs, or what is asked for, or which files there are to ask for."""
        sources = [(name, str(path), data) for name, (path, data) in self.files.items()]
        return blake2b(
            repr((self.asked, sorted(self.assets), sources)).encode(), digest_size=16, person=b"theme"
        ).digest()

    def problems(self) -> Iterator[Problem]:
        """A problem for each template that doesn't compile, or that takes in one that is not there.

        All templates of a theme that takes frozen values count; of another one, which may bring templates that nobody
        uses or that need a plugin, those that Pelican or a digest asks for, and only for their syntax.
        """
        yield from self.unread
        theme = theme_folder(self.site.theme, self.site.folder)
        if theme and takes_frozen_values(theme):
            yield from self._lacking(theme)
            yield from self._own()
        else:
            yield from self._stock({*STOCK, *self.asked})

    def _lacking(self, theme: Path) -> Iterator[Problem]:
        """A problem for each template that pages of this publication are made of, and that is not there."""
        for route in sorted(ROUTES, key=lambda route: route.kind):
            name = f"{route.kind}{SUFFIX}"
            is_needed = route.kind and not route.template_optional and self.site.has_room_for(route)
            if is_needed and name not in self.files:
                text = message("the theme has no template {name}", name=name)
                shown = theme.relative_to(self.site.folder) if theme.is_relative_to(self.site.folder) else theme
                hint = message("add it to the theme; start from a copy of the one in the theme daily")
                yield Problem((shown / "templates").as_posix(), 0, 0, "THEME", text, hint)

    def _own(self) -> Iterator[Problem]:
        own = frozenset(self.site.own_filters | self.site.own_tests)
        known = own.union(filters(self.site.default_language.code)), own
        parsed = {name: self._parsed(name, known, compiles=True) for name in self.files}
        read = {name: references for name, (references, _) in parsed.items() if references}
        for name, (references, problem) in parsed.items():
            if problem:
                yield problem
            if references:
                yield from self._missing(name, references, read)

    def _missing(self, name: str, own: "References", every: "Mapping[str, References]") -> Iterator[Problem]:
        """What the template asks of others, or of the theme's files, and does not get."""
        folders = template_folders(self.site)
        for line, other in own.templates:
            if other not in self.files and not any((folder / other).is_file() for folder in folders):
                yield self._problem(name, line, "TemplateNotFound", other)
        for line, source, names in own.imports:
            for wanted in sorted(names - every[source].exported) if source in every else ():
                yield self._problem(name, line, "UndefinedError", f"{source} does not define {wanted!r}")
        for line, function, wanted in own.calls:
            if function == "asset" and wanted not in self.assets:
                yield self._problem(name, line, "TemplateAssertionError", missing_asset(wanted, self.assets))
            elif function == "fragment" and wanted not in self.files:
                yield self._problem(name, line, "TemplateNotFound", wanted)

    def _stock(self, names: Iterable[str]) -> Iterator[Problem]:
        waiting, seen = sorted(f"{name}{SUFFIX}" for name in names), set[str]()
        while waiting:
            name = waiting.pop(0)
            if name in seen or name not in self.files:  # Pelican's own theme may have it
                continue
            seen.add(name)
            references, problem = self._parsed(name, NONE, compiles=False)
            if problem and not self._may_be_known(problem):
                yield problem
            waiting += [other for _, other in references.templates] if references else []

    def _parsed(self, name: str, known: Known, *, compiles: bool) -> "tuple[References | None, Problem | None]":
        path, data = self.files[name]
        references, fault = _parsed(data, name, str(path), known, compiles=compiles)
        return references, self._problem(name, *fault) if fault else None

    def _problem(self, name: str, line: int, kind: str, error: str) -> Problem:
        return template_problem(self.files[name][0], line, kind, error, self.site.folder)

    @staticmethod
    def _may_be_known(problem: Problem) -> bool:
        """Whether a plugin, or JINJA_ENVIRONMENT, may add what the template asks for."""
        return "unknown tag" in str(problem.text)


@lru_cache(1 << 9)  # a server checks theme after theme, in which one template has changed
def _parsed(
    data: bytes, name: str, path: str, known: Known, *, compiles: bool
) -> tuple[References | None, tuple[int, str, str] | None]:
    """What the template refers to, or line, kind and text of what is wrong; with `compiles` an unknown filter is."""
    from jinja2 import TemplateError  # here, as a build in which no template has changed does without

    try:
        environment = _environment(known, stock=not compiles)
        tree = environment.parse(data.decode(), name, path)
        if compiles:
            environment.compile(tree, name, path, raw=True)
    except UnicodeDecodeError as error:
        return None, (data.count(b"\n", 0, error.start) + 1, type(error).__name__, str(error))
    except TemplateError as error:
        return None, (getattr(error, "lineno", 1), type(error).__name__, str(error))
    return _references(tree), None


@lru_cache(1 << 3)
def _environment(known: Known, *, stock: bool) -> "Environment":
    from jinja2 import Environment

    more = ["jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.debug"] if stock else []
    environment = Environment(extensions=["jinja2.ext.i18n", *more])  # noqa: S701 - it only compiles
    for table, names in zip((environment.filters, environment.tests), known, strict=True):
        table.update(dict.fromkeys(names - table.keys(), _unused))
    return environment


def _unused(value: object) -> object:
    """Stands for a filter or test: nothing is rendered."""
    return value


def _references(tree: "nodes.Template") -> References:
    from jinja2 import nodes

    templates, imports, calls = list[tuple[int, str]](), list[tuple[int, str, frozenset[str]]](), list[Call]()
    takers: tuple[Any, ...] = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    for each in tree.find_all((*takers, nodes.Call)):
        match each:
            case nodes.Call(node=nodes.Name(name=str(function)), args=[nodes.Const(value=str(wanted)), *_]):
                calls.append((each.lineno, function, wanted))
            case nodes.Include(ignore_missing=True):
                pass
            case (
                nodes.Extends(template=nodes.Const(value=str(source)))
                | nodes.Include(template=nodes.Const(value=str(source)))
                | nodes.Import(template=nodes.Const(value=str(source)))
                | nodes.FromImport(template=nodes.Const(value=str(source)))
            ):
                templates.append((each.lineno, source))
                if isinstance(each, nodes.FromImport):
                    names = frozenset(name if isinstance(name, str) else name[0] for name in each.names)
                    imports.append((each.lineno, source, names))
    return References(tuple(templates), tuple(imports), tuple(calls), frozenset(_exported(tree)))


def _exported(tree: "nodes.Template") -> set[str]:
    """The names that another template may import: macros and values on the top level, and what is imported there."""
    from jinja2 import nodes

    names: set[str] = set()
    for each in tree.body:
        match each:
            case nodes.Macro(name=name):
                names.add(name)
            case nodes.Assign(target=target) | nodes.AssignBlock(target=target):
                names |= {name.name for name in [target, *target.find_all(nodes.Name)] if isinstance(name, nodes.Name)}
            case nodes.Import(target=target):
                names.add(target)
            case nodes.FromImport(names=others):
                names |= {other if isinstance(other, str) else other[1] for other in others}
            case nodes.If() | nodes.For() | nodes.With() | nodes.Scope():  # inside which any name may be set
                names |= {name.name for name in each.find_all(nodes.Name) if name.ctx == "store"}
                names |= {macro.name for macro in each.find_all(nodes.Macro)}
    return names
