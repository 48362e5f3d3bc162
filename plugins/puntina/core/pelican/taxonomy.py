"""Pelican's categories, tags and authors, each with the address of its list in the digest's own language.

Stock themes print a name without escaping it: `name` is HTML, `text` is what was written.
"""

from typing import Any

from markupsafe import escape
from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from puntina.core.digest import FrontMatter
from puntina.core.digest.slugs import slugify
from puntina.core.routes.address import Address
from puntina.core.settings import Site


def printed(wrapper: URLWrapper) -> str:
    """The name as HTML, for templates that escape what they print."""
    return str(wrapper.name)


class PlacedCategory(Category):  # type: ignore[misc]  # Pelican has no types
    """A category in one language; Pelican's own knows one address for all languages, and makes a slug when asked."""

    url = save_as = slug = text = ""
    place = 0  # among the categories, from 1
    __html__ = printed


class PlacedTag(Tag):  # type: ignore[misc]  # likewise
    """A tag in one language."""

    url = save_as = slug = text = ""
    __html__ = printed


class PlacedAuthor(Author):  # type: ignore[misc]  # likewise
    """An author in one language."""

    url = save_as = slug = text = ""
    __html__ = printed


class Taxonomy:
    """The categories, tags and authors of a run, each made once for a language."""

    def __init__(self, site: Site, settings: dict[str, Any]) -> None:
        self.site = site
        self.settings = settings
        self.folder = str(site.content)
        self._known: dict[tuple[str, str, str], URLWrapper] = {}

    def of(self, meta: FrontMatter) -> dict[str, Any]:
        """Category, tags and authors of a digest as Pelican has them; what it has none of is left out."""
        values: dict[str, Any] = {}
        if meta.tags:
            values["tags"] = [self._tag(tag, meta.lang) for tag in meta.tags]
        if meta.authors:
            values["authors"] = [self._author(name, meta.lang) for name in meta.authors]
            values["author"] = values["authors"][0]
        if meta.category and (category := self._category(meta.category, meta.lang)):
            values["category"] = category
        return values

    def _tag(self, tag: str, lang: str) -> URLWrapper:
        if found := self._known.get(("tag", tag, lang)):
            return found
        return self._keep("tag", tag, lang, tag, PlacedTag(escape(tag), self.settings), self.site.tag_slug(tag))

    def _author(self, name: str, lang: str) -> URLWrapper:
        if found := self._known.get(("author", name, lang)):
            return found
        return self._keep("author", name, lang, name, PlacedAuthor(escape(name), self.settings), slugify(name))

    def _category(self, key: str, lang: str) -> URLWrapper | None:
        if found := self._known.get(("category", key, lang)):
            return found
        category = self.site.category(key)
        if category is None:
            return None
        wrapper = PlacedCategory(escape(category.name(lang)), self.settings)
        wrapper.place = category.place
        return self._keep("category", key, lang, category.name(lang), wrapper, category.slug)

    def _keep(self, kind: str, key: str, lang: str, text: str, wrapper: URLWrapper, slug: str) -> URLWrapper:
        address = list_address(f"{kind.upper()}_URL", slug, lang, self.site)
        wrapper.slug, wrapper.text = slug, text
        wrapper.url, wrapper.save_as = address.url, address.save_as
        self._known[(kind, key, lang)] = wrapper
        return wrapper


def list_address(name: str, slug: str, lang: str, site: Site) -> Address:
    """Where the list of a category, tag or author is in the language."""
    return site.addresses.at(name, site.language(lang).prefix, slug=slug)
