"""Offers the notice of an article."""

from functools import partial
from typing import Any

from puntina.copyright.notice import Notice, notice_for


def offer_copyright(pelican: Any) -> None:
    """Offers `copyright`: an article's notice, by its own date and front matter."""
    pelican.settings.setdefault("PARTS", {})["copyright"] = partial(_notice, pelican.settings)


def _notice(settings: dict[str, Any], article: Any) -> Notice:
    site, meta = settings["SITE"], article.digest.meta
    return notice_for(meta.date.year, meta.copyright, holder=site.holder, licence=site.licence, lang=meta.lang)
