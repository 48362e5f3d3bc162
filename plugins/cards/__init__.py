"""The frozen values that templates are given: cards, links, lists; data only, no doors into the site."""

from plugins.cards.cards import (
    Alternate,
    ArchiveMonth,
    ArchiveYear,
    ArticleView,
    Card,
    Counted,
    Head,
    LanguageView,
    Link,
    Listing,
    PageView,
    SiteView,
    SourceView,
)

__all__ = [
    "Alternate",
    "ArchiveMonth",
    "ArchiveYear",
    "ArticleView",
    "Card",
    "Counted",
    "Head",
    "LanguageView",
    "Link",
    "Listing",
    "PageView",
    "SiteView",
    "SourceView",
]
