"""The sitemap of what is news (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from xml.sax.saxutils import escape

from puntina.core.digest.timestamps import NEWS
from puntina.core.engine.output import Output
from puntina.core.pelican.articles import DigestArticle
from puntina.core.settings import Site
from puntina.crawlers.sitemap import DECLARATION, NAMESPACE, spelt
from puntina.crawlers.text import text_output
from puntina.feeds.xml_text import fit

MOST = 1000  # entries, as that page says
NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
CHINESE = {"zh-hans": "zh-cn", "zh-hant": "zh-tw", "zh-cn": "zh-cn", "zh-tw": "zh-tw", "zh": "zh-cn"}  # likewise


def news_of(articles: Iterable[DigestArticle], site: Site) -> tuple[DigestArticle, ...]:
    """Those articles that are news at the cut-off, but for retracted ones."""
    return tuple(islice((article for article in articles if is_news(article, site) and not article.mark), MOST))


def news_output(news: tuple[DigestArticle, ...], site: Site) -> Output:
    """The sitemap of these articles, one at least: a sitemap without an entry is not valid."""
    return text_output(site.addresses.at("NEWS_SITEMAP_URL").save_as, partial(news_sitemap, news, site), lambda: news)


def is_news(article: DigestArticle, site: Site) -> bool:
    """Whether it was published in the last two days before the cut-off."""
    return bool(article.date > site.cutoff - NEWS)


def news_sitemap(articles: Sequence[DigestArticle], site: Site) -> str:
    """The file of these articles."""
    head = f'{DECLARATION}<urlset xmlns="{NAMESPACE}" xmlns:news="{NEWS_NAMESPACE}">\n'
    return head + "".join([_entry(article, site) for article in articles]) + "</urlset>\n"


def _entry(article: DigestArticle, site: Site) -> str:
    name, title = escape(fit(site.name)), escape(fit(article.digest.meta.title))
    return (
        f"<url><loc>{spelt(site.absolute(article.url))}</loc><news:news>"
        f"<news:publication><news:name>{name}</news:name><news:language>{language(article.lang)}</news:language>"
        f"</news:publication><news:publication_date>{article.date.isoformat()}</news:publication_date>"
        f"<news:title>{title}</news:title></news:news></url>\n"
    )


def language(code: str) -> str:
    """The language as news sitemaps have it: ISO 639's code, but for Chinese."""
    lower = code.casefold()
    script = "-".join(lower.split("-")[:2])
    return CHINESE.get(script) or CHINESE.get(lower.split("-")[0]) or lower.split("-")[0]
