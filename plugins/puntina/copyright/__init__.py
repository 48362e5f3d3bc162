"""The copyright notice and the source line: who holds the rights, by which licence, and what a digest is based on."""

from puntina.copyright.licences import LICENCE_NAMES, LICENCES, Licence, find_licence
from puntina.copyright.notice import Notice, notice_for, notice_html, parse_years, rights, site_notice
from puntina.copyright.part import copyright_part
from puntina.copyright.sources import source_html, source_line, source_message
from puntina.core.hooks import Plugin

__all__ = [
    "LICENCES",
    "LICENCE_NAMES",
    "Licence",
    "Notice",
    "find_licence",
    "notice_for",
    "notice_html",
    "parse_years",
    "register",
    "rights",
    "site_notice",
    "source_html",
    "source_line",
    "source_message",
]

PLUGIN = Plugin(page_parts={"copyright": copyright_part})


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
