"""Redirect pages at the old URLs of digests and pages."""

from puntina.core.hooks import Plugin
from puntina.redirects.outputs import redirect_outputs

PLUGIN = Plugin(outputs=(("redirects", redirect_outputs),))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
