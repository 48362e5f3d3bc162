"""Every extension point on one page: what a plugin can add to Puntina, each with an example.

A plugin is a module named in PLUGINS, ours or a publication's. It has `register()`, as all of Pelican's have, and may
have PLUGIN, which says what it adds:

    PLUGIN = Plugin(
        keys=(Key("mood"),),
        article_attributes={"mood": lambda article: dict(article.digest.meta.extra).get("mood", "")},
    )

Puntina's own plugins use the same door. What is declared here is known before any content is read, so that `check` and
`build` agree; the functions are called when a build needs them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import click
    from markupsafe import Markup
    from pelican import Pelican

    from puntina.core.content.content import Content
    from puntina.core.digest import Digest, Problem
    from puntina.core.engine.output import Output
    from puntina.core.pelican.articles import DigestArticle
    from puntina.core.pelican.build import Build
    from puntina.core.routes.route import Route
    from puntina.core.settings import Site
    from puntina.core.settings.table import Setting
    from puntina.core.views.page_spec import PageSpec
    from puntina.core.views.site_context import Describe, Part, SiteContext
    from puntina.feeds.entry import Entry
    from puntina.feeds.feed_spec import FeedSpec
    from puntina.feeds.formats import Format
    from puntina.share import Network

Item = TypeVar("Item")
NAME = "PLUGIN"  # the attribute of a plugin's module


def _fine(value: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Key:
    """A front matter key; `fault` says as a predicate what is wrong with a value, "" where it is fine.

    Key("mood", lambda value: "" if value in ("calm", "tense") else "is not a mood")
    """

    name: str
    fault: Callable[[str], str] = _fine


@dataclass(frozen=True, slots=True)
class Check:
    """A check of the whole content: the codes of its problems, and the function that yields them.

    Check(("MOOD-TITLE",), shouting)
    """

    codes: tuple[str, ...]
    find: "Callable[[Content, Site], Iterable[Problem]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """What a plugin adds; all of it may be left out."""

    # What is known before a build, also to `check`.
    #
    # Front matter keys: keys=(Key("mood"),); their values are `digest.meta.extra`, pairs of name and text.
    keys: tuple[Key, ...] = ()
    # Settings: settings=(Setting("MOODS", (), "Known moods.", fault, hint),); their values are in `site.added`.
    settings: "tuple[Setting, ...]" = ()
    # Kinds of pages, lists and files: routes=(Route(setting="MOOD_URL", kind="mood", …),).
    routes: "tuple[Route, ...]" = ()
    # Checks of the whole content: checks=(Check(("MOOD-TITLE",), shouting),).
    checks: tuple[Check, ...] = ()
    # Share networks: networks=(Network("pocket", "Pocket", "https://example.org/save?url={url}"),).
    networks: "tuple[Network, ...]" = ()
    # Feed formats: formats=(Format("text", "Text", "text/plain", frame, item),); each needs a route FEED_…_URL.
    formats: "tuple[Format, ...]" = ()
    # Commands: commands=(moods,), each a click.Command, run as `puntina moods`.
    commands: "tuple[click.Command, ...]" = ()

    # What a build asks for.
    #
    # When a build begins, before Pelican reads a file: start=prepare_output.
    start: "Callable[[Pelican, Build], None] | None" = None
    # Attributes of articles, each computed when first used: article_attributes={"mood": mood_of}.
    article_attributes: "Mapping[str, Callable[[DigestArticle], object]]" = field(default_factory=dict)
    # When all articles are known, and in order: articles=(("translations", pair_articles),).
    articles: "tuple[tuple[str, Callable[[Build], None]], ...]" = ()
    # Parts of a digest's page, each from its digest and URL alone, and computed when the page is printed:
    # page_parts={"mood": lambda shown, site: …}; templates have them as `article.parts.mood` and `digest.parts.mood`.
    page_parts: "Mapping[str, Part]" = field(default_factory=dict)
    # Parts of each language's home: home_parts={"edition": newest_edition}.
    home_parts: "Mapping[str, Callable[[Build, str], object]]" = field(default_factory=dict)
    # The order of a digest's blocks; the last plugin that has it decides: arrange=summary_first.
    arrange: "Callable[[Digest, Site], Digest] | None" = None
    # A digest or standing page as HTML, for themes that take Pelican's context; likewise: html=text_html.
    html: "Callable[[Digest, Build], Markup] | None" = None
    # Pages: pages=(("moods", mood_pages),); a step yields a PageSpec for each.
    pages: "tuple[tuple[str, Callable[[Build], Iterable[PageSpec]]], ...]" = ()
    # Feeds: feeds=(("moods", mood_feeds),); a step yields a FeedSpec for each list that has some.
    feeds: "tuple[tuple[str, Callable[[Build], Iterable[FeedSpec]]], ...]" = ()
    # Entries of feeds, each function adding to what the one before it gave: entries=(with_mood,).
    entries: "tuple[Callable[[Entry, Digest, SiteContext], Entry], ...]" = ()
    # Other files: outputs=(("moods.json", mood_file),); a step yields an Output for each.
    outputs: "tuple[tuple[str, Callable[[Build], Iterable[Output]]], ...]" = ()
    # Metadata of pages, each function adding to what the one before it gave: metadata=(mood_metadata,).
    metadata: "tuple[Describe, ...]" = ()


@dataclass(frozen=True)
class Hooks:
    """What all plugins of a publication add, in the order of PLUGINS."""

    plugins: tuple[tuple[str, Plugin], ...] = ()

    def _all(self, of: Callable[[Plugin], Iterable[Item]]) -> tuple[Item, ...]:
        return tuple([each for _, plugin in self.plugins for each in of(plugin)])

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """All front matter keys."""
        return self._all(lambda plugin: plugin.keys)

    @cached_property
    def settings(self) -> "tuple[Setting, ...]":
        """All settings but those of routes."""
        return self._all(lambda plugin: plugin.settings)

    @cached_property
    def routes(self) -> "tuple[Route, ...]":
        """All routes."""
        return self._all(lambda plugin: plugin.routes)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """All checks."""
        return self._all(lambda plugin: plugin.checks)

    @cached_property
    def networks(self) -> "tuple[Network, ...]":
        """All share networks."""
        return self._all(lambda plugin: plugin.networks)

    @cached_property
    def formats(self) -> "tuple[Format, ...]":
        """All feed formats."""
        return self._all(lambda plugin: plugin.formats)

    @cached_property
    def commands(self) -> "tuple[click.Command, ...]":
        """All commands."""
        return self._all(lambda plugin: plugin.commands)

    @cached_property
    def start(self) -> "tuple[Callable[[Pelican, Build], None], ...]":
        """What is called when a build begins."""
        return self._all(lambda plugin: (plugin.start,) if plugin.start else ())

    @cached_property
    def article_attributes(self) -> "Mapping[str, Callable[[DigestArticle], Any]]":
        """All attributes of articles, by name."""
        return dict(self._all(lambda plugin: plugin.article_attributes.items()))

    @cached_property
    def page_parts(self) -> "Mapping[str, Part]":
        """All parts of digests' pages, by name."""
        return dict(self._all(lambda plugin: plugin.page_parts.items()))

    @cached_property
    def home_parts(self) -> "Mapping[str, Callable[[Build, str], object]]":
        """All parts of homes, by name."""
        return dict(self._all(lambda plugin: plugin.home_parts.items()))

    @cached_property
    def arrange(self) -> "Callable[[Digest, Site], Digest] | None":
        """What puts a digest's blocks in order, if there is anything."""
        return next((plugin.arrange for _, plugin in reversed(self.plugins) if plugin.arrange), None)

    @cached_property
    def html(self) -> "Callable[[Digest, Build], Markup] | None":
        """What makes a digest's HTML, if there is anything."""
        return next((plugin.html for _, plugin in reversed(self.plugins) if plugin.html), None)

    @cached_property
    def entries(self) -> "tuple[Callable[[Entry, Digest, SiteContext], Entry], ...]":
        """The functions that add to entries of feeds."""
        return self._all(lambda plugin: plugin.entries)

    @cached_property
    def articles(self) -> "tuple[tuple[str, Callable[[Build], None]], ...]":
        """The steps when all articles are known."""
        return self._all(lambda plugin: plugin.articles)

    @cached_property
    def pages(self) -> "tuple[tuple[str, Callable[[Build], Iterable[PageSpec]]], ...]":
        """The steps that yield pages."""
        return self._all(lambda plugin: plugin.pages)

    @cached_property
    def feeds(self) -> "tuple[tuple[str, Callable[[Build], Iterable[FeedSpec]]], ...]":
        """The steps that yield feeds."""
        return self._all(lambda plugin: plugin.feeds)

    @cached_property
    def outputs(self) -> "tuple[tuple[str, Callable[[Build], Iterable[Output]]], ...]":
        """The steps that yield other files."""
        return self._all(lambda plugin: plugin.outputs)

    @cached_property
    def metadata(self) -> "tuple[Describe, ...]":
        """The functions that add metadata to pages."""
        return self._all(lambda plugin: plugin.metadata)
