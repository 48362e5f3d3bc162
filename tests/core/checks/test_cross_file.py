"""What is wrong with digests that are fine one by one: ids, addresses, translations, tags, authors, templates."""

import unicodedata
from zlib import crc32

import pytest

from tests.core.checks.contents import HEADER, lines, text

FOLDER = "content/it/2025/"


SECOND = crc32(b"b0000003xyz") % 60  # that of the id in feeds


def keys(line: str = "", *, id: str = "", date: str = "2025-09-02") -> str:
    return text(header=f"title: T\ndate: {date}\n{line}".rstrip(), id=id)


def both(a: str, b: str) -> dict[str, str]:
    return {"it/2025/a.md": a, "it/2025/b.md": b}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (
            both(keys(id="x1"), keys(id="x1")),
            [f'{FOLDER}b.md:2:5: ID-TWICE the id "x1" is already used by {FOLDER}a.md — delete this file if it is a copy; otherwise write a new id: id: nt666ytr38b'],
        ),
        (
            {"it/2025/a.md": keys(), "it/deep/a.md": keys("slug: b")},
            [f'content/it/deep/a.md:1:1: ID-TWICE the id "thps18fh4aq" is already used by {FOLDER}a.md — delete this file if it is a copy; otherwise add a line with a new id: id: xy8h6mmaab7'],
        ),
        (
            both(keys("guid: https://old/?p=1", id="x1"), keys("guid: https://old/?p=1", id="x2")),
            [f"{FOLDER}b.md:5:7: ID-TWICE this guid is already used by {FOLDER}a.md — keep it in the digest that had it in the old feed, and remove it from the other"],
        ),
        (
            both(keys(id="x1"), keys("guid: 'tag:news.example,2025:x1'", id="x2")),
            [f"{FOLDER}b.md:5:7: ID-TWICE this guid is already the id of {FOLDER}a.md in feeds — write the guid of the old feed"],
        ),
        (
            both(keys(id="x1"), keys("guid: 'tag:news.example,2025:en'", id="x2")),
            [f"{FOLDER}b.md:5:7: ID-TWICE this guid is already the id of a feed — write the guid of the old feed"],
        ),
        (
            both(keys(id="x1"), keys("guid: 'tag:news.example,2025:it/tag/chip'", id="x2")),
            [f"{FOLDER}b.md:5:7: ID-TWICE this guid is already the id of a feed — write the guid of the old feed"],
        ),
        (
            both(keys(id="b0000003xyz", date="2025-09-02 07:30"), keys(id="b0000005xyz", date="2025-09-02 07:30")),
            [
                f"{FOLDER}b.md:4:7: FM-SECOND note: same minute as {FOLDER}a.md, and by chance the same second in feeds — write the seconds, such as 2025-09-02 07:30:00"
            ],
        ),
        (
            {"it/2025/a.md": keys(id="b0000003xyz", date="2025-09-02 07:30"), "en/2025/b.md": keys(id="b0000005xyz", date="2025-09-02 07:30")},
            [
                f"{FOLDER}a.md:4:7: FM-SECOND note: same minute as content/en/2025/b.md, and by chance the same second in feeds — write the seconds, such as 2025-09-02 07:30:00"
            ],
        ),
        (
            both(keys(id="b0000003xyz", date="2025-09-02 07:30"), keys(id="b0000005xyz", date=f"2025-09-02 07:30:{SECOND:02}")),
            [
                f"{FOLDER}a.md:4:7: FM-SECOND note: same minute as {FOLDER}b.md, and by chance the same second in feeds — write the seconds, such as 2025-09-02 07:30:00"
            ],
        ),
        (both(keys(id="b0000003xyz", date="2025-09-02 07:30:00"), keys(id="b0000005xyz", date="2025-09-02 07:30")), []),
        (both(keys(id="b0000003xyz", date="2025-09-02 07:30"), keys(id="b0000005xyz", date="2025-09-02 07:30:01")), []),
        (
            both(keys("slug: c"), keys("slug: c")),
            [f"{FOLDER}b.md:4:7: PATH-TWICE c.html is also written by {FOLDER}a.md — give one of the two another slug"],
        ),
        (
            both(keys("slug: c"), keys("slug: C")),
            [f"{FOLDER}b.md:4:7: PATH-TWICE C.html is also written by {FOLDER}a.md, apart from case or Unicode form (c.html) — give one of the two another slug"],
        ),
        (
            both(keys("slug: straße"), keys("slug: STRASSE")),
            [f"{FOLDER}b.md:4:7: PATH-TWICE STRASSE.html is also written by {FOLDER}a.md, apart from case or Unicode form (straße.html) — give one of the two another slug"],
        ),
        (
            {"it/2025/a.md": keys(), "it/2024/a.md": keys(date="2024-09-02")},
            [f"{FOLDER}a.md:1:1: PATH-TWICE a.html is also written by content/it/2024/a.md — give one of the two another slug"],
        ),
        (
            both(keys("translation_key: k"), keys("translation_key: k")),
            [f'{FOLDER}b.md:4:18: KEY-TWICE {FOLDER}a.md is already the "it" version of "k" — give one of the two another translation_key'],
        ),
        (both(keys("slug: index"), keys()), [f"{FOLDER}a.md:4:7: PATH-TWICE index.html is also written for the home page — give the digest another slug"]),
        (
            both(keys("slug: archives"), keys("slug: '404'")),
            [
                f"{FOLDER}a.md:4:7: PATH-TWICE archives.html is also written for ARCHIVES_URL — give the digest another slug",
                f"{FOLDER}b.md:4:7: PATH-TWICE 404.html is also written for the not-found page — give the digest another slug",
            ],
        ),
        (both(keys("slug: c"), keys("slug: d")), []),
        ({"it/2025/a.md": keys(), "en/2025/a.md": keys(), "vi/2025/a.md": keys()}, []),
    ],
)  # fmt: skip
def test_digests_that_would_be_one(tmp_path, files, found):
    assert lines(tmp_path, files) == found


