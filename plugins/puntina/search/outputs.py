"""The files of each language's index, made by Pagefind where it is out of date."""

from collections.abc import Iterator
from functools import partial

from puntina.core.digest.message import Message, message
from puntina.core.engine.epoch import one
from puntina.core.engine.job import Job
from puntina.core.engine.output import Key, Output
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import is_there
from puntina.core.settings import Site
from puntina.search.indexing import Index, IndexCache, indexes
from puntina.search.pages import FOLDER, SETTING, texts_of
from puntina.search.records import Text


def index_outputs(build: Build) -> Iterator[Output]:
    """The files of all indexes, where there are pages to search on."""
    if not is_there(build.site.routes.at(SETTING), build):
        return
    texts, job = build.once(texts_of), build.run.job
    found = {index.lang: index for index in indexes(texts, _cache(job), jobs=job.jobs if job else 1)}
    for lang, some in texts.items():
        if lang in found:
            yield from _outputs(found[lang], some, build.site)
    if job:
        job.lines += [said(found[lang]) for lang in texts if lang in found and found[lang].seconds]


def said(index: Index) -> Message:
    """What a build says of an index that it has made."""
    return message(
        "search, {lang}: {number:,} indexed, {kilobytes:,} kB, {seconds:.1f} s",
        lang=index.lang,
        number=index.count,
        kilobytes=round(index.size / 1000),
        seconds=index.seconds,
    )


def _cache(job: Job | None) -> IndexCache:
    """Where indexes are kept: beside the store, so nowhere if there is no store."""
    store = job.store if job else None
    return IndexCache(
        store.path.with_suffix(".search") if store and store.is_ours else None,
        one(job.epoch) if job else b"",
        store is None or store.blank,
    )


def _outputs(index: Index, texts: tuple[Text, ...], site: Site) -> Iterator[Output]:
    folder = site.language(index.lang).prefix + FOLDER
    every = tuple([text.digest.path for text in texts])
    for path, (data, source) in index.files.items():
        sources = partial(tuple, (source,) if source else every)
        yield Output(folder + path, partial(_key, data), partial(bytes, data), f"the index {folder}", sources)


def _key(data: bytes) -> Key:
    return (("indexed texts", data),)
