"""The mark of strings that are translated elsewhere, for pybabel's extraction (keyword N_)."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """The message as it is."""
    return message
