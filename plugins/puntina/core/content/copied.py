"""Decides which content files are copied unchanged: those in STATIC_PATHS, and those that digests link to."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from puntina.core.content.links import find
from puntina.core.content.publication_state import state_of
from puntina.core.content.statics import prefixes
from puntina.core.content.used_images import image_path
from puntina.core.digest import Digest
from puntina.core.settings import Site


def linked_files(digests: Mapping[str, Digest], files: frozenset[str], site: Site) -> frozenset[str]:
    """The files that published digests link to or use as their image."""
    shown = (each for each in digests.values() if site.preview or state_of(each, site.cutoff).is_public)
    return frozenset(path for each in shown for path in _files_of(each, digests, files)) & files


def _files_of(digest: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> Iterator[str]:
    for target in digest.targets:
        yield find(target, digest, digests, files).path
    if digest.meta.image:
        yield image_path(digest, digests, files)


def copying(digests: Mapping[str, Digest], files: frozenset[str], site: Site) -> Callable[[str], bool]:
    """A function that tells whether a file is copied; links are collected on its first use."""
    return partial(_is_copied, prefixes(site), cache(partial(linked_files, digests, files, site)))


def _is_copied(begun: tuple[str, ...], linked: Callable[[], frozenset[str]], path: str) -> bool:
    return f"{path}/".startswith(begun) or path in linked()
