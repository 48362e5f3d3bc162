"""The files: each list's feed in each format, the style sheets and the OPML files."""

from collections.abc import Iterator
from functools import partial

from puntina.core.engine.output import Output
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import feed_specs, site_context
from puntina.feeds.entry import Feed
from puntina.feeds.feed_metadata import feed_metadata
from puntina.feeds.feed_spec import FeedEntries, same_lists
from puntina.feeds.formats import Format, every_format
from puntina.feeds.opml import has_opml, opml_outputs
from puntina.feeds.style import style_output


def feed_outputs(build: Build) -> Iterator[Output]:
    """Everything that readers may follow, in every format, and the subscription lists of it."""
    context, every, formats = build.once(site_context), build.once(feed_specs), every_format(build.hooks)
    same = same_lists(every)
    for each in every:
        for name, address in each.feeds:
            form = formats[name]
            feed = feed_metadata(each, form, same.get((each.kind, each.pair), ()), context, formats)
            yield _output(address.save_as, form, feed, each.entries)
    for language in build.site.languages:
        yield style_output(language.code, context)
    if has_opml(every, build.site):
        yield from opml_outputs(every, context)


def _output(path: str, form: Format, feed: Feed, entries: FeedEntries) -> Output:
    return Output(
        path,
        lambda: (("what the feed says of itself", feed), *entries.key()),
        partial(entries.document, form, feed),
        f"the feed {path}",
        entries.sources,
        lambda: _output(path, form, feed, entries.renewed()),
        alike=True,
    )
