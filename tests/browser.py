"""Chromium for the tests: where it is, how to get it where it is missing, and how to start it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright

from tests.system import exit_code, is_debian, is_root, root_prefix

MISSING = (
    "no Chromium found: install it (Debian: apt-get install chromium-headless-shell; macOS: brew install --cask chromium; "
    "elsewhere: python -m playwright install chromium) or set CHROMIUM to its path"
)
VARIABLES = ("CHROMIUM", "CHROME_PATH")
SHELL = "chromium-headless-shell"  # Chromium without a window: it opens a page in a third of the processor's time
COMMANDS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PROGRAMS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
TELL_PATH = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
APT_INSTALL = (
    "export DEBIAN_FRONTEND=noninteractive; "
    "apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends {package}"
)
ARGUMENTS = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> Path | None:
    """Return a Chromium, Chrome or Edge that starts, or None.

    Raises FileNotFoundError where CHROMIUM or CHROME_PATH names something that is not a program.
    """
    for variable in VARIABLES:
        if value := os.environ.get(variable):
            return _program(variable, value)
    return next((path for path in _candidates() if _starts(path)), None)


def ensure_chromium() -> Path | None:
    """Return a Chromium, installed now if need be; where that fails, print what to install and return None.

    As root, or with a sudo that asks for no password, it is the system's package; else Playwright's browser. There the
    faster SHELL is also installed beside another Chromium, unless a variable names that one.
    """
    found = find_chromium()
    if found and (found.name == SHELL or any(map(os.environ.get, VARIABLES))):
        return found
    for command in _installations(faster=found is not None):
        print(f"Installing Chromium for the tests: {' '.join(command)}", file=sys.stderr, flush=True)
        if exit_code(command, seconds=900) == 0 and (path := find_chromium()):
            return path
    if not found:
        print(MISSING, file=sys.stderr)
    return found


def launch(playwright: Playwright, path: Path) -> Browser:
    """Return a running headless browser, in Chromium's sandbox where that can be had (never as root)."""
    sandboxed = not is_root()
    try:
        return playwright.chromium.launch(executable_path=path, args=ARGUMENTS, chromium_sandbox=sandboxed)
    except Error:
        if not sandboxed:
            raise
        # Containers and some Linux systems forbid user namespaces; the tests open nothing but our own pages.
        return playwright.chromium.launch(executable_path=path, args=ARGUMENTS, chromium_sandbox=False)


def _program(variable: str, value: str) -> Path:
    if found := shutil.which(value):
        return Path(found)
    raise FileNotFoundError(f"{variable} is {value!r}, which is not a program; correct or unset it")


def _candidates() -> Iterator[Path]:
    """Yield programs that may be the browser: on PATH, in the system's usual places, Playwright's own."""
    yield from (Path(found) for name in COMMANDS if (found := shutil.which(name)))
    if sys.platform == "darwin":
        yield from (Path(f"/Applications/{app}.app/Contents/MacOS/{app}") for app in MAC_APPS)
    if sys.platform == "win32":
        folders = [Path(os.environ[name]) for name in WINDOWS_FOLDERS if name in os.environ]
        yield from (folder / program for program in WINDOWS_PROGRAMS for folder in folders)
    yield _playwright_chromium()


def _playwright_chromium() -> Path:
    """Return where Playwright puts its own browser, there or not."""
    # In a process of its own: a test that already drives a browser cannot start Playwright again.
    told = subprocess.check_output([sys.executable, "-c", TELL_PATH], encoding="utf-8")
    return Path(told.strip())


def _starts(path: Path) -> bool:
    """Return whether the program is there and, on Linux, has the libraries it needs."""
    if not path.is_file() or _is_snap(path):
        return False
    # Elsewhere asking for the version may open a window.
    return sys.platform != "linux" or exit_code([str(path), "--version"], seconds=60, quiet=True) == 0


def _is_snap(path: Path) -> bool:
    """Return whether this is a snap, or the script that leads to one: a snap sees no temporary profile."""
    if path.resolve().name == "snap":
        return True
    with path.open("rb") as program:
        return b"/snap/bin/" in program.read(4096)


def _installations(*, faster: bool) -> Iterator[list[str]]:
    """Yield the commands that could install a browser here, the best first, or only a `faster` one."""
    root = root_prefix()
    if root is not None and is_debian():  # Ubuntu's chromium leads to a snap
        for package in (SHELL,) if faster else (SHELL, "chromium"):
            yield [*root, "sh", "-c", APT_INSTALL.format(package=package)]
    if faster:
        return
    libraries = ["--with-deps"] if root is not None and shutil.which("apt-get") else []
    yield [sys.executable, "-m", "playwright", "install", *libraries, "chromium"]


if __name__ == "__main__":
    sys.exit(ensure_chromium() is None)
