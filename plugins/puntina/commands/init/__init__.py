"""The body of `puntina init`: a new publication, checked and built at once."""

from puntina.commands.init.command import init

__all__ = ["init"]
