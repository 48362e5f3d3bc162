"""The feed of corrections of each language."""

from collections.abc import Iterator

from puntina.core.locales import N_
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import is_there
from puntina.core.pelican.corrected import corrected
from puntina.core.pelican.order import by_language
from puntina.feeds.digest_entries import DigestEntries
from puntina.feeds.feed_spec import FeedSpec
from puntina.feeds.formats import every_format
from puntina.feeds.items import corrections

TITLE = N_("Corrections")


def correction_feeds(build: Build) -> Iterator[FeedSpec]:
    """What was corrected or retracted in each language, where there are pages of that."""
    site, route = build.site, build.site.routes.at("CORRECTIONS_URL")
    if not is_there(route, build) or "feeds" not in site.plugins:
        return
    articles = by_language(corrected(build))
    for language in site.languages:
        place = site.at(route, language.code)
        found = FeedSpec.of(
            route,
            language.code,
            title=str(build.strings[language.code].gettext(TITLE)),
            url=place.url,
            plain=place,
            entries=DigestEntries(corrections(articles.get(language.code, ()), site.feed_size), build),
            formats=every_format(build.hooks),
            site=site,
            pair=route.feeds,
        )
        if found:
            yield found
