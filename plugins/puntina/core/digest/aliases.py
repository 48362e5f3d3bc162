"""Old URLs of a digest or page: paths below the site's root, as an editor copies them from a browser."""

import re
import unicodedata
from urllib.parse import unquote

from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_name

PAGES = (".html", ".htm")  # the endings of files that hosts send as pages
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,3}$")  # "/old.php", but not "/release-2.5"


def alias_path(alias: str) -> str:
    """The path of the alias without its first slash: percent-encoding undone, in Unicode form C."""
    return unicodedata.normalize("NFC", unquote(alias)).lstrip("/")


def names_file(path: str) -> bool:
    """Whether the path names a file in full, and not a folder or a page whose .html is left out."""
    return path.lower().endswith(PAGES)


def fault_of_alias(alias: str) -> Message | None:
    """What is wrong with the alias, as a predicate; None where a page at that address can be made."""
    if "://" in alias or alias.startswith("//"):
        return message("has a host")
    if found := re.search(r"[?#]", alias):
        return message('contains "{character}"; what follows that is not part of a path', character=found.group())
    path = alias_path(alias)
    if not path:
        return message("is the URL of the home page")
    if "\N{REPLACEMENT CHARACTER}" in path:
        return message("is not UTF-8")
    parts = path.removesuffix("/").split("/")
    if fault := next((fault for part in parts if (fault := fault_of_name(part))), None):
        return message("has a part that {fault}", fault=fault)
    if (ending := _ENDING.search(path)) and not names_file(path):
        return message("ends in {suffix}, which hosts do not serve as a page", suffix=ending.group())
    return None
