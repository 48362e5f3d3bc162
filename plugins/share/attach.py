"""Hangs the share links on articles, as data."""

from typing import Any

from plugins.share.choice import choose
from plugins.share.links import share_links


def attach(generator: Any) -> None:
    """Sets `share` of each article to its links; a preview's drafts have them too, to be seen."""
    site = generator.settings["SITE"]
    for article in (*generator.articles, *generator.hidden_articles):
        meta = article.digest.meta
        networks = choose(site.share, dict(site.share_by_language), meta.lang, meta.share)
        article.share = share_links(meta.title, site.absolute(article.url), networks)
