"""The URL of a digest's page, from the patterns in the settings."""

from puntina.core.digest import Digest, Kind
from puntina.core.routes.address import Address
from puntina.core.settings import Site


def address_of(digest: Digest, site: Site) -> Address:
    """The URL and output path of the digest's page."""
    meta = digest.meta
    prefix = site.language(meta.lang).prefix
    if digest.kind is Kind.PAGE:
        return site.addresses.at("PAGE_URL", prefix, slug=meta.slug, lang=meta.lang)
    return site.addresses.at("ARTICLE_URL", prefix, **address_values(digest, site))


def address_values(digest: Digest, site: Site) -> dict[str, object]:
    """The values that a digest's URL pattern may use."""
    meta = digest.meta
    category = site.category(meta.category)
    return {
        "slug": meta.slug,
        "date": meta.address_date,
        "lang": meta.lang,
        "id": meta.id,
        "category": category.slug if category else "",
    }
