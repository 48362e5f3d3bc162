"""The copyright notice (who holds the rights, under which licence) and the line on what a digest is based on."""

from plugins.copyright.attach import attach
from plugins.copyright.licences import LICENCE_NAMES, Licence, find_licence
from plugins.copyright.notice import Notice, notice_for, rights, site_notice
from plugins.copyright.sources import source_line

__all__ = [
    "LICENCE_NAMES",
    "Licence",
    "Notice",
    "find_licence",
    "notice_for",
    "register",
    "rights",
    "site_notice",
    "source_line",
]


def register() -> None:
    """Connects to Pelican's signals."""
    from pelican import signals  # here, as checks need the licences and not Pelican

    signals.article_generator_finalized.connect(attach)
