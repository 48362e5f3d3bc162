import random
import signal
import subprocess
import sys
import time

import pytest

from plugins.engine import stage
from tests.site_builder import BUILD, ROOT, digest, entries, make, publication, run_apart, tree

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
KEPT = ".git/HEAD"
# Ends the process at a point of the last step, as a kill there would.
AT = """
import os, shutil, sys
from pathlib import Path
import plugins.engine.stage as stage
count = int(sys.argv.pop())
for owner, name in ((Path, "rename"), (shutil, "rmtree")):
    def dying(*args, _call=getattr(owner, name), **kwargs):
        global count
        count -= 1
        if count < 0:
            os._exit(9)
        return _call(*args, **kwargs)
    setattr(owner, name, dying)
"""


def texts_of(word: str, count: int = 12) -> dict[str, str]:
    return {f"it/2025/n{n}.md": digest(f"{word} {n}", f"2025-08-{n + 1:02} 08:00") for n in range(count)}


@pytest.fixture
def sites(tmp_path):
    """Give the settings of a site with the old text built and the new text written, and the two trees."""
    settings = publication(tmp_path / "new", texts_of("Nuovo"))
    new = tree(make(settings).folder)
    settings = publication(tmp_path / "site", texts_of("Vecchio"), OUTPUT_RETENTION=[".git"])
    old = tree(make(settings).folder)
    (settings.parent / "output" / ".git").mkdir()
    (settings.parent / "output" / KEPT).write_bytes(b"ref")
    publication(settings.parent, texts_of("Nuovo"), OUTPUT_RETENTION=[".git"])
    return settings, old | {KEPT: b"ref"}, new | {KEPT: b"ref"}


def assert_whole(settings, old, new) -> None:
    """Fail where the output is neither the old nor the new one, or the next build does not finish the job."""
    output = settings.parent / "output"
    if output.exists():
        found = tree(output)
        waiting = tree(stage._old(output)) if KEPT not in found else {}
        assert found | {KEPT: waiting.get(KEPT) or found.get(KEPT)} in (old, new)
    else:
        assert tree(stage._old(output)) == old
    done = run_apart(settings)
    assert done.returncode == 0, done.stderr
    assert tree(output) == new
    assert entries(settings.parent) == ["content", "output", "pelicanconf.py"]


@pytest.mark.parametrize("steps", range(6))
def test_a_kill_at_any_step_of_the_exchange_leaves_a_whole_site(sites, steps):
    settings, old, new = sites
    command = [sys.executable, "-c", AT + BUILD, str(settings), "{}", str(steps)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.returncode == 9, done.stderr
    assert_whole(settings, old, new)


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_at_any_moment_leaves_a_whole_site(sites, seed):
    settings, old, new = sites
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(settings), "{}"], cwd=ROOT, stdout=subprocess.DEVNULL)
    time.sleep(random.Random(seed).uniform(0.2, 1.6))
    process.kill()
    process.wait(timeout=30)
    assert_whole(settings, old, new)
