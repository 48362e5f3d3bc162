"""Lines on the terminal: nothing that content holds acts there, nor in the log of a workflow."""

import re

import pytest

from puntina.core.digest import Problem
from puntina.core.digest.message import message
from puntina.core.reporting.report import Line, problem_line
from puntina.core.reporting.terminal import safe, say, show

# What the runner of GitHub Actions takes for a command: "::" after spaces, or "##[" anywhere in a line.
COMMAND = re.compile(r"^\s*::|##\[")


@pytest.mark.parametrize(
    "line",
    [
        "::error file=a.md::forged",
        "    ::add-mask::e",
        "\t::stop-commands::x",
        "    ##[error]forged",
        "a.md:1:1: X ##[group]forged",
        ":::set-env name=X::y",
    ],
)
def test_no_line_is_a_command_to_github(monkeypatch, line):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert COMMAND.search(line)
    assert not COMMAND.search(safe(line))
    assert len(safe(line)) == len(line)


def test_elsewhere_a_line_is_shown_as_it_is(monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert safe("    ::: note ##[x] – Đà Nẵng") == "    ::: note ##[x] – Đà Nẵng"


def test_controls_do_not_reach_the_terminal(capsys):
    show(["    \x1b]0;title\x07 \x9b31m \u202egnp"])
    say("\x1b[2Jtitle")
    printed = capsys.readouterr()
    assert printed.err == "    �]0;title� �31m �gnp\n"
    assert printed.out == "�[2Jtitle\n"


def test_a_problem_is_one_line_whatever_is_in_it():
    problem = Problem(
        "a\nb.md", 2, 3, "X-ONE", message("{x}", x="\x1b[31mtext\n::error::"), message("{x}", x="hint\r\n\u202e")
    )
    assert problem_line(problem) == r"a\nb.md:2:3: X-ONE \x1b[31mtext\n::error:: — hint\r\n\u202e"
    assert problem_line(problem) == str(problem)


def test_a_line_knows_which_part_has_which_style():
    line = Line.of(("path", "bold"), (": ", ""), ("CODE", "red"))
    assert (line, line.spans) == ("path: CODE", (("bold", 0, 4), ("red", 6, 10)))
