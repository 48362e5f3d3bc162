"""Names that become files: what a file system, Windows or an address can't take, and which two are one there."""

import re
import unicodedata

from plugins.digest.unseen import unseen_in

# What hosts serve for the address of a folder, the first that is there: an old site's feed may be at /feed/.
INDEXES = ("index.html", "index.xml", "index.json")
MAX_BYTES = 200  # a name may have 255 bytes on common file systems; room is left for what we add to it
LONGEST = 255  # bytes of a name, as common file systems have it
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³")})
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\#%&+\s]')

_UNDECODED = re.compile("[\ud800-\udfff]")  # how Python has bytes of a name that it can't decode
_NOT_ON_WINDOWS = re.compile(r'[\x00-\x1f<>:"|?*\\]')


def fault_of_name(name: str) -> str:
    """What is wrong with a slug or file name as part of an address, as a predicate; "" where it is fine."""
    if "/" in name or "\\" in name or name in {".", ".."}:
        return "leaves its folder"
    if not name:
        return "is empty"
    if len(name.encode()) > MAX_BYTES:
        return f"has {len(name.encode())} bytes, over {MAX_BYTES}"
    if name.partition(".")[0].casefold() in RESERVED:
        return "is a reserved name on Windows"
    if found := _UNSAFE.search(name):
        return f"has {_spoken(found.group())} in it"
    if unseen := unseen_in(name):
        return f"has the invisible character U+{ord(unseen):04X} in it"
    if name.startswith(".") or name.endswith("."):
        return "begins or ends with a full stop"
    return ""


def fault_of_file(name: str) -> str:
    """What is wrong with the name of a file in the content, as a predicate; "" where every system can have it."""
    if _UNDECODED.search(name):
        return "is not UTF-8"
    if len(name.encode()) > LONGEST:
        return f"has {len(name.encode())} bytes, over {LONGEST}"
    if name.partition(".")[0].casefold() in RESERVED:
        return "is a reserved name on Windows"
    if found := _NOT_ON_WINDOWS.search(name):
        return f"has {_spoken(found.group())} in it, which Windows can't have"
    if unseen := unseen_in(name):
        return f"has the invisible character U+{ord(unseen):04X} in it"
    return "ends with a space or a full stop, which Windows can't have" if name[-1] in " ." else ""


def fault_of_path(path: str) -> str:
    """What is wrong with a path below the output folder, as a predicate; "" where every system can have it."""
    if path.isascii() and len(path) <= LONGEST and ".." not in path and "\\" not in path and path[:1] != "/":
        return ""
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or "\\" in path:
        return "is outside the output folder"
    return "is too long for a file system" if any(len(part.encode()) > LONGEST for part in parts) else ""


def folded(path: str) -> str:
    """The path as file systems may see it that fold case and Unicode form."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _spoken(character: str) -> str:
    if character == " ":
        return "a space"
    return f'"{character}"' if character.isprintable() else f"the character U+{ord(character):04X}"
