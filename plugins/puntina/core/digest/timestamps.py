"""When a digest was published and updated, to the second: editors write minutes, feeds need an order."""

import datetime as dt
from zlib import crc32

from puntina.core.digest.model import FrontMatter

# For how long a digest is news: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
NEWS = dt.timedelta(days=2)


def published(meta: FrontMatter) -> dt.datetime:
    """The digest's date; where that was written without seconds, with seconds that follow from the digest's id.

    They follow from nothing else, so that another digest of the same minute leaves them as they are.
    """
    assert meta.date  # noqa: S101 - no digest is without one, for the type checker
    return _to_the_second("date", meta.date, meta)


def updated(meta: FrontMatter) -> dt.datetime:
    """When the editor says that it was modified, with seconds as above, else when it was published; never before."""
    first = published(meta)
    return max(first, _to_the_second("modified", meta.modified, meta)) if meta.modified else first


def _to_the_second(key: str, moment: dt.datetime, meta: FrontMatter) -> dt.datetime:
    if moment.second or moment.microsecond or key in meta.exact:
        return moment
    return moment.replace(second=crc32(meta.id.encode()) % 60)
