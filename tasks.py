"""The tasks: `python3 bootstrap.py TASK`, or `invoke TASK` in the environment that bootstrap.py makes."""

import os
import shlex
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

# Lock files and what each is made from; setuptools builds feedgen, which is published as source only.
LOCKS = {
    "requirements-build.txt": "--group pyproject.toml:build",
    "requirements.txt": "pyproject.toml --all-extras",
    "requirements-test.txt": "pyproject.toml --all-extras --group dev -c requirements.txt -c requirements-build.txt",
}
OPTIONS = {"options": 'options of the command, as in --options "--lang it"; `puntina COMMAND --help` lists them'}


@task(help=OPTIONS)
def init(_: Context, options: str = "") -> None:
    """Make a new publication in a folder: --options "FOLDER --url https://…"."""
    _puntina("init", options)


@task(help=OPTIONS)
def upgrade(_: Context, options: str = "") -> None:
    """Switch a publication to another version of Puntina: a number, a wheel's path, or the newest."""
    _puntina("upgrade", options)


@task(help=OPTIONS)
def new(_: Context, options: str = "") -> None:
    """Start a digest: a draft with a new id."""
    _puntina("new", options)


@task(name="import", help=OPTIONS)
def import_(_: Context, options: str = "") -> None:
    """Turn text files, as copied from an old site, into digests."""
    _puntina("import", options)


@task(help=OPTIONS)
def build(_: Context, options: str = "") -> None:
    """Build the site into output/, making only what is out of date."""
    _puntina("build", options)


@task(help=OPTIONS)
def serve(_: Context, options: str = "") -> None:
    """Show the site, drafts included, while you write."""
    _puntina("serve", options)


@task(help=OPTIONS)
def check(_: Context, options: str = "") -> None:
    """Report what is wrong with settings and content, without building."""
    _puntina("check", options)


@task(help=OPTIONS)
def addresses(_: Context, options: str = "") -> None:
    """Add all published URLs to addresses.txt, so that check and publish report any that would disappear."""
    _puntina("addresses", options)


@task(help=OPTIONS)
def publish(_: Context, options: str = "") -> None:
    """Build the site for readers, with the URL in publishconf.py or SITEURL."""
    _puntina("publish", options)


@task(help=OPTIONS)
def verify(_: Context, options: str = "") -> None:
    """Build the site for readers, and check every link, feed and sitemap of it."""
    _puntina("verify", options)


@task(help=OPTIONS)
def clean(_: Context, options: str = "") -> None:
    """Delete the output of builds and their cache in .cache/."""
    _puntina("clean", options)


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
    """Run the slow tests, and the property tests with new examples."""
    _run(context, f'-m pytest -m "slow or hypothesis" --hypothesis-profile prove {options}'.strip())


@task
def lighthouse(_: Context) -> None:
    """Measure the publication's pages with Lighthouse."""
    from tests.built.lighthouse import main

    _end(main())


@task
def pictures(_: Context) -> None:
    """Take the screenshots for the docs again."""
    from tests.built.docs_pictures import take

    _end(0 if take() else 1)


@task(
    help={
        "count": "digests in each language, as 1000,10000",
        "languages": "how many languages, as 1,3",
        "cases": "which cases: cold, body, title, idle, serve",
        "tools": "which tools, by name",
        "runs": "timed runs of each case",
        "memory-runs": "additional runs that measure memory",
        "folder": "where sites are written and built; the results depend on its file system",
        "installed": "the folder whose tools/ contains the other tools, if it is a different one",
        "settle": "seconds of rest before each timed build",
        "patience": "seconds after which a served page counts as stale",
        "keep": "keep the sites",
        "json": "a file for all raw runs",
        "read": "show the results in these files instead of measuring, as a.json,b.json",
        "docs": "write the results and the picture into docs/benchmarks.md",
        "install": "only install the other tools",
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
    """Format the code."""
    _run(context, "-m ruff format .")
    _run(context, "-m ruff check --fix .")


@task
def lock(context: Context) -> None:
    """Regenerate the lock files from pyproject.toml, with uv."""
    options = "--universal --generate-hashes --python-version 3.11 --no-annotate --quiet"
    command = '--custom-compile-command "python3 bootstrap.py lock"'
    for name, sources in LOCKS.items():
        with context.cd(str(HERE)):
            context.run(f"uv pip compile {options} {command} {sources} -o {name}")


def _run(context: Context, arguments: str) -> None:
    with context.cd(str(HERE)):
        context.run(f'"{sys.executable}" {arguments}', pty=os.name == "posix" and sys.stdout.isatty())


def _puntina(command: str, options: str) -> None:
    from puntina.commands.cli import main

    main(["--directory", str(HERE), command, *shlex.split(options)])


def _end(code: int) -> None:
    if code:
        raise Exit(code=code)
