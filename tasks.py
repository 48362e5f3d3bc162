"""The tasks: `python3 bootstrap.py TASK`, or `invoke TASK` in the environment that bootstrap.py makes."""

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.main import program
from invoke.tasks import task

from puntina.compiled import forget_outdated

if TYPE_CHECKING:
    from puntina.core.digest.message import Message

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
forget_outdated()

SETTINGS = HERE / "pelicanconf.py"
PUBLISH = HERE / "publishconf.py"
# Lock files and what each is made from; setuptools builds feedgen, which is published as source only.
LOCKS = {
    "requirements-build.txt": "--group pyproject.toml:build",
    "requirements.txt": "pyproject.toml",
    "requirements-test.txt": "pyproject.toml --group dev -c requirements.txt -c requirements-build.txt",
}
BUILDING = {
    "no-cache": "take nothing from earlier builds",
    "jobs": "how many processes work; 0 for one a core",
    "explain": "say why this output is made: its path in output/, or its address",
}
MESSAGES = {"lang": "the language of the messages, where it is not the publication's: en, it, vi, de or ar"}


@task(
    help={
        "title": "the title",
        "lang": "the language's code",
        "category": "the category, by its key or its name in any language",
        "translates": "the file that it is a translation of, as content/it/2025/chip.md",
    }
)
def new(_: Context, title: str = "", lang: str = "", category: str = "", translates: str = "") -> None:
    """Start a digest: a draft with a fresh id; what you leave out is asked for."""
    from puntina.commands.importer.ask import start

    now = dt.datetime.now(dt.UTC)
    _end(start(SETTINGS, title=title, lang=lang, category=category, translates=translates, now=now))


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
        "old-url": "the address that each had on the old site, as /{slug}/, to lead from there",
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
    old_url: str = "",
) -> None:
    """Turn digests copied from an old site into content files: import FILE… --lang it."""
    from puntina.commands.importer import import_into

    options = {"lang": lang, "category": category, "title": title, "date": date}
    _end(import_into(SETTINGS, files, now=dt.datetime.now(dt.UTC), source_url=source_url, old_url=old_url, **options))


@task(help=BUILDING | MESSAGES)
def build(_: Context, no_cache: bool = False, jobs: str = "0", explain: str = "", lang: str = "") -> None:
    """Build the site into output/, as far as it is out of date."""
    from puntina.commands.build import build
    from puntina.core.digest.message import message

    look = message("To look at it: {command}", command="python3 bootstrap.py serve")
    number = _number("jobs", jobs)
    _end(build(SETTINGS, look=look, cache=not no_cache, jobs=number, explain=explain, lang=_spoken(lang), leave=True))


@task(
    help={
        "port": "the port",
        "host": "the address to listen on",
        "open": "open a browser",
        "published": "show what publish would build: no drafts, search included",
    }
)
def serve(_: Context, port: str = "8000", host: str = "127.0.0.1", open: bool = False, published: bool = False) -> None:
    """Look at the site, drafts included, while you write."""
    from puntina.commands.serve.command import serve

    file = PUBLISH if published else SETTINGS
    _end(serve(file, host=host, port=_number("port", port), open_browser=open, published=published))


@task(help=MESSAGES)
def check(_: Context, lang: str = "") -> None:
    """Report what is wrong with settings and content, without building."""
    from puntina.core.checks.command import check

    _end(check(SETTINGS, lang=_spoken(lang)))


@task
def addresses(_: Context) -> None:
    """Add what is published now to addresses.txt, so that check and publish say when an address would vanish."""
    from puntina.core.checks.command import note_addresses

    _end(note_addresses(SETTINGS))


@task(help=BUILDING | MESSAGES | {"local": "with an address of this machine, to look at; not for readers"})
def publish(
    _: Context, no_cache: bool = False, jobs: str = "0", explain: str = "", lang: str = "", local: bool = False
) -> None:
    """Build the site for readers, with the address in publishconf.py or SITEURL."""
    from puntina.commands.build import build
    from puntina.commands.build.local import local_address

    overrides = {"SITEURL": local_address(PUBLISH)} if local else None
    number, cache = _number("jobs", jobs), not no_cache
    _end(
        build(
            PUBLISH,
            look="",
            overrides=overrides,
            cache=cache,
            jobs=number,
            explain=explain,
            lang=_spoken(lang),
            leave=True,
        )
    )


