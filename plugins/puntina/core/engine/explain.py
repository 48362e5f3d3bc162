"""Explains why an output was made: which part of its key or of the epoch has changed since it was last made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from puntina.core.digest import nearest
from puntina.core.digest.message import Message, message
from puntina.core.engine.make import PART
from puntina.core.engine.output import Output
from puntina.core.engine.scan import FileStat
from puntina.core.engine.store import KeptOutput


def explain(
    output: Output | None,
    key: bytes,
    parts: bytes,
    kept: KeptOutput | None,
    found: FileStat | None,
    *,
    epoch: Mapping[str, bytes],
    before: Mapping[str, bytes],
) -> Iterator[Message]:
    """The reasons, a line each; `before` is the epoch of the build that the store remembers."""
    if output is None:
        yield message("it is not made: neither the content nor the settings require it")
    elif output.key is None:
        yield message("it is made in every build: its template gets Pelican's full context, or it has no key")
    elif not before:
        yield message("everything is made: no earlier build is known or used")
    elif kept is None:
        yield message("it is new: no earlier build is known to have made it")
    elif found is None:
        yield message("the file was missing")
    elif kept.file_stat != found:
        yield message("the file was changed by someone else since it was made")
    elif kept.key == key:
        yield message("it is unchanged: nothing that it depends on has changed")
    else:
        yield from _epoch_differing(epoch, before)
        yield from _parts_differing([name for name, _ in output.key()], _cut(kept.parts), _cut(parts))


def _epoch_differing(epoch: Mapping[str, bytes], before: Mapping[str, bytes]) -> Iterator[Message]:
    for name in sorted(epoch.keys() | before.keys()):
        if epoch.get(name) != before.get(name):
            yield _differing(name, now=name in epoch, before=name in before)


def _parts_differing(names: Sequence[str], old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Message]:
    if len(old) != len(new):
        yield message("the number of its values has changed")
        return
    for name, was, now in zip(names, old, new, strict=True):
        if was != now:
            yield message("it differs in: {part}", part=name)


def _differing(name: str, *, now: bool, before: bool) -> Message:
    if now and before:
        return message("{name} differs", name=name)
    return message("{name} is new", name=name) if now else message("{name} was removed", name=name)


def _cut(parts: bytes) -> list[bytes]:
    return [parts[at : at + PART] for at in range(0, len(parts), PART)]


def find(path: str, outputs: Mapping[str, Output], known: Iterable[str]) -> str:
    """The output that an editor means, "" where none is.

    It may be named by its path, its address, in full or without the slashes around it, or by its content file.
    """
    plain = unquote(urlsplit(path).path).strip("/")
    every = {*outputs, *known}
    for form in (path, plain, f"{plain}/index.html" if plain else "index.html", f"{plain}.html"):
        if form in every:
            return form
    return next((output.path for output in outputs.values() if output.origin == path), "")


def guess(path: str, known: Iterable[str]) -> Message:
    """A line for a path that no output has."""
    near = nearest(path.strip("/"), known)
    if near:
        return message('no output "{path}" — did you mean "{guess}"?', path=path, guess=near)
    return message('no output "{path}" — name one by its path in the output', path=path)
