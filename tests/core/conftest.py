"""What several tests of the core ask for."""

import sys

import pytest


@pytest.fixture
def forgotten():
    """Forget the plugins that a test has imported, so that no other test of this process finds them."""
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if "pytest-of-" in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]
