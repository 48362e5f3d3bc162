"""Files are named by position, as many as there are."""

import pytest
from invoke.collection import Collection
from invoke.parser import Parser
from invoke.tasks import task

from puntina.commands.importer.arguments import files_as_flags


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("import a.txt", "import --files a.txt"),
        ("import a.txt b.txt --lang it", "import --files a.txt --files b.txt --lang it"),
        (
            "import --lang it a.txt --date=2025-09-02 b.txt",
            "import --lang it --files a.txt --date=2025-09-02 --files b.txt",
        ),
        ("import -l it a.txt", "import -l it --files a.txt"),
        ("import -lit a.txt", "import -lit --files a.txt"),
        ("import --files a.txt b.txt", "import --files a.txt --files b.txt"),
        ("import a.txt --lang", "import --files a.txt --lang"),
        ("import --help", "import --help"),
        ("import a -- b", "import --files a -- b"),
        ("import", "import"),
        ("build a", "build a"),
        ("", ""),
    ],
)
def test_what_is_neither_option_nor_value_is_a_file(line, read):
    assert files_as_flags(line.split()) == read.split()


@task(name="import", iterable=["files"])
def import_(_, files, lang="", title=""):
    """Stands for the task of that name."""


def test_invoke_reads_several_files_so():
    parser = Parser(contexts=Collection(import_).to_contexts())
    given = ["import", "a.txt", "with space.txt", "--title", "-5 gradi", "c.txt", "--lang=it"]
    context = parser.parse_argv(files_as_flags(given))[0]
    values = {name: argument.value for name, argument in context.args.items()}
    assert (values["files"], values["title"], values["lang"]) == (
        ["a.txt", "with space.txt", "c.txt"],
        "-5 gradi",
        "it",
    )
