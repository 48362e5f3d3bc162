"""Options that several commands have."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

LANGUAGES = ("en", "ar", "de", "it", "vi")  # of messages; reading them from the catalogues takes longer than --help

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

messages = click.option(
    "--lang",
    type=click.Choice(LANGUAGES, case_sensitive=False),
    default=None,
    callback=lambda _context, _option, value: value or "",
    help="The language of the messages. Default: the publication's.",
)


def building(command: Decorated) -> Decorated:
    """The command with the options that all builds have."""
    for option in (
        messages,
        click.option(
            "--dry-run", "dry", is_flag=True, help="List the URLs that would be new, changed or removed; write nothing."
        ),
        click.option("--explain", default="", metavar="PATH", help="Explain why this output (a path or URL) is made."),
        click.option(
            "--jobs", type=click.IntRange(min=0), default=0, help="Number of worker processes; 0 for one per core."
        ),
        click.option(
            "--no-cache",
            "cache",
            is_flag=True,
            flag_value=False,
            default=True,
            help="Ignore the results of earlier builds.",
        ),
    ):
        command = option(command)
    return command
