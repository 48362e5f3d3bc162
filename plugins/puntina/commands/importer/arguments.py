"""The command line of `invoke import FILE… --lang it`: files by position, which invoke itself takes one by one only."""

from collections.abc import Iterable, Iterator

TASK = "import"
FLAG = "--files"


def files_as_flags(arguments: Iterable[str]) -> list[str]:
    """The arguments with `--files` before each file, as an iterable option of invoke's wants them.

    Each option of the task takes a value, in the same argument (`--lang=it`) or the next (`--lang it`); what is
    neither option nor value is a file, up to `--`. Arguments of another task are as they were.
    """
    given = list(arguments)
    return [TASK, *_flagged(iter(given[1:]))] if given[:1] == [TASK] else given


def _flagged(arguments: Iterator[str]) -> Iterator[str]:
    for argument in arguments:
        if argument == "--":
            yield argument
            yield from arguments
        elif not argument.startswith("-") or argument == "-":
            yield from (FLAG, argument)
        else:
            yield argument
            if _wants_value(argument):
                yield from (value for value in [next(arguments, None)] if value is not None)


def _wants_value(option: str) -> bool:
    long = option.startswith("--")
    return option not in {"--help", "-h"} and ("=" not in option if long else len(option) == 2)
