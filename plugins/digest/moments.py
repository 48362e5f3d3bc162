"""When a digest was published and updated, to the second: editors give minutes, feeds need an order."""

import datetime as dt
from zlib import crc32

from plugins.digest.model import FrontMatter

# For how long a digest is news: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
NEWS = dt.timedelta(days=2)


def published(meta: FrontMatter) -> dt.datetime:
    """The digest's date; where that has only minutes, with seconds that follow from the digest's id.

    They follow from nothing else, so that another digest of the same minute leaves them as they are.
    """
    assert meta.date  # noqa: S101 - no digest is without one, for the type checker
    return _to_the_second(meta.date, meta.id)


def updated(meta: FrontMatter) -> dt.datetime:
    """When the editor says that it was modified, with seconds as above, else when it was published; never before."""
    first = published(meta)
    return max(first, _to_the_second(meta.modified, meta.id)) if meta.modified else first


def _to_the_second(moment: dt.datetime, own: str) -> dt.datetime:
    return moment if moment.second or moment.microsecond else moment.replace(second=crc32(own.encode()) % 60)
