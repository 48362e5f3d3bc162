"""A value that says that there is none, as CMSs write it, is as good as no line."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.digest.samples import HEADER, digest, problems, reading

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
NONE = ("null", "Null", "NULL", "~", "")
KEYS = (
    "id", "guid", "modified", "category", "tags", "thread", "author", "authors", "sources", "summary", "status", "slug", "lang",
    "translation_key", "updates", "expires", "edition", "share", "copyright", "template", "image", "aliases", "mood",
)  # fmt: skip


def meta(header):
    return replace(digest(header=header).meta, positions=b"")


def test_a_file_that_a_cms_saved_is_the_same_without_its_empty_fields():
    text = (CASES / "01-null-values/content/it/2025/decap.md").read_text("utf-8")
    _, header, body = text.split("---\n")
    bare = re.sub(r"\w+: null\n", "", header)
    own, plain = (reading(body, lines.strip(), "it/2025/decap.md") for lines in (header, bare))
    assert own.problems == plain.problems == ()
    assert replace(own.digest.meta, positions=b"") == replace(plain.digest.meta, positions=b"")
    assert own.digest.meta.slug == "decap"


def test_a_tilde_and_a_list_of_nothing_are_left_out_too():
    text = (CASES / "01-null-values/errors/tilde.md").read_text("utf-8")
    _, header, body = text.split("---\n")
    found = reading(body, header.strip(), "it/2025/tilde.md")
    assert (found.problems, found.digest.meta.authors, found.digest.meta.summary) == ((), (), "")


@pytest.mark.parametrize("none", NONE)
@pytest.mark.parametrize("key", KEYS)
def test_every_key_can_be_left_empty(key, none):
    header = HEADER if key != "id" else HEADER.replace("id: d7k2m9qfx4c\n", "")
    assert meta(f"{header}\n{key}: {none}") == meta(header)


@pytest.mark.parametrize("none", NONE)
@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("tags:\n  - {}\n  - a", "tags: [a]"),
        ("authors: [Anna, {}]", "authors: [Anna]"),
        ("aliases:\n  - {}", ""),
        ("sources:\n  - {}\n  - name: a\n    url: {}\n    date: {}\n    lang: {}\n    paywall: {}", "sources: [{{name: a}}]"),
        ("sources:\n  - name: {}\n    url: {}", ""),
        ("image:\n  file: {}\n  alt: {}\n  credit: {}", ""),
        ("image:\n  file: ../a.jpg\n  alt: b\n  credit: {}", "image: {{file: ../a.jpg, alt: b}}"),
        ("copyright:\n  holder: {}\n  year: {}\n  licence: {}", ""),
        ("updates:\n  - date: {}\n    text: {}\n    kind: {}\n    points: {}", ""),
        (
            "updates:\n  - date: 2025-09-03\n    text: x\n    kind: {}\n    points: [{}]",
            "updates:\n  - date: 2025-09-03\n    text: x",
        ),
    ],
)  # fmt: skip
def test_an_empty_item_is_no_item_and_an_empty_group_no_group(line, same, none):
    if not none and "[" in line and "{}]" in line:
        pytest.skip("YAML has no empty item between brackets")
    own, plain = meta(f"{HEADER}\n{line.replace('{}', none)}"), meta(f"{HEADER}\n{same.format()}".strip())
    assert own == plain


@pytest.mark.parametrize("key", ["title", "date"])
@pytest.mark.parametrize("none", NONE)
def test_a_key_that_must_be_there_is_missing(key, none):
    header = re.sub(rf"{key}: .*", f"{key}: {none}", HEADER)
    line, example = (3, "title: …") if key == "title" else (4, "date: 2025-09-02 07:30")
    assert problems(header=header) == [f"{line}:1: FM-REQUIRED no {key} — write {example}"]


@pytest.mark.parametrize("word", ['"null"', "'~'", "nulla", "Nullo", "null,"])
def test_a_word_that_looks_like_nothing_is_a_word(word):
    assert digest(header=f"{HEADER}\nsummary: {word}").meta.summary == word.strip("\"'")