@task
def clean(_: Context) -> None:
    """Delete what builds have made, and what they keep in .cache/."""
    from puntina.commands.build.clean import clean

    _end(clean(SETTINGS))


@task(help={"options": 'options for pytest, as in --options "-k share"'})
def test(context: Context, options: str = "") -> None:  # noqa: PT028 - a task, not a test
    """Check style and types, then run all tests."""
    from tests.browser import ensure_chromium
    from tests.nu import ensure_nu
    from tests.programs import ensure_programs
    from tests.readability import ensure_readability

    ensure_chromium()
    ensure_nu()
    ensure_programs()
    ensure_readability()
    lint(context)
    _run(context, f"-m pytest {options}".strip())


@task(help={"options": "options for pytest"})
def prove(context: Context, options: str = "") -> None:
    """Run the proofs that take minutes, and the property tests on examples that are others each time."""
    _run(context, f'-m pytest -m "slow or hypothesis" --hypothesis-profile prove {options}'.strip())


@task
def lighthouse(_: Context) -> None:
    """Measure the publication's pages by Lighthouse."""
    from tests.built.lighthouse import main

    _end(main())


@task
def pictures(_: Context) -> None:
    """Take the docs' pictures of the publication anew."""
    from tests.built.docs_pictures import take

    _end(0 if take() else 1)


@task(
    help={
        "count": "digests in each language, as 1000,10000",
        "languages": "how many languages, as 1,3",
        "cases": "which cases: cold, body, title, idle, serve",
        "tools": "which tools, by name",
        "runs": "timed runs of each",
        "memory-runs": "runs in which memory is watched, besides",
        "folder": "where sites are written and built; its file system counts",
        "installed": "the folder whose tools/ holds the other tools, where it is another",
        "settle": "seconds of rest before each timed build",
        "patience": "seconds after which a served page counts as stale",
        "keep": "leave the sites, to look at",
        "json": "a file for all raw runs",
        "read": "show what such files hold instead of measuring, as a.json,b.json",
        "docs": "write the results into docs/benchmarks.md, and the picture",
        "install": "only bring the other tools",
    }
)
def bench(
    _: Context,
    count: str = "1000,10000",
    languages: str = "1,3",
    cases: str = "cold,body,title,idle,serve",
    tools: str = "puntina,hugo,hugo-full,eleventy,pelican,pelican-cache",
    runs: int = 5,
    memory_runs: int = 1,
    folder: str = str(HERE / ".cache" / "bench"),
    installed: str = "",
    settle: float = 3.0,
    patience: float = 60.0,
    keep: bool = False,
    json: str = "",
    read: str = "",
    docs: bool = False,
    install: bool = False,
) -> None:
    """Measure Puntina and, where installed, other generators on the same digests: docs/benchmarks.md."""
    from benchmarks.command import bench

    _end(
        bench(
            count=count,
            languages=languages,
            cases=cases,
            tools=tools,
            runs=runs,
            memory_runs=memory_runs,
            folder=Path(folder),
            installed=Path(installed or folder),
            settle=settle,
            patience=patience,
            keep=keep,
            json=json,
            read=read,
            docs=docs,
            install_tools=install,
        )
    )


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


def _number(option: str, text: str) -> int:
    """The number that was given for an option; invoke itself ends with a traceback where it is none."""
    if not text.isdecimal():
        from puntina.core.digest.message import message

        _refuse(message("--{option} {value}: not a number", option=option, value=text))
    return int(text)


def _spoken(lang: str) -> str:
    """The language that was given for messages."""
    from puntina.core.digest.message import message
    from puntina.core.locales.editors import LANGUAGES, spoken

    if lang and not spoken(lang):
        known = ", ".join(LANGUAGES)
        _refuse(message("--lang {value}: unknown; messages are in {languages}", value=lang, languages=known))
    return lang


def _refuse(wrong: "Message") -> NoReturn:
    from puntina.core.checks.language import editors_language
    from puntina.core.locales.editors import translator

    raise Exit(translator(editors_language(SETTINGS))(wrong), code=2)


def _end(code: int) -> None:
    if code:
        raise Exit(code=code)


if hasattr(program, "core") and "import" in sys.argv:
    from puntina.commands.importer.arguments import files_as_flags

    program.core.unparsed[:] = files_as_flags(program.core.unparsed)
