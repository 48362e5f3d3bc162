"""The publication that tests of lists share: thirteen digests, three on a page."""

import pytest

from tests.listings.digests import texts_of
from tests.site_builder import Built, make, publication


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the publication, built."""
    return make(publication(tmp_path_factory.mktemp("lists"), texts_of(13)))
