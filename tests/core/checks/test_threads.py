"""What is wrong with threads: of a single digest, nearly called alike, or two where another language has one."""

import datetime as dt
from itertools import count

import pytest

from tests.core.checks.contents import lines, text

MOMENTS = (dt.datetime(2024, 9, 2) + dt.timedelta(minutes=n) for n in count())  # noqa: DTZ001 - as front matter has it
ALONE = "write the same line in the other digests on the topic"


def keys(thread: str, line: str = "") -> str:
    """Return a digest of the thread, with a second of its own."""
    return text(header=f"title: T\ndate: {next(MOMENTS):%Y-%m-%d %H:%M:%S}\nthread: {thread}\n{line}".rstrip())


def found(tmp_path, **threads: str) -> list[str]:
    """Return the problems of Italian digests of these threads, without their folder."""
    files = {f"it/2025/{name}.md": keys(thread) for name, thread in threads.items()}
    return [line.replace("content/it/2025/", "") for line in lines(tmp_path, files)]


def test_two_digests_are_a_thread(tmp_path):
    assert found(tmp_path, a="Chip war", b="Chip war") == []


def test_where_a_file_cannot_be_read_nothing_is_said_of_a_thread_of_one(tmp_path):
    files = {"it/2025/a.md": keys("Chip war"), "it/2025/b.md": keys("Chip war", "expires: never")}
    assert [line.split()[1] for line in lines(tmp_path, files)] == ["FM-DATE"]


@pytest.mark.parametrize(
    ("other", "problems"),
    [
        ("Clima", [f'c.md:4:9: FM-THREAD note: the thread "Clima" has only one digest — {ALONE}']),
        ("The chip war", ['c.md:4:9: FM-THREAD warning: the thread "The chip war" has only one digest — did you mean "Chip war"?']),
        ("chip war", ['c.md:4:9: SLUG-TWICE "chip war" and "Chip war" (a.md:4:9) have the same slug, "chip-war" — write "Chip war" in both']),
        ("Chip-wár", ['c.md:4:9: SLUG-TWICE "Chip-wár" and "Chip war" (a.md:4:9) have the same slug, "chip-war" — write "Chip war" in both']),
    ],
)  # fmt: skip
def test_one_alone_may_be_a_slip_or_a_beginning(tmp_path, other, problems):
    assert found(tmp_path, a="Chip war", b="Chip war", c=other) == problems


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        (
            "status: hidden",
            [f'content/it/2025/a.md:4:9: FM-THREAD note: the thread "Chip" has only one digest — {ALONE}'],
        ),
        ("status: draft", []),
        ("expires: 2025-01-01", []),
    ],
)
def test_a_hidden_digest_is_in_no_thread_and_one_that_will_be_or_was_seen_is(tmp_path, line, problems):
    files = {"it/2025/a.md": keys("Chip"), "it/2025/b.md": keys("Chip", line)}
    assert lines(tmp_path, files) == problems


def test_threads_of_hidden_digests_alone_are_none(tmp_path):
    assert lines(tmp_path, {"it/2025/a.md": keys("Chip", "status: hidden")}) == []


def test_a_name_that_gives_no_address_is_an_error(tmp_path):
    assert found(tmp_path, a="…", b="…") == [
        'a.md:4:9: SLUG-NAME "…" has no letters or digits, so no URL can be made from it — use other words'
    ]


def test_a_list_is_no_name(tmp_path):
    assert found(tmp_path, a="[Chip, war]") == ['a.md:4:9: FM-TYPE "thread" is a list — write one text, in quotes']


def test_names_of_two_languages_are_never_held_against_each_other(tmp_path):
    files = {f"{lang}/2025/{name}.md": keys("Chip") for lang in ("it", "en") for name in "ab"}
    assert lines(tmp_path, files) == []


def test_two_threads_whose_translations_are_one(tmp_path):
    files = {f"it/2025/{name}.md": keys("Chip") for name in "abcd"}
    files |= {f"en/2025/{name}.md": keys("Chip war") for name in "ab"}
    files |= {f"en/2025/{name}.md": keys("Semiconductors") for name in "cd"}
    assert lines(tmp_path, files) == [
        'content/en/2025/c.md:4:9: FM-THREAD warning: "Semiconductors" and "Chip war" (content/en/2025/a.md:4:9) are one thread in another language — write "Chip war" in both, or use two threads there as well'
    ]  # fmt: skip


def test_many_threads_of_one_digest_are_not_held_against_one_another(tmp_path):
    problems = found(tmp_path, **{f"n{n}": f"Vicenda {n}" for n in range(301)})
    assert {line.partition(" — ")[2] for line in problems} == {ALONE}


def test_a_page_in_the_place_of_a_thread_is_an_error(tmp_path):
    files = {"it/2025/a.md": keys("Chip"), "it/2025/b.md": keys("Chip", "slug: chip")}
    assert lines(tmp_path, files, ARTICLE_URL="thread/{slug}/") == [
        "content/it/2025/b.md:5:7: PATH-TWICE thread/chip/index.html is also written for THREAD_URL — give the digest another slug"
    ]
