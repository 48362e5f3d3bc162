"""Pagefind's program: records go in, the files of an index come out.

Its service reads messages and writes answers: JSON in base64, a comma behind each. Pagefind's own Python wrapper speaks
the same, but takes one answer in a tenth of a second.
"""

import base64
import json
import subprocess
from collections.abc import Iterable, Mapping
from typing import Any

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, message
from puntina.core.digest.reasons import reason_of

READ = 1 << 20  # bytes taken from the pipe at once
ENDED = message("Pagefind ended early")
HINT = message("install the packages of requirements.txt, which include Pagefind, or set SEARCH = False")


def pagefind(records: Iterable[Mapping[str, object]]) -> dict[str, bytes]:
    """The files of the index by their paths; Faults where Pagefind can't be run or can't make one."""
    try:
        with subprocess.Popen(
            [_program(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            return _indexed(program, records)
    except BrokenPipeError as error:
        raise Faults([fault(ENDED)]) from error
    except OSError as error:
        raise Faults([fault(message("Pagefind did not run: {reason}", reason=reason_of(error.strerror)))]) from error


def fault(text: Message) -> Problem:
    """The problem of an index that can't be made."""
    return Problem("the search index", 0, 0, "BUILD-SEARCH", text, HINT)


def version() -> str:
    """Pagefind's version, on which its files depend."""
    from importlib.metadata import version as version_of  # here, as it is asked for only before an index is made

    return version_of("pagefind-bin")


def _program() -> str:
    try:
        from pagefind_bin import get_executable
    except ImportError as error:
        raise Faults([fault(message("Pagefind is not installed"))]) from error
    return str(get_executable())


def _indexed(program: "subprocess.Popen[bytes]", records: Iterable[Mapping[str, object]]) -> dict[str, bytes]:
    index = _asked(program, {"type": "NewIndex", "config": None})["index_id"]
    for record in records:
        _asked(program, {"type": "AddRecord", "index_id": index, **record})
    files = _asked(program, {"type": "GetFiles", "index_id": index})["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def _asked(program: "subprocess.Popen[bytes]", payload: Mapping[str, object]) -> dict[str, Any]:
    """The answer to a message; one is asked at a time, so that neither side waits with a full pipe."""
    assert program.stdin  # noqa: S101 - a pipe, for the type checker
    assert program.stdout  # noqa: S101 - likewise
    asked = {"message_id": 1, "payload": payload}
    program.stdin.write(base64.b64encode(json.dumps(asked).encode()) + b",")
    program.stdin.flush()
    pieces = [b""]
    while not pieces[-1].endswith(b","):
        pieces.append(program.stdout.read1(READ))  # type: ignore[attr-defined]  # it is buffered
        if not pieces[-1]:
            raise Faults([fault(ENDED)])
    answer: dict[str, Any] = json.loads(base64.b64decode(b"".join(pieces)[:-1]))["payload"]
    if answer["type"] == "Error":
        raise Faults([fault(message("Pagefind reports: {answer}", answer=answer["message"]))])
    return answer
