"""Pages as what they are made from: frozen inputs, all of which are their key; values are computed from those alone.

The values themselves are many and mostly printed once, so they are computed by the process that prints them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from puntina.copyright import source_message
from puntina.core.content.resolved_links import Resolved
from puntina.core.digest import Digest, Source
from puntina.core.digest.noted import point_marks
from puntina.core.digest.states import EXPIRED
from puntina.core.locales import N_, direction, language_name, minutes
from puntina.core.locales.headline import headline
from puntina.core.views.cards import (
    ArticleView,
    DatedLink,
    ImageView,
    Link,
    SourceView,
    ThreadView,
    Untranslated,
)
from puntina.core.views.page_cards import PageView
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.site_context import SiteContext
from puntina.core.views.updates import update_view
from puntina.share import ShareLinks

Key = tuple[tuple[str, object], ...]
DECLARED = frozenset({"share", "copyright"})  # parts with a field of their own
NOT_TRANSLATED = N_("This digest is not in English.")
READ_IN = N_("Read it in:")


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A digest's page; `links` are the addresses of its targets."""

    context: SiteContext
    sources: tuple[str, ...]
    meta: PageMeta
    digest: Digest
    mark: str
    links: tuple[Resolved, ...]
    category: Link | None
    tags: tuple[Link, ...]
    authors: tuple[Link, ...]
    newer: Link | None
    older: Link | None
    image: ImageView | None
    related: tuple[DatedLink, ...]
    outlets: tuple[Link, ...]
    thread: ThreadView | None

    @property
    def url(self) -> str:
        """The page's address below the site's root."""
        return self.meta.url

    @property
    def key(self) -> Key:
        """All that the values are computed from."""
        return (
            *self.context.key(self.meta.lang),
            ("which digests it shows", self.sources),
            ("address, description or translations", self.meta.key),
            ("text", self.digest),
            ("mark or links to other files", (self.mark, self.links)),
            ("category, tags or authors", (self.category, self.tags, self.authors)),
            ("neighbours", (self.newer, self.older)),
            ("picture", self.image),
            ("related digests", self.related),
            ("outlets", self.outlets),
            ("thread", self.thread),
            ("what it says in languages that it is not in", tuple(map(self._sentence, self._missing))),
        )

    def values(self) -> Mapping[str, object]:
        """The values for the template."""
        article = self._view()
        return {**self.context.common(self.meta, article), "article": article}

    def _view(self) -> ArticleView:
        site, meta = self.context.site, self.digest.meta
        assert meta.date  # noqa: S101 - no digest is without one, for the type checker
        return ArticleView(
            headline=headline(meta, self.context.strings[meta.lang]),
            title=meta.title,
            url=site.rooted(self.url),
            permalink=site.absolute(self.url),
            date=meta.date,
            modified=meta.modified,
            lang=meta.lang,
            mark=self.mark,
            category=self.category,
            tags=self.tags,
            authors=self.authors,
            digest=self.context.printed(self.digest, self.links),
            minutes=minutes(self.digest.words, meta.lang),
            sources=tuple(map(source_view, meta.sources)),
            share=self._share(),
            copyright=self.context.notice_of(self),
            parts={name: part(self, site) for name, part in self.context.parts.items() if name not in DECLARED},
            translations=self._translations,
            newer=self.newer,
            older=self.older,
            image=self.image,
            related=self.related,
            outlets=self.outlets,
            thread=self.thread,
            updates=tuple([update_view(each) for each in meta.updates if each is not meta.retraction]),
            retraction=update_view(meta.retraction) if meta.retraction else None,
            point_marks=point_marks(self.digest) if meta.updates else (),
            expired=meta.expires if self.mark == EXPIRED else None,
            untranslated=tuple(map(self._untranslated, self._missing)),
        )

    def _share(self) -> ShareLinks:
        """Its share links, none where the plugin is left out."""
        part = self.context.parts.get("share")
        found = part(self, self.context.site) if part else ShareLinks()
        assert isinstance(found, ShareLinks)  # noqa: S101 - for the type checker
        return found

    @property
    def _missing(self) -> tuple[str, ...]:
        """The languages of the publication that the digest is not in; none for one that is in no list either."""
        if self.meta.noindex or len(self.meta.others) + 1 == len(self.context.languages):
            return ()
        there = {self.meta.lang, *(lang for lang, _ in self.meta.others)}
        return tuple([lang for lang in self.context.languages if lang not in there])

    def _sentence(self, lang: str) -> str:
        strings = self.context.strings[lang]
        said = (NOT_TRANSLATED, READ_IN) if self.meta.others else (NOT_TRANSLATED,)
        return " ".join([str(strings.gettext(each)) for each in said])

    def _untranslated(self, lang: str) -> Untranslated:
        return Untranslated(lang, direction(lang), self._sentence(lang), self._translations)

    @property
    def _translations(self) -> tuple[Link, ...]:
        return tuple([Link(language_name(lang), self.context.site.rooted(url), lang) for lang, url in self.meta.others])


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A standing page, such as About."""

    context: SiteContext
    sources: tuple[str, ...]
    meta: PageMeta
    digest: Digest
    mark: str
    links: tuple[Resolved, ...]

    @property
    def key(self) -> Key:
        """All that the values are computed from."""
        return (
            *self.context.key(self.meta.lang),
            ("which digests it shows", self.sources),
            ("address, description or translations", self.meta.key),
            ("text", self.digest),
            ("mark or links to other files", (self.mark, self.links)),
        )

    def values(self) -> Mapping[str, object]:
        """The values for the template."""
        meta, url = self.digest.meta, self.context.site.rooted(self.meta.url)
        text = self.context.printed(self.digest, self.links)
        return {
            **self.context.common(self.meta),
            "page": PageView(meta.title, url, meta.lang, meta.modified, self.mark, text),
        }


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list or an archive; `ours` are its values besides the frame's, each with its name."""

    context: SiteContext
    sources: tuple[str, ...]
    meta: PageMeta
    ours: Key

    @property
    def key(self) -> Key:
        """All that the values are computed from."""
        return (
            *self.context.key(self.meta.lang),
            ("which digests it shows", self.sources),
            ("address, description or translations", self.meta.key),
            *self.ours,
        )

    def values(self) -> Mapping[str, object]:
        """The values for the template."""
        return {**self.context.common(self.meta), **dict(self.ours)}


def source_view(source: Source) -> SourceView:
    """A source as the digest's page shows it."""
    values = {field.name: getattr(source, field.name) for field in fields(source)}
    return SourceView(**values, message=source_message(source))
