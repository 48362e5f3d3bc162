"""Changes of text alone, after a build whose everything is in memory: only what shows the text is made again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.build.run import Outcome
from plugins.build.shape import same_shape
from plugins.build.whole import State, claimed, warnings_of
from plugins.check.announce import announced
from plugins.check.content import assembled, read_file
from plugins.digest import Reading
from plugins.engine.job import Job


def patched(state: State, changed: Iterable[Path]) -> State | None:
    """The state after a build of these changes; None where one is more than a change of text or of a copied file.

    Raises Faults, with the output as it was, where the new text has errors.
    """
    site = state.setup.site
    if not state.settings.get("RENDER"):
        return None
    readings: dict[str, Reading] = {}
    touched: set[str] = set()
    # A copied file is all that its output shows; of a picture that digests show, more may follow from its size.
    copied = set(state.job.sources.values())
    for file in changed:
        path = file.relative_to(site.content).as_posix() if file.is_relative_to(site.content) else ""
        if path in state.readings and file.is_file():
            readings[path] = read_file(path, site)
            touched.add(path)
        elif (str(file),) in copied and path not in state.settings["CONTENT"].pictures and file.is_file():
            touched.add(str(file))
        else:
            return None
    if not all(same_shape(state.readings[path], reading) for path, reading in readings.items()):
        return None
    return _made(state, readings, touched)


def _made(state: State, readings: Mapping[str, Reading], touched: set[str]) -> State:
    if readings:
        state = _with(state, readings)
    before = state.job
    job = Job(before.output, before.retention, before.store, before.known, before.epoch, before.jobs)
    with claimed(before.output, before.retention):
        job.renew(before, touched)
        job.finish()
    return replace(state, job=job, outcome=replace(state.outcome, counts=job.counts, parsed=len(readings)))


def _with(state: State, readings: Mapping[str, Reading]) -> State:
    """The state with new readings of some files, and with what is to be said of the content."""
    from plugins.reader.articles import take  # here, as the server's process knows this room and needs no Pelican

    site = state.setup.site
    every = {**state.readings, **readings}
    content = assembled(state.found, every, site)
    lines, held = announced(content, site)
    for path, reading in readings.items():
        if reading.digest and (shown := state.settings["BY_PATH"].get(path)):
            take(shown, reading.digest)
    state.settings["CONTENT"] = content
    outcome = Outcome(None, 0, lines, held, warnings=warnings_of(content.problems))
    return replace(state, readings=every, outcome=outcome)
