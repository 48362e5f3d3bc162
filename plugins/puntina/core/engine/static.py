"""Files that are copied as they are, the theme's own and those of the content: outputs like all others."""

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from pelican import Pelican
from pelican.generators import Generator, StaticGenerator
from pelican.writers import Writer

from puntina.core.engine.fingerprint import hashed
from puntina.core.engine.output import Key, Output
from puntina.core.engine.scan import file_stat, racy
from puntina.core.engine.writer import KEY, QueueWriter
from puntina.core.media import cleaned


class FilesGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Queues every file that Pelican's own generator would copy, without an object for each."""

    def generate_context(self) -> None:
        """Takes over the files that contents link to."""
        self.linked = sorted(map(str, self.context["static_links"]))
        self.context["static_links"].clear()

    def generate_output(self, writer: Writer) -> None:
        """Queues the theme's files, those in STATIC_PATHS, and those that contents link to."""
        if not isinstance(writer, QueueWriter):
            return
        build, content = self.settings[KEY], Path(self.path)
        for name, place in build.theme_statics:
            for below, file in files(place, name, self):
                origin = below if file == place else PurePosixPath(name, below).as_posix()
                writer.add(copied(f"{build.site.theme_static}/{below}", file, origin))
        # Those of the content are known from the walk, so that there is none that was not looked at.
        static: tuple[str, ...] = build.static_files
        named = {PurePosixPath(name).as_posix() for name in self.settings["STATIC_PATHS"]}
        wanted = {path for path in static if path in named or self._include_path(path, extensions=False)}
        places = self.settings["EXTRA_PATH_METADATA"]
        for path in sorted(wanted.union(self.linked)):
            place = places[path]["path"] if path in places else path
            writer.add(copied(place, content / path, f"{content.name}/{path}"))


def files(place: Path, name: str, generator: Generator) -> Iterator[tuple[str, Path]]:
    """The file with its name, or every file below the folder with its path there; ignored ones are left out."""
    if place.is_file():
        yield name, place
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if generator._include_path(name, extensions=False):  # noqa: SLF001 - IGNORE_FILES, as Pelican reads it
                yield file.relative_to(place).as_posix(), file


def copied(path: str, file: Path, origin: str) -> Output:
    """The output that is a copy of the file; known as unchanged by its stamp, without being read."""
    return Output(
        path,
        partial(file_key, file),
        partial(published, file),
        origin,
        partial(tuple, (str(file),)),
        partial(copied, path, file, origin),
    )


def published(file: Path) -> bytes:
    """The file's bytes; of a picture without what its maker may not want to be known, such as where it was taken."""
    return cleaned(file.read_bytes())


def file_key(file: Path) -> Key:
    """The file by its stamp; by its content too where it may have changed since without a sign of it."""
    scanned_at, found = time.time_ns(), file_stat(file.stat())
    return (("file", hashed(file.read_bytes()) if racy(found, scanned_at) else found),)


def leave_nothing(generator: StaticGenerator) -> None:
    """Leaves Pelican's own generator nothing to copy."""
    generator.settings = {**generator.settings, "STATIC_PATHS": [], "THEME_STATIC_PATHS": []}


def files_generator(pelican: Pelican) -> type[FilesGenerator]:
    """The generator, for Pelican's list."""
    return FilesGenerator
