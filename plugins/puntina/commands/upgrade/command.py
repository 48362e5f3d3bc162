"""`puntina upgrade`: tries the changes in a copy, reports them, then applies all of them or none."""

import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import click

from puntina import __version__
from puntina.commands.init.files import shared
from puntina.commands.init.package import FOLDER, NAME, Wheel
from puntina.commands.init.record import RECORD, Record, hashes
from puntina.commands.init.render import CONTENT, rendered, settings
from puntina.commands.upgrade.apply import apply
from puntina.commands.upgrade.changelog import between, is_newer
from puntina.commands.upgrade.find import find_wheel
from puntina.commands.upgrade.plan import Change, Kind, changes
from puntina.commands.upgrade.state import record_of, refuse_unfit
from puntina.commands.upgrade.trial import Trial, Written, trial
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import counted, message
from puntina.core.locales.editors import Translator, translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show

CHANGELOG = "CHANGELOG.md"
PAGES = 20  # lines about pages that are printed
LABELS = {
    Kind.UPDATED: message("updated"),
    Kind.ADDED: message("added"),
    Kind.REMOVED: message("removed"),
    Kind.MERGED: message("merged with your changes"),
    Kind.CONFLICT: message("left as you edited it; this is what changed"),
    Kind.KEPT: message("left as you edited it; it is no longer needed"),
}
_problem = partial(Problem.whole, "upgrade", "UPGRADE-TRIAL")


def upgrade(settings_file: Path, wanted: str, *, asks: bool, agreed: bool, dry: bool) -> int:
    """Switches the publication to the wanted version, "" for the newest; returns the exit code.

    Edited files are changed if `agreed`, or if the user agrees when asked. With `dry` all is tried
    and reported, and nothing changed.
    """
    folder = settings_file.absolute().parent
    translated = translator(editors_language(settings_file))
    try:
        record = record_of(folder)
        refuse_unfit(folder, record)
        wheel = find_wheel(wanted, folder)
        if (folder / FOLDER / wheel.name).is_file() and (folder / FOLDER / wheel.name).read_bytes() == wheel.data:
            say(translated(message("Puntina {version} is already in use", version=wheel.version)))
            return 0
        with trial(folder, wheel) as tried:
            after = tried.written(record.answers)
            before = Written(__version__, rendered(record.answers), settings())
            for line in _news(wheel, before, after):
                say(translated(line))
            found = tuple(changes(folder, record.files, before.files, after.files))
            files = dict(_files(found, translated, asks=asks and not dry, agreed=agreed))
            _try(tried, files, translated)
        if dry:
            say(translated(message("nothing was changed")))
            return 0
        content = {path: known for path, known in record.files.items() if path.startswith(CONTENT)}
        written = Record(after.version, record.answers, {**content, **hashes({**after.files, **tried.locks})})
        apply(folder, _everything(folder, tried.locks, files, written))
    except Faults as faults:
        show(report(faults.problems, folder, translated))
        return 1
    done = message("Puntina {version} is in use from the next command on; commit the changes", version=wheel.version)
    say(translated(done))
    return 0


def _news(wheel: Wheel, before: Written, after: Written) -> Iterator[str]:
    """Versions, the changelog between them, and settings that one of them has and the other has not, or otherwise."""
    yield f"Puntina {before.version} → {after.version}"
    if is_newer(after.version, before.version):
        text = between(wheel.text(f"{NAME}/scaffold/{CHANGELOG}"), before.version, after.version)
    else:
        text = between(shared(CHANGELOG).decode(), after.version, before.version)
        yield message("downgrade; the later version had added:")
    yield from ("", *text.splitlines(), "")
    for name in sorted(before.settings.keys() | after.settings.keys()):
        old, new = before.settings.get(name), after.settings.get(name)
        if old is None:
            yield message("new setting: {name} = {value}", name=name, value=new)
        elif new is None:
            yield message("removed setting: {name}", name=name)
        elif old != new:
            yield message("changed default: {name} = {value}, was {old}", name=name, value=new, old=old)


def _files(
    found: tuple[Change, ...], translated: Translator, *, asks: bool, agreed: bool
) -> Iterator[tuple[str, bytes | None]]:
    """What is to be written or removed, having said what becomes of each file and asked where somebody must agree."""
    for change in found:
        say(f"{change.path}: {translated(LABELS[change.kind])}")
        for line in change.diff:
            say(f"    {line}")
        if change.kind in {Kind.CONFLICT, Kind.KEPT}:
            continue
        if change.kind is Kind.MERGED and not (agreed or (asks and _agrees(change, translated))):
            say(translated(message("{file} is left unchanged; --yes changes it", file=change.path)))
            continue
        yield change.path, change.data


def _agrees(change: Change, translated: Translator) -> bool:
    return click.confirm(
        translated(message("Apply these changes to {file}?", file=change.path)), default=False, err=True
    )


def _try(tried: Trial, files: Mapping[str, bytes | None], translated: Translator) -> None:
    """Reports which pages change; Faults where the publication can't be built, before or after."""
    built = tried.puntina("build", python=Path(sys.executable))
    if built.returncode:
        show(built.stderr.splitlines())
        what = message("the publication can't be built in its current state")
        raise Faults([_problem(what, message("fix the errors above first"))])
    tried.put(files)
    checked = tried.puntina("check")
    compared = tried.puntina("build", "--dry-run") if not checked.returncode else checked
    if compared.returncode:
        show(compared.stderr.splitlines())
        what = message("the other version can't build the publication; nothing was changed")
        raise Faults([_problem(what, message("fix the errors above, then try again"))])
    *lines, last = compared.stdout.splitlines()
    pages = [line for line in lines if ": /" in line]
    for line in pages[:PAGES]:
        say(line)
    if more := len(pages[PAGES:]):
        say(translated(counted("and {count:,} more", "and {count:,} more", count=more)))
    say(last)


def _everything(
    folder: Path, locks: Mapping[str, bytes], files: Mapping[str, bytes | None], record: Record
) -> dict[str, bytes | None]:
    """All that is written, the wheel first and the record last, and then the wheels that nothing names any more."""
    old = {path.relative_to(folder).as_posix() for path in (folder / FOLDER).glob(f"{NAME}-*.whl")} - locks.keys()
    wheels = {path: data for path, data in locks.items() if path.startswith(FOLDER)}
    return {**wheels, **files, **locks, RECORD: record.text(), **dict.fromkeys(sorted(old))}
