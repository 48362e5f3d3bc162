import sys
import venv

import pytest

from tests.wheels import build_packages, run, write_needed


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    """Give the folder of wheel and sdist, with wheels of all that Puntina needs, as they are installed here."""
    folder = tmp_path_factory.mktemp("packages")
    build_packages(folder)
    write_needed(folder)
    return folder


@pytest.fixture(scope="session")
def installed(packages, tmp_path_factory):
    """Give the `puntina` of an environment into which the wheel was installed from the folder alone."""
    folder = tmp_path_factory.mktemp("environment")
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
    return folder / "bin" / "puntina"
