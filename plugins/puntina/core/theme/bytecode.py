"""Compiled templates kept on disk: an aid that may be deleted, damaged or stale, and is then not used."""

import marshal
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import jinja2
from babel.support import Translations
from jinja2.bccache import Bucket, BytecodeCache

from puntina.core.media.disk_cache import read_checked, write_checked
from puntina.fast_paths import is_on


class CompiledTemplates(BytecodeCache):
    """One file for each template and language; a new version takes the place of the old one."""

    def __init__(self, folder: Path, lang: str, epoch: bytes) -> None:
        """`epoch` is what compiled templates depend on besides their sources, see `epoch_of`."""
        self.folder, self.lang, self.epoch = folder, lang, epoch
        for aside in folder.glob("*.*"):  # left by a process that was killed
            with suppress(OSError):
                aside.unlink()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of the template's file."""
        return blake2b(repr((self.lang, name, filename)).encode(), digest_size=16).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket where its file is there, whole, and made from this very source."""
        data = read_checked(self.folder / bucket.key, *self._made_from(bucket))
        if data:  # else marshal might bring Python down
            bucket.code = marshal.loads(data)  # noqa: S302 - checked, and as safe as Python's own .pyc files

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Writes the bucket, or does without where that can't be done."""
        write_checked(self.folder / bucket.key, marshal.dumps(bucket.code), *self._made_from(bucket))

    def _made_from(self, bucket: Bucket) -> tuple[bytes, ...]:
        return bucket.key.encode(), bucket.checksum.encode(), self.epoch


def epoch_of(strings: Translations, assets: bytes) -> bytes:
    """16 bytes for what templates are compiled with: Python, Jinja, our code, the strings, the marks of assets."""
    known = strings._catalog  # noqa: SLF001 - gettext has no other way to all of them
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
    parts = (
        sys.version,
        jinja2.__version__,
        is_on("templates"),
        assets,
        code,
        sorted((repr(key), text) for key, text in known.items()),
    )
    return blake2b(repr(parts).encode(), digest_size=16).digest()
