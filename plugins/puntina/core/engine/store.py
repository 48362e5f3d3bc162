"""What builds remember: parsed files and finished outputs, in SQLite; an aid, so any fault of it only costs time."""

import os
import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from puntina.core.digest import Problem, Severity
from puntina.core.digest.message import message
from puntina.core.engine.ownership import own_cache
from puntina.core.engine.scan import FileStat

ANEW = message("built without it; a new one is started")
AGAIN = message("built without it; delete .cache/ if this happens again")
SCHEMA = 5  # raise it, and every store is begun anew
PAGE = 32768  # bytes; shelves of readings are long, and from pages of 4,096 they took twice as long to read and write
# Notes by which the next build may say that nothing has changed: of all inputs, of all but digests (empty while
# readings are newer than outputs), of what lies in the output, and of what the kept readings were parsed by.
INPUTS, OTHERS, OUTPUTS, RULES = "inputs", "others", "outputs", "rules"
_STAT, _SUM = struct.Struct("<4q"), struct.Struct("<I")
_TABLES = """
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS readings (shelf INTEGER PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS outputs (
    path TEXT PRIMARY KEY, key BLOB, parts BLOB, bytes BLOB, sources BLOB, stamp BLOB
) WITHOUT ROWID;
"""


class KeptOutput(NamedTuple):  # made ten thousand times a build, in a third of a dataclass's time
    """An output as it was made: its key, the fingerprints of the key's parts and of its bytes, marks of its sources."""

    key: bytes
    parts: bytes
    content: bytes
    sources: bytes
    file_stat: FileStat


