"""The publication that ships with the project, built once for each test process and address."""

from collections.abc import Iterator

import pytest

from tests.built.browsing import serving
from tests.site_builder import SAMPLE, Built, make

ADDRESSES = ("https://vietmetric.example", "https://vietmetric.example/some/repo")
CUTOFF = "2026-01-01 00:00"


def build_sample(factory: pytest.TempPathFactory, address: str) -> Built:
    """Build the publication as it would be published at the address."""
    output = factory.mktemp("sample") / "output"
    return make(SAMPLE / "pelicanconf.py", SITEURL=address, OUTPUT_PATH=str(output), CUTOFF=CUTOFF, SEARCH=True)


@pytest.fixture(scope="session")
def at_root(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the publication as it is served at the root of a host."""
    return build_sample(tmp_path_factory, ADDRESSES[0])


@pytest.fixture(scope="session")
def below_root(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the publication as it is served from a folder of a host."""
    return build_sample(tmp_path_factory, ADDRESSES[1])


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
