"""Lists and feeds that readers may keep the address of: those of what is published, and the editions that are over."""

from collections import Counter
from collections.abc import Iterable, Iterator

from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest, Kind
from puntina.core.digest.edition_dates import DAY, WEEK, day_of, last_of, monday_of, name_of
from puntina.core.routes.routes import HOME, HOME_OF_ALL, Own, feeds_of, own_files, own_lists
from puntina.core.settings import Address, Site
from puntina.core.settings.addresses import below, place_of
from puntina.core.settings.feeds import ALL, EDITION

EDITIONS, CATEGORIES, OLDER = "EDITIONS_URL", "CATEGORY_URL", "LIST_PAGE_URL"
# What makes a page, where that is not puntina.listings.
MAKERS = {
    EDITIONS: "editions",
    "CORRECTIONS_URL": "corrections",
    "LITE_URL": "lite",
    "SEARCH_URL": "search",
    "SUBSCRIBE_URL": "feeds",
    "FEED_OPML_URL": "feeds",
    "SITEMAP_URL": "crawlers",
    "NEWS_SITEMAP_URL": "crawlers",
}


def known_lists(digests: Iterable[Digest], site: Site, *, expired: bool) -> Iterator[Own]:
    """The lists and feeds of the digests that are published, and, if asked, of those that were until they expired.

    Time alone takes no list away then: who lets a digest expire has said so, and it is nobody's slip.
    """
    standings = {State.PUBLISHED, State.EXPIRED} if expired else {State.PUBLISHED}
    shown = [each for each in digests if each.kind is Kind.DIGEST and state_of(each, site.cutoff) in standings]
    found = (
        *own_files(site),
        *_with_digests(shown, site),
        *_older_pages(shown, site),
        *feeds_of(shown, site, tag_minimum=site.feeds.tag_minimum),
        *(_editions(shown, site) if site.addresses.has(EDITIONS) else ()),
    )
    return (own for own in found if not missing_room(own.setting, own.form, site) and _is_wanted(own.setting, site))


def missing_room(setting: str, form: str, site: Site) -> str:
    """The plugin without which there is no such page or feed, where the publication does without it; else ""."""
    needed = (
        [MAKERS.get(setting, "listings")] if setting != HOME_OF_ALL and (setting, bool(form)) != (HOME, True) else []
    )
    return next((room for room in (*needed, *(["feeds"] if form else [])) if room not in site.plugins), "")


def _is_wanted(setting: str, site: Site) -> bool:
    if setting in {"SUBSCRIBE_URL", "FEED_OPML_URL"}:
        return site.feeds.wanted
    return setting != "OUTLETS_URL" or site.addresses.has("OUTLET_URL")


def _with_digests(shown: list[Digest], site: Site) -> Iterator[Own]:
    """The pages of lists; a section without digests has none, though it has feeds."""
    slugs = {category.key: category.slug for category in site.categories}
    filled = {(digest.meta.lang, slugs.get(digest.meta.category)) for digest in shown}
    for own in own_lists(shown, site):
        if own.setting != CATEGORIES or (own.lang, own.slug) in filled:
            yield own


def _older_pages(shown: list[Digest], site: Site) -> Iterator[Own]:
    """The first of the older pages of each home, which stands for all: there are many, and one pattern moves them."""
    counts = Counter(digest.meta.lang for digest in shown)
    for language in site.languages:
        if counts[language.code] >= 2 * site.page_size:
            home = site.addresses.at_home(language.prefix)
            yield Own(site.addresses.list_page(home, 1), OLDER, language.code, "1")


def _editions(shown: list[Digest], site: Site) -> Iterator[Own]:
    """Each edition that is over, and the feeds of days and weeks."""
    today = site.cutoff.astimezone(site.timezone).date()
    for language in site.languages:
        plain = site.addresses.at(EDITIONS, language.prefix)
        days = {day_of(digest, site.timezone) for digest in shown if digest.meta.lang == language.code}
        over = [(DAY, day) for day in days] + [(WEEK, monday) for monday in {monday_of(day) for day in days}]
        for name in [name_of(*each) for each in over if last_of(*each) < today]:
            yield Own(place_of(f"{below(plain)}{name}/"), EDITIONS, language.code, name)
        for kind, folder in ((DAY, below(plain)), (WEEK, f"{below(plain)}week/")):
            for form in site.feeds.formats_of(ALL):
                place = site.feeds.address(EDITION, form, Address(folder, f"{folder}index.html"))
                yield Own(place, EDITIONS, language.code, kind, form)
