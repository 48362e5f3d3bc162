"""The builder's process: waits for changes, builds, answers, and ends when the server has ended."""

import os
import signal
import traceback
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from puntina.compiled import forget_outdated


@dataclass(frozen=True, slots=True)
class Failure:
    """The error that ended the builder; `line` and `column` count from 1, 0 if it is in no file of ours."""

    path: str
    line: int
    column: int
    text: str


def live(pipe: Connection, settings_file: Path, overrides: Mapping[str, Any], lang: str = "") -> None:
    """Answers each set of changed paths with a Built; after a Failure it ends, because its state may be corrupt."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the parent alone
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)  # so that the parent can end this process together with those that it starts
    builds = _builds(settings_file, overrides, lang)
    next(builds)
    with suppress(EOFError, ConnectionError):  # the parent is gone
        while True:
            answer = builds.send(pipe.recv())
            pipe.send(answer)
            if isinstance(answer, Failure):
                return
            next(builds)


def _builds(
    settings_file: Path, overrides: Mapping[str, Any], lang: str
) -> Generator[object, frozenset[Path] | None, None]:
    """Takes sets of changes and gives what comes of each, a Failure as the last; goes on to rest after each."""
    changed = yield None
    try:
        # Our own code is loaded only here, where a fault of it can be told.
        forget_outdated()
        from puntina.commands.build.build_server import BuildServer

        build_server = BuildServer(settings_file, overrides, lang=lang)
        while True:
            yield build_server.build(changed)
            build_server.rest()
            changed = yield None
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin or a settings file may raise anything
        traceback.print_exc()
        yield failure(error, settings_file.absolute().parent)


def failure(error: BaseException, folder: Path) -> Failure:
    """The error with its place: where a file can't be parsed, else the last line of our own that led to it."""
    text = f"{type(error).__name__}: {error}"
    if isinstance(error, SyntaxError) and error.filename:
        return Failure(
            _shown(error.filename, folder), error.lineno or 0, error.offset or 1, f"SyntaxError: {error.msg}"
        )
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _ours(frame.filename)]
    if not frames:
        return Failure("the builder", 0, 0, text)
    return Failure(_shown(frames[-1].filename, folder), frames[-1].lineno or 0, 1, text)


def _ours(file: str) -> bool:
    """Whether the file is no library's and not this one."""
    path = Path(file)
    library = "site-packages" in path.parts or path.is_relative_to(Path(os.__file__).parent)
    return path.is_absolute() and not library and path != Path(__file__)


def _shown(file: str, folder: Path) -> str:
    path = Path(file)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file
