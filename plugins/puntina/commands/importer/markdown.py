"""Text that already is Markdown, as from ChatGPT, Notion and other generators: kept almost unchanged."""

import re

from puntina.commands.importer.lines import Line, unstyled
from puntina.core.digest.bullets import INVISIBLE, bullet
from puntina.core.digest.markdown_rules import PIN

_SIGNS = re.compile(
    r"""
      ^\#{1,6}[ ]\S                           # a heading
    | \*\*[^\s*][^*\n]*\*\*                   # bold
    | (?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])  # emphasis, which WhatsApp has for bold
    | \[[^\]\n]+\]\((?:https?:|/|\.)[^)\n]*\) # a link
    | ^[ ]*[-*+][ ]\[[ xX]\][ ]               # a task
    | ^(?:```|~~~)                            # code
    | ^\|?[ ]*:?-{3,}:?[ ]*\|                 # a table
    """,
    re.VERBOSE | re.MULTILINE,
)
_HEADING = re.compile(r"#[ \t]+(?P<title>.*?)[ \t]*#*")
_TASK = re.compile(r"^(\s*[-*+] )\[[ xX]\] ")
_UNSEEN = re.compile(rf"^(\s*)[{INVISIBLE}]+(?=\S)")  # before a marker, as chats have it
_QUOTED_PIN = re.compile(rf"^\s*(?:>\s?)+(?=[*_]*{PIN})")


def is_markdown(text: str) -> bool:
    """Whether the text has signs that would be lost, or shown to readers, if it were taken as plain."""
    return bool(_SIGNS.search(text))


def heading(text: str) -> Line | None:
    """The title: the heading of the first level that the text begins with; None where it begins otherwise."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = _HEADING.fullmatch(line.strip())
            return Line(number, unstyled(found["title"])) if found and found["title"] else None
    return None


def markdown_body(text: str, without: frozenset[int]) -> str:
    """The text as a digest's body, without the lines of these numbers."""
    body = "\n".join(line for number, line in enumerate(text.split("\n"), 1) if number not in without)
    return re.sub(r"\n{3,}", "\n\n", body.strip("\n")) + "\n"


def tidied(text: str) -> str:
    """The text with as many lines: boxes of tasks go, a pushpin leaves its quotation, pasted bullets are Markdown's."""
    lines = (_UNSEEN.sub(r"\1", line.rstrip()) for line in text.split("\n"))
    made = (_QUOTED_PIN.sub("", _TASK.sub(r"\1", line)) for line in lines)
    return "\n".join(map(_plain_bullet, made))


def _plain_bullet(line: str) -> str:
    found = bullet(line)
    return f"{found.indent}- {found.text}" if found else line
