"""Programs of the system for tests: whether we may install some, and how a command ends."""

import os
import platform
import shutil
import subprocess


def root_prefix() -> list[str] | None:
    """Return what stands before a command to run it as root, None where that would need a password."""
    if is_root():
        return []
    may_sudo = shutil.which("sudo") and exit_code(["sudo", "-n", "true"], seconds=10, quiet=True) == 0
    return ["sudo", "-n"] if may_sudo else None


def is_root() -> bool:
    """Return whether this process may do anything."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_debian() -> bool:
    """Return whether this is Debian, of whose packages we know what they are."""
    try:
        return platform.freedesktop_os_release()["ID"] in ("debian", "raspbian")
    except OSError:
        return False


def exit_code(command: list[str], *, seconds: int, quiet: bool = False) -> int:
    """Run a command and return its exit code; -1 where it cannot start or takes too long."""
    output = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(command, timeout=seconds, stdout=output, stderr=output, check=False).returncode
    except (OSError, subprocess.TimeoutExpired):
        return -1
