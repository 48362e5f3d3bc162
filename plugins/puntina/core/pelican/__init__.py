"""The door into Pelican: settings become a Build, digests become Articles and Pages, plugins' steps are run."""

from pelican import signals

from puntina.core.pelican.article_pages import article_context, page_context
from puntina.core.pelican.generator import site_generator
from puntina.core.pelican.order import set_articles
from puntina.core.pelican.pelican_context import feed_variables, page_lists, quiet_readers, use_lists
from puntina.core.pelican.prepare import prepare
from puntina.core.pelican.readers import use_reader
from puntina.core.pelican.static_copies import copy_without_metadata


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(prepare)
    signals.readers_init.connect(use_reader)
    signals.generator_init.connect(quiet_readers)
    signals.article_generator_pretaxonomy.connect(set_articles)
    signals.article_generator_init.connect(use_lists)
    signals.page_generator_finalized.connect(page_lists)
    signals.static_generator_init.connect(copy_without_metadata)
    signals.all_generators_finalized.connect(feed_variables)
    signals.article_generator_write_article.connect(article_context)
    signals.page_generator_write_page.connect(page_context)
    signals.get_generators.connect(site_generator)
