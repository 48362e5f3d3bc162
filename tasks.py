"""The tasks: `python3 bootstrap.py TASK`, or `invoke TASK` in the environment that bootstrap.py makes."""

import datetime as dt
import os
import shutil
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.main import program
from invoke.tasks import task

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from plugins.importer.arguments import files_as_flags  # noqa: E402 - found by the line above

SETTINGS = HERE / "pelicanconf.py"
PUBLISH = HERE / "publishconf.py"
# Lock files and what each is made from; setuptools builds feedgen, which is published as source only.
LOCKS = {
    "requirements-build.txt": "--group pyproject.toml:build",
    "requirements.txt": "pyproject.toml",
    "requirements-test.txt": "pyproject.toml --group dev -c requirements.txt",
}
LOOK = "To look at it: python3 bootstrap.py serve"


@task(help={"title": "the title", "lang": "the language's code", "category": "the category's key"})
def new(_: Context, title: str = "", lang: str = "", category: str = "") -> None:
    """Start a digest: a draft with a fresh id; what you leave out is asked for."""
    from plugins.importer.ask import start

    _end(start(SETTINGS, title=title, lang=lang, category=category, now=dt.datetime.now(dt.UTC)))


@task(
    name="import",
    iterable=["files"],
    help={
        "files": "text files, as copied from the old site",
        "lang": "their language",
        "category": "their category",
        "title": "the title, for a single file",
        "date": "the date, as 2025-09-02 07:30",
        "source-url": "the address of what they are based on",
    },
)
def import_(
    _: Context,
    files: list[str],
    lang: str = "",
    category: str = "",
    title: str = "",
    date: str = "",
    source_url: str = "",
) -> None:
    """Turn digests copied from an old site into content files: import FILE… --lang it."""
    from plugins.check.command import load_site
    from plugins.importer import import_files, on_terminal

    site = load_site(SETTINGS)
    now = dt.datetime.now(dt.UTC)
    _end(
        import_files(
            files,
            content=site.content,
            rules=site.rules,
            holder=site.holder,
            lang=lang or site.default_language.code,
            now=now,
            category=category,
            title=title,
            date=date,
            source_url=source_url,
            ask=on_terminal(),
        )
    )


@task
def build(_: Context) -> None:
    """Build the site into output/."""
    from plugins.build import build

    _end(build(SETTINGS, look=LOOK))


@task(help={"port": "the port", "host": "the address to listen on", "open": "open a browser"})
def serve(_: Context, port: int = 8000, host: str = "127.0.0.1", open: bool = False) -> None:
    """Look at the site, drafts included, while you write."""
    from plugins.serve.command import serve

    _end(serve(SETTINGS, host=host, port=port, open_browser=open))


@task
def check(_: Context) -> None:
    """Say what is wrong with settings and content, without building."""
    from plugins.check.command import check

    _end(check(SETTINGS))


@task
def publish(_: Context) -> None:
    """Build the site for readers, with the address in publishconf.py or SITEURL."""
    from plugins.build import build

    _end(build(PUBLISH, look=""))


@task
def clean(_: Context) -> None:
    """Delete output/ and what builds keep in .cache/."""
    for folder in (HERE / "output", HERE / ".cache"):
        shutil.rmtree(folder, ignore_errors=True)


@task(help={"options": 'options for pytest, as in --options "-k share"'})
def test(context: Context, options: str = "") -> None:  # noqa: PT028 - a task, not a test
    """Check style and types, then run all tests."""
    from tests.browser import ensure_chromium

    ensure_chromium()
    lint(context)
    _run(context, f"-m pytest {options}".strip())


@task(help={"options": "options for pytest"})
def prove(context: Context, options: str = "") -> None:
    """Run the proofs that take minutes."""
    _run(context, f"-m pytest -m slow {options}".strip())


@task
def lint(context: Context) -> None:
    """Check style and types."""
    _run(context, "-m ruff check .")
    _run(context, "-m ruff format --check .")
    _run(context, "-m mypy")


@task
def format(context: Context) -> None:
    """Put the code in the house's form."""
    _run(context, "-m ruff format .")
    _run(context, "-m ruff check --fix .")


@task
def lock(context: Context) -> None:
    """Make the lock files again from pyproject.toml, by uv."""
    options = "--universal --generate-hashes --python-version 3.11 --no-annotate --quiet"
    command = '--custom-compile-command "python3 bootstrap.py lock"'
    for name, sources in LOCKS.items():
        with context.cd(str(HERE)):
            context.run(f"uv pip compile {options} {command} {sources} -o {name}")


def _run(context: Context, arguments: str) -> None:
    with context.cd(str(HERE)):
        context.run(f'"{sys.executable}" {arguments}', pty=os.name == "posix" and sys.stdout.isatty())


def _end(code: int) -> None:
    if code:
        raise Exit(code=code)


if hasattr(program, "core"):
    program.core.unparsed[:] = files_as_flags(program.core.unparsed)
