"""Turns digests copied from an older site as plain text into content files."""

from puntina.commands.importer.command import import_files, import_into, on_terminal

__all__ = ["import_files", "import_into", "on_terminal"]
