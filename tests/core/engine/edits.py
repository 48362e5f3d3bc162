"""Every kind of edit that a publication must survive: a name, and the function that makes it."""

from collections.abc import Iterator
from random import Random

from tests.core.engine import edits_of_digests as digests
from tests.core.engine import edits_of_files as files
from tests.core.engine import edits_of_output as output
from tests.core.engine import edits_of_site as site
from tests.core.engine.faults import FAULTS
from tests.core.engine.trial import Change, Edit

EDITS: dict[str, Change] = {
    "body": digests.body,
    "heading": digests.heading,
    "title": digests.title,
    "date": digests.date,
    "slug": digests.slug,
    "category": digests.category,
    "tags": digests.tags,
    "authors": digests.authors,
    "sources": digests.sources,
    "copyright": digests.copyright,
    "share": digests.share,
    "status": digests.status,
    "modified": digests.modified,
    "edition": digests.edition,
    "summary": digests.summary,
    "id": digests.identity,
    "aliases": digests.aliases,
    "updates": digests.updates,
    "expires": digests.expires,
    "links": digests.links,
    "picture linked": digests.picture,
    "own picture": digests.image,
    "page": digests.page,
    "digest created": digests.create,
    "digest deleted": digests.delete,
    "translation added": digests.translate,
    "translation removed": digests.part,
    "renamed": digests.rename,
    "moved to another language": digests.move,
    "pulled": digests.pull,
    "touched": files.touch,
    "edited within a tick": files.racy,
    "edited by a rename": files.replaced,
    "warned of": files.warned,
    "no longer warned of": files.warned,
    "media added": files.add,
    "media changed": files.change,
    "media changed, same size and time": files.change_unseen,
    "media removed": files.remove,
    "media exchanged": files.exchange,
    "template": site.template,
    "macro": site.macro,
    "style": site.style,
    "theme file added": site.theme_file,
    "theme catalogue": site.theme_catalogue,
    "plugin catalogue": site.plugin_catalogue,
    "plugin code": site.code,
    "own plugin in use": site.own_plugin_in_use,
    "own plugin": site.own_plugin,
    "own plugin words": site.own_words,
    "settings": site.settings,
    "category name": site.category_name,
    "tagline": site.tagline,
    "tag slug": site.tag_slug,
    "addresses": site.addresses,
    "cut-off": site.cutoff,
    "built for elsewhere": output.elsewhere,
    "output edited": output.edit,
    "output edited, same size and time": output.edit_unseen,
    "output deleted": output.delete,
    "output added": output.add,
    "output gone": output.gone,
    "folder for a file": output.folder,
    "cache deleted": output.no_cache,
    "cache damaged": output.bad_cache,
}
KINDS = (*EDITS, *FAULTS)


def batches(seed: int, most: int = 6) -> Iterator[list[Edit]]:
    """Yield no edit, then every kind of edit once, in a random order and in batches of one to so many."""
    yield []
    rng = Random(seed)
    kinds = rng.sample(KINDS, len(KINDS))
    while kinds:
        size = rng.randint(1, most)
        yield [(kind, rng.randrange(1000)) for kind in kinds[:size]]
        del kinds[:size]
