"""Finds texts that look like digests but are not read because their names do not end in .md."""

import re
from pathlib import Path

from puntina.core.digest.message import Message, message
from puntina.core.settings import Site

Fault = tuple[str, Message, Message]
PAGES = "pages"  # the folder of standing pages
# Markdown by another name, and slips of the keyboard; .txt is what Windows puts behind.
_MARKDOWN = re.compile(
    r"\.(?:mdx|mdwn|mdtxt|mdtext|mdown|markdow?n?|markdwon|mkdn?|mkdown|mmdd?|mdd|dm|nd|rmd|qmd|md\.txt|md\W)",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?\s*-{3,}[ \t]*\r?\n(?:.*\n){0,30}?\s*(?:title|date)\s*:", re.IGNORECASE)
# A text all the same, where there is no front matter: points, a summary, a heading.
_POINTS = re.compile("^(?:[-*•] |#{1,3} |📌)".encode(), re.MULTILINE)
# What is no digest, or not Markdown, whatever it begins with: pictures and the like, data, what was before.
_OTHERS = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|heic|ico|tiff?|bmp|pdf|mp3|mp4|m4a|mov|webm|ogg|wav|zip|woff2?|ya?ml|toml|json|xml"
    r"|csv|tsv|vtt|srt|css|js|py|sh|x?html?|rst|adoc|asciidoc|rtf|docx?|odt|orig|rej|bak|old|backup|tmp|save)",
    re.IGNORECASE,
)
_USUAL = re.compile(r"[A-Z_]+|Makefile|Dockerfile")  # names of files that have no extension anywhere
_HEAD = 4096
_YEAR = re.compile(r"\d{4}")


def unread_text(path: str, file: str, site: Site) -> Fault | None:
    """The problem of a digest or page whose file name does not end in .md; None for other files."""
    first, slash, _ = path.partition("/")
    if not slash or not (first in {PAGES, *site.rules.languages} or _YEAR.fullmatch(first)):
        return None
    name = path.rpartition("/")[2]
    if name.startswith("_"):  # set aside
        return None
    stem, ending = _parted(name)
    if not _MARKDOWN.fullmatch(ending) and (_OTHERS.fullmatch(ending) or not _is_digest(file, name, ending)):
        return None
    text = message("the file is not read, because its name does not end in .md")
    return "FILE-STRAY", text, message("rename it: {name}", name=f"{stem}.md")


def _parted(name: str) -> tuple[str, str]:
    """The name without its extension, and that; .md.txt is one extension."""
    if found := re.fullmatch(r"(.+?)(\.md\.txt)", name, re.IGNORECASE):
        return found[1], found[2]
    stem, dot, rest = name.rpartition(".")
    return (stem, dot + rest) if stem and rest else (name.rstrip("."), "")


def _is_digest(file: str, name: str, ending: str) -> bool:
    """Whether the file begins like a digest; one without an extension also like a digest without front matter."""
    try:
        with Path(file).open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False  # which the copying reports
    if _FRONT_MATTER.match(head):
        return True
    return not ending and b"\0" not in head and not _USUAL.fullmatch(name) and bool(_POINTS.search(head))
