"""What `check` lists although nothing is wrong with it: what readers do not see."""

import shutil

import pytest

from puntina.commands.check.command import check
from puntina.core.checks.reading import read_content
from puntina.core.checks.unseen import unseen
from puntina.core.locales.editors import translator
from tests.core.checks.contents import text, write
from tests.site_builder import SAMPLE


def told(folder, files, lang="en", **changes):
    """Return the notices about these files, as printed."""
    site = write(folder, files, **changes)
    return [translator(lang)(notice) for notice in unseen(read_content(site), site)]


def dated(date: str, **keys: str) -> str:
    """Return a digest of that date."""
    more = "".join(f"\n{key}: {value}" for key, value in keys.items())
    return text(header=f"title: T\ndate: {date}{more}")


def test_a_publication_without_any_is_silent(tmp_path):
    assert told(tmp_path, {"it/2025/a.md": text(), "en/2025/a.md": text()}) == []


def test_drafts_are_named_in_one_line(tmp_path):
    assert told(tmp_path, {f"it/2025/{name}.md": dated("2025-09-02 07:30", status="draft") for name in "ab"}) == [
        "2 drafts, which readers do not see: content/it/2025/a.md, content/it/2025/b.md"
    ]


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2025-09-04 07:30", "scheduled for 4 September 07:30 (in 1 day): T (content/it/2025/a.md)"),
        ("2061-09-04 07:30", "scheduled for 4 September 2061 07:30 (in 36 years): T (content/it/2025/a.md)"),
    ],
)
def test_a_scheduled_digest_is_named_with_its_time_and_how_far_that_is(tmp_path, date, line):
    assert told(tmp_path, {"it/2025/a.md": dated(date)}) == [line]


def test_translations_with_different_names_are_named_with_the_line_to_add(tmp_path):
    files = {"it/2025/cina.md": dated("2025-09-02 07:30"), "en/2025/china.md": dated("2025-09-02 07:30")}
    (line,) = told(tmp_path, files)
    assert line == (
        "content/it/2025/cina.md and content/en/2025/china.md have the same date and different names, so they do not link to each other: if one is the translation of the other, write translation_key: 2025/cina in content/en/2025/china.md"
    )


@pytest.mark.parametrize(
    "files",
    [
        {"it/2025/a.md": dated("2025-09-02 07:30"), "en/2025/b.md": dated("2025-09-02 07:31")},
        {
            "it/2025/a.md": dated("2025-09-02 07:30"),
            "en/2025/b.md": dated("2025-09-02 07:30", translation_key="2025/a"),
        },
        {
            "it/2025/a.md": dated("2025-09-02 07:30"),
            "it/2025/b.md": dated("2025-09-02 07:30"),
            "en/2025/c.md": dated("2025-09-02 07:30"),
        },
    ],
)
def test_others_are_not_taken_for_translations(tmp_path, files):
    assert told(tmp_path, files) == []


def test_the_sample_s_pictures_are_named_in_another_publication(tmp_path):
    media = tmp_path / "content" / "media"
    media.mkdir(parents=True)
    for name in ("icon.png", "logo.png"):
        shutil.copy(SAMPLE / "content" / "media" / name, media)
    asked = {"FEED_ICON": "media/icon.png", "FEED_LOGO": "media/logo.png"}
    assert told(tmp_path, {}, **asked) == [
        "FEED_ICON is still Vietmetric's picture: put your own in its place",
        "FEED_LOGO is still Vietmetric's picture: put your own in its place",
    ]
    assert told(tmp_path, {}, SITENAME="Vietmetric", **asked) == []


def test_check_prints_them_and_ends_well(tmp_path, capsys):
    write(tmp_path, {"it/2025/a.md": text(header="id: a1\ntitle: T\ndate: 2025-09-02 07:30\nstatus: draft")})
    assert check(tmp_path / "pelicanconf.py") == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 draft, which readers do not see: content/it/2025/a.md",
        "1 file read, no errors",
    ]


HTTP = "SITEURL begins with http://, so readers' connections are not encrypted: write https:// if the host has it"


@pytest.mark.parametrize(
    ("address", "published", "notices"),
    [
        ("http://news.example", None, [HTTP]),
        ("HTTP://news.example", None, [HTTP]),
        ("http://127.0.0.1:8000", None, []),
        ("http://127.0.0.1:8000", "http://news.example", [HTTP]),
        ("http://127.0.0.1:8000", "https://news.example", []),
        ("http://127.0.0.1:8000", "", []),
        ("http://127.0.0.1:8000", "http://[", []),
        ("http://127.0.0.1:8000", 5, []),
    ],
)
def test_an_address_for_readers_without_encryption_is_told(tmp_path, address, published, notices):
    if published is not None:
        (tmp_path / "publishconf.py").write_text(f"SITEURL = {published!r}\n", "utf-8")
    assert told(tmp_path, {"it/2025/a.md": text(), "en/2025/a.md": text()}, SITEURL=address) == notices
