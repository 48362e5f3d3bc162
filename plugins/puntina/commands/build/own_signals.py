"""Pelican's signals are one set for the whole process: what a build's plugins connect is taken off at its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import ref

from blinker import Signal, default_namespace


@contextmanager
def own_signals() -> Iterator[None]:
    """Leaves Pelican's signals as they were, so that the next site has the receivers of its own plugins only."""
    from pelican.plugins import signals  # here, as importing Pelican takes longer than many a task

    every = {each for each in vars(signals).values() if isinstance(each, Signal)}
    before = {signal: set(signal.receivers) for signal in every}
    try:
        yield
    finally:
        for signal in every.union(default_namespace.values()):  # plugins may have added signals of their own
            known = before.get(signal, set())
            for identity, receiver in list(signal.receivers.items()):
                connected = receiver() if isinstance(receiver, ref) else receiver
                if connected and identity not in known:
                    signal.disconnect(connected)