class Store:
    """One file of what builds of one output folder remember.

    Nothing is raised: at the first fault the store goes out of use, forgets what it was about to write, and `problem`
    says why. A damaged file is deleted, so that the next build begins a new one. In a folder that is not ours nothing
    is read, written or deleted.
    """

    def __init__(self, path: Path, shown: str, *, blank: bool = False) -> None:
        """`shown` is how problems name the file; of a store taken as `blank` nothing is read, only written."""
        self.path = path
        self.problem: Problem | None = None
        self._shown = shown
        self.blank = blank
        self.is_ours = False
        self._open: sqlite3.Connection | None = None
        with self._guarded():
            self.is_ours = own_cache(path.parent)
            if self.is_ours:
                self._open = _connected(path)
            else:
                self.problem = _foreign(shown)

    def note(self, name: str) -> bytes | None:
        """The value noted under the name, or None."""
        return self.notes(name).get(name)

    def notes(self, names_like: str) -> dict[str, bytes]:
        """The values of all names that match the pattern, as SQL's LIKE has it."""
        found: dict[str, bytes] = {}
        with self._guarded():
            rows = self._rows("SELECT name, value FROM notes WHERE name LIKE ?", (names_like,))
            found = {name: bytes(_opened(value)) for name, value in rows}
        return found if self._open else {}

    def readings(self) -> dict[int, memoryview]:
        """What parsed files gave, by the shelf on which some of them lie together."""
        found: dict[int, memoryview] = {}
        with self._guarded():
            found = {shelf: _opened(value) for shelf, value in self._rows("SELECT shelf, value FROM readings")}
        return found if self._open else {}

    def outputs(self) -> dict[str, KeptOutput]:
        """Every finished output by its path."""
        found: dict[str, KeptOutput] = {}
        with self._guarded():
            rows = self._rows("SELECT path, key, parts, bytes, sources, stamp FROM outputs")
            for path, key, parts, data, sources, file_stat in rows:
                found[path] = KeptOutput(key, parts, data, bytes(_opened(sources)), _STAT.unpack(file_stat))
        return found if self._open else {}

    def shelve(self, shelf: int, value: bytes) -> None:
        """Takes in what parsed files gave, to be written by the next `keep`, and by none before it."""
        with self._guarded():
            if self._open:
                self._open.execute("REPLACE INTO readings VALUES (?, ?)", (shelf, _with_checksum(value)))

    def keep(
        self,
        *,
        outputs: Mapping[str, KeptOutput] | None = None,
        gone_outputs: Iterable[str] = (),
        notes: Mapping[str, bytes] | None = None,
    ) -> None:
        """Writes all of it, or nothing."""
        made = outputs or {}
        steps = [
            ("DELETE FROM outputs WHERE path = ?", [(path,) for path in gone_outputs]),
            (
                "REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (path, row.key, row.parts, row.content, _with_checksum(row.sources), _STAT.pack(*row.file_stat))
                    for path, row in made.items()
                ),
            ),
            (
                "REPLACE INTO notes VALUES (?, ?)",
                ((name, _with_checksum(value)) for name, value in (notes or {}).items()),
            ),
        ]
        self._write(lambda connection: [connection.executemany(sql, rows) for sql, rows in steps])

    def forget(self, *tables: str) -> None:
        """Empties the tables."""
        self._write(lambda connection: [connection.execute(f"DELETE FROM {table}") for table in tables])  # noqa: S608 - our own names

    def close(self) -> None:
        """Lets the file go."""
        if self._open:
            self._open.close()
            self._open = None

    def _rows(self, sql: str, values: tuple[str, ...] = ()) -> list[Any]:
        return self._open.execute(sql, values).fetchall() if self._open and not self.blank else []

    def _write(self, steps: Callable[[sqlite3.Connection], object]) -> None:
        with self._guarded():
            if self._open:
                with self._open:
                    steps(self._open)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Takes the store out of use where something of it fails."""
        try:
            yield
        except (sqlite3.Error, OSError, struct.error, TypeError) as error:
            self.close()
            fault = message("{error}", error=getattr(error, "strerror", None) or str(error))
            hint = ANEW if self._is_damage(error) else AGAIN
            self.problem = Problem(self._shown, 0, 0, "BUILD-CACHE", fault, hint, Severity.WARNING)
            if self.is_ours and self._is_damage(error):
                _take_away(self.path)

    def _is_damage(self, error: Exception) -> bool:
        """Whether what lies there is no store, and never will be one again."""
        if not isinstance(error, sqlite3.OperationalError | OSError):
            return True
        return self.path.is_symlink() or self.path.is_dir()


def _foreign(shown: str) -> Problem:
    text = message("the folder contains files that no build made")
    hint = message("built without it; name another folder in CACHE_PATH, or empty this one")
    return Problem(shown.rpartition("/")[0], 0, 0, "BUILD-CACHE", text, hint, Severity.WARNING)


def _connected(path: Path) -> sqlite3.Connection:
    """An open store with its tables; one of another schema is begun anew."""
    connection = sqlite3.connect(path, timeout=0)
    # A kill leaves a store whole by its journal; only a crash of the whole machine could damage it, which is seen.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA page_size = {PAGE}")  # of a new file; a store that is there keeps its own
    schema = connection.execute("PRAGMA user_version").fetchone()[0]
    if schema not in {0, SCHEMA}:
        connection.close()
        _take_away(path)
        return _connected(path)
    if not schema:  # else nothing is written by opening it
        connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {SCHEMA}; COMMIT;")
    return connection


def _take_away(path: Path) -> None:
    """Removes the file; what is no file of ours, such as a folder or a link, is only moved out of the way."""
    for each in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            if each.is_dir() or each.is_symlink():
                each.rename(_free(each))
            else:
                each.unlink()


def _free(path: Path) -> Path:
    """A name beside the path that nothing has."""
    names = (path.with_name(f"{path.name}.moved-{number}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


def _with_checksum(data: bytes) -> bytes:
    """The data behind its checksum: what is unpickled or believed must be what was written."""
    return _SUM.pack(crc32(data)) + data


def _opened(checksum_bytes: bytes) -> memoryview:
    """The data, not copied; sqlite3.DatabaseError where it is not what was sealed."""
    data = memoryview(checksum_bytes)[_SUM.size :]
    if checksum_bytes[: _SUM.size] != _SUM.pack(crc32(data)):
        raise sqlite3.DatabaseError("a row is damaged")
    return data
