import contextlib
import os
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from tests.site_builder import ROOT, Built, copy_of_sample, digest, entries, publication, run, run_apart, tree


def pelican(settings, *arguments, **env):
    """Run the plain command as a user of Pelican does, in the publication's folder."""
    command = [sys.executable, "-m", "pelican", "content", "-s", settings.name, *arguments]
    return run(command, cwd=settings.parent, **env)


def test_the_publication_that_ships_is_built_alike_by_the_command_and_by_us(tmp_path):
    settings = copy_of_sample(tmp_path)
    done = run_apart(settings, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    ours = tree(tmp_path / "output")
    done = pelican(settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(tmp_path / "output") == ours
    assert entries(tmp_path) == [
        "content", "output", "pelicanconf.py", "plugins", "publishconf.py", "themes",
    ]  # fmt: skip


def test_the_command_s_own_options_work(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest()})
    site = 'SITEURL="https://other.example/x"'
    done = pelican(settings, "-o", "elsewhere", "-e", site, PYTHONPATH=str(ROOT / "plugins"))
    assert (done.returncode, done.stderr) == (0, "")
    built = Built(tmp_path / "elsewhere", "https://other.example/x")
    (canonical,) = built.html("2025/09/a/").css("link[rel=canonical]")
    assert canonical.attributes["href"] == "https://other.example/x/2025/09/a/"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: A\n", "content/it/2025/a.md:1:1: FM-UNCLOSED"),
        (digest(body="- [x](y.md)\n\n📌 S.\n"), "content/it/2025/a.md:5:7: LINK-FILE"),
    ],
)
def test_bad_content_ends_the_command_with_1_and_leaves_the_output_as_it_was(tmp_path, text, said):
    settings = publication(tmp_path, {"it/2025/a.md": digest()})
    assert pelican(settings, PYTHONPATH=str(ROOT / "plugins")).returncode == 0
    before = tree(tmp_path / "output")
    publication(tmp_path, {"it/2025/a.md": text})
    done = pelican(settings, PYTHONPATH=str(ROOT / "plugins"))
    assert done.returncode == 1
    assert [line.startswith(said) for line in done.stderr.splitlines()[:1]] == [True]
    assert tree(tmp_path / "output") == before


def test_a_missing_holder_ends_the_command_before_anything_is_written(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest()}, COPYRIGHT_HOLDER=None)
    done = pelican(settings, PYTHONPATH=str(ROOT / "plugins"))
    assert done.returncode == 1
    assert entries(tmp_path) == ["content", "pelicanconf.py"]


@pytest.mark.parametrize("options", [["-r"], ["-r", "-l"]])
def test_autoreload_names_the_command_to_use(tmp_path, options):
    settings = publication(tmp_path, {"it/2025/a.md": digest()})
    done = pelican(settings, *options, PYTHONPATH=str(ROOT / "plugins"))
    assert (done.returncode, done.stderr.strip()) == (
        1,
        "pelican: PELICAN pelican --autoreload can't be used with Puntina — run puntina serve, which builds after each change and reloads the browser",
    )
    assert entries(tmp_path) == ["content", "pelicanconf.py"]


def test_listen_serves_what_was_built_and_leaves_it_alone(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest()})
    assert pelican(settings, PYTHONPATH=str(ROOT / "plugins")).returncode == 0
    before = tree(tmp_path / "output")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pelican", "content", "-s", settings.name, "--listen", "-p", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) as served:
        try:
            assert answer(f"http://127.0.0.1:{port}/2025/09/a/") == before["2025/09/a/index.html"]
        finally:
            served.terminate()
    assert tree(tmp_path / "output") == before
    assert entries(tmp_path) == ["content", "output", "pelicanconf.py"]


def answer(url: str) -> bytes:
    """Return what is served at the address, once anything is; fails after a minute."""
    for _ in range(600):
        with contextlib.suppress(OSError), urlopen(url) as response:  # noqa: S310 - an address of this machine
            return response.read()
        time.sleep(0.1)
    raise AssertionError(url)
