"""Links inside digests get their addresses, once all Articles and Pages exist."""

from collections.abc import Mapping
from functools import partial
from itertools import chain
from typing import Any

from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.check import Content, find, standing
from plugins.check.together import address_of
from plugins.digest import Digest, Phrase, Target
from plugins.site import Site, quoted


def contents(generators: list[Generator]) -> list[Any]:
    """Every Article and Page that a build shows."""
    found: list[Any] = []
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            found += chain(generator.articles, generator.hidden_articles)
        elif isinstance(generator, PagesGenerator):
            found += chain(generator.pages, generator.hidden_pages)
    return found


def resolve_links(generators: list[Generator]) -> None:
    """Puts digests whose links have addresses in place of those whose links were waiting."""
    settings = generators[0].settings
    for content in contents(generators):
        content.digest = resolved(content.digest, settings, absolute=False)


def resolved(digest: Digest, settings: Mapping[str, Any], *, absolute: bool) -> Digest:
    """The digest with an address in each link: absolute ones for feeds, ones from the host's root for pages."""
    return digest.resolved(partial(_resolve, digest, settings, absolute))


def linked_files(content: Content, site: Site) -> set[str]:
    """The files outside STATIC_PATHS that digests on the site link to, and that must be copied for it."""
    shown = (each for each in content.digests.values() if site.preview or standing(each, site.cutoff).is_public)
    found = {find(target, each, content.digests, content.files).path for each in shown for target in each.targets}
    return {path for path in found & content.files if path.partition("/")[0] not in site.statics}


def _resolve(digest: Digest, settings: Mapping[str, Any], absolute: bool, held: Target | Phrase) -> str:
    if isinstance(held, Phrase):
        return str(settings["STRINGS"][digest.meta.lang].gettext(held.message))
    site: Site = settings["SITE"]
    content: Content = settings["CONTENT"]
    found = find(held, digest, content.digests, content.files)
    if found.path == digest.path and not absolute:
        return found.tail or "#"
    other = content.digests.get(found.path)
    url = (address_of(other, site).url if other else quoted(found.path)) + found.tail
    return site.absolute(url) if absolute else site.rooted(url)
