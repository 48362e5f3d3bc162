"""Puntina, a static site generator for news digests: the core, the commands, a Pelican plugin for each capability."""

__version__ = "0.1.0"
