"""Programs that read feeds, for the tests: where they are, and how they come here."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.site_builder import ROOT
from tests.system import exit_code, root_prefix

# Debian's packages, each with a command of it; Ubuntu has the same.
PACKAGES = {"newsboat": "newsboat", "rss2email": "r2e", "sfeed": "sfeed_update"}
MISSING = (
    "feeds are tested with programs that read them: install newsboat, rss2email, sfeed, nodejs and npm "
    f"(Debian: apt-get install {' '.join(PACKAGES)} nodejs npm)"
)
APT_INSTALL = (
    "export DEBIAN_FRONTEND=noninteractive; "
    "apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends "
)
OURS = ROOT / "tests" / "feeds" / "programs"  # which parsers of Node.js, and their hashes
NODE = ROOT / ".cache" / "tests" / "feed-parsers"


def ensure_programs() -> Path | None:
    """Return the folder of Node.js's parsers where every program is there, installed now if need be; else print what to
    install and return None."""
    if (missing := missing_packages()) and (root := root_prefix()) is not None and shutil.which("apt-get"):
        print(f"Installing programs that read feeds, for the tests: {' '.join(missing)}", file=sys.stderr, flush=True)
        exit_code([*root, "sh", "-c", APT_INSTALL + " ".join(missing)], seconds=900)
    if missing_packages() or not (_has_parsers() or _bring_parsers()):
        print(MISSING, file=sys.stderr)
        return None
    return NODE


def missing_packages() -> list[str]:
    """Return the packages whose command is not on PATH."""
    return [package for package, command in PACKAGES.items() if not shutil.which(command)]


def _has_parsers() -> bool:
    """Return whether those parsers are there that this commit names."""
    mine, theirs = OURS / "package-lock.json", NODE / "package-lock.json"
    return bool(shutil.which("node")) and theirs.is_file() and theirs.read_bytes() == mine.read_bytes()


def _bring_parsers() -> bool:
    npm = shutil.which("npm")
    if not (npm and shutil.which("node")):
        return False
    print("Bringing parsers of feeds for the tests, by npm", file=sys.stderr, flush=True)
    room = NODE.with_name(f"{NODE.name}.new")  # until all of them are there
    shutil.rmtree(room, ignore_errors=True)
    shutil.copytree(OURS, room)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command, cwd=room, check=False).returncode:
        return False
    shutil.rmtree(NODE, ignore_errors=True)
    room.rename(NODE)
    return True
