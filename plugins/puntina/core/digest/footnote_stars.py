"""Recognises stars that mark a note or a rating, not emphasis: Price* and terms**, a 5** hotel."""

import re

_MARK = re.compile(r"[^\W_]\*(?=[\s.,;:!?)»”]|$)")


def marks_a_note(source: str, at: int, count: int) -> bool:
    """Whether the stars at this place are alone in brackets, or end a number or a word.

    A word ends with them in a text whose first note has a single one.

    >>> marks_a_note("Price* and terms** apply", 16, 2), marks_a_note("5** hotel", 1, 2), marks_a_note("b** c", 1, 2)
    (True, True, False)
    """
    before, after = source[at - 1 : at], source[at + count : at + count + 1]
    if before == "(" and after == ")":
        return True
    if source[at] != "*" or after.isalnum() or not before.isalnum():
        return False
    return before.isdigit() or _MARK.search(source, 0, at) is not None
