"""Keys and states of other programs: the hint says what they are called here, or that nothing acts on them."""

import pytest

from tests.core.digest.samples import HEADER, PATH, problems, reading

DRAFT, PUBLISHED = "write status: draft", "delete it: what is not a draft is published"
USELESS = "delete it: it has no effect here"


def hint(line, header=HEADER):
    key = line.partition(":")[0].strip('" ')
    found = problems(header=f"{header}\n{line}")
    assert [problem.partition(" — ")[0] for problem in found] == [f'5:1: FM-UNKNOWN unknown key "{key}"']
    return found[0].partition(" — ")[2]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("draft: true", DRAFT),
        ("draft: false", PUBLISHED),
        ("isDraft: yes", DRAFT),
        ("published: false", DRAFT),
        ("published: true", PUBLISHED),
        ("published: 2025-09-02", 'rename it to "date"'),
        ("hidden: true", "write status: hidden"),
        ("private: true", "write status: draft"),
        ("unlisted: false", "delete it: what is not hidden is listed"),
        ("visibility: private", 'rename it to "status": draft, published or hidden'),
        ("post_status: publish", 'rename it to "status": draft, published or hidden'),
        ("description: y", 'rename it to "summary"'),
        ("excerpt: y", 'rename it to "summary"'),
        ("custom_excerpt: y", 'rename it to "summary"'),
        ("sommario: y", 'rename it to "summary"'),
        ("lastmod: 2025-09-03", 'rename it to "modified"'),
        ("last_modified_at: 2025-09-03", 'rename it to "modified"'),
        ("updated: 2025-09-03", 'rename it to "modified"'),
        ("updatedDate: 2025-09-03", 'rename it to "modified"'),
        ("publishDate: 2025-09-03", 'delete it: "date" is already set'),
        ("pubDate: 2025-09-03", 'delete it: "date" is already set'),
        ("titolo: T", 'delete it: "title" is already set'),
        ("Keywords: a", 'rename it to "tags"'),
        ("categories: [a]", 'rename it to "category"'),
        ("writer: a", 'rename it to "author"'),
        ("language: it", 'rename it to "lang"'),
        ("translationKey: a", 'rename it to "translation_key"'),
        ("series: a", 'rename it to "thread"'),
        ("expiryDate: 2026-01-01", 'rename it to "expires"'),
        ("cover: a.jpg", 'rename it to "image"'),
        ("featured_image: a.jpg", 'rename it to "image"'),
        ("redirect_from: /a/", 'rename it to "aliases"'),
        ("image_alt: a", 'write it below "image:", as "alt: …"'),
        ("license: CC-BY-4.0", 'write it below "copyright:", as "licence: …"'),
        ("permalink: /a/", "write slug: a, or, if it is an old URL, aliases: [/a/]"),
        ("url: /2024/09/chip.html", "write slug: chip, or, if it is an old URL, aliases: [/2024/09/chip.html]"),
        ("permalink: :title", "write the last part of the URL as slug: …, or an old URL in aliases"),
        ("author_name: a", 'rename it to "author"'),
        ("kicker: a", 'rename it to "category"'),
        ("Überschrift: T", 'delete it: "title" is already set'),
        ("post_type: post", USELESS),
        ("layout: post", USELESS),
        ("type: posts", USELESS),
        ("weight: 1", USELESS),
        ("comments: true", USELESS),
        ("toc: true", USELESS),
        ("eleventyNavigation: a", USELESS),
        ("cssclasses: a", USELESS),
        ("comment_status: open", USELESS),
        ("codeinjection_head: a", USELESS),
    ],
)
def test_a_key_of_another_program_is_told_what_it_is_here(line, told):
    assert hint(line) == told


@pytest.mark.parametrize("key", ["pubDate", "publishdate", "created_at", "Published_At", "post-date", "fecha"])
def test_a_date_of_another_name_is_renamed_where_there_is_none(key):
    found = problems(header=f"id: d7k2m9qfx4c\ntitle: T\n{key}: 2025-09-02")
    assert f'4:1: FM-UNKNOWN unknown key "{key}" — rename it to "date"' in found


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("sources: [{name: a, link: 'https://x.y'}]", 'unknown key "link" in "sources" — rename it to "url"'),
        ("sources: [{name: a, publisher: b}]", 'unknown key "publisher" in "sources" — delete it: "name" is already set'),
        ("image: {file: a.jpg, alt: b, caption: c}", 'unknown key "caption" in "image" — delete it: "alt" is already set'),
        ("image: {file: a.jpg, alt: b, photographer: c}", 'unknown key "photographer" in "image" — rename it to "credit"'),
        ("updates: [{date: 2025-09-03, text: a, type: update}]", 'unknown key "type" in "updates" — rename it to "kind"'),
        ("copyright: {license: CC0-1.0}", 'unknown key "license" in "copyright" — rename it to "licence"'),
    ],
)  # fmt: skip
def test_a_key_of_a_group_too(lines, told):
    assert [problem.split(" ", 2)[2] for problem in problems(header=f"{HEADER}\n{lines}")] == [told]


def test_a_page_is_not_told_of_keys_that_only_digests_have():
    found = reading("Testo", "title: T\nkeywords: a\ndescription: b", PATH.replace("2025", "pages")).problems
    assert [problem.hint for problem in found] == [USELESS, 'rename it to "summary"']


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (
            "scheduled",
            (
                "delete the line if the date is in the future: the digest is then published on that date; otherwise write status: draft"
            ),
        ),
        (
            "future",
            (
                "delete the line if the date is in the future: the digest is then published on that date; otherwise write status: draft"
            ),
        ),
        (
            "programmato",
            (
                "delete the line if the date is in the future: the digest is then published on that date; otherwise write status: draft"
            ),
        ),
        ("publish", "write status: published"),
        ("Live", "write status: published"),
        ("bozza", "write status: draft"),
        ("in review", "write status: draft"),
        ("private", "write status: draft"),
        ("privato", "write status: draft"),
        ("unlisted", "write status: hidden"),
    ],
)
def test_a_status_of_another_program(status, told):
    found = problems(header=f"{HEADER}\nstatus: {status}")
    assert found == [f'5:9: FM-STATUS "{status}" is not a valid status — {told}']
