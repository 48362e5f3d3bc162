"""The keys of lists: which categories, tags, authors, outlets, threads, years and months a digest is in."""

from collections.abc import Iterator

from puntina.core.digest import FrontMatter
from puntina.core.digest.slugs import outlet_slug, slugify
from puntina.core.routes.route import Category, Key, Naming


def _key(category: Category, lang: str) -> Key:
    return Key(category.slug, category.name(lang), category.slug)


def category_keys(meta: FrontMatter, naming: Naming) -> Iterator[Key]:
    """The key of its category."""
    if category := naming.category(meta.category):
        yield _key(category, meta.lang)


def every_category(naming: Naming, lang: str) -> Iterator[Key]:
    """The keys of all categories, as a feed that somebody follows does not go when its last digest does."""
    for category in naming.categories:
        yield _key(category, lang)


def tag_keys(meta: FrontMatter, naming: Naming) -> Iterator[Key]:
    """The keys of its tags; those of one language are not those of another."""
    for tag in meta.tags:
        yield Key(naming.tag_slug(tag), tag)


def author_keys(meta: FrontMatter, naming: Naming) -> Iterator[Key]:
    """The keys of its authors."""
    for name in meta.authors:
        yield Key(slugify(name), name)


def outlet_keys(meta: FrontMatter, naming: Naming) -> Iterator[Key]:
    """The keys of the outlets of its sources, each once, by the first of several spellings."""
    seen: set[str] = set()
    for source in meta.sources:
        slug = outlet_slug(source.name)
        if slug and slug not in seen:
            seen.add(slug)
            yield Key(slug, source.name, slug)


def thread_keys(meta: FrontMatter, naming: Naming) -> Iterator[Key]:
    """The key of its thread."""
    if meta.thread:
        yield Key(slugify(meta.thread), meta.thread)


def year_keys(meta: FrontMatter, naming: Naming) -> Iterator[Key]:
    """The year of its date."""
    if meta.date:
        year = f"{meta.date.year:04}"
        yield Key(year, year, year, {"date": meta.date})


def month_keys(meta: FrontMatter, naming: Naming) -> Iterator[Key]:
    """The month of its date."""
    if meta.date:
        month = f"{meta.date.year:04}-{meta.date.month:02}"
        yield Key(month, month, month, {"date": meta.date})
