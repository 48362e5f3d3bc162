"""Readers of feeds that a link can open: at their own page for new subscriptions, with the feed's address filled in."""

from collections.abc import Iterator
from urllib.parse import quote

from puntina.core.views.cards import Link

# In alphabetical order. Links of the scheme `feed:` are not valid in HTML, and few browsers hand them to a program.
APPS = (
    ("Feedbin", "https://feedbin.com/?subscribe={feed}"),
    ("Feedly", "https://feedly.com/i/subscription/feed%2F{feed}"),
    ("Inoreader", "https://www.inoreader.com/?add_feed={feed}"),
    ("NewsBlur", "https://www.newsblur.com/?url={feed}"),
    ("The Old Reader", "https://theoldreader.com/feeds/subscribe?url={feed}"),
)


def app_links(feed: str) -> Iterator[Link]:
    """Links that subscribe to the feed at this absolute address."""
    for name, address in APPS:
        yield Link(name, filled(address, feed))


def filled(address: str, feed: str) -> str:
    """A service's address with that of the feed in place of {feed}."""
    return address.replace("{feed}", quote(feed, safe=""))
