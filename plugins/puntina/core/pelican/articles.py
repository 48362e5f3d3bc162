"""Digests as Pelican's Articles, made at once; what they show elsewhere is computed when it is asked for."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup, escape
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest, Kind
from puntina.core.digest.states import RETRACTED
from puntina.core.digest.timestamps import published
from puntina.core.locales import longdate
from puntina.core.pelican.article_cards import card, dated, link
from puntina.core.pelican.build import Build
from puntina.core.pelican.signals_of_articles import announce
from puntina.core.pelican.taxonomy import PlacedAuthor, PlacedCategory, PlacedTag, Taxonomy
from puntina.core.views.cards import Card, DatedLink, ImageView, Link
from puntina.core.views.page_spec import FrozenPage
from puntina.core.views.summaries import DigestSummary

if TYPE_CHECKING:
    from puntina.core.pelican.thread_place import ThreadPlace

OWN = (
    "card",
    "link",
    "dated",
    "metadata",
    "locale_date",
    "locale_modified",
    "moment",
    "html",
)  # computed from the text


class DigestPage(Protocol):
    """Pelican's Page, made from a standing page of ours."""

    digest: Digest
    lang: str
    url: str
    save_as: str
    mark: str
    status: str
    settings: Mapping[str, Any]
    translations: "list[DigestPage]"
    origin: str  # what problems name it by
    page_of_ours: Callable[[], FrozenPage]  # what its page is made from


class DigestArticle(Article):  # type: ignore[misc]  # Pelican has no types
    """Pelican's Article, made from a digest.

    Its own __init__ and no call of Pelican's: that one takes 0.2 ms, most of it for URLs that are formatted again at
    each use. What plugins add (`article_attributes` of puntina.core.hooks) is computed once when it is asked for.
    """

    build: Build
    digest: Digest
    lang: str
    slug: str
    date: dt.datetime
    mark: str  # what is said of it wherever it is named: "draft", "held", "expired" or "retracted"; "" for most
    template: str
    translations: "list[DigestArticle]"
    url = save_as = ""
    category: PlacedCategory | None = None
    tags: Sequence[PlacedTag] = ()
    authors: Sequence[PlacedAuthor] = ()
    # What plugins of ours set or add; as here where they are left out.
    neighbours: "tuple[DigestArticle | None, DigestArticle | None]" = (None, None)  # the next newer, the next older
    related: "tuple[DigestArticle, ...]" = ()
    thread: "ThreadPlace | None" = None
    outlets: tuple[Link, ...] = ()
    image: ImageView | None = None
    brief: DigestSummary
    around = (Markup(""), Markup(""))  # HTML before and after the text, for the pages of stock themes
    changed_by = ""  # the module of the plugin that has changed the text

    def __init__(self, digest: Digest, state: State, taxonomy: Taxonomy, build: Build) -> None:
        address = build.content.addresses[digest.path]
        self.build = build
        self.settings = taxonomy.settings
        self.lang = digest.meta.lang
        self.slug = digest.meta.slug
        self.date = digest.meta.date or build.site.cutoff  # no digest is without one, for the type checker
        self.url = self.override_url = address.url
        self.save_as = self.override_save_as = address.save_as
        self.source_path = f"{taxonomy.folder}/{digest.path}"
        self.relative_source_path = digest.path
        self.in_default_lang = self.lang == build.site.default_language.code
        self.mark = _mark(digest, state)
        self._status = "published" if state.is_listed else "hidden"
        self.template = digest.meta.template or "article"
        self.translations = []
        self.__dict__.update(taxonomy.of(digest.meta))
        self._show(digest)

    def take(self, digest: Digest) -> None:
        """Makes this the article of the digest, which differs in text alone; forgets what was computed from another."""
        for name in (*OWN, *self.build.hooks.article_attributes, "modified"):
            self.__dict__.pop(name, None)
        self._show(digest)

    def _show(self, digest: Digest) -> None:
        self.digest = digest
        self.title = escape(digest.meta.title)  # stock themes print it without escaping
        if digest.meta.modified:
            self.modified = digest.meta.modified

    def __getattr__(self, name: str) -> Any:
        for key, value in self.digest.meta.extra if "digest" in self.__dict__ else ():
            if key == name:
                return value
        raise AttributeError(f"{type(self).__name__} has no {name}")

    @cached_property
    def moment(self) -> dt.datetime:
        """The date to the second, by which those of one minute have an order."""
        return published(self.digest.meta)

    @cached_property
    def card(self) -> Card:
        """The article as lists show it, made once for all of them."""
        return card(self, self.build.site)

    @cached_property
    def link(self) -> Link:
        """The article as neighbours name it."""
        return link(self, self.build.site)

    @cached_property
    def dated(self) -> DatedLink:
        """The same with its date."""
        return dated(self, self.build.site)

    @cached_property
    def metadata(self) -> dict[str, Any]:
        """What Pelican keeps of front matter."""
        names = ("title", "date", "modified", "lang", "slug", "status", "summary", "category", "tags", "authors")
        own = {name: value for name in names if (value := getattr(self, name, None)) not in ((), None)}
        return {**dict(self.digest.meta.extra), **own}

    @cached_property
    def locale_date(self) -> str:
        """The date as text in the article's own language; Pelican's is in that of the process."""
        return longdate(self.date, self.lang)

    @cached_property
    def locale_modified(self) -> str:
        """The date of the last change, likewise; AttributeError if there is none."""
        return longdate(self.modified, self.lang)

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing, for which Pelican would have all metadata made: links are addresses from the first."""

    @cached_property
    def html(self) -> Markup:
        """The digest as HTML, for themes that take Pelican's context."""
        return self.build.html(self.digest)

    @property
    def _content(self) -> str:
        """The digest as HTML, which plugins of others read and replace."""
        return str(self.html)

    @_content.setter
    def _content(self, html: str) -> None:
        if html != self._content:
            self.changed_by = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001 - to say who did it
            self.html = Markup(html)  # noqa: S704 - the plugin's own

    def get_content(self, siteurl: str) -> str:
        """The digest as HTML; Pelican would keep it for ever, by article and address."""
        before, after = self.around
        return f"{before}{self._content}{after}"

    def get_summary(self, siteurl: str) -> str:
        """The teaser, as HTML, or what a plugin has put in its place."""
        made = self.__dict__.get("_summary") or self.__dict__.get("metadata", {}).get("summary")
        return str(made or escape(self.digest.teaser))


