"""From outputs to files: all are made aside, then the finished folder takes the old one's place."""

from pelican import signals

from plugins.engine.output import Output
from plugins.engine.stage import finish, use_stage
from plugins.engine.writer import QueueWriter, flush_last, get_writer

__all__ = ["Output", "QueueWriter", "register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(use_stage)
    signals.get_writer.connect(get_writer)
    signals.all_generators_finalized.connect(flush_last)
    signals.finalized.connect(finish)
