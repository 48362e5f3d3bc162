"""Page metadata: language, URL, description, alternates."""

from dataclasses import dataclass

from puntina.core.views.cards import FeedLink


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What a page adds to what all pages of its language have.

    `url` is the page's own, below the site's root; `others` are (language, address) of the same page in other
    languages; a page that is `nowhere` (404) has no address.
    """

    lang: str
    url: str
    description: str
    others: tuple[tuple[str, str], ...] = ()
    noindex: bool = False
    nowhere: bool = False
    feeds: tuple[FeedLink, ...] = ()  # of the list that the page shows
    lite: str | None = None  # the full address whose lite page stands in for this page; None for that of home
    title: str = ""  # of the list or standing page, without the publication's name; "" where only the template knows it

    @property
    def key(self) -> tuple[object, ...]:
        """All of it."""
        return (
            self.lang,
            self.url,
            self.description,
            self.others,
            self.noindex,
            self.nowhere,
            self.feeds,
            self.lite,
            self.title,
        )
