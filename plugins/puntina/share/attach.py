"""Offers the share links of an article, as data."""

from functools import partial
from typing import Any

from puntina.share.choice import choose
from puntina.share.links import ShareLinks, share_links


def offer_share(pelican: Any) -> None:
    """Offers `share`: an article's links, made when they are printed; a preview's drafts have them too, to be seen."""
    pelican.settings.setdefault("PARTS", {})["share"] = partial(_share, pelican.settings)


def _share(settings: dict[str, Any], article: Any) -> ShareLinks:
    site, meta = settings["SITE"], article.digest.meta
    networks = choose(site.share, dict(site.share_by_language), meta.lang, meta.share)
    return share_links(meta.title, site.absolute(article.url), networks)
