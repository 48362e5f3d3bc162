"""Finds invisible characters in front matter keys, which come along when text is pasted."""

from puntina.core.digest.message import Message, message
from puntina.core.digest.unseen import seen, unseen_in


def unseen_in_key(key: str) -> tuple[Message, Message] | None:
    """What to say of the first such character in the key, or None.

    >>> unseen_in_key("author")
    >>> unseen_in_key("\\u200eauthor")[0]
    'an invisible character (U+200E) before author'
    """
    unseen = unseen_in(key)
    if not unseen:
        return None
    code, plain = f"{ord(unseen):04X}", seen(key).strip()
    if key.lstrip().startswith(unseen):
        text = message("an invisible character (U+{code}) before {start}", code=code, start=plain)
        return text, message("delete it: put the cursor before {start} and press Backspace", start=plain)
    text = message("an invisible character (U+{code}) in the key {key}", code=code, key=plain)
    return text, message("retype the key: {key}", key=plain)
