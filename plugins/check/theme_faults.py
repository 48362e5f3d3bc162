"""What is wrong with a theme before any page is made of it: templates that don't compile, links to files elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.check.theme_files import files_below, template_folders
from plugins.digest import Digest, Problem
from plugins.digest.message import Message, message
from plugins.digest.reasons import reason_of
from plugins.locales import filters
from plugins.site import Site
from plugins.site.theme_folder import takes_frozen_values, template_problem, theme_folder

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

# The templates that Pelican itself makes pages of; of a theme written for it, only these and what they take in count.
STOCK = ("index", "article", "page", "archives", "categories", "category", "tags", "tag", "authors", "author")
SUFFIX = ".html"


def theme_problems(site: Site, digests: Iterable[Digest]) -> Iterator[Problem]:
    """Every problem of the theme for the publication of these digests and pages."""
    yield from file_problems(site)
    yield from ThemeTemplates.of(site, digests).problems()


@dataclass(frozen=True)
class ThemeTemplates:
    """Every template of the theme and of the publication, read; of two with one name the publication's counts."""

    site: Site
    files: Mapping[str, tuple[Path, bytes]]
    asked: tuple[str, ...]  # the templates that digests and pages ask for
    unread: tuple[Problem, ...]

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
        return cls(site, files, tuple(asked), tuple(unread))

    @cached_property
    def fingerprint(self) -> bytes:
        """16 bytes that differ where a template differs, or what is asked for."""
        sources = [(name, str(path), data) for name, (path, data) in self.files.items()]
        return blake2b(repr((self.asked, sources)).encode(), digest_size=16, person=b"theme").digest()

    def problems(self) -> Iterator[Problem]:
        """A problem for each template that doesn't compile, or that takes in one that is not there.

        All templates of a theme that takes frozen values count; of another one, which may bring templates that nobody
        uses or that need a plugin, those that Pelican or a digest asks for, and only for their syntax.
        """
        yield from self.unread
        theme = theme_folder(self.site.theme, self.site.folder)
        if theme and takes_frozen_values(theme):
            yield from self._own()
        else:
            yield from self._stock({*STOCK, *self.asked})

    def _own(self) -> Iterator[Problem]:
        environment = self._environment()
        environment.filters.update(filters(self.site.default_language.code))
        known: dict[str, Callable[..., Any]] = dict.fromkeys(self.site.own_filters | self.site.own_tests, str)
        environment.filters.update(known)
        environment.tests.update(known)
        for name in self.files:
            tree, problem = self._parsed(environment, name, compiles=True)
            if problem:
                yield problem
            for line, missing in _taken_in(tree) if tree else ():
                if not any((folder / missing).is_file() for folder in template_folders(self.site)):
                    yield self._problem(name, line, "TemplateNotFound", missing)

    def _stock(self, names: Iterable[str]) -> Iterator[Problem]:
        environment = self._environment("jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.debug")
        waiting, seen = sorted(f"{name}{SUFFIX}" for name in names), set[str]()
        while waiting:
            name = waiting.pop(0)
            if name in seen or name not in self.files:  # Pelican's own theme may have it
                continue
            seen.add(name)
            tree, problem = self._parsed(environment, name, compiles=False)
            if problem and not self._may_be_known(problem):
                yield problem
            waiting += [other for _, other in _taken_in(tree)] if tree else []

    def _environment(self, *extensions: str) -> "Environment":
        from jinja2 import Environment  # here, as a build in which no template has changed does without

        return Environment(extensions=["jinja2.ext.i18n", *extensions])  # noqa: S701 - it only compiles

    def _parsed(
        self, environment: "Environment", name: str, *, compiles: bool
    ) -> "tuple[nodes.Template | None, Problem | None]":
        from jinja2 import TemplateError

        path, data = self.files[name]
        try:
            source = data.decode()
            tree = environment.parse(source, name, str(path))
            if compiles:
                environment.compile(tree, name, str(path), raw=True)
        except UnicodeDecodeError as error:
            return None, self._problem(name, data.count(b"\n", 0, error.start) + 1, type(error).__name__, str(error))
        except TemplateError as error:
            return None, self._problem(name, getattr(error, "lineno", 1), type(error).__name__, str(error))
        return tree, None

    def _problem(self, name: str, line: int, kind: str, error: str) -> Problem:
        return template_problem(self.files[name][0], line, kind, error, self.site.folder)

    @staticmethod
    def _may_be_known(problem: Problem) -> bool:
        """Whether a plugin, or JINJA_ENVIRONMENT, may add what the template asks for."""
        return "unknown tag" in str(problem.text)


def _taken_in(tree: "nodes.Template") -> Iterator[tuple[int, str]]:
    """The names of templates without which it can't be rendered, as far as they are written out, each with its line."""
    from jinja2 import nodes

    kinds: tuple[Any, ...] = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    for each in tree.find_all(kinds):
        is_optional = isinstance(each, nodes.Include) and each.ignore_missing
        if isinstance(each.template, nodes.Const) and isinstance(each.template.value, str) and not is_optional:
            yield each.lineno, each.template.value


def file_problems(site: Site) -> Iterator[Problem]:
    """A problem for each of the theme's copied files that is none, or is a link to a file outside the publication.

    Of a theme that is installed elsewhere, the links are those of whoever installed it.
    """
    theme = theme_folder(site.theme, site.folder)
    if theme is None:
        return
    root = site.folder.resolve()
    is_own = theme.resolve().is_relative_to(root)
    for name in site.theme_statics:
        for file in files_below(theme / name):
            if fault := _file_fault(file, root if is_own else None):
                shown = file.relative_to(site.folder) if file.is_relative_to(site.folder) else file
                yield Problem(shown.as_posix(), 0, 0, "FILE-LINK", fault, message("put the file itself here"))


def _file_fault(file: Path, root: Path | None) -> Message | None:
    if file.is_symlink() and root and not file.resolve().is_relative_to(root):
        return message("{name} is a link out of the publication", name=file.name)
    if file.is_file():
        return None
    what = message("a link that leads nowhere") if file.is_symlink() else message("neither file nor folder")
    return message("{name} is {what}", name=file.name, what=what)
