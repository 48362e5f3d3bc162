"""The Build: all that a run of Pelican works with, typed, under one key of Pelican's settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from babel.support import Translations
from markupsafe import Markup

from puntina.core.content.content import Content
from puntina.core.digest import Digest
from puntina.core.engine.job import Job
from puntina.core.hooks import Hooks
from puntina.core.settings import Site

if TYPE_CHECKING:
    from puntina.core.engine.writer import Theme
    from puntina.core.pelican.articles import DigestArticle, DigestPage

KEY = "PUNTINA"  # of Pelican's settings
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Given:
    """What a command has found out before Pelican runs; it is in the place of the Build until that is made."""

    site: Site
    content: Content
    job: Job | None = None  # None where Pelican itself writes all files
    compiled: Path | None = None  # where compiled templates are kept, None where nothing is
    pictures: Path | None = None  # likewise for pictures in several sizes


@dataclass(slots=True)
class Run:
    """What becomes known while Pelican runs, in this order; a builder that lives on changes the content's text."""

    content: Content
    job: Job | None = None  # None where Pelican itself writes all files
    listed: "list[DigestArticle]" = field(default_factory=list)  # newest first
    unlisted: "list[DigestArticle]" = field(default_factory=list)  # hidden and expired ones, likewise
    pages: "list[DigestPage]" = field(default_factory=list)
    by_path: "dict[str, DigestArticle | DigestPage]" = field(default_factory=dict)
    stock_context: dict[str, dict[str, Any]] = field(default_factory=dict)  # Pelican's variables, by language
    render: "Theme | None" = None  # of a theme that takes frozen values
    made: dict[Callable[..., object], object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Build:
    """A build: the publication, its content and strings, what its plugins add, and what becomes known on the way."""

    site: Site
    strings: Mapping[str, Translations]  # by language
    catalogues: Mapping[str, bytes]  # their fingerprints
    static_files: tuple[str, ...]  # of the content, copied as they are
    hooks: Hooks
    run: Run
    theme: Path
    theme_statics: tuple[tuple[str, Path], ...] = ()  # what is copied, by its name in the settings
    own_templates: tuple[Path, ...] = ()  # folders whose templates go before the theme's
    direct_templates: frozenset[str] = frozenset()  # those that Pelican makes a page of by itself, without .html
    compiled: Path | None = None  # where compiled templates are kept, None where nothing is
    pictures: Path | None = None  # likewise for pictures in several sizes

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Build":
        """The build whose settings these are."""
        return cast("Build", settings[KEY])

    @property
    def content(self) -> Content:
        """The content as it is now."""
        return self.run.content

    def once(self, make: "Callable[[Build], Made]") -> Made:
        """What the function makes of the build; made once, or once in each process that asks for it.

        >>> build.once(all_lists)  # doctest: +SKIP
        """
        if make not in self.run.made:
            self.run.made[make] = make(self)
        return cast("Made", self.run.made[make])

    def html(self, digest: Digest) -> Markup:
        """The digest as HTML, for themes that take Pelican's context; "" where no plugin makes it."""
        make = self.hooks.html
        return make(digest, self) if make else Markup("")

    def has_templates(self, *names: str) -> bool:
        """Whether the theme, or the publication itself, has all of the templates; a stock theme has none of ours."""
        folders = [*self.own_templates, self.theme / "templates"]
        return all(any((folder / f"{name}.html").is_file() for folder in folders) for name in names)
