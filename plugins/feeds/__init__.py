"""RSS 2.0 and Atom feeds: one frozen Entry per digest, shared by every feed that shows it."""

from pelican import signals

from plugins.feeds.entry import Category, Entry, Feed, Link, newest
from plugins.feeds.formats import atom, json_feed, rss
from plugins.feeds.generator import feeds_generator

__all__ = ["Category", "Entry", "Feed", "Link", "atom", "newest", "register", "rss"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.get_generators.connect(feeds_generator)
