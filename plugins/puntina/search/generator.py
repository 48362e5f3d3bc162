"""The outputs: each language's index, file by file, and its search page."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from puntina.core.digest.message import Message, message
from puntina.core.engine.epoch import one
from puntina.core.engine.output import Key, Output
from puntina.core.locales import N_
from puntina.core.settings import Site
from puntina.core.views.page_meta import Frame
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import Views
from puntina.feeds.plain import put
from puntina.search.indexing import Index, Shelf, indexes
from puntina.search.records import Text

TEMPLATE = "search"
FOLDER = "pagefind/"  # below a language's home
DESCRIPTION = N_("Search all digests of %(site)s.")


class SearchGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes what search needs, where the theme has a page for it."""

    def generate_output(self, writer: Writer) -> None:
        """Has the indexes made that are out of date, and queues their files and the pages."""
        views: Views = self.settings["VIEWS"]
        try:
            template = self.get_template(TEMPLATE)
        except PelicanTemplateNotFound:
            return
        texts = texts_of(self.settings, self.settings["SEARCHED_PAGES"])
        job = self.settings.get("JOB")
        found = {index.lang: index for index in indexes(texts, _shelf(job), jobs=job.jobs if job else 1)}
        for lang, some in texts.items():
            if lang in found:
                _put(writer, found[lang], some, views.site)
            page = partial(_page, lang, some, views)
            place = _place(lang, views.site)
            writer.write_file(
                place.save_as,
                template,
                self.context,
                page_of_ours=page,
                origin=f"the page {place.save_as}",
                url=place.url,
                lang=lang,
            )
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


def texts_of(settings: dict[str, Any], pages: Iterable[Any]) -> dict[str, tuple[Text, ...]]:
    """What can be found in each language: what is public and listed, then the standing pages.

    The oldest first, so that a new digest changes the number of no other.
    """
    site: Site = settings["SITE"]
    found: dict[str, list[Text]] = {language.code: [] for language in site.languages}
    for article in reversed(settings["LISTED"]):
        if not article.mark:
            category = getattr(article, "category", None)
            name = category.name if category else ""
            found[article.lang].append(Text(article.digest, site.rooted(article.url), name))
    for page in sorted(pages, key=_path):
        if not page.mark:
            found[page.lang].append(Text(page.digest, site.rooted(page.url), ""))
    return {lang: tuple(texts) for lang, texts in found.items()}


def _path(page: Any) -> str:
    return str(page.digest.path)


def _shelf(job: Any) -> Shelf:
    """Where indexes are kept: beside the store, so nowhere where there is none."""
    store = job.store if job else None
    return Shelf(
        store.path.with_suffix(".search") if store and store.is_ours else None,
        one(job.epoch) if job else b"",
        _blank(store),
    )


def _blank(store: Any) -> bool:
    return store is None or store.blank


def _put(writer: Writer, index: Index, texts: tuple[Text, ...], site: Site) -> None:
    folder = site.language(index.lang).prefix + FOLDER
    every = tuple([text.digest.path for text in texts])
    for path, (data, source) in index.files.items():
        sources = partial(tuple, (source,) if source else every)
        put(writer, Output(folder + path, partial(_key, data), partial(bytes, data), f"the index {folder}", sources))


def _key(data: bytes) -> Key:
    return (("indexed texts", data),)


def _place(lang: str, site: Site) -> Any:
    return site.addresses.at("SEARCH_URL", site.language(lang).prefix)


def _page(lang: str, texts: tuple[Text, ...], views: Views) -> ListPage:
    site = views.site
    others = tuple([(each.code, _place(each.code, site).url) for each in site.languages if each.code != lang])
    description = str(views.strings[lang].gettext(DESCRIPTION)) % {"site": site.name}
    frame = Frame(lang, _place(lang, site).url, description, others)
    index = site.rooted(site.language(lang).prefix + FOLDER) if texts else ""
    known = {text.category for text in texts}
    names = [category.name(lang) for category in site.categories]
    return ListPage(
        views, (), frame, (("index", index), ("sections", tuple([name for name in names if name in known])))
    )
