"""Front matter as a typed value: every key, its forms, its place, and what is inferred where it is missing."""

import datetime as dt
import unicodedata
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from puntina.core.digest import Change, FrontMatter, Image, Kind, Position, Rights, Source, Status, Update
from puntina.core.digest.identity import derived_id
from puntina.core.digest.key_readers import PAGE_READERS, READERS
from puntina.core.digest.keys import kind_of
from puntina.core.digest.serialization import pack_positions
from tests.core.digest.samples import PATH, RULES, digest, reading

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MIN = "title: Titolo\ndate: 2025-09-02 07:30"
FULL = """id: d7k2m9qfx4c
guid: https://old.example/?p=12
title: "La Cina compra dalla Cina: Cambricon sfida Nvidia"
date: 2025-09-02 07:30
modified: 2025-09-03 09:00 +02:00
category: technology
tags: [semiconductors, China, no]
lang: en
slug: la-cina-compra-dalla-cina
translation_key: 2025/cambricon
authors:
  - Redazione
  - Maria Rossi
sources:
  - name: The Example
    title: China buys
    url: https://example.org/a
    date: 2025-08-28
    lang: en-GB
    paywall: yes
    archive: https://archive.example/a
summary: In breve.
status: hidden
edition: 2025-09-01
copyright:
  holder: Altri
  year: 2024–2025
  licence: cc-by-4.0
share: [x, copy]
template: special
aliases: [/old/]
image:
  file: ../../media/un chip.jpg
  alt: Un chip
  credit: Nome
thread: The chip war
expires: 2025-10-01
updates:
  - date: 2025-09-03 08:00
    kind: correction
    text: Not 3 but 4.
    points: [1]
mood: calm"""


def meta(header=MIN, path=PATH, rules=RULES):
    return digest("- a\n\n📌 b", header, path, rules).meta


