"""The publication that ships with the project, built once for each address."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.built.browsing import serving
from tests.sharing import once
from tests.site_builder import SAMPLE, Built, make

ADDRESSES = ("https://vietmetric.example", "https://vietmetric.example/some/repo")
CUTOFF = "2026-01-01 00:00"


def sample(name: str, address: str) -> Built:
    """Return the publication as it would be published at the address."""
    return Built(once(name, partial(_build, address)) / "output", address)


def _build(address: str, folder: Path) -> None:
    output = str(folder / "output")
    make(SAMPLE / "pelicanconf.py", SITEURL=address, OUTPUT_PATH=output, CUTOFF=CUTOFF, SEARCH=True)


@pytest.fixture(scope="session")
def at_root() -> Built:
    """Give the publication as it is served at the root of a host."""
    return sample("at_root", ADDRESSES[0])


@pytest.fixture(scope="session")
def below_root() -> Built:
    """Give the publication as it is served from a folder of a host."""
    return sample("below_root", ADDRESSES[1])


@pytest.fixture(params=["at_root", "below_root"])
def site(request: pytest.FixtureRequest) -> Built:
    """Give the publication at each of the two addresses."""
    built: Built = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Give the publication served on this machine, at the address for which it is built."""
    output = tmp_path_factory.mktemp("served") / "output"
    with serving(SAMPLE / "pelicanconf.py", output, CUTOFF=CUTOFF, DEFAULT_PAGINATION=5, SEARCH=True) as built:
        yield built
