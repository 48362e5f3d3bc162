"""A digest as https://schema.org/NewsArticle: what its page says, for machines."""

from collections.abc import Callable, Iterator
from typing import Any

from puntina.core.settings import Site
from puntina.core.views.cards import ArticleView, Link, SourceView
from puntina.metadata.open_graph import updated
from puntina.metadata.publisher import absolute, organization

Thing = dict[str, Any]


def news_article(site: Site, article: ArticleView) -> Thing:
    """The digest with all that is known of it."""
    made: Thing = {"@type": "NewsArticle", "@id": f"{article.permalink}#article", "url": article.permalink}
    for members in MEMBERS:
        made.update(members(site, article))
    return made


def _text(site: Site, article: ArticleView) -> Thing:
    """What it says; all of it is there for everybody."""
    digest = article.digest
    made: Thing = {
        "mainEntityOfPage": article.permalink,
        "headline": article.headline,
        "abstract": digest.summary_text,
        "inLanguage": article.lang,
        "wordCount": digest.words,
        "isAccessibleForFree": True,
    }
    if article.category:
        made["articleSection"] = article.category.title
    if article.tags:
        made["keywords"] = [tag.title for tag in article.tags]
    return made


def _dates(site: Site, article: ArticleView) -> Thing:
    """When it was published and last changed, with the offset from UTC."""
    return {
        "datePublished": article.date.isoformat(),
        "dateModified": updated(article.date, article.modified).isoformat(),
    }


def _people(site: Site, article: ArticleView) -> Thing:
    """Who wrote it, the publication where nobody is named, and who publishes it."""
    publisher = organization(site)
    return {"author": [_author(site, author) for author in article.authors] or publisher, "publisher": publisher}


def _author(site: Site, author: Link) -> Thing:
    made: Thing = {"@type": "Organization" if author.title == site.name else "Person", "name": author.title}
    if author.url:
        made["url"] = absolute(site, author.url)
    return made


def _sources(site: Site, article: ArticleView) -> Thing:
    return {"isBasedOn": [dict(_source(source)) for source in article.sources]} if article.sources else {}


def _source(source: SourceView) -> Iterator[tuple[str, Any]]:
    """What it is based on, by whom it was published, and whether it has to be paid for."""
    yield "@type", "CreativeWork"
    yield "name", source.title or source.name
    if source.url:
        yield "url", source.url
    yield "publisher", {"@type": "Organization", "name": source.name}
    if source.date:
        yield "datePublished", source.date.isoformat()
    if source.lang:
        yield "inLanguage", source.lang
    if source.paywall:
        yield "isAccessibleForFree", False
    if source.archive:
        yield "archivedAt", source.archive


def _translations(site: Site, article: ArticleView) -> Thing:
    """The same digest in other languages: the first of the publication's that it is in counts as the one translated."""
    if not article.translations:
        return {}
    order = {language.code: place for place, language in enumerate(site.languages)}
    first, *others = sorted(article.translations, key=lambda link: order[link.lang])
    if order[first.lang] < order[article.lang]:
        return {"translationOfWork": _work(site, first)}
    return {"workTranslation": [_work(site, link) for link in (first, *others)]}


def _work(site: Site, link: Link) -> Thing:
    url = absolute(site, link.url)
    return {"@type": "NewsArticle", "@id": f"{url}#article", "url": url, "inLanguage": link.lang}


def _image(site: Site, article: ArticleView) -> Thing:
    """Its own picture (https://schema.org/ImageObject)."""
    image = article.image
    if not image:
        return {}
    made: Thing = {
        "@type": "ImageObject",
        "url": image.shared,
        "width": image.shared_width,
        "height": image.shared_height,
        "caption": image.alt,
    }
    return {"image": made | ({"creditText": image.credit} if image.credit else {})}


def _thread(site: Site, article: ArticleView) -> Thing:
    """The matter that it follows with others (https://schema.org/CreativeWorkSeries)."""
    thread = article.thread
    if not thread:
        return {}
    return {"isPartOf": {"@type": "CreativeWorkSeries", "name": thread.title, "url": absolute(site, thread.url)}}


def _changes(site: Site, article: ArticleView) -> Thing:
    """What was corrected in it (https://schema.org/correction), and that it was taken back, where it was."""
    made: Thing = {}
    told = [each for each in (article.retraction, *article.updates) if each and each.kind != "update"]
    if told:
        made["correction"] = [
            {"@type": "CorrectionComment", "text": each.text, "datePublished": each.date.isoformat()} for each in told
        ]
    if article.retraction:
        made["creativeWorkStatus"] = "Retracted"
    if article.expired:
        made["expires"] = article.expired.isoformat()
    return made


def _rights(site: Site, article: ArticleView) -> Thing:
    """Who holds the rights since when, and the licence where not all of them are reserved."""
    notice = article.copyright
    made: Thing = {
        "copyrightHolder": {"@type": "Organization", "name": notice.holder},
        "copyrightYear": int(notice.years[:4]),
        "copyrightNotice": notice.text,
    }
    if notice.licence_url:
        made["license"] = notice.licence_url
    return made


# Each gives some members, in this order; what else becomes known of digests gets a line here.
MEMBERS: tuple[Callable[[Site, ArticleView], Thing], ...] = (
    _text,
    _dates,
    _people,
    _image,
    _sources,
    _translations,
    _thread,
    _changes,
    _rights,
)
