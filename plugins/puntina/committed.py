"""Which files of a checkout are not committed: a wheel of them would have the version of another one."""

import subprocess
from pathlib import Path

PACKED = (
    "plugins/puntina",
    "themes/daily",
    "docs",
    ".github/workflows/publish.yml",
    "bootstrap.py",
    "pyproject.toml",
    "requirements.txt",
    "requirements-build.txt",
)
ALLOWED = "PUNTINA_BUILD_UNCOMMITTED"  # set it in the environment to build such a wheel, to try it


def uncommitted(checkout: Path) -> tuple[str, ...]:
    """The packed files that are changed, new or deleted, sorted; none where the folder is not the top of a checkout."""
    top = _git(checkout, "rev-parse", "--show-toplevel")
    if not top or Path(top.strip()).resolve() != checkout.resolve():  # an sdist that was unpacked below another project
        return ()
    status = _git(checkout, "status", "--porcelain", "-z", "--no-renames", "--", *PACKED)
    return tuple(sorted(entry[3:] for entry in status.split("\0") if entry))


def _git(checkout: Path, *words: str) -> str:
    try:
        command = ["git", "-C", str(checkout), *words]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:  # no git
        return ""
    return done.stdout if done.returncode == 0 else ""
