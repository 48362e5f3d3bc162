"""Where the site's own lists and feeds are, so that nothing else is put there, and no two of them in one place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from plugins.check.naming import folded
from plugins.check.standing import Standing, standing
from plugins.digest import Digest, FrontMatter, Kind, Problem
from plugins.digest.names import INDEXES
from plugins.digest.slugs import outlet_slug, slugify
from plugins.site import Address, Site
from plugins.site.feeds import ALL, AUTHOR, CATEGORY, KINDS, SLUGGED, TAG, THREAD, TOGETHER

Place = tuple[str, str]  # a file, and the setting that says where it is
Named = Callable[..., Address]
OF_NAMES = tuple(kind for kind in KINDS if kind in SLUGGED)  # in one order, as problems name the first of two


def spot(save_as: str) -> str:
    """What stands for the file's place: equal for files that are one to a file system, or at one address to a host."""
    key = folded(save_as)
    if not key.endswith(INDEXES[1:]):  # as nearly all are
        return key
    folder, slash, name = key.rpartition("/")
    return f"{folder}{slash}{INDEXES[0]}" if name in INDEXES else key


def own_places(digests: list[Digest], site: Site) -> tuple[dict[str, str], list[Problem]]:
    """What is in each spot that the site's own lists and feeds take, and the problems of two in one."""
    taken: dict[str, tuple[str, str]] = {}
    problems = []
    for path, name in (*_alone(site), *_lists(digests, site), *_feeds(digests, site)):
        first_path, first = taken.setdefault(spot(path), (path, name))
        if name != first:
            where = path if path == first_path else f"{path} and {first_path}, which have one address,"
            text, hint = f"{where} would be {first} and {name}", "give one of the two another address"
            problems.append(Problem("the settings", 0, 0, "PATH-TWICE", text, hint))
    return {key: name for key, (_, name) in taken.items()}, problems


def _alone(site: Site) -> Iterator[Place]:
    """What there is one of, whatever the languages."""
    yield "404.html", "the page for what is not found"
    for name in ("FEED_OPML_URL", "SITEMAP_URL", "NEWS_SITEMAP_URL"):
        if site.addresses.has(name):
            yield site.addresses.at(name).save_as, name


def _lists(digests: Iterable[Digest], site: Site) -> Iterator[Place]:
    for language in site.languages:
        place = partial(site.addresses.at, prefix=language.prefix)
        own = [digest.meta for digest in digests if digest.meta.lang == language.code]
        yield site.addresses.at_home(language.prefix).save_as, "the home"
        for name in ("ARCHIVES_URL", "TAGS_URL", "OUTLETS_URL", "SUBSCRIBE_URL", "EDITIONS_URL", "CORRECTIONS_URL"):
            if site.addresses.has(name):
                yield place(name).save_as, name
        if site.addresses.has("LITE_URL"):
            yield site.addresses.at("LITE_URL").url + site.addresses.at_home(language.prefix).save_as, "LITE_URL"
        if site.search:
            yield place("SEARCH_URL").save_as, "SEARCH_URL"
        for kind in OF_NAMES:
            for slug in _slugs(kind, own, site):
                yield place(f"{kind.upper()}_URL", slug=slug).save_as, f"{kind.upper()}_URL"
        for date in {meta.date.year: meta.date for meta in own if meta.date}.values():
            yield place("YEAR_ARCHIVE_URL", date=date).save_as, "YEAR_ARCHIVE_URL"
        yield from _months_and_outlets(own, place, site)


def _months_and_outlets(own: list[FrontMatter], place: Named, site: Site) -> Iterator[Place]:
    """Those lists that a publication may leave out."""
    if site.addresses.has("MONTH_ARCHIVE_URL"):
        for date in {(meta.date.year, meta.date.month): meta.date for meta in own if meta.date}.values():
            yield place("MONTH_ARCHIVE_URL", date=date).save_as, "MONTH_ARCHIVE_URL"
    if site.addresses.has("OUTLET_URL"):
        for slug in {outlet_slug(source.name) for meta in own for source in meta.sources} - {""}:
            yield place("OUTLET_URL", slug=slug).save_as, "OUTLET_URL"


def _feeds(digests: Iterable[Digest], site: Site) -> Iterator[Place]:
    """The feeds of those lists; of tags those alone that have digests enough."""
    for form in site.feeds.formats_of(TOGETHER) if len(site.languages) > 1 else ():
        yield site.feed_at(TOGETHER, form, site.addresses.at_home("")).save_as, f"the {form} feed of all languages"
    public = [
        each for each in digests if each.kind is Kind.DIGEST and standing(each, site.cutoff) is Standing.PUBLISHED
    ]
    for language in site.languages:
        own = [digest.meta for digest in public if digest.meta.lang == language.code]
        for kind in (ALL, *OF_NAMES):
            if site.feeds.formats_of(kind):
                for slug in _slugs(kind, own, site, at_least=site.feeds.tag_minimum if kind == TAG else 1):
                    yield from _feeds_of(kind, slug, language.code, site)


def _feeds_of(kind: str, slug: str, lang: str, site: Site) -> Iterator[Place]:
    """The feeds of one list, in each of its formats."""
    prefix = site.language(lang).prefix
    home = site.addresses.at_home(prefix)
    plain = site.addresses.at(f"{kind.upper()}_URL", prefix, slug=slug) if slug else home
    for form in site.feeds.formats_of(kind):
        name = f'the {form} feed of "{slug}"' if slug else f"the {form} feed of all digests"
        yield site.feed_at(kind, form, plain, lang=lang, slug=slug).save_as, name


def _slugs(kind: str, own: Iterable[FrontMatter], site: Site, *, at_least: int = 1) -> Iterator[str]:
    """The slugs of all lists of the kind; "" stands for the one list of all digests."""
    if kind == ALL:
        yield ""
    elif kind == CATEGORY:
        yield from (category.slug for category in site.categories)
    else:
        values: dict[str, Callable[[FrontMatter], tuple[str, ...]]] = {
            TAG: lambda meta: meta.tags,
            AUTHOR: lambda meta: meta.authors,
            THREAD: lambda meta: (meta.thread,) if meta.thread else (),
        }
        found = Counter(name for meta in own for name in values[kind](meta))
        slug_of = site.tag_slug if kind == TAG else slugify
        yield from dict.fromkeys(slug_of(name) for name, count in found.items() if count >= at_least)
