"""The frozen values that templates are given: cards, links, lists; data only, no doors into the site."""


def register() -> None:
    """Nothing to connect: these are values."""
