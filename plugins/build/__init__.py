"""The bodies of `invoke build` and `invoke publish`, and the builds of `serve`: settings checked, then Pelican."""

from plugins.build.command import build
from plugins.build.run import Outcome, run
from plugins.build.setup import Options

__all__ = ["Options", "Outcome", "build", "run"]
