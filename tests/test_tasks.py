import subprocess
import sys

import pytest

from tests.site_builder import ROOT


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "--jobs", "x"], "--jobs x: not a number\n"),
        (["serve", "--port", "web"], "--port web: not a number\n"),
        (["build", "--lang", "xx"], "--lang xx: unknown; messages are in en, ar, de, it, vi\n"),
        (["check", "--lang", "../it"], "--lang ../it: unknown; messages are in en, ar, de, it, vi\n"),
    ],
)
def test_an_option_that_is_none_is_told_in_a_line(words, said):
    done = subprocess.run(
        [sys.executable, "-P", "-m", "invoke", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