def test_two_unicode_forms_of_a_file_s_name_would_be_one_page(tmp_path):
    forms = {f"it/2025/{unicodedata.normalize(form, 'hà.md')}": text() for form in ("NFC", "NFD")}
    codes = [line.split(" ")[1] for line in lines(tmp_path, forms)]
    assert codes == ["ID-TWICE", "KEY-TWICE", "PATH-TWICE"]


def test_pages_of_other_kinds_share_addresses_too(tmp_path):
    files = {"it/2025/a.md": keys(), "it/pages/a.md": text("Testo", "title: T")}
    assert lines(tmp_path, files, PAGE_URL="{slug}.html") == [
        "content/it/pages/a.md:1:1: PATH-TWICE a.html is also written by content/it/2025/a.md — give one of the two another slug"
    ]


def test_a_page_may_not_stand_where_another_language_s_home_is(tmp_path):
    files = {"it/pages/en.md": text("Testo", "title: T")}
    assert lines(tmp_path, files, PAGE_URL="{slug}/") == [
        "content/it/pages/en.md:1:1: PATH-TWICE en/index.html is also written for the home page — give the digest another slug"
    ]


MEND = 'write one of them in both, or give one a slug: TAG_SLUGS = {{"{}": "…"}}'


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("mã", "má", [f'{FOLDER}b.md:4:8: SLUG-TWICE "má" and "mã" ({FOLDER}a.md:4:8) have the same slug, "ma" — {MEND.format("má")}']),
        ("C", "C++", [f'{FOLDER}b.md:4:8: SLUG-TWICE "C++" and "C" ({FOLDER}a.md:4:8) have the same slug, "c" — {MEND.format("C++")}']),
        ("AI", "ai", [f'{FOLDER}b.md:4:8: SLUG-TWICE "ai" and "AI" ({FOLDER}a.md:4:8) have the same slug, "ai" — write "AI" in both']),
        ("a", "'!!'", [f'{FOLDER}b.md:4:8: SLUG-NAME "!!" has no letters or digits, so no URL can be made from it — give it a slug: TAG_SLUGS = {{"!!": "…"}}']),
        (
            "'!!'",
            "'??'",
            [
                f'{FOLDER}{file}.md:4:8: SLUG-NAME "{sign}" has no letters or digits, so no URL can be made from it — give it a slug: TAG_SLUGS = {{"{sign}": "…"}}'
                for file, sign in (("a", "!!"), ("b", "??"))
            ],
        ),
        ("a", "Aux", [f'{FOLDER}b.md:4:8: SLUG-NAME the slug "aux" of "Aux" is a reserved name on Windows — give it a slug: TAG_SLUGS = {{"Aux": "…"}}']),
        ("a", "../../etc", []),
        ("a", "a%2fb", []),
        ("'e\u0301'", "é", []),
        ("AI", "AI", []),
    ],
)  # fmt: skip
def test_tags_whose_addresses_would_be_one(tmp_path, first, second, found):
    assert lines(tmp_path, both(keys(f"tags: [{first}]"), keys(f"tags: [{second}]"))) == found


