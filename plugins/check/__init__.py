"""The editor's answer without a build: every file of the content read, and all that is wrong with them together."""

from plugins.check.content import Content, read_content
from plugins.check.links import Found, find
from plugins.check.report import excerpt, report, source_lines
from plugins.check.standing import Standing, standing
from plugins.check.terminal import show

__all__ = [
    "Content",
    "Found",
    "Standing",
    "excerpt",
    "find",
    "read_content",
    "report",
    "show",
    "source_lines",
    "standing",
]
