"""Problems of files that do not begin with front matter, by what they begin with."""

import re

from puntina.core.digest.bullets import INVISIBLE
from puntina.core.digest.message import Message, message
from puntina.core.digest.problem import Problem

# What keyboards and editors make of three hyphens.
LIKE_FENCE = re.compile(r"\s*(?:-{2,}|[‐-―−]+|\\?-\\?-\\?-|\*{3,}|_{3,}|={3,}|~{3,})\s*")
_KEY = re.compile(r"[A-Za-z_]+[ \t]*:(\s|$)")
_PELICAN_HEADER = re.compile(
    r"(Title|Date|Category|Tags|Slug|Author|Authors|Summary|Status|Lang|Modified):", re.IGNORECASE
)
_KEYS = 100  # lines in which front matter is looked for below a text
_UNSEEN = re.compile(f"[{INVISIBLE}]")
# The first line of other formats, what it is, and what to do.
_FORMATS = (
    (
        re.compile(r"\+\+\+"),
        message("front matter in TOML"),
        message("write --- instead of +++, and title: … instead of title = …"),
    ),
    (
        re.compile(r"\{\s*$|\{\s*\""),
        message("front matter in JSON"),
        message("write ---, title: …, date: …, --- (each on its own line) instead"),
    ),
    (
        re.compile(r";;;"),
        message("front matter in JSON"),
        message("write ---, title: …, date: …, --- (each on its own line) instead"),
    ),
    (
        re.compile(r"(```|~~~)"),
        message("front matter in a code block"),
        message("delete the line, and begin the file with ---"),
    ),
    (
        re.compile(r"<!--"),
        message("a comment above the front matter"),
        message("begin the file with ---; put the comment below"),
    ),
    (
        re.compile(r"<(!doctype|html|head|body|p|div|h1)\b", re.IGNORECASE),
        message("the file is HTML"),
        message("write it as Markdown, with front matter above"),
    ),
    (
        re.compile(r"\{\\rtf"),
        message("the file is a rich text document (RTF)"),
        message("save it as plain text in UTF-8"),
    ),
)


def no_front_matter(lines: list[str], path: str) -> Problem:
    """The problem of a file whose first line is not ---."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    line = lines[first]
    if found := _UNSEEN.match(line):
        return _unseen(line, first, path)
    if _PELICAN_HEADER.match(line):
        return Problem(path, first + 1, 1, "FM-PELICAN", *_without_fence(lines, first))
    if _fence_below(lines, first):
        hint = message("delete what is above the line ---, or put it below the next one")
        return Problem(path, first + 1, 1, "FM-MISSING", message("text above the front matter"), hint)
    for pattern, what, hint in _FORMATS:
        if found := pattern.match(line):
            return Problem(path, first + 1, found.start() + 1, "FM-MISSING", what, hint)
    return Problem(path, first + 1, 1, "FM-MISSING", message("no front matter"), _hint(lines, first))


def _fence_below(lines: list[str], first: int) -> bool:
    """Whether the front matter is whole, below a line or more of text."""
    begins = next((number for number, line in enumerate(lines) if number > first and line.rstrip() == "---"), None)
    if begins is None or not any(_is_key(line) for line in lines[begins + 1 : begins + 2]) or _is_key(lines[first]):
        return False
    keys = lines[begins + 1 : begins + 1 + _KEYS]
    return any(line.rstrip() == "---" for line in keys) and any(line.startswith("title:") for line in keys)


def _is_key(line: str) -> bool:
    return _KEY.match(line) is not None


def _unseen(line: str, first: int, path: str) -> Problem:
    """An invisible character, such as the second byte order mark of a file that two programs saved."""
    start = _start(line)
    text = message("an invisible character (U+{code}) before {start}", code=f"{ord(line[0]):04X}", start=start)
    hint = message("delete it: put the cursor before {start} and press Backspace", start=start)
    return Problem(path, first + 1, 1, "FM-MISSING", text, hint)


def _start(line: str) -> str:
    visible = _UNSEEN.sub("", line).strip()
    return visible[:20] if visible else "---"


def _without_fence(lines: list[str], first: int) -> tuple[Message, Message]:
    """What to say of keys that begin the file: a --- may be missing above, below, or both."""
    end = next(
        (number for number, line in enumerate(lines[first + 1 :], first + 1) if LIKE_FENCE.fullmatch(line)), None
    )
    keys = lines[first : end or first + 1]
    if end and all(not line.strip() or _KEY.match(line) or line[0] in " \t-" for line in keys):
        return message("no --- above the front matter"), message("put a line --- above it")
    text = message("a header in Pelican's form, without ---")
    return text, message("put a line --- above it and another below its last line, and write the keys in lower case")


def _hint(lines: list[str], first: int) -> Message:
    if LIKE_FENCE.fullmatch(lines[first]):
        if lines[first].rstrip() == "---":
            return message("delete the empty lines above ---")
        return message("write the first line as ---: three hyphens, nothing before them")
    if lines[first].startswith("---"):
        return message("write --- alone on its line, and what follows it on the next")
    return message("begin the file with ---, title: …, date: …, --- (each on its own line)")
