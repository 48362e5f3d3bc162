"""Hints for links to files that do not exist, such as example.org without https://, or a # in a file name."""

import re
from collections.abc import Collection
from urllib.parse import unquote

from puntina.core.digest.message import Message, message

_ENDINGS = frozenset({"com", "org", "net", "edu", "gov", "int", "info", "biz", "app", "dev", "blog", "news", "online"})
_FILES = frozenset({"md", "js", "ts", "py", "gz", "ps", "sh"})  # two letters that are no country here
_SITE = re.compile(r"(?P<www>www\.)?(?:[\w-]+\.)+(?P<ending>[A-Za-z]{2,10})(?::\d+)?(?:/.*)?", re.DOTALL)
_MAIL = re.compile(r"[^\s@/]+@[\w.-]+\.[A-Za-z]{2,}")
_SCHEME = re.compile(r"(?:https?(?://|;//|:?/)|:?//|//)", re.IGNORECASE)
_TYPED = re.compile(r"https?[.,;:]{1,2}//(?P<rest>.+)", re.IGNORECASE | re.DOTALL)  # https.//example.org
_PHONE = re.compile(r"[+0]\d[\d().-]{5,}")
_QUOTES = frozenset("\"'“”„«»‘’‚‹›`")
_IN_NAME = re.compile(r"[^#?/]*\.[A-Za-z0-9]{2,5}")


def meant_address(path: str, full: str, tail: str, files: Collection[str]) -> Message | None:
    """What to write instead of such a link; None if it is just a wrong path.

    `path` is as typed, `full` below the content, `tail` what follows from the first ? or #.
    """
    if path[:1] in _QUOTES and len(path) > 1:
        return message("delete the quotation marks around the URL")
    if typed := _TYPED.fullmatch(path):
        return message('did you mean "{guess}"?', guess=f"https://{typed['rest']}{tail}")
    if _PHONE.fullmatch(path):
        return message('did you mean "{guess}"?', guess=f"tel:{path}")
    if _MAIL.fullmatch(path):
        return message("write mailto: before an e-mail address")
    if _SCHEME.match(path):
        return message("write https:// before the URL")
    if (site := _SITE.fullmatch(path)) and (site["www"] or _is_ending(site["ending"].lower())):
        return message("write https:// before a web address")
    if tail[:1] in {"#", "?"} and (f"{full}{unquote(tail)}" in files or _IN_NAME.fullmatch(tail[1:])):
        return message("write {code} instead of {sign} in a file name", code=f"%{ord(tail[0]):02X}", sign=tail[0])
    return None


def _is_ending(ending: str) -> bool:
    """Whether names of sites end so: all countries have two letters."""
    return ending in _ENDINGS or (len(ending) == 2 and ending not in _FILES)
