"""The server's view of the builder: one long-lived process, restarted when it died or when code changed."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from puntina.commands.build.build_server import Built
from puntina.commands.serve.process import Failure, live
from puntina.core.digest import Problem
from puntina.core.digest.message import Message, message
from puntina.core.locales.editors import Translator, translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report

_BREATH = 0.5  # seconds between looks whether the process is still there
_PATIENCE = 5.0  # seconds that an ended process has to go


class Builder:
    """Builds one publication; `overrides` gives the settings to build with whenever a process starts."""

    def __init__(self, settings_file: Path, overrides: Callable[[], Mapping[str, Any]], *, lang: str = "") -> None:
        self._settings_file = settings_file
        self._overrides = overrides
        self._lang = lang
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def build(self, changed: frozenset[Path] | None) -> Built:
        """The result of building these changes; a newly started process builds everything.

        If the process dies, that is a problem in the result, and the next build starts another.
        """
        if self._process is None or not self._process.is_alive():
            self.end()
            self._start()
            changed = None
        answer = self._ask(changed)
        if isinstance(answer, Built):
            return answer
        code = self.end()
        return self._failed(answer or Failure("the builder", 0, 0, _how(code)))

    def end(self) -> int | None:
        """Ends the process, with all that it started, and returns its exit code; the next build starts another."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if pipe:
            pipe.close()
        if process is None:
            return None
        _end(process)
        code = process.exitcode
        process.close()
        return code

    def _start(self) -> None:
        # Spawned, as this process has threads; and SIGINT is ignored from the first moment on.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=live, args=(theirs, self._settings_file, dict(self._overrides()), self._lang)
        )
        ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._process.start()
        finally:
            signal.signal(signal.SIGINT, ours)
            theirs.close()  # else its end would not be noticed

    def _ask(self, changed: frozenset[Path] | None) -> Built | Failure | None:
        """What the process answers; None where it ends without an answer."""
        assert self._pipe is not None  # noqa: S101 - for the type checker: it came with the process
        assert self._process is not None  # noqa: S101 - likewise
        try:
            self._pipe.send(changed)
            while not self._pipe.poll(_BREATH):
                # What it started may hold its end of the pipe open when it is gone.
                if not self._process.is_alive() and not self._pipe.poll():
                    return None
            answer: Built | Failure = self._pipe.recv()
        except (EOFError, OSError):
            return None
        return answer

    @property
    def _translated(self) -> Translator:
        return translator(editors_language(self._settings_file, self._lang))

    def _failed(self, failure: Failure) -> Built:
        hint = message("fix it; the next change restarts the builder, and the terminal shows the full traceback")
        text = failure.text if isinstance(failure.text, Message) else message("{error}", error=failure.text)
        found = Problem(failure.path, failure.line, failure.column, "SERVE-CRASH", text, hint)
        return Built((found,), tuple(report([found], self._settings_file.absolute().parent, self._translated)), (), ())


def _end(process: multiprocessing.process.BaseProcess) -> None:
    """Ends the process and its process group; a build may be cut off anywhere, the output is whole all the same."""
    for name in ("SIGTERM", "SIGKILL"):
        _signal(process, name)
        process.join(_PATIENCE)
        if not process.is_alive():
            return


def _signal(process: multiprocessing.process.BaseProcess, name: str) -> None:
    if sys.platform != "win32" and process.pid:
        try:
            os.killpg(process.pid, getattr(signal, name))
            return
        except (ProcessLookupError, PermissionError):  # it had no time to make a group, or all of it is gone
            pass
    process.terminate()


def _how(code: int | None) -> Message:
    if code and code < 0:
        return message("it ended unexpectedly (signal {number})", number=-code)
    return message("it ended unexpectedly (exit code {code})", code=code)
