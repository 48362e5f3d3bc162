"""Articles and pages as HTML for themes that take Pelican's context; ours prints the blocks."""

from markupsafe import Markup

from puntina.core.content.resolved_links import printed, resolve_links
from puntina.core.digest import Digest
from puntina.core.pelican.build import Build
from puntina.core.settings import Site
from puntina.summary.box import arranged, blocks_html, digest_html
from puntina.summary.notes import notes_html
from puntina.summary.point_notes import with_marks


def arrange(digest: Digest, site: Site) -> Digest:
    """The digest with its blocks in the order that the publication wants."""
    return arranged(digest, site.summary_position)


def text_html(digest: Digest, build: Build) -> Markup:
    """The text of a digest or a standing page."""
    site, strings = build.site, build.strings[digest.meta.lang]
    links = resolve_links(digest, build.content)
    shown = arrange(printed(digest, links, place=site.rooted, own="", words=strings.gettext), site)
    if not digest.meta.updates:
        return digest_html(shown, strings.gettext("Summary"))
    text = blocks_html(with_marks(shown.blocks, digest, strings.gettext), strings.gettext("Summary"))
    return notes_html(digest.meta, strings) + text
