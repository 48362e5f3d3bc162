"""The editor's answer without a build: every file of the content read, and all that is wrong with them together."""

from plugins.check.announce import announced
from plugins.check.content import Content, assembled, file_bytes, read_content, read_file
from plugins.check.links import Found, find
from plugins.check.moved import Moved, all_moved
from plugins.check.pictures import Facts
from plugins.check.report import excerpt, report, source_lines
from plugins.check.shown import image_path
from plugins.check.standing import Standing, standing
from plugins.check.terminal import show
from plugins.check.walk import Walk, walk

__all__ = [
    "Content",
    "Facts",
    "Found",
    "Moved",
    "Standing",
    "Walk",
    "all_moved",
    "announced",
    "assembled",
    "excerpt",
    "file_bytes",
    "find",
    "image_path",
    "read_content",
    "read_file",
    "report",
    "show",
    "source_lines",
    "standing",
    "walk",
]
