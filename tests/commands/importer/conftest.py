"""What tests of importing are given."""

import pytest


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder to work in, with an empty content folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    return tmp_path
