"""Names of files: what file systems, Windows or URLs do not allow, and which names collide."""

import re
import unicodedata

from puntina.core.digest.message import Message, message
from puntina.core.digest.unseen import unseen_in

# What hosts serve for the address of a folder, the first that is there: an old site's feed may be at /feed/.
INDEXES = ("index.html", "index.xml", "index.json")
MAX_BYTES = 200  # a name may have 255 bytes on common file systems; room is left for what we add to it
LONGEST = 255  # bytes of a name, as common file systems have it
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³")})
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\#%&+\s]')

_UNDECODED = re.compile("[\ud800-\udfff]")  # how Python has bytes of a name that it can't decode
_NOT_ON_WINDOWS = re.compile(r'[\x00-\x1f<>:"|?*\\]')


def fault_of_name(name: str) -> Message | None:
    """The fault of a slug or file name as part of a URL, as a predicate; None if it is valid."""
    if "/" in name or "\\" in name or name in {".", ".."}:
        return message("leads out of its folder")
    if not name:
        return message("is empty")
    if len(name.encode()) > MAX_BYTES:
        return message("has {size} bytes, over {limit}", size=len(name.encode()), limit=MAX_BYTES)
    if name.partition(".")[0].casefold() in RESERVED:
        return message("is a reserved name on Windows")
    if found := _UNSAFE.search(name):
        return message("contains {character}", character=_spoken(found.group()))
    if unseen := unseen_in(name):
        return message("contains the invisible character U+{code:04X}", code=ord(unseen))
    if name.startswith(".") or name.endswith("."):
        return message("begins or ends with a full stop")
    return None


def fault_of_file(name: str) -> Message | None:
    """The fault of a content file's name, as a predicate; None if every system allows it."""
    if _UNDECODED.search(name):
        return message("is not UTF-8")
    if len(name.encode()) > LONGEST:
        return message("has {size} bytes, over {limit}", size=len(name.encode()), limit=LONGEST)
    if name.partition(".")[0].casefold() in RESERVED:
        return message("is a reserved name on Windows")
    if found := _NOT_ON_WINDOWS.search(name):
        return message("contains {character}, which Windows doesn't allow", character=_spoken(found.group()))
    if unseen := unseen_in(name):
        return message("contains the invisible character U+{code:04X}", code=ord(unseen))
    return message("ends with a space or a full stop, which Windows doesn't allow") if name[-1] in " ." else None


def fault_of_path(path: str) -> Message | None:
    """The fault of a path below the output folder, as a predicate; None if every system allows it."""
    if path.isascii() and len(path) <= LONGEST and ".." not in path and "\\" not in path and path[:1] != "/":
        return None
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or "\\" in path:
        return message("is outside the output folder")
    return message("is too long for a file system") if any(len(part.encode()) > LONGEST for part in parts) else None


def folded(path: str) -> str:
    """The path as file systems may see it that fold case and Unicode form."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _spoken(character: str) -> str:
    if character == " ":
        return message("a space")
    return f'"{character}"' if character.isprintable() else message("the character U+{code:04X}", code=ord(character))
