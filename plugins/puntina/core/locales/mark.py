"""The mark of strings that are translated elsewhere.

`pybabel extract -F babel.cfg -k Phrase …` finds them: N_ is among Babel's own keywords, Phrase is the digest's word for
the same, as it knows no other plugin.
"""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """The message as it is."""
    return message
