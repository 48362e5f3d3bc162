"""A recognised digest becomes a content file that says the same."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from puntina.commands.importer.lines import cleaned
from puntina.commands.importer.notice import Rights
from puntina.commands.importer.text import Imported, Piece, PieceKind, TitleFrom, recognise
from puntina.commands.importer.write import as_markdown, body, front_matter
from puntina.core.digest import Rules
from puntina.core.digest.front_matter import split
from puntina.core.digest.parse import parse
from puntina.core.digest.pins import is_label
from puntina.core.digest.text import FORBIDDEN

FIXTURES = Path(__file__).parents[2] / "fixtures"
LEFTOVERS = (FIXTURES / "present-site-it-leftovers.txt").read_text(encoding="utf-8")
RULES = Rules(languages=("it", "en"), timezone=ZoneInfo("Europe/Rome"), categories=(("technology", ()),))
TITLES = st.one_of(
    st.text(min_size=1, max_size=60),
    st.text(":#@'\"-?!|>&*[]{}%` \\no1,.=~📌é", min_size=1, max_size=30),
    st.sampled_from(
        [
            "La Cina compra cinese: Cambricon", "«Basta» # no", "@vietmetric", "no", "Yes", "null", "~", "2025", "1e3",
            "0x1F", "1:30", "2025-09-02", "2025-09-02 07:30:00", "- no", "? no",
            "'", '"', "L'IA \"vera\"", "{a}", "[a]",
            "📌 Titolo 😀", "*a", "&a",
            "!a", "%a", "`a", "a: b", "a:", "a #b", ".inf", "<<", "=", "|", ">", "\\n", "---", "...",
        ]
    ),
).map(lambda text: cleaned(FORBIDDEN.sub("", text))).filter(bool)  # fmt: skip


def imported(*pieces, title="Titolo", year="", holder=""):
    return Imported(
        title, TitleFrom.OPTION, tuple(Piece(kind, text, 1) for kind, text in pieces), (), Rights(year, holder)
    )


def header(markdown):
    """The front matter as text values, as the site reads it."""
    return yaml.load(split(markdown, "x.md").header, Loader=yaml.CBaseLoader)  # noqa: S506 - text only


def test_the_whole_file_of_the_present_site_s_text():
    points = [line.strip(" •") for line in LEFTOVERS.splitlines() if "•" in line]
    summary = next(line for line in LEFTOVERS.splitlines() if line.startswith("📌"))
    found = recognise(LEFTOVERS, title="La Cina compra cinese: Cambricon sfida Nvidia", holder="Vietmetric")
    text = as_markdown(
        found,
        id="d7k2m9qfx4c",
        date=datetime(2025, 9, 2, 7, 30),  # noqa: DTZ001 - the publication's own time
        category="technology",
        source_url="https://www.example.com/chips",
    )
    assert text == "\n".join(
        [
            "---",
            "id: d7k2m9qfx4c",
            "title: 'La Cina compra cinese: Cambricon sfida Nvidia'",
            "date: 2025-09-02 07:30",
            "category: technology",
            "sources:",
            "  - name: example.com",
            "    url: https://www.example.com/chips",
            "copyright:",
            "  year: 2025",
            "---",
            *(f"- {point}" for point in points),
            "",
            summary,
            "",
        ]
    )


def test_what_is_not_known_has_no_key():
    text = as_markdown(imported((PieceKind.POINT, "uno")), id="abc", date=date(2025, 9, 2))
    assert text == "---\nid: abc\ntitle: Titolo\ndate: 2025-09-02\n---\n- uno\n"


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (date(2025, 9, 2), "2025-09-02"),
        (datetime(2025, 9, 2, 7, 30), "2025-09-02 07:30"),  # noqa: DTZ001 - the publication's own time
        (datetime(2025, 9, 2, 7, 30, tzinfo=UTC), "2025-09-02 07:30+00:00"),
        (datetime(2025, 9, 2, 7, 30, 15, tzinfo=timezone(timedelta(hours=7))), "2025-09-02 07:30:15+07:00"),
    ],
)
def test_a_date_is_written_as_editors_write_it(when, written):
    assert header(front_matter({"date": when})) == {"date": written}


def test_a_span_of_years_is_written_as_the_site_reads_it():
    text = as_markdown(imported((PieceKind.POINT, "uno"), year="2024-2025"), id="abc", date=date(2025, 9, 2))
    assert header(text)["copyright"] == {"year": "2024-2025"}


@given(TITLES)
def test_another_holder_reads_back_the_same(holder):
    found = imported((PieceKind.POINT, "uno"), year="2024", holder=holder)
    text = as_markdown(found, id="abc", date=date(2025, 9, 2))
    assert header(text)["copyright"] == {"holder": holder, "year": "2024"}
    reading = parse(text.encode(), "it/2025/a.md", RULES)
    assert reading.digest is not None, reading.problems
    assert reading.digest.meta.copyright.holder == " ".join(holder.split())


def test_a_draft_says_so():
    text = as_markdown(imported((PieceKind.POINT, "uno")), id="abc", date=date(2025, 9, 2), draft=True)
    assert header(text) == {"id": "abc", "title": "Titolo", "date": "2025-09-02", "status": "draft"}


def test_blocks_keep_their_order_and_points_next_to_each_other_are_one_list():
    text, point, summary = PieceKind.TEXT, PieceKind.POINT, PieceKind.SUMMARY
    found = imported((text, "a"), (text, "b"), (point, "c"), (point, "d"), (summary, "e"), (point, "f"))
    assert body(found.pieces) == "a\n\nb\n\n- c\n- d\n\n📌 e\n\n- f\n"


@given(TITLES)
def test_any_title_reads_back_the_same(title):
    text = as_markdown(imported((PieceKind.POINT, "uno"), title=title), id="abc", date=date(2025, 9, 2))
    assert header(text)["title"] == title
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(split(text, "x.md").header, Loader=loader)["title"] == title  # noqa: S506 - both are safe


def test_emoji_and_vietnamese_are_written_as_they_are():
    assert front_matter({"title": "Điện toán 😀"}) == "---\ntitle: Điện toán 😀\n---\n"


@given(TITLES, st.lists(TITLES, min_size=1, max_size=4), TITLES, TITLES)
def test_the_site_reads_what_was_pasted(title, points, summary, paragraph):
    texts = [*points, summary, paragraph]
    if any(text.startswith("📌") for text in texts) or is_label(summary) or not any(map(str.isalnum, summary)):
        return
    kinds = [PieceKind.POINT] * len(points) + [PieceKind.SUMMARY, PieceKind.TEXT]
    found = imported(*zip(kinds, texts, strict=True), title=title, year="2025")
    reading = parse(as_markdown(found, id="abc", date=date(2025, 9, 2)).encode(), "it/2025/a.md", RULES)
    digest = reading.digest
    assert digest is not None, reading.problems
    folded = [" ".join(text.split()) for text in texts]
    assert digest.meta.title == " ".join(title.split())
    assert [part.text for part in digest.points] == folded[:-2]
    assert (digest.summary.text, [part.text for part in digest.body]) == (folded[-2], folded[-1:])
    assert (digest.meta.id, digest.meta.copyright.year) == ("abc", "2025")
