"""The body of `puntina upgrade`: tries another version of Puntina before it changes anything."""

from puntina.commands.upgrade.command import upgrade

__all__ = ["upgrade"]
