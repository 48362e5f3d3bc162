"""Pelican's categories, tags and authors, each with the address of its list in the digest's own language."""

from typing import Any

from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from plugins.digest import FrontMatter
from plugins.digest.slugs import slugify
from plugins.site import Address, Site


class PlacedCategory(Category):  # type: ignore[misc]  # Pelican has no types
    """A category in one language; Pelican's own knows one address for all languages."""

    url = save_as = ""


class PlacedTag(Tag):  # type: ignore[misc]  # likewise
    """A tag in one language."""

    url = save_as = ""


class PlacedAuthor(Author):  # type: ignore[misc]  # likewise
    """An author in one language."""

    url = save_as = ""


def taxonomy(meta: FrontMatter, site: Site, settings: dict[str, Any]) -> dict[str, Any]:
    """The category, tags and authors of a digest as Pelican has them."""
    values: dict[str, Any] = {
        "tags": [
            _placed(PlacedTag(tag, settings), site.tag_slug(tag), "TAG_URL", meta.lang, site) for tag in meta.tags
        ],
        "authors": [
            _placed(PlacedAuthor(name, settings), slugify(name), "AUTHOR_URL", meta.lang, site) for name in meta.authors
        ],
    }
    if category := site.category(meta.category):
        wrapper = PlacedCategory(category.name(meta.lang), settings)
        values["category"] = _placed(wrapper, category.slug, "CATEGORY_URL", meta.lang, site)
    return values


def list_address(name: str, slug: str, lang: str, site: Site) -> Address:
    """Where the list of a category, tag or author is in the language."""
    return site.addresses.at(name, site.language(lang).prefix, slug=slug)


def _placed(wrapper: URLWrapper, slug: str, name: str, lang: str, site: Site) -> URLWrapper:
    address = list_address(name, slug, lang, site)
    wrapper.slug = slug
    wrapper.url, wrapper.save_as = address.url, address.save_as
    return wrapper