def take(content: "DigestArticle | DigestPage", digest: Digest) -> None:
    """Makes Pelican's object that of the digest, which differs from its own in text alone."""
    if isinstance(content, DigestArticle):
        content.take(digest)
    else:
        content.digest = digest
        content._content = str(Build.of(content.settings).html(digest))  # type: ignore[union-attr]  # noqa: SLF001 - Pelican has no setter for it


def _mark(digest: Digest, state: State) -> str:
    if state is State.EXPIRED or not state.is_public:
        return str(state)
    return RETRACTED if digest.meta.updates and digest.meta.retraction else ""


def article_type(build: Build) -> type[DigestArticle]:
    """The class of the build's articles, with what its plugins add."""
    added = {name: cached_property(make) for name, make in build.hooks.article_attributes.items()}
    made = type("DigestArticle", (DigestArticle,), dict(added))
    for name, attribute in added.items():
        attribute.__set_name__(made, name)
    return made


def use_articles(generator: ArticlesGenerator) -> None:
    """Gives Pelican the articles of all digests that a build shows."""
    build = Build.of(generator.settings)
    for article in make_articles(build, generator.settings):
        article._context = generator.context  # noqa: SLF001 - as Pelican's own __init__ has it
        announce(article, generator)
        listed = generator.hidden_articles if article.status == "hidden" else generator.articles
        listed.append(article)
        generator.context["generated_content"][article.relative_source_path] = article
        build.run.by_path[article.digest.path] = article


def make_articles(build: Build, settings: dict[str, Any]) -> Iterator[DigestArticle]:
    """The articles of those digests that a build shows, in the order of the digests."""
    site, taxonomy, made = build.site, Taxonomy(build.site, settings), article_type(build)
    for digest in build.content.digests.values():
        state = state_of(digest, site.cutoff)
        if digest.kind is Kind.DIGEST and (state.is_public or site.preview):
            yield made(digest, state, taxonomy, build)
