"""A list page as Pelican's stock templates know it: a page of a paginator, numbered from the newest."""

from dataclasses import dataclass

from puntina.core.pelican.articles import DigestArticle
from puntina.core.routes.address import Address, Addresses
from puntina.listings.pagination import Slice


@dataclass(frozen=True, slots=True)
class StockPaginator:
    """Pelican's Paginator, as far as templates use it."""

    articles: tuple[DigestArticle, ...]
    slices: tuple[Slice, ...]
    plain: Address
    addresses: Addresses

    @property
    def num_pages(self) -> int:
        """How many pages there are."""
        return len(self.slices)

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.articles)

    @property
    def per_page(self) -> int:
        """How many articles a page has; the newest may have more."""
        return min((part.stop - part.start for part in self.slices), default=0)

    @property
    def page_range(self) -> range:
        """The numbers of the pages."""
        return range(1, self.num_pages + 1)

    def page(self, number: int) -> "StockPage":
        """The page of this number, 1 being the newest."""
        return StockPage(self, number)


@dataclass(frozen=True, slots=True)
class StockPage:
    """Pelican's Page of a paginator."""

    paginator: StockPaginator
    number: int

    @property
    def object_list(self) -> tuple[DigestArticle, ...]:
        """The page's articles."""
        part = self.paginator.slices[self.number - 1]
        return self.paginator.articles[part.start : part.stop]

    @property
    def url(self) -> str:
        """The page's address below the site's root."""
        return self.address.url

    @property
    def save_as(self) -> str:
        """The page's file below the output folder."""
        return self.address.save_as

    @property
    def address(self) -> Address:
        """Where the page is."""
        number = self.paginator.slices[self.number - 1].number
        return (
            self.paginator.plain if number is None else self.paginator.addresses.list_page(self.paginator.plain, number)
        )

    def has_next(self) -> bool:
        """Whether there is an older page."""
        return self.number < self.paginator.num_pages

    def has_previous(self) -> bool:
        """Whether there is a newer page."""
        return self.number > 1

    def has_other_pages(self) -> bool:
        """Whether there is more than this page."""
        return self.has_previous() or self.has_next()

    def next_page_number(self) -> int:
        """The number of the next older page."""
        return self.number + 1

    def previous_page_number(self) -> int:
        """The number of the next newer page."""
        return self.number - 1

    def start_index(self) -> int:
        """The place of the page's first article in the list, from 1."""
        return self.paginator.slices[self.number - 1].start + 1

    def end_index(self) -> int:
        """The place of its last."""
        return self.paginator.slices[self.number - 1].stop

    def __getitem__(self, index: int) -> DigestArticle:
        return self.object_list[index]
