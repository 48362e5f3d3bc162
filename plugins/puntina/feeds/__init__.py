"""RSS 2.0, Atom and JSON feeds: one frozen Entry per digest, shared by every feed that shows it."""

from pelican import signals

from puntina.feeds.entry import Category, Entry, Feed, Link, newest
from puntina.feeds.formats import atom, json_feed, rss
from puntina.feeds.generator import feeds_generator, offer_links

__all__ = ["Category", "Entry", "Feed", "Link", "atom", "json_feed", "newest", "register", "rss"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_links)
    signals.get_generators.connect(feeds_generator)
