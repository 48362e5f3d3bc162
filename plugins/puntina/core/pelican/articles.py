"""Digests as Pelican's Articles, made at once; what hangs on them is computed when it is asked for."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from markupsafe import escape
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest, Kind
from puntina.core.digest.states import RETRACTED
from puntina.core.digest.timestamps import published
from puntina.core.locales import longdate
from puntina.core.pelican.taxonomy import Taxonomy
from puntina.core.settings import Address, Site


class DigestArticle(Article):  # type: ignore[misc]  # Pelican has no types
    """Pelican's Article, made from a digest.

    Its own __init__ and no call of Pelican's: that one takes 0.2 ms, most of it for addresses that are formatted again
    at each use. Parts that plugins offer (`settings["PARTS"]`, by name) are attributes, computed once when asked for.
    """

    url = save_as = ""
    tags: Sequence[Any] = ()  # of an article that has none; to find by an error that it has not took time
    authors: Sequence[Any] = ()

    def __init__(self, digest: Digest, state: State, taxonomy: Taxonomy, settings: dict[str, Any]) -> None:
        site: Site = settings["SITE"]
        address: Address = settings["CONTENT"].addresses[digest.path]
        self.settings = settings
        self.lang = digest.meta.lang
        self.slug = digest.meta.slug
        self.date: Any = digest.meta.date
        self.url = self.override_url = address.url
        self.save_as = self.override_save_as = address.save_as
        self.source_path = f"{taxonomy.folder}/{digest.path}"
        self.relative_source_path = digest.path
        self.in_default_lang = self.lang == site.default_language.code
        self.mark = _mark(digest, state)
        self._status = "published" if state.is_listed else "hidden"
        self.template = digest.meta.template or "article"
        self.translations: list[Any] = []
        self.__dict__.update(taxonomy.of(digest.meta))
        self._show(digest)

    def take(self, digest: Digest) -> None:
        """Makes this the article of the digest, which differs in text alone; forgets what was computed from another."""
        for name in (*self.settings["PARTS"], "metadata", "locale_date", "locale_modified", "neighbour"):
            self.__dict__.pop(name, None)
        self.__dict__.pop("modified", None)
        self._show(digest)

    def _show(self, digest: Digest) -> None:
        self.digest = digest
        self.title = escape(digest.meta.title)  # stock themes print it without escaping
        if digest.meta.modified:
            self.modified = digest.meta.modified

    def __getattr__(self, name: str) -> Any:
        part = self.settings["PARTS"].get(name) if "settings" in self.__dict__ else None
        if part is None:
            raise AttributeError(f"{type(self).__name__} has no {name}")
        value = self.__dict__[name] = part(self)
        return value

    @cached_property
    def moment(self) -> dt.datetime:
        """The date to the second, by which those of one minute have an order."""
        return published(self.digest.meta)

    @cached_property
    def metadata(self) -> dict[str, Any]:
        """What Pelican keeps of front matter."""
        names = ("title", "date", "modified", "lang", "slug", "status", "summary", "category", "tags", "authors")
        return {name: value for name in names if (value := getattr(self, name, ())) != ()}

    @cached_property
    def locale_date(self) -> str:
        """The date as text in the article's own language; Pelican's is in that of the process."""
        return longdate(self.date, self.lang)

    @cached_property
    def locale_modified(self) -> str:
        """The date of the last change, likewise; AttributeError where there is none."""
        return longdate(self.modified, self.lang)

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing, for which Pelican would have all metadata made: links are addresses from the first."""

    def get_content(self, siteurl: str) -> str:
        """The digest as HTML; Pelican would keep it for ever, by article and address."""
        return str(getattr(self, "html", ""))

    def get_summary(self, siteurl: str) -> str:
        """The teaser, as HTML."""
        return str(escape(self.digest.teaser))


def _mark(digest: Digest, state: State) -> str:
    """The label on its page and cards: "draft" or "scheduled" (in previews only), "expired", "retracted" or ""."""
    if state is State.EXPIRED or not state.is_public:
        return str(state)
    return RETRACTED if digest.meta.updates and digest.meta.retraction else ""


def place(content: Any, settings: dict[str, Any]) -> None:
    """Makes Pelican's object for a content file known by the file's path."""
    settings.setdefault("BY_PATH", {})[content.digest.path] = content


def take(content: Any, digest: Digest) -> None:
    """Makes Pelican's object that of the digest, which differs from its own in text alone."""
    if isinstance(content, DigestArticle):
        content.take(digest)
    else:
        content.digest = digest


def offer(settings: dict[str, Any], **parts: Any) -> None:
    """Adds parts of articles: by name, a function of the article."""
    settings.setdefault("PARTS", {}).update(parts)


def use_articles(generator: ArticlesGenerator) -> None:
    """Gives Pelican the articles of all digests that a build shows."""
    for article in make_articles(generator.settings["CONTENT"].digests.values(), generator.settings):
        article._context = generator.context  # noqa: SLF001 - as Pelican's own __init__ has it
        _announce(article, generator)
        listed = generator.hidden_articles if article.status == "hidden" else generator.articles
        listed.append(article)
        generator.context["generated_content"][article.relative_source_path] = article
        place(article, generator.settings)


def make_articles(digests: Iterable[Digest], settings: dict[str, Any]) -> Iterable[DigestArticle]:
    """The articles of those digests that a build shows, in the order of the digests."""
    site: Site = settings["SITE"]
    settings.setdefault("PARTS", {})
    taxonomy = Taxonomy(site, settings)
    for digest in digests:
        state = state_of(digest, site.cutoff)
        if digest.kind is Kind.DIGEST and (state.is_public or site.preview):
            yield DigestArticle(digest, state, taxonomy, settings)


def _announce(article: DigestArticle, generator: ArticlesGenerator) -> None:
    """Tells plugins of others of a new article, as Pelican's readers would."""
    if signals.article_generator_context.receivers:
        signals.article_generator_context.send(generator, metadata=article.metadata)
    if signals.content_object_init.receivers:
        signals.content_object_init.send(article)
