"""Neighbours, and the texts of a digest taken apart once each."""

import json
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

from pelican import signals

SITE = json.loads(Path(__file__).with_name("site.json").read_text("utf-8"))
LANGUAGE = SITE["languages"][0]
DATES = LANGUAGE["dates"]


def parts(article):
    """Points and summary as HTML, and the summary's first sentence as text."""
    found = getattr(article, "parts", None)
    if found is None:
        points, _, rest = article.content.partition("<p>📌 ")
        summary = rest.strip().removesuffix("</p>")
        article.parts = found = {
            "points": points.replace("<ul>", '<ul class="points">', 1),
            "summary": summary,
            "teaser": summary.split(". ")[0].removesuffix(".") + ".",
        }
    return found


def longdate(day):
    """A date such as 2 September 2025."""
    return f"{day.day}{DATES['long'][day.month - 1]}{day.year}"


def longdatetime(moment):
    """The same with its time."""
    time = f"{moment:%H:%M}" if DATES["clock"] == "15:04" else f"{moment.hour % 12 or 12}:{moment:%M %p}".lower()
    return f"{time} {longdate(moment)}" if DATES["time_first"] else f"{longdate(moment)}, {time}"


def daymonth(day):
    """A date without its year."""
    return f"{day.day}{DATES['day'][day.month - 1]}"


def monthyear(day):
    """A month with its year."""
    return f"{DATES['month'][day.month - 1]}{day.year}"


def monthname(day):
    """A month."""
    return DATES["alone"][day.month - 1]


def counted(count):
    """How many digests."""
    return f"{count} {LANGUAGE['strings']['one' if count == 1 else 'many']}"


def percent(text):
    """The text as part of an address."""
    return quote(text, safe="")


FILTERS = {
    each.__name__: each for each in (parts, longdate, longdatetime, daymonth, monthyear, monthname, counted, percent)
}


def set_neighbours(generator):
    """Gives each article the one before and the one after it, and templates the site's facts."""
    generator.context.update(facts=SITE, language=LANGUAGE, s=LANGUAGE["strings"])
    for (newer, article), (_, older) in pairwise(pairwise([None, *generator.articles, None])):
        article.newer, article.older = newer, older


def register():
    """Connects to Pelican's signals."""
    signals.article_generator_finalized.connect(set_neighbours)
