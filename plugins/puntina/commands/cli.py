"""The command line: `puntina COMMAND`. Each command finds its publication and calls one function.

Exit codes: 0 done, 1 something is wrong and reported, 2 the command line is wrong, 130 interrupted.
What a command needs is imported when it runs: `puntina --help` and an idle build must not wait for the rest.
"""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from puntina import __version__
from puntina.commands.cli_options import building, messages
from puntina.commands.cli_publication import SETTINGS, PublicationCommands, publication
from puntina.compiled import forget_outdated

PUBLISH = "publishconf.py"
INTERRUPTED = 130  # as shells report a process ended by Ctrl-C


@click.group(cls=PublicationCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="puntina", message="%(prog)s %(version)s")
@click.option(
    "-C",
    "--directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The publication's folder. Default: the nearest one with a pelicanconf.py, from the current folder upwards.",
)
@click.pass_context
def puntina(context: click.Context, directory: Path | None) -> None:
    """Make a publication of news digests from Markdown files."""
    context.obj = directory


@puntina.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The name of the publication. Default: the folder's.")
@click.option("--url", default="", help="The URL at which readers will find it.")
@click.option("--languages", default="", metavar="CODES", help="The languages, the main one first, as en,de.")
@click.option("--categories", default="", metavar="NAMES", help="The categories, as soil,plants.")
@click.option("--holder", default="", help="Who holds the copyright. Default: the publication's name.")
@click.option("--timezone", default="", help="The time zone, as Europe/Rome. Default: this machine's.")
@click.option("--no-input", is_flag=True, help="Ask nothing; use defaults for what is left out.")
def init(folder: Path, no_input: bool, **answers: str) -> int:
    """Make a new publication in a folder. Asks for what you leave out."""
    from puntina.commands.init import init

    return init(folder, asks=not no_input and _is_at_terminal(), now=_now(), **answers)


@puntina.command()
@click.argument("version", default="")
@click.option(
    "--yes", "agreed", is_flag=True, help="Also change files that you have edited, where the changes do not conflict."
)
@click.option("--dry-run", "dry", is_flag=True, help="Report what would change; change nothing.")
@click.pass_obj
def upgrade(directory: Path | None, /, version: str, agreed: bool, dry: bool) -> int:
    """Switch a publication to another version of Puntina: a number, a wheel's path, or the newest."""
    from puntina.commands.upgrade import upgrade

    return upgrade(publication(directory) / SETTINGS, version, asks=_is_at_terminal(), agreed=agreed, dry=dry)


@puntina.command()
@click.option("--title", default="", help="The title.")
@click.option("--lang", default="", help="The language's code.")
@click.option("--category", default="", help="The category: its key, or its name in any language.")
@click.option("--translates", default="", metavar="FILE", help="The file to translate, as content/it/2025/chip.md.")
@click.pass_obj
def new(directory: Path | None, /, title: str, lang: str, category: str, translates: str) -> int:
    """Start a digest: a draft with a new id. Asks for what you leave out."""
    from puntina.commands.importer.ask import start

    settings = publication(directory) / SETTINGS
    return start(settings, title=title, lang=lang, category=category, translates=translates, now=_now())


@puntina.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--lang", default="", help="The language of the files.")
@click.option("--category", default="", help="The category of the digests.")
@click.option("--title", default="", help="The title, for a single file.")
@click.option("--date", default="", help='The date, as "2025-09-02 07:30".')
@click.option("--source-url", default="", metavar="URL", help="The URL of the source of the digests.")
@click.option(
    "--old-url",
    default="",
    metavar="PATTERN",
    help="The path of each on the old site, as /{slug}/; it becomes a redirect.",
)
@click.pass_obj
def import_(directory: Path | None, /, files: Sequence[str], **options: str) -> int:
    """Turn text files, as copied from an old site, into digests."""
    from puntina.commands.importer import import_into

    return import_into(publication(directory) / SETTINGS, files, now=_now(), **options)


@puntina.command()
@building
@click.pass_obj
def build(directory: Path | None, /, **options: Any) -> int:
    """Build the site into output/, making only what is out of date."""
    from puntina.commands.build import build
    from puntina.core.digest.command_line import command_line
    from puntina.core.digest.message import message

    next_step = message("To view it: {command}", command=command_line("serve"))
    return build(publication(directory) / SETTINGS, next_step=next_step, leave=True, **options)


@puntina.command()
@building
@click.option("--local", is_flag=True, help="Build for viewing on this machine, not for readers.")
@click.pass_obj
def publish(directory: Path | None, /, local: bool, **options: Any) -> int:
    """Build the site for readers, with the URL in publishconf.py or SITEURL."""
    from puntina.commands.build import build
    from puntina.commands.build.local import local_address

    settings = publication(directory) / PUBLISH
    overrides = {"SITEURL": local_address(settings)} if local else None
    return build(settings, next_step="", overrides=overrides, leave=True, **options)


@puntina.command()
@messages
@click.option("--local", is_flag=True, help="Verify a build for this machine, without the URL for readers.")
@click.pass_obj
def verify(directory: Path | None, /, lang: str, local: bool) -> int:
    """Build the site for readers, and check every link, feed and sitemap of it."""
    from puntina.commands.build.local import local_address
    from puntina.commands.verify.command import verify

    settings = publication(directory) / PUBLISH
    return verify(settings, lang=lang, overrides={"SITEURL": local_address(settings)} if local else None)


@puntina.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for a free one."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@click.option("--published", is_flag=True, help="Show what readers will get: no drafts, search included.")
@click.pass_obj
def serve(directory: Path | None, /, **options: Any) -> int:
    """Show the site, drafts included, while you write."""
    from puntina.commands.serve.command import serve

    return serve(publication(directory) / (PUBLISH if options["published"] else SETTINGS), **options)


@puntina.command()
@messages
@click.pass_obj
def check(directory: Path | None, /, lang: str) -> int:
    """Report what is wrong with settings and content, without building."""
    from puntina.commands.check.command import check

    return check(publication(directory) / SETTINGS, lang=lang)


@puntina.command()
@click.pass_obj
def addresses(directory: Path | None, /) -> int:
    """Add all published URLs to addresses.txt, so that check and publish report any that would disappear."""
    from puntina.commands.check.command import note_addresses

    return note_addresses(publication(directory) / SETTINGS)


@puntina.command()
@click.pass_obj
def clean(directory: Path | None, /) -> int:
    """Delete the output of builds and their cache in .cache/."""
    from puntina.commands.build.clean import clean

    return clean(publication(directory) / SETTINGS)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit."""
    forget_outdated()
    try:
        code = puntina.main(arguments, prog_name="puntina", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:  # whoever read the output has ended, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OSError as error:
        click.echo(
            f"puntina: {': '.join(str(part) for part in (error.filename, error.strerror or error) if part)}", err=True
        )
        code = 1
    sys.exit(code)


def _is_at_terminal() -> bool:
    """Whether somebody can be asked; standard input may be closed."""
    return sys.stdin is not None and sys.stdin.isatty()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