def test_every_key_has_its_type_and_its_place():
    assert meta(FULL) == FrontMatter(
        id="d7k2m9qfx4c",
        guid="https://old.example/?p=12",
        title="La Cina compra dalla Cina: Cambricon sfida Nvidia",
        date=dt.datetime(2025, 9, 2, 7, 30, tzinfo=HANOI),
        modified=dt.datetime(2025, 9, 3, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        category="technology",
        tags=("semiconductors", "China", "no"),
        lang="en",
        slug="la-cina-compra-dalla-cina",
        translation_key="2025/cambricon",
        authors=("Redazione", "Maria Rossi"),
        sources=(
            Source(
                "The Example", "China buys", "https://example.org/a", dt.date(2025, 8, 28), "en-GB", True,
                "https://archive.example/a",
            ),
        ),
        summary="In breve.",
        status=Status.HIDDEN,
        edition=dt.date(2025, 9, 1),
        copyright=Rights("Altri", "2024-2025", "CC-BY-4.0"),
        share=("x", "copy"),
        template="special",
        aliases=("/old/",),
        image=Image("../../media/un%20chip.jpg", "Un chip", "Nome"),
        thread="The chip war",
        expires=dt.datetime(2025, 10, 1, tzinfo=HANOI),
        updates=(
            Update(
                dt.datetime(2025, 9, 3, 8, 0, tzinfo=HANOI), "Not 3 but 4.", Position(40, 5), Change.CORRECTION, points=(1,), positions=(Position(43, 14),)
            ),
        ),
        extra=(("mood", "calm"),),
        positions=pack_positions((
            ("id", Position(2, 5)), ("guid", Position(3, 7)), ("title", Position(4, 8)), ("date", Position(5, 7)),
            ("modified", Position(6, 11)), ("category", Position(7, 11)), ("tags", Position(8, 7)),
            ("tags: semiconductors", Position(8, 8)), ("tags: China", Position(8, 24)), ("tags: no", Position(8, 31)),
            ("lang", Position(9, 7)), ("slug", Position(10, 7)), ("translation_key", Position(11, 18)),
            ("authors", Position(13, 3)), ("authors: Redazione", Position(13, 5)), ("authors: Maria Rossi", Position(14, 5)),
            ("sources", Position(16, 3)), ("summary", Position(23, 10)), ("status", Position(24, 9)), ("edition", Position(25, 10)),
            ("copyright", Position(27, 3)), ("share", Position(30, 8)), ("share: x", Position(30, 9)),
            ("share: copy", Position(30, 12)), ("template", Position(31, 11)), ("aliases", Position(32, 10)),
            ("aliases: /old/", Position(32, 11)), ("image", Position(34, 3)), ("image: file", Position(34, 9)),
            ("image: alt", Position(35, 8)), ("image: credit", Position(36, 11)), ("thread", Position(37, 9)),
            ("expires", Position(38, 10)), ("updates", Position(40, 3)), ("mood", Position(44, 7)),
        )),
    )  # fmt: skip


def test_the_full_front_matter_has_every_key_there_is():
    keys = {line.partition(":")[0] for line in FULL.split("\n") if line[0].isalpha()}
    assert keys == (READERS.keys() - {"author"}) | {"mood"}


def test_two_keys_are_enough():
    assert meta() == FrontMatter(
        id=derived_id("it", 2025, "2025/cambricon".rpartition("/")[2]),
        title="Titolo",
        date=dt.datetime(2025, 9, 2, 7, 30, tzinfo=HANOI),
        lang="it",
        slug="cambricon",
        translation_key="2025/cambricon",
        category="world",
        positions=pack_positions((("title", Position(2, 8)), ("date", Position(3, 7)))),
    )


def test_an_item_that_stands_nowhere_is_where_its_key_is():
    found = meta(FULL)
    assert found.position("tags", "none") == Position(8, 7)
    assert found.position("none", "none") == Position(1, 1)


@pytest.mark.parametrize(
    ("path", "lang", "slug", "key"),
    [
        ("it/2025/cambricon.md", "it", "cambricon", "2025/cambricon"),
        ("en/2025/cambricon.md", "en", "cambricon", "2025/cambricon"),
        ("vi/cambricon.md", "vi", "cambricon", "cambricon"),
        ("2025/cambricon.md", "it", "cambricon", "2025/cambricon"),
        ("cambricon.md", "it", "cambricon", "cambricon"),
        ("en/2025/Đà Nẵng 2.0.md", "en", "da-nang-2-0", "2025/Đà Nẵng 2.0"),
        (unicodedata.normalize("NFD", "vi/2025/điện.md"), "vi", "dien", "2025/điện"),
    ],
)
def test_language_slug_and_translation_key_come_from_the_path(path, lang, slug, key):
    found = meta(path=path)
    assert (found.lang, found.slug, found.translation_key) == (lang, slug, key)


def test_an_id_hangs_on_language_year_and_file_name_and_is_noted():
    note = "no id; one is derived from language, year and file name"
    hint = f"add the line id: {meta(MIN).id} before you rename the file or change its year"
    found = reading("- a\n\n📌 b", MIN)
    assert [(problem.code, problem.severity.value, problem.text, problem.hint) for problem in found.problems] == [
        ("FM-ID", "note", note, hint)
    ]
    assert meta(MIN.replace("2025", "2024")).id == derived_id("it", 2024, "cambricon")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("it/pages/about.md", Kind.PAGE),
        ("pages/about.md", Kind.PAGE),
        ("it/pages/deep/about.md", Kind.PAGE),
        ("it/2025/pages/about.md", Kind.DIGEST),
        ("it/2025/pages.md", Kind.DIGEST),
        ("de/pages/about.md", Kind.DIGEST),
    ],
)
def test_pages_lie_in_a_folder_of_that_name(path, kind):
    assert kind_of(path, RULES.languages) is kind


