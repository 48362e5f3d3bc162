"""The bodies of `invoke build` and `invoke publish`, and the builds of `serve`: settings checked, then Pelican."""

from plugins.build.command import build, run

__all__ = ["build", "run"]