def test_colliding_tags_in_one_digest_are_named_with_both_places(tmp_path):
    assert lines(tmp_path, {"it/2025/a.md": keys("tags: [mã, má]")}) == [
        f'{FOLDER}a.md:4:12: SLUG-TWICE "má" and "mã" ({FOLDER}a.md:4:8) have the same slug, "ma" — {MEND.format("má")}'
    ]


@pytest.mark.parametrize("slugs", [{"má": "ma-2"}, {"mã": "code", "má": "cheek"}])
def test_a_slug_in_the_settings_mends_it(tmp_path, slugs):
    files = both(keys("tags: [mã]"), keys("tags: [má]"))
    assert lines(tmp_path, files, TAG_SLUGS=slugs) == []


def test_a_slug_in_the_settings_may_collide_too(tmp_path):
    files = both(keys("tags: [mã]"), keys("tags: [x]"))
    assert len(lines(tmp_path, files, TAG_SLUGS={"x": "ma"})) == 1


def test_tags_of_two_languages_never_collide_and_each_language_is_looked_at(tmp_path):
    assert lines(tmp_path, {"it/2025/a.md": keys("tags: [mã]"), "vi/2025/a.md": keys("tags: [má]")}) == []
    files = {f"{lang}/2025/c.md": keys("tags: [mã, má]") for lang in ("en", "vi")}
    assert [line.split(":")[0] for line in lines(tmp_path, files)] == ["content/en/2025/c.md", "content/vi/2025/c.md"]


def test_authors_whose_addresses_would_be_one(tmp_path):
    assert lines(tmp_path, both(keys("author: José"), keys("author: Jose"))) == [
        f'{FOLDER}b.md:4:9: SLUG-TWICE "Jose" and "José" ({FOLDER}a.md:4:9) have the same slug, "jose" — write "José" in both'
    ]
    assert lines(tmp_path, both(keys("author: '!'"), keys())) == [
        f'{FOLDER}a.md:4:9: SLUG-NAME "!" has no letters or digits, so no URL can be made from it — use other words'
    ]


def test_languages_that_no_feed_shows_together_may_share_a_second(tmp_path):
    ids = {"it": "b0000003xyz", "en": "b0000005xyz"}
    files = {f"{lang}/2025/{lang}.md": keys(id=own, date="2025-09-02 07:30") for lang, own in ids.items()}
    assert lines(tmp_path, files, FEED_FORMATS={"together": []}) == []
    assert len(lines(tmp_path, files)) == 1