def test_a_page_needs_a_title_only_and_has_no_category():
    page = digest("Testo", "title: Chi siamo", "it/pages/about.md")
    assert page.meta == FrontMatter(
        "Chi siamo",
        None,
        "it",
        "about",
        "pages/about",
        derived_id("it", "page", "about"),
        positions=pack_positions((("title", Position(2, 8)),)),
    )
    assert "tags" not in PAGE_READERS


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("title: a  b\tc", "title", "a b c"),
        ("title: >\n  a\n  b", "title", "a b"),
        ("title: |\n  a\n  b", "title", "a b"),
        ("title: 2025", "title", "2025"),
        ("title: no", "title", "no"),
        ('title: "null"', "title", "null"),
        ("title: a\u00a0b\u2028c", "title", "a\u00a0b c"),
        ("title:\u00a0a", "title", "a"),
        ('title: "e\u0300"', "title", "è"),
        ("title: 'l''IA & <b>'", "title", "l'IA & <b>"),
        ("tags: a, b ,, a", "tags", ("a", "b")),
        ("tags: [a, 'b, c', '', a]", "tags", ("a", "b, c")),
        ("tags:", "tags", ()),
        ("author: Maria, Luca", "authors", ("Maria", "Luca")),
        ("authors: Maria", "authors", ("Maria",)),
        ("category: Tecnologia", "category", "technology"),
        ("category: THẾ GIỚI", "category", "world"),
        ("share: off", "share", ()),
        ("share: No", "share", ()),
        ("share: x", "share", ("x",)),
        ("share:", "share", None),
        ("copyright: {year: 2025}", "copyright", Rights(year="2025")),
        ("copyright: {year: 2024 - 2025}", "copyright", Rights(year="2024-2025")),
        ("sources: {name: a}", "sources", (Source("a"),)),
        ("sources:\n- name: a\n- name: b\n  paywall: no", "sources", (Source("a"), Source("b"))),
        ("mood: [a, b]", "extra", (("mood", "a, b"),)),
        ("slug: UPPER_lower.1", "slug", "UPPER_lower.1"),
        ('slug: "e\u0300"', "slug", "è"),
        ("status: draft", "status", Status.DRAFT),
        ("id: x # a comment", "id", "x"),
    ],
)
def test_forms_of_a_value(line, field, value):
    header = line if line.startswith("title") else "title: Titolo\n" + line
    assert getattr(meta(header + "\ndate: 2025-09-02"), field) == value


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2025-09-02", "2025-09-02T00:00:00+07:00"),
        ("2025-09-02 07:30", "2025-09-02T07:30:00+07:00"),
        ("2025-09-02T07:30", "2025-09-02T07:30:00+07:00"),
        ("2025-09-02 07:30:15", "2025-09-02T07:30:15+07:00"),
        ("2025-09-02T07:30:15Z", "2025-09-02T14:30:15+07:00"),
        ("2025-09-02 07:30 Z", "2025-09-02T14:30:00+07:00"),
        ("2025-09-02 07:30 +02:00", "2025-09-02T12:30:00+07:00"),
        ("2025-09-02 07:30 -0930", "2025-09-03T00:00:00+07:00"),
        ("'2025-09-02'", "2025-09-02T00:00:00+07:00"),
    ],
)
def test_dates_are_instants_in_the_publications_time_zone(typed, iso):
    found = meta(f"title: T\ndate: {typed}").date
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("2025-03-30 02:30", "2025-03-30T01:30:00+00:00"),  # an hour that the clocks skip: counted on from before it
        ("2025-10-26 02:30", "2025-10-26T00:30:00+00:00"),  # an hour that comes twice: the first
    ],
)
def test_hours_that_the_clocks_skip_or_repeat_are_one_instant(typed, utc):
    found = meta(f"title: T\ndate: {typed}", rules=replace(RULES, timezone=ZoneInfo("Europe/Rome"))).date
    assert found is not None
    assert found.astimezone(dt.UTC).isoformat() == utc


@pytest.mark.parametrize(
    ("typed", "year", "address"),
    [
        ("2025-12-31T20:00:00Z", 2026, "2025-12-31T20:00:00+00:00"),
        ("2026-01-01 12:00 +14:00", 2026, "2026-01-01T12:00:00+14:00"),
        ("2026-01-01 03:00", 2026, "2026-01-01T03:00:00+07:00"),
    ],
)
def test_addresses_and_derived_ids_keep_the_date_as_typed(typed, year, address):
    found = meta(f"title: T\ndate: {typed}")
    assert (found.date.year, found.address_date.isoformat()) == (year, address)
    assert found.id == derived_id("it", int(address[:4]), PATH.rpartition("/")[2].removesuffix(".md"))


def test_moments_of_the_hour_that_comes_twice_keep_their_order():
    rules = replace(RULES, timezone=ZoneInfo("Europe/Rome"))
    typed = ("2025-10-26T00:50:00Z", "2025-10-26T01:10:00Z", "2025-10-26 02:30")
    first, second, unclear = (meta(f"title: T\ndate: {each}", rules=rules).date for each in typed)
    assert [each.isoformat() for each in (first, second)] == ["2025-10-26T02:50:00+02:00", "2025-10-26T02:10:00+01:00"]
    assert unclear < first < second
