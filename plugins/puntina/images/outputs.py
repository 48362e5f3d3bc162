"""Each size of each picture that a digest has for its own."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from puntina.core.content.content import Content
from puntina.core.content.publication_state import state_of
from puntina.core.content.used_images import image_path
from puntina.core.digest import Digest
from puntina.core.engine.output import Key, Output
from puntina.core.engine.static import file_key
from puntina.core.pelican.build import Build
from puntina.core.settings import Site
from puntina.images.variants import Variant, shared, variants


def image_outputs(build: Build) -> Iterator[Output]:
    """Every size of every picture once, whichever digests show it."""
    site, content = build.site, build.content
    for path, digest in own_pictures(content, site).items():
        facts, origin = content.pictures[path], f"{site.rules.folder}/{digest.path}"
        for variant in (*variants(path, facts), shared(path, facts)):
            yield picture(site.content / path, variant, origin, digest, build)


def own_pictures(content: Content, site: Site) -> dict[str, Digest]:
    """The path of each picture that a digest on the site has for its own, with the first such digest."""
    return dict(reversed(list(_shown(content, site))))


def _shown(content: Content, site: Site) -> Iterator[tuple[str, Digest]]:
    for digest in content.digests.values():
        if digest.meta.image and (site.preview or state_of(digest, site.cutoff).is_public):
            path = image_path(digest, content.digests, content.files)
            if path in content.pictures:
                yield path, digest


def picture(file: Path, variant: Variant, origin: str, digest: Digest, build: Build) -> Output:
    """The output that is the file in this size; known as unchanged by the file's stamp, without being read."""
    return Output(
        variant.path,
        partial(_key, file, variant),
        partial(_make, file, variant, origin, digest, build.pictures),
        origin,
        partial(tuple, (str(file),)),
        partial(picture, file, variant, origin, digest, build),
    )


def _key(file: Path, variant: Variant) -> Key:
    """Of the file its stamp; Pillow's version is part of what everything depends on."""
    return (*file_key(file), ("size", variant))


def _make(file: Path, variant: Variant, origin: str, digest: Digest, kept: Path | None) -> bytes:
    from puntina.images.encode import encoded  # here, as no site without pictures need wait for Pillow

    return encoded(file, variant, kept, origin, digest.meta.position("image", "file"))
