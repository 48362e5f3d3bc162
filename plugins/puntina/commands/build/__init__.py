"""The bodies of `puntina build` and `puntina publish`, and the builds of `serve`: settings checked, then Pelican."""

from puntina.commands.build.command import build
from puntina.commands.build.options import Options
from puntina.commands.build.run import Outcome, run

__all__ = ["Options", "Outcome", "build", "run"]
