"""Whatever check lets through makes feeds that are well-formed and read as it was written."""

import json
import tempfile
from pathlib import Path

import feedparser
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from puntina.commands.build import build
from puntina.core.digest.text import FORBIDDEN
from tests.feeds.rules import problems_of
from tests.site_builder import Built, digest, make, publication

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def built_of(folder: Path, title: str, summary: str, body: str, tag: str) -> Built | None:
    """Return the site of one digest with these texts; None where check does not let it through."""
    text = digest(title, tags=[tag], summary=summary, body=f"- Primo {body}\n\n📌 Sintesi {body}\n")
    file = publication(
        folder,
        {"it/2025/a.md": text},
        FEED_TAG_MINIMUM=1,
        LANGUAGES={"it": "Fatti"},
        CATEGORIES={"world": {"it": "Mondo"}},
    )
    return make(file) if build(file, next_step="") == 0 else None


@example(title="Titolo", summary="\n", body="", tag="chip")
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(title=WORDS, summary=WORDS, body=LINES, tag=WORDS)
def test_any_text_that_check_lets_through_is_read_as_it_was_written(title, summary, body, tag):
    assume(not any(FORBIDDEN.search(text) for text in (title, summary, body, tag)))
    with tempfile.TemporaryDirectory() as folder:
        built = built_of(Path(folder), title, summary, body, tag)
        assume(built is not None)
        site = json.loads(built.bytes("feed.json"))["items"][0]
        for path in ("feed.xml", "atom.xml", "feed.json"):
            assert problems_of(built.bytes(path), address=f"{built.address}/{path}") == []
        for path in ("feed.xml", "atom.xml"):
            parsed = feedparser.parse(built.bytes(path), sanitize_html=False, resolve_relative_uris=False)
            (entry,) = parsed.entries
            assert not parsed.bozo
            assert _plain(entry.title) == _mended(site["title"])
            assert _plain(entry.content[0].value) == _mended(site["content_html"])
            assert _plain(entry.tags[-1].label or entry.tags[-1].term) == _mended(site["tags"][-1])
        assert _plain(site["title"]) == _plain(title)
        # Without a word the key is as good as left out: the summary is then the one of the text.
        assert not _plain(summary) or _plain(site["summary"]) == _plain(summary)


def _mended(text: str) -> str:
    """The text as feedparser gives it: what could be UTF-8 that was taken for Latin-1, such as "Â¡", it takes for that."""
    try:
        return _plain(text.encode("iso-8859-1").decode("utf-8"))
    except UnicodeError:
        return _plain(text)


def _plain(text: str) -> str:
    """The text with single spaces: front matter and XML have their own ways with others."""
    return " ".join(text.split())
