"""Lists and feeds that readers may keep the address of: those of what is published, and the editions that are over."""

from collections import Counter
from collections.abc import Iterable, Iterator

from puntina.core.content.publication_state import State, state_of
from puntina.core.content.site_paths import SitePath, feeds_of, file_paths, list_paths
from puntina.core.digest import Digest, Kind
from puntina.core.digest.edition_dates import DAY, WEEK, day_of, last_of, monday_of, name_of
from puntina.core.routes.address import Address, below, place_of
from puntina.core.routes.route import Route
from puntina.core.routes.table import ALL_LANGUAGES, HOME, OLDER
from puntina.core.settings import Site

EDITIONS = "EDITIONS_URL"


def published_routes(digests: Iterable[Digest], site: Site, *, expired: bool) -> Iterator[SitePath]:
    """The lists and feeds of the digests that are published, and, if asked, of those that were until they expired.

    Time alone takes no list away then: whoever lets a digest expire has said so, and it is nobody's slip.
    """
    states = {State.PUBLISHED, State.EXPIRED} if expired else {State.PUBLISHED}
    shown = [each for each in digests if each.kind is Kind.DIGEST and state_of(each, site.cutoff) in states]
    found = (
        *(own for own in file_paths(site) if own.route.is_file and own.route.is_setting),
        *_with_digests(shown, site),
        *_older_pages(shown, site),
        *feeds_of(shown, site, minimum=site.feeds.tag_minimum),
        *_editions(shown, site),
    )
    return (
        own
        for own in found
        if not missing_plugin(own.route, own.form, site)
        and (own.form != "" or own.setting == OLDER or site.wants(own.route))
    )


def missing_plugin(route: Route, form: str, site: Site) -> str:
    """The plugin without which there is no such page or feed, where the publication does without it; else ""."""
    by_itself = route.setting == ALL_LANGUAGES or (route.setting, bool(form)) == (HOME, True)
    needed = [*([] if by_itself else [route.plugin]), *(["feeds"] if form else [])]
    return next((plugin for plugin in needed if plugin and plugin not in site.plugins), "")


def _with_digests(shown: list[Digest], site: Site) -> Iterator[SitePath]:
    """The pages of lists; a section without digests has none, though it has feeds."""
    slugs = {category.key: category.slug for category in site.categories}
    filled = {(digest.meta.lang, slugs.get(digest.meta.category)) for digest in shown}
    for own in list_paths(shown, site):
        if not own.route.fixed or (own.lang, own.slug) in filled:
            yield own


def _older_pages(shown: list[Digest], site: Site) -> Iterator[SitePath]:
    """The first of the older pages of each home, which stands for all: there are many, and one pattern moves them."""
    counts = Counter(digest.meta.lang for digest in shown)
    for language in site.languages:
        if counts[language.code] >= 2 * site.page_size:
            home = site.addresses.at_home(language.prefix)
            yield SitePath(site.addresses.list_page(home, 1), site.routes.at(OLDER), language.code, "1")


def _editions(shown: list[Digest], site: Site) -> Iterator[SitePath]:
    """Each edition that is over, and the feeds of days and weeks."""
    route = site.routes.at(EDITIONS)
    if not site.addresses.has(EDITIONS):
        return
    today = site.cutoff.astimezone(site.timezone).date()
    for language in site.languages:
        plain = site.at(route, language.code)
        days = {day_of(digest, site.timezone) for digest in shown if digest.meta.lang == language.code}
        over = [(DAY, day) for day in days] + [(WEEK, monday) for monday in {monday_of(day) for day in days}]
        for name in [name_of(*each) for each in over if last_of(*each) < today]:
            yield SitePath(place_of(f"{below(plain)}{name}/"), route, language.code, name)
        for kind, folder in ((DAY, below(plain)), (WEEK, f"{below(plain)}week/")):
            for form in site.feeds.formats_of(route):
                place = site.feeds.address(route, form, Address(folder, f"{folder}index.html"))
                yield SitePath(place, route, language.code, kind, form)