def test_what_will_be_modified_is_a_warning_once_readers_see_it(tmp_path):
    later = "date: 2025-09-02\nmodified: 2025-09-03 08:00"
    files = {
        "it/2025/a.md": text(header=f"title: T\n{later}"),
        "it/2025/b.md": text(header=f"title: T\n{later}\nstatus: draft"),
        "it/2025/c.md": text(header="title: T\ndate: 2025-09-04\nmodified: 2025-09-05"),
    }
    assert lines(tmp_path, files, CUTOFF="2025-09-03 08:00") == []
    assert lines(tmp_path, files, CUTOFF="2025-09-03 07:59") == [
        f"{FOLDER}a.md:4:11: FM-MODIFIED warning: modified is in the future: 2025-09-03 08:00 — write the date of the correction"
    ]


def test_a_note_of_a_day_to_come_is_an_error_and_of_a_later_hour_a_warning(tmp_path):
    notes = "".join(f"\n  - date: {date}\n    text: x" for date in ("2025-09-03 08:00", "2025-09-04", "2025-09-02"))
    files = {
        "it/2025/a.md": text(header=f"title: T\ndate: 2025-09-02\nmodified: 2025-09-05\nupdates:{notes}"),
        "it/2025/b.md": text(header=f"title: T\ndate: 2025-09-02\nstatus: draft\nupdates:{notes}"),
    }
    made = "write the date of the update"
    assert lines(tmp_path, files, CUTOFF="2025-09-03 00:10") == [
        f"{FOLDER}a.md:4:11: FM-MODIFIED warning: modified is in the future: 2025-09-05 00:00 — write the date of the correction",
        f"{FOLDER}a.md:6:5: FM-UPDATE warning: the update is in the future: 2025-09-03 08:00 — {made}",
        f"{FOLDER}a.md:8:5: FM-UPDATE the update is in the future: 2025-09-04 00:00 — {made}",
    ]
    assert lines(tmp_path, files, CUTOFF="2025-09-05") == []


def test_a_text_that_feeds_have_no_room_for_is_noted(tmp_path):
    files = {
        f"it/2025/{name}.md": text(f"- {'parola ' * number}\n\n📌 b\n") for name, number in (("a", 7200), ("b", 7000))
    }
    assert lines(tmp_path, files) == [
        f"{FOLDER}a.md:1:1: BODY-LONG note: feeds will contain only the teaser: the digest has more than 50,000 characters as HTML — shorten it, or split it"
    ]


def test_a_template_that_the_theme_lacks(tmp_path):
    (tmp_path / "themes/plain/templates").mkdir(parents=True)
    (tmp_path / "themes/plain/templates/article.html").touch()
    files = {"it/2025/a.md": keys("template: artikle"), "it/2025/b.md": keys("template: article")}
    assert lines(tmp_path, files, THEME="themes/plain") == [
        f'{FOLDER}a.md:4:11: FM-TEMPLATE the theme has no template "artikle" — did you mean "article"?'
    ]


def test_all_problems_of_all_files_come_at_once_and_sorted(tmp_path):
    files = {
        "it/2025/b.md": text("- [x](none.md)\n\n📌 b <br>\n", "titel: T\ndate: x"),
        "it/2025/a.md": keys("slug: c\ntags: [mã]"),
        "en/2025/a.md": b"\xff",
        "vi/2025/a.html": "x",
        "it/2025/c.md": text(header=HEADER + "\ntags: [má]\nlang: it"),
    }
    assert [line.partition(" — ")[0].removeprefix("content/") for line in lines(tmp_path, files)] == [
        "en/2025/a.md:1:1: TEXT-UTF8 byte 0xff is not UTF-8",
        '''it/2025/b.md:2:1: FM-UNKNOWN unknown key "titel"''',
        """it/2025/b.md:3:7: FM-DATE "x" is not a valid date""",
        "it/2025/b.md:7:5: BODY-HTML warning: raw HTML <br>",
        "it/2025/c.md:1:1: PATH-TWICE c.html is also written by content/it/2025/a.md",
        f'it/2025/c.md:4:8: SLUG-TWICE "má" and "mã" ({FOLDER}a.md:5:8) have the same slug, "ma"',
        "vi/2025/a.html: FILE-STRAY .html files are not supported as content",
    ]
