"""RSS 2.0 and Atom feeds: one frozen Entry per digest, shared by every feed that shows it."""

from plugins.feeds.entry import Category, Entry, Feed, Link, newest
from plugins.feeds.formats import atom, rss

__all__ = ["Category", "Entry", "Feed", "Link", "atom", "newest", "rss"]
