"""The body of `puntina upgrade`: another version of Puntina for a publication, tried before anything is changed."""

from puntina.commands.upgrade.command import upgrade

__all__ = ["upgrade"]
