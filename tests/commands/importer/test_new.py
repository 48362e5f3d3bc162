"""`new`: whatever is given, what is written passes `check`; what can't be written is a problem."""

import datetime as dt
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from puntina.commands.check.command import check
from puntina.commands.importer.ask import start
from puntina.commands.importer.new import new_digest
from puntina.commands.importer.translate import new_translation, original
from puntina.commands.importer.trial import accepted_by
from puntina.core.checks.reading import read_content
from puntina.core.digest import Status, errors
from tests.core.checks.contents import write
from tests.site_builder import digest, publication

NOW = dt.datetime(2025, 9, 2, 10, 0, tzinfo=dt.UTC)


def new(site, title, *, lang="it", category="world"):
    return new_digest(
        content=site.content,
        rules=site.rules,
        title=title,
        lang=lang,
        category=category,
        now=NOW,
        accepts=accepted_by(site),
    )


TITLES = st.text(min_size=1, max_size=400) | st.sampled_from(
    ["con", "CON", "null", "~", "2025", "yes", "#1", "# Titolo", "🎉", "a\nb", "a\x00b\x1b[31m", "\u202eabc", "مرحبا", "x" * 300, "'\"", "---", "a: b",
     "[x](y)", "<b>", "{{ x }}", "index", "404", "feed", "pages", "Đ" * 300, "新闻" * 200, "copy", "a copia", "_x", ".", "..", "…", "aux.md"]
)  # fmt: skip


@settings(max_examples=60)
@given(TITLES)
@example("\u200b")
def test_what_is_written_passes_check_whatever_the_title(tmp_path_factory, title):
    site = write(tmp_path_factory.mktemp("new"), {"en/2025/x.md": digest("Un altro titolo")})
    made = new(site, title)
    if not isinstance(made, Path):
        assert [problem.code for problem in made] in (["NEW-TITLE"], ["FM-UNFILLED"])
        return
    content = read_content(site)
    assert errors(content.problems) == ()
    [found] = (each for each in content.digests.values() if each.meta.lang == "it")
    assert found.meta.status is Status.DRAFT


@pytest.mark.parametrize("word", ["world", "World", "Mondo", "mondo", "MONDO", "Thế giới", "thế giới"])
def test_a_category_is_named_as_in_front_matter(tmp_path, word):
    file = publication(tmp_path, {})
    (tmp_path / "content").mkdir()
    assert start(file, title="Prova", lang="it", category=word, now=NOW) == 0
    assert "\ncategory: world\n" in (tmp_path / "content/it/2025/prova.md").read_text("utf-8")
    assert check(file) == 0


def test_an_unknown_category_is_refused_with_the_likely_word(tmp_path, capsys):
    file = publication(tmp_path, {"it/2025/x.md": digest()})
    assert start(file, title="Prova", lang="it", category="Modno", now=NOW) == 1
    assert capsys.readouterr().err == 'new: NEW-CATEGORY unknown category "Modno" — did you mean "Mondo"?\n'


@pytest.mark.parametrize("at", ["it", "it/2025"])
def test_a_link_out_of_the_content_is_not_written_through(tmp_path, at):
    (tmp_path / "here").mkdir()
    site = write(tmp_path / "here", {"en/2025/x.md": digest()})
    (tmp_path / "outside").mkdir()
    link = site.content / at
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "outside")
    [problem] = new(site, "Prova")
    assert problem.code == "NEW-WRITE"
    assert list((tmp_path / "outside").rglob("*")) == []


@pytest.mark.parametrize("at", ["it", "it/2025"])
def test_a_file_in_the_place_of_a_folder_is_a_problem(tmp_path, at):
    site = write(tmp_path, {"en/2025/x.md": digest()})
    (site.content / at).parent.mkdir(parents=True, exist_ok=True)
    (site.content / at).write_text("a file")
    [problem] = new(site, "Prova")
    assert problem.code == "NEW-WRITE"


