"""RSS 2.0, Atom and JSON feeds: one frozen Entry per digest, shared by every feed that shows it."""

from puntina.core.hooks import Plugin
from puntina.feeds.digest_feeds import digest_feeds
from puntina.feeds.entry import Category, Entry, Feed, Link, newest
from puntina.feeds.formats import atom, json_feed, rss
from puntina.feeds.outputs import feed_outputs
from puntina.feeds.subscribe import subscribe_pages

__all__ = ["PLUGIN", "Category", "Entry", "Feed", "Link", "atom", "json_feed", "newest", "register", "rss"]

PLUGIN = Plugin(
    pages=(("page about feeds", subscribe_pages),),
    feeds=(("digests", digest_feeds),),
    outputs=(("feeds", feed_outputs),),
)


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
