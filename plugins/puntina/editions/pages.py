"""The pages: one of each edition, and in each language the list of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby, pairwise

from puntina.core.digest.edition_dates import WEEK, monday_of
from puntina.core.settings import Address
from puntina.core.views.cards import Counted, FeedLink, Link
from puntina.core.views.page_meta import Frame
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import Key, Views
from puntina.editions.calendar import Edition, Shelf
from puntina.editions.sections import Section, length, sections
from puntina.editions.titles import ALL, end_of, kind_name, length_text, span_of, title_of

NEWEST = 14  # days in the list of editions; its weeks lead to all others


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition as its page shows it."""

    kind: str  # "day" or "week"
    label: str  # what editions of the kind are called
    title: str
    span: str  # a week's first and last day; "" for a day
    length: str
    sections: tuple[Section, ...]
    end: str
    newer: Link | None
    older: Link | None
    days: tuple[Counted, ...]  # a week's editions by day
    week: Link | None  # that a day is in, once it is over


@dataclass(frozen=True, slots=True)
class EditionYear:
    """A year's weekly editions, newest first; a week is of the year that ISO 8601 gives it."""

    year: int
    weeks: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A page to be written: where, by which template, from what."""

    address: Address
    template: str
    lang: str
    page: Callable[[], ListPage]


@dataclass(frozen=True, slots=True)
class Library:
    """All editions of all languages, and what their pages share; `feeds` are by language."""

    shelves: Mapping[str, Shelf]
    views: Views
    feeds: Mapping[str, tuple[FeedLink, ...]]

    def planned(self) -> Iterator[Planned]:
        """Every page."""
        lists = {lang: shelf.plain.url for lang, shelf in self.shelves.items()}
        twins = self.twins()
        for lang, shelf in self.shelves.items():
            yield Planned(shelf.plain, "editions", lang, partial(self._list, shelf, lists))
            days = {monday: tuple(group) for monday, group in groupby(shelf.days, key=_monday)}
            weeks = {week.first: week for week in shelf.weeks}
            for every in (shelf.days, shelf.weeks):
                for newer, edition, older in _with_neighbours(every):
                    monday = monday_of(edition.first)
                    within = (days[monday], None) if edition.kind == WEEK else ((), weeks.get(monday))
                    page = partial(self._edition, edition, (newer, older), within, twins[edition.name])
                    yield Planned(edition.address, "edition", lang, page)

    def twins(self) -> dict[str, dict[str, str]]:
        """The address of each edition in each language that has it, by its name."""
        found: dict[str, dict[str, str]] = {}
        for lang, shelf in self.shelves.items():
            for edition in (*shelf.days, *shelf.weeks):
                found.setdefault(edition.name, {})[lang] = edition.address.url
        return found

    def _list(self, shelf: Shelf, places: Mapping[str, str]) -> ListPage:
        title = str(self.views.strings[shelf.lang].gettext(ALL))
        ours: Key = (
            ("title", title),
            ("days", tuple(map(self._counted, shelf.days[:NEWEST]))),
            ("years", tuple(self._years(shelf.weeks))),
            ("feeds", self.feeds.get(shelf.lang, ())),
        )
        return ListPage(self.views, (), self._frame(shelf.lang, shelf.plain.url, title, places), ours)

    def _years(self, weeks: Iterable[Edition]) -> Iterator[EditionYear]:
        for year, group in groupby(weeks, key=lambda week: week.first.isocalendar().year):
            yield EditionYear(year, tuple(map(self._counted, group)))

    def _edition(
        self,
        edition: Edition,
        around: tuple[Edition | None, Edition | None],
        within: tuple[tuple[Edition, ...], Edition | None],
        places: Mapping[str, str],
    ) -> ListPage:
        """The page; `within` are the days of a week, and the week that a day is in."""
        strings = self.views.strings[edition.lang]
        title, label = title_of(edition, strings), kind_name(edition.kind, strings)
        newer, older = map(self._link, around)
        view = EditionView(
            kind=edition.kind,
            label=label,
            title=title,
            span=span_of(edition),
            length=length_text(length(edition), edition.lang, strings),
            sections=sections(edition, self.views.lists, self.views.site),
            end=end_of(edition, strings),
            newer=newer,
            older=older,
            days=tuple(map(self._counted, within[0])),
            week=self._link(within[1]),
        )
        frame = self._frame(edition.lang, edition.address.url, f"{label}: {title}", places)
        ours: Key = (("edition", view), ("all", self.views.site.rooted(self.shelves[edition.lang].plain.url)))
        return ListPage(self.views, tuple([each.digest.path for each in edition.articles]), frame, ours)

    def _frame(self, lang: str, url: str, title: str, places: Mapping[str, str]) -> Frame:
        others = tuple([(other, place) for other, place in places.items() if other != lang])
        return Frame(lang, url, f"{title} — {self.views.facts.name}", others, feeds=self.feeds.get(lang, ()))

    def _link(self, edition: Edition | None) -> Link | None:
        return link_of(edition, self.views) if edition else None

    def _counted(self, edition: Edition) -> Counted:
        link = link_of(edition, self.views)
        return Counted(link.title, link.url, len(edition.articles))


def link_of(edition: Edition, views: Views) -> Link:
    """The edition as other pages name it."""
    return Link(title_of(edition, views.strings[edition.lang]), views.site.rooted(edition.address.url))


def _monday(edition: Edition) -> date:
    return monday_of(edition.first)


def _with_neighbours(every: tuple[Edition, ...]) -> Iterator[tuple[Edition | None, Edition, Edition | None]]:
    """Each edition between the next newer and the next older one."""
    around = (None, *every, None)
    for (newer, edition), (_, older) in pairwise(pairwise(around)):
        assert edition  # noqa: S101 - only the ends are None, for the type checker
        yield newer, edition, older
