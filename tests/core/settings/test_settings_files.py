"""Settings files that are broken, each in its way: one problem with its place, and never a traceback."""

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.core.digest import Faults
from puntina.core.settings import SettingsFile, load_settings
from tests.site_builder import digest, publication

DEEP = "X = " + "(" * 5000 + ")" * 5000
BROKEN = {
    "SITENAME = \n": (1, "invalid syntax"),
    "x = 1\nSITENAME = 'a\n": (2, "unterminated string literal"),
    "if True:\nSITENAME = 1\n": (2, "expected an indented block"),
    "x = 1\nraise ValueError('no\\nway')\n": (2, "ValueError: no way"),
    "import nothing_of_this_name\n": (1, "ModuleNotFoundError: "),
    "x = 1\n\nimport sys\nsys.exit()\n": (4, "SystemExit"),
    "import sys\nsys.exit(0)\n": (2, "SystemExit: 0"),
    "exit('no')\n": (1, "SystemExit: no"),
    "def f():\n    return f()\nf()\n": (2, "RecursionError: "),
    "SITENAME = undefined\n": (1, "NameError: "),
    "1 / 0\n": (1, "ZeroDivisionError: "),
    "SITENAME = 'caf\\xe9'": (1, "(unicode error)"),
    "a\0b": (1, ""),
    DEEP: (1, ""),
    "class E(BaseException): pass\nraise E('x')\n": (2, "E: x"),
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:30].encode("unicode_escape").decode())
def test_a_broken_file_is_one_problem_with_its_line(tmp_path, capsys, text):
    line, what = BROKEN[text]
    file = publication(tmp_path, {"it/2025/a.md": digest()})
    file.write_bytes(text.encode("latin-1") if "\\xe9" in text else text.encode())
    if "\\xe9" in text:
        file.write_bytes(b"SITENAME = 'caf\xe9'\n")
    for command in (check, lambda file: build(file, next_step="")):
        assert command(file) == 1
        said = capsys.readouterr().err
        assert "Traceback" not in said
        first = said.splitlines()[0]
        assert first.startswith(f"pelicanconf.py:{line}:"), first
        assert f": SITE-FILE {what}" in first
        assert len([each for each in said.splitlines() if "SITE-FILE" in each]) == 1


@pytest.mark.parametrize("head", [b"\xef\xbb\xbf", b"# -*- coding: latin-1 -*-\n# caf\xe9\n", b"\r\n"])
def test_places_are_found_in_files_of_any_encoding_that_python_reads(tmp_path, head):
    file = publication(tmp_path, {})
    file.write_bytes(head + b"SITENAME = 'x'\nSITEURL = ''\n")
    line = head.count(b"\n") + 2
    assert load_settings(file)["SITENAME"] == "x"
    assert SettingsFile.at(file).position("SITEURL")[1].line == line


def test_a_folder_in_the_file_s_place_is_no_file(tmp_path):
    (tmp_path / "pelicanconf.py").mkdir()
    with pytest.raises(Faults) as found:
        load_settings(tmp_path / "pelicanconf.py")
    assert [str(problem) for problem in found.value.problems] == [
        "pelicanconf.py:1:1: SITE-FILE no such file — fix the settings file"
    ]
