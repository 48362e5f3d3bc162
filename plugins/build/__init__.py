"""The bodies of `invoke build` and `invoke publish`: settings checked, then Pelican in this process."""

from plugins.build.command import build, run

__all__ = ["build", "run"]
