"""The bodies of `invoke build` and `invoke publish`: settings checked, then Pelican in this process."""

from plugins.build.command import build
from plugins.build.run import Options, Outcome, run

__all__ = ["Options", "Outcome", "build", "run"]
