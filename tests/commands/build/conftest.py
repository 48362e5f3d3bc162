"""What tests of builds are given."""

import pytest

from tests.commands.build.residents import A, B, Site
from tests.site_builder import digest


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path, {A: digest("Primo"), B: digest("Secondo", "2025-09-03 08:00")})
