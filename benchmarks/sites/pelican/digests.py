"""Neighbours, and the texts of a digest taken apart once each."""

import json
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

from pelican import signals

SITE = json.loads(Path(__file__).with_name("site.json").read_text("utf-8"))
LANGUAGE = SITE["languages"][0]
DATES = LANGUAGE["dates"]
TAGS = re.compile("<[^>]*>")


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


PUBLISHER = {
    "@type": "Organization",
    "@id": f"{SITE['url']}/#publisher",
    "name": SITE["name"],
    "url": f"{SITE['url']}/",
}


def _script(*things):
    """The things as JSON-LD in a script element."""
    graph = {"@context": "https://schema.org", "@graph": things}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _crumbs(*path):
    steps = enumerate([(SITE["name"], ""), *path], 1)
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": f"{SITE['url']}/{url}"}
        for place, (name, url) in steps
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def crumbs(name, url):
    """The way to a list, for JSON-LD."""
    return _script(_crumbs((name, url)))


def publication(tagline):
    """The publication and its site, for JSON-LD."""
    site = {
        "@type": "WebSite",
        "name": SITE["name"],
        "description": tagline,
        "url": f"{SITE['url']}/",
        "inLanguage": LANGUAGE["code"],
        "publisher": {"@id": PUBLISHER["@id"]},
    }
    return _script(PUBLISHER, site)


def graph(article):
    """The digest and the way to it, for JSON-LD."""
    category = article.category
    return _script(_news_article(article), _crumbs((category.name, category.url), (article.title, article.url)))


def _news_article(article):
    url, date, year = f"{SITE['url']}/{article.url}", article.date.isoformat(), article.date.year
    source = {
        "@type": "CreativeWork",
        "name": article.source_title,
        "url": article.source_url,
        "publisher": {"@type": "Organization", "name": article.source_name},
        "datePublished": article.source_date,
        "inLanguage": article.source_lang,
    }
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "url": url,
        "mainEntityOfPage": url,
        "headline": article.title,
        "abstract": TAGS.sub("", parts(article)["summary"]),
        "inLanguage": LANGUAGE["code"],
        "wordCount": len(TAGS.sub(" ", article.content).split()),
        "isAccessibleForFree": True,
        "articleSection": article.category.name,
        "keywords": [tag.name for tag in article.tags],
        "datePublished": date,
        "dateModified": date,
        "author": PUBLISHER,
        "publisher": PUBLISHER,
        "isBasedOn": [source],
        "copyrightHolder": {"@type": "Organization", "name": SITE["name"]},
        "copyrightYear": year,
        "copyrightNotice": f"© {year} {SITE['name']}",
    }


FILTERS = {
    each.__name__: each
    for each in (
        parts,
        longdate,
        longdatetime,
        daymonth,
        monthyear,
        monthname,
        counted,
        percent,
        crumbs,
        graph,
        publication,
    )
}


def set_neighbours(generator):
    """Gives each article the one before and the one after it, and templates the site's facts."""
    generator.context.update(facts=SITE, language=LANGUAGE, s=LANGUAGE["strings"])
    for (newer, article), (_, older) in pairwise(pairwise([None, *generator.articles, None])):
        article.newer, article.older = newer, older


def register():
    """Connects to Pelican's signals."""
    signals.article_generator_finalized.connect(set_neighbours)