def test_a_full_disk_is_a_problem(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    site = write(tmp_path, {"en/2025/x.md": digest()})
    [problem] = new(site, "Prova")
    assert (problem.code, problem.text) == ("NEW-WRITE", "can't be written: No space left on device")
    assert [path.name for path in site.content.rglob("*") if path.is_file()] == ["x.md"]


def translated(site, path, lang, title="", ids=("abc123",) * 30):
    found = original(f"content/{path}", content=site.content, rules=site.rules, folders=[site.folder])
    metas = [each.meta for each in read_content(site).digests.values()]
    return new_translation(
        found, content=site.content, rules=site.rules, title=title, lang=lang, others=metas, fresh_id=iter(ids).__next__
    )


def test_a_translation_has_another_second_in_feeds_than_its_original(tmp_path):
    site = write(tmp_path, {"it/2025/chip.md": digest("Chip", id="one")})
    same = next(f"x{n}" for n in range(1000) if crc32(f"x{n}".encode()) % 60 == crc32(b"one") % 60)
    translated(site, "it/2025/chip.md", "en", "Chips", ids=(same, "other"))
    content = read_content(site)
    assert content.digests["en/2025/chip.md"].meta.id == "other"
    assert [problem for problem in content.problems if problem.code == "FM-SECOND"] == []


SOURCES = [{"name": "Reuters", "url": "https://example.org/a", "date": "2025-09-01"}]


@pytest.mark.parametrize("keys", [{}, {"translation_key": "2025/chips"}, {"date": "2025-09-02 07:30 +02:00"}])
def test_a_translation_is_linked_to_its_original(tmp_path, keys):
    site = write(tmp_path, {"it/2025/chip.md": digest("Chip", category="world", sources=SOURCES, **keys)})
    made = translated(site, "it/2025/chip.md", "en", "Chips")
    assert made == site.content / "en/2025/chip.md"
    content = read_content(site)
    assert errors(content.problems) == ()
    one, other = content.digests["it/2025/chip.md"].meta, content.digests["en/2025/chip.md"].meta
    assert (other.translation_key, other.date, other.dated) == (one.translation_key, one.date, one.dated)
    assert (other.category, other.sources, other.title, other.status) == (
        one.category,
        one.sources,
        "Chips",
        Status.DRAFT,
    )
    assert made.read_text("utf-8").endswith("---\n\n- \n- \n\n📌 \n")


def test_a_thread_has_the_name_that_it_has_in_the_language(tmp_path):
    files = {
        "it/2025/a.md": digest("A", thread="La guerra"),
        "en/2025/a.md": digest("A", thread="The war"),
        "it/2025/b.md": digest("B", "2025-09-02 08:30", thread="La guerra"),
        "it/2025/c.md": digest("C", "2025-09-02 09:30", thread="Altro"),
    }
    site = write(tmp_path, files)
    assert "\nthread: The war\n" in translated(site, "it/2025/b.md", "en").read_text("utf-8")
    assert "thread" not in translated(site, "it/2025/c.md", "en").read_text("utf-8")


def test_a_page_may_be_translated_too(tmp_path):
    site = write(tmp_path, {"it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n"})
    made = translated(site, "it/pages/about.md", "en", "About")
    assert made.read_text("utf-8") == "---\nid: abc123\ntitle: About\nstatus: draft\n---\n\n"
    assert errors(read_content(site).problems) == ()


@pytest.mark.parametrize(
    ("path", "lang", "code"),
    [("it/2025/a.md", "it", "NEW-LANG"), ("it/2025/a.md", "xx", "NEW-LANG"), ("it/2025/a.md", "en", "NEW-EXISTS")],
)
def test_what_is_no_translation_is_refused(tmp_path, path, lang, code):
    site = write(tmp_path, {"it/2025/a.md": digest("A"), "en/2025/a.md": digest("B")})
    [problem] = translated(site, path, lang)
    assert problem.code == code


@pytest.mark.parametrize("file", ["missing.md", "content/it", "/dev/zero", "../out.md", "content/it/2025/bad.md"])
def test_a_file_that_cannot_be_translated_is_refused(tmp_path, file, capsys):
    (tmp_path / "out.md").write_text(digest())
    settings_file = publication(tmp_path / "here", {"it/2025/bad.md": "no front matter"})
    assert start(settings_file, title="T", lang="en", category="", translates=file, now=NOW) == 1
    assert "Traceback" not in capsys.readouterr().err
