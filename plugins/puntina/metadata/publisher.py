"""The publication itself: who publishes, and the site of a language."""

from typing import Any

from puntina.core.settings import Site
from puntina.core.views.page_meta import PageMeta

Thing = dict[str, Any]


def organization(site: Site) -> Thing:
    """The publisher (https://schema.org/Organization), with the square picture where the publication has one."""
    made: Thing = {"@type": "Organization", "@id": publisher_id(site), "name": site.name, "url": site.absolute("")}
    if site.feeds.icon:
        made["logo"] = site.absolute(site.feeds.icon.url)
    return made


def publisher_id(site: Site) -> str:
    """What graphs of all pages know the publisher by."""
    return site.absolute("#publisher")


def website(site: Site, meta: PageMeta) -> Thing:
    """The site in the language of the home (https://schema.org/WebSite)."""
    return {
        "@type": "WebSite",
        "name": site.name,
        "description": meta.description,
        "url": site.absolute(meta.url),
        "inLanguage": meta.lang,
        "publisher": {"@id": publisher_id(site)},
    }


def absolute(site: Site, rooted: str) -> str:
    """The whole address of one that begins at the host's root."""
    return site.url.removesuffix(site.root) + rooted
