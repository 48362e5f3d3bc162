"""What plugins of others ask of a build: signals for each file as it is written, and a whole output to work on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from weakref import ref

from blinker import Signal, default_namespace
from pelican import signals

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, message
from puntina.core.engine.output import Output
from puntina.core.engine.written_feed import WrittenFeed

OURS = "puntina."
NAMESPACE = "pelican.plugins."


def receivers_of_others(signal: Signal) -> list[str]:
    """The names of the plugins that listen to the signal and are not ours, sorted."""
    found = (receiver() if isinstance(receiver, ref) else receiver for receiver in signal.receivers.values())
    modules = {_module(receiver) for receiver in found if receiver is not None}
    return sorted({_plugin(name) for name in modules if not name.startswith(OURS)})


def _module(receiver: Any) -> str:
    while isinstance(receiver, partial):
        receiver = receiver.func
    return str(getattr(receiver, "__module__", ""))


def _plugin(module: str) -> str:
    """The plugin as PLUGINS names it, by one of its modules."""
    name = module.removeprefix(NAMESPACE)
    return name.partition(".")[0] if name != module else name


def needs_whole_output() -> bool:
    """Whether a plugin works on files that are written: it must find all of them, as it left none of them before."""
    return bool(_listeners(signals.content_written, signals.feed_written, *_last()))


def _last() -> tuple[Signal, ...]:
    """Pelican's last signal, and those that plugins have added, as pelican-granular-signals does, to come after it."""
    pelican_s = [each for each in vars(signals).values() if isinstance(each, Signal)]
    return (signals.finalized, *[each for each in default_namespace.values() if each not in pelican_s])


def consequences() -> Iterator[Message]:
    """A line for each kind of work that plugins make necessary."""
    if names := _listeners(*_last()):
        yield message(
            "every file is made in each build, as plugins work on the finished site: {plugins}", plugins=_all(names)
        )
    if names := _listeners(signals.content_written, signals.feed_written):
        yield message(
            "all files are made one by one in each build, as plugins work on each of them: {plugins}",
            plugins=_all(names),
        )


def _listeners(*each: Signal) -> list[str]:
    return sorted({name for signal in each for name in receivers_of_others(signal)})


def _all(names: Iterable[str]) -> str:
    return ", ".join(names)


def refuse_feed_plugins() -> None:
    """Raises Faults where a plugin waits for feeds as Pelican makes them, which are none of ours."""
    if names := receivers_of_others(signals.feed_generated):
        text = message(
            "Puntina makes its own feeds, so plugins that change Pelican's have no effect: {plugins}",
            plugins=_all(names),
        )
        raise Faults([Problem("PLUGINS", 0, 0, "SITE-PLUGIN", text, message("delete it from PLUGINS"))])


def page_written(variables: Mapping[str, Any], name: str) -> Callable[[Path], None] | None:
    """What tells others that a page was written, with its template's variables; None where nobody listens."""
    if not receivers_of_others(signals.content_written):
        return None
    context = {**variables, "localsiteurl": variables.get("SITEURL"), "output_file": name}
    return partial(_send, signals.content_written, context=context)


def _send(signal: Signal, path: Path, **values: Any) -> None:
    signal.send(str(path), **values)


def with_feed_signal(output: Output, context: Mapping[str, Any]) -> Output:
    """The output, which tells others that it was written where it is a feed and they listen."""
    if output.written or not output.path.endswith(".xml") or not receivers_of_others(signals.feed_written):
        return output
    return replace(output, written=partial(_send_feed, context))


def _send_feed(context: Mapping[str, Any], path: Path) -> None:
    if feed := WrittenFeed.at(path):
        signals.feed_written.send(str(path), context=context, feed=feed)
