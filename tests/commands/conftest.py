import sys
import venv
from functools import partial

import pytest

from tests.sharing import once
from tests.wheels import build_packages, run, write_needed


@pytest.fixture(scope="session")
def packages():
    """Give the folder of wheel and sdist, with wheels of all that Puntina needs, as they are installed here."""
    return once("packages", _make_packages)


def _make_packages(folder):
    build_packages(folder)
    write_needed(folder)


@pytest.fixture(scope="session")
def installed(packages):
    """Give the `puntina` of an environment into which the wheel was installed from the folder alone."""
    return once("environment", partial(_install, packages)) / "bin" / "puntina"


def _install(packages, folder):
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--find-links",
        packages,
        "puntina",
    ]
    assert run(*command, cwd=folder) == (0, "", "")
