"""The door into Pelican: settings become a Site, digests become Articles and Pages, links get their addresses."""

from pelican import signals

from plugins.reader.links import resolve_links
from plugins.reader.prepare import prepare, stock_context
from plugins.reader.readers import use_reader


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(prepare)
    signals.readers_init.connect(use_reader)
    signals.article_generator_finalized.connect(stock_context)
    signals.all_generators_finalized.connect(resolve_links)
