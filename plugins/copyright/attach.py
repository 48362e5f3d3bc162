"""Hangs the notice on articles."""

from typing import Any

from plugins.copyright.notice import notice_for


def attach(generator: Any) -> None:
    """Sets `copyright` of each article to its notice."""
    site = generator.settings["SITE"]
    for article in (*generator.articles, *generator.hidden_articles):
        own = article.digest.meta.copyright
        article.copyright = notice_for(
            article.date.year, own, holder=site.holder, licence=site.licence, lang=article.lang
        )
