"""The bodies of `invoke build` and `invoke publish`, and the builds of `serve`: settings checked, then Pelican."""

from plugins.build.command import build
from plugins.build.options import Options
from plugins.build.run import Outcome, run

__all__ = ["Options", "Outcome", "build", "run"]
