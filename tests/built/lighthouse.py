"""Lighthouse's scores of the sample's pages, on the phone that it simulates; and the docs' table of them."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser import ensure_chromium
from tests.built.browsing import address, serving
from tests.site_builder import ROOT, Built

# Published by its makers; Apache 2.0. The last that runs on Node 20.
VERSION = "12.8.2"
FOLDER = ROOT / ".cache" / "tests" / f"lighthouse-{VERSION}"
PROGRAM = FOLDER / "node_modules" / ".bin" / "lighthouse"
MISSING = "Lighthouse needs Node 20 or newer with npm: install it (Debian: apt-get install nodejs npm; macOS: brew install node)"
CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}
PAGES = {
    "Home": ("home", ""),
    "Digest": ("article", ""),
    "Edition": ("edition", ""),
    "Search": ("search", ""),
    "A search": ("search", "?q=china"),
}
LANG = "en"
Report = dict[str, Any]
CHROME = "--headless --no-sandbox"
CUTOFF = "2026-01-01 00:00"


def main() -> int:
    """Print the table, and below it what cost points; return 0, or 1 where Lighthouse or Chromium can't be had."""
    chromium = ensure_chromium()
    if not chromium or not _ensure_lighthouse():
        return 1
    with (
        tempfile.TemporaryDirectory() as room,
        serving(ROOT / "pelicanconf.py", Path(room) / "output", root="", CUTOFF=CUTOFF, SEARCH=True) as site,
    ):
        reports = {name: _report(site, kind, query, chromium) for name, (kind, query) in PAGES.items()}
    print("\n".join(_table(reports)))
    print("\n".join(f"{name}: {line}" for name, report in reports.items() for line in _losses(report)))
    return 0


def _ensure_lighthouse() -> bool:
    npm = shutil.which("npm")
    if not npm:
        print(MISSING, file=sys.stderr)
        return False
    if not PROGRAM.exists():
        print(f"Bringing Lighthouse {VERSION}", file=sys.stderr, flush=True)
        command = [
            npm,
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(FOLDER),
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(command, check=False)
    return PROGRAM.exists()


def _report(site: Built, kind: str, query: str, chromium: Path) -> Report:
    command = [str(PROGRAM), address(site, kind, LANG) + query, "--quiet", "--output=json", f"--chrome-flags={CHROME}"]
    said = subprocess.run(command, env=os.environ | {"CHROME_PATH": str(chromium)}, capture_output=True, check=True)
    report: Report = json.loads(said.stdout)
    return report


def _table(reports: dict[str, Report]) -> Iterator[str]:
    yield f"| Page | {' | '.join(CATEGORIES.values())} |"
    yield "|---|" + "--:|" * len(CATEGORIES)
    for name, report in reports.items():
        scores = (round(report["categories"][category]["score"] * 100) for category in CATEGORIES)
        yield f"| {name} | {' | '.join(map(str, scores))} |"


def _losses(report: Report) -> Iterator[str]:
    """Yield each thing looked at that counts and is not as it should be."""
    counting = {
        each["id"] for category in CATEGORIES for each in report["categories"][category]["auditRefs"] if each["weight"]
    }
    for audit in report["audits"].values():
        if audit["id"] in counting and audit["score"] is not None and audit["score"] < 1:
            yield f"{audit['title']} {audit.get('displayValue', '')}".strip()
