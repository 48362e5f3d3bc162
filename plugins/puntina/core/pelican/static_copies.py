"""Pelican's own copies of files, for a publication without the engine: as the engine's, pictures have no metadata."""

import os
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import StaticGenerator

from puntina.core.media import cleaned


def copy_without_metadata(generator: StaticGenerator) -> None:
    """Has the generator copy what is published of each file."""
    generator._copy_staticfile = partial(_copy, generator)  # noqa: SLF001 - the only place where Pelican copies one


def _copy(generator: StaticGenerator, static: Any) -> None:
    source, place = Path(generator.path, static.source_path), Path(generator.output_path, static.save_as)
    generator._mkdir(os.path.dirname(place))  # noqa: SLF001, PTH120 - as Pelican makes it, in place of a file
    place.write_bytes(cleaned(source.read_bytes()))
