"""The check command: what it prints, and its exit code."""

import re

import pytest

from puntina.commands.check.command import check, load_site
from puntina.core.checks.reading import read_content
from puntina.core.digest.identity import derived_id
from tests.core.checks.contents import text, write

GOOD = text(id="x")


@pytest.mark.parametrize(
    ("files", "code", "out", "err"),
    [
        ({}, 0, "0 files read, no errors\n", []),
        ({"it/2025/a.md": GOOD}, 0, "1 file read, no errors\n", []),
        (
            {"it/2025/a.md": text("- a <br>\n\n📌 b\n", id="x"), "it/2025/b.md": text(id="y")},
            0,
            "2 files read, no errors\n",
            [
                "content/it/2025/a.md:6:5: BODY-HTML warning: raw HTML <br> — use Markdown; this would appear on the page as typed",
                "    - a <br>",
                "        ^",
                "1 warning",
            ],
        ),
        (
            {"it/2025/a.md": "x", "it/2025/b.md": GOOD},
            1,
            "2 files read; fix the errors above\n",
            [
                "content/it/2025/a.md:1:1: FM-MISSING no front matter — begin the file with ---, title: …, date: …, --- (each on its own line)",
                "    x",
                "    ^",
                "1 error",
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_printed_of_content(tmp_path, capsys, files, code, out, err):
    write(tmp_path, files)
    assert check(tmp_path / "pelicanconf.py") == code
    printed = capsys.readouterr()
    assert (printed.out, printed.err.splitlines()) == (out, err)


def test_digests_without_an_id_are_named_in_one_line(tmp_path, capsys):
    write(tmp_path, {f"it/2025/{name}.md": text() for name in "abcefgh"})
    assert check(tmp_path / "pelicanconf.py") == 0
    names = ", ".join(f"content/it/2025/{name}.md (id: {derived_id('it', 2025, name)})" for name in "abcef")
    assert capsys.readouterr().err == (
        f"no id, so one is derived from language, year and file name: {names} and 2 more — add that line to each file "
        "before you rename it or change its year\n"
    )


def test_the_line_that_is_given_for_a_digest_without_an_id_keeps_what_it_is_known_by(tmp_path, capsys):
    write(tmp_path, {"it/2025/chip.md": text()})
    settings = tmp_path / "pelicanconf.py"
    before = read_content(load_site(settings)).digests["it/2025/chip.md"].meta.id
    assert check(settings) == 0
    [line] = re.findall(r"\((id: .+?)\)", capsys.readouterr().err)
    write(tmp_path, {"it/2025/renamed.md": text().replace("---\n", f"---\n{line}\n", 1)})
    assert read_content(load_site(settings)).digests["it/2025/renamed.md"].meta.id == before


def test_wrong_settings_are_printed_before_any_content_is_read(tmp_path, capsys):
    write(tmp_path, {"it/2025/a.md": "x"})
    conf = tmp_path / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace("SITENAME = 'Notizie'", "SITENAME = ''"), "utf-8")
    assert check(conf) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err.splitlines()) == (
        "",
        [
            'pelicanconf.py:1:1: SITE-SETTING SITENAME is empty — write "Humus"',
            "    SITENAME = ''",
            "    ^",
            "1 error",
        ],
    )


def test_a_settings_file_that_is_missing_is_an_error(tmp_path, capsys):
    assert check(tmp_path / "none.py") == 1
    assert capsys.readouterr().err == "none.py:1:1: SITE-FILE no such file — fix the settings file\n1 error\n"
