"""The publication in which the command line runs: its folder, and the commands of its own plugins."""

from pathlib import Path

import click

SETTINGS = "pelicanconf.py"


def publication(directory: Path | None) -> Path:
    """The folder that was named, else the nearest one with settings, from the current folder upwards.

    Raises click.UsageError if no folder has a settings file.
    """
    here = Path.cwd()
    # Resolved: paths with .. in them are not below any folder, as Pelican compares them.
    for folder in (directory.resolve(),) if directory else (here, *here.parents):
        if (folder / SETTINGS).exists():
            return folder
    place = f"in {directory}" if directory else f"in {here} or any folder above it"
    raise click.UsageError(f"no {SETTINGS} {place} — name a publication's folder: puntina -C FOLDER …")


class PublicationCommands(click.Group):
    """Our commands, and those of the publication's own plugins."""

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name; plugins are imported only where none of ours has it."""
        return super().get_command(context, name) or _own_commands(context).get(name)

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands, for help."""
        return [*super().list_commands(context), *_own_commands(context)]


def _own_commands(context: click.Context) -> dict[str, click.Command]:
    """The commands of the plugins of the publication in which this runs, by name; none outside of one."""
    from puntina.core.checks.plugin_hooks import publication_hooks
    from puntina.core.digest import Faults
    from puntina.core.settings import SettingsFile, load_settings

    try:
        file = publication(context.params.get("directory")) / SETTINGS
        hooks = publication_hooks(load_settings(file), SettingsFile.at(file), file.parent)
    except (click.UsageError, Faults, OSError):  # reported by the commands that need it
        return {}
    return {command.name: command for command in hooks.commands if command.name}
