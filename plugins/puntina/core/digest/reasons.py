"""Error messages of the operating system, as messages that can be translated."""

from puntina.core.digest.message import message

_KNOWN = {
    str(each): each
    for each in (
        message("No such file or directory"),
        message("Permission denied"),
        message("Operation not permitted"),
        message("Is a directory"),
        message("Not a directory"),
        message("Not a file"),
        message("A link out of the publication"),
        message("File too large"),
        message("File name too long"),
        message("No space left on device"),
        message("Read-only file system"),
        message("Too many levels of symbolic links"),
        message("Invalid cross-device link"),
        message("Input/output error"),
        message("Address already in use"),
        message("Cannot assign requested address"),
        message("Name or service not known"),
    )
}


def reason_of(said: str | None) -> str:
    """The system's words for an error, a message where they are known ones.

    >>> reason_of("Is a directory").template
    'Is a directory'
    """
    return _KNOWN.get(said or "", said or "")
