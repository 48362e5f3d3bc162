"""Servers for tests."""

from collections.abc import Iterator

import pytest

from puntina.commands.serve.events import Hub
from puntina.commands.serve.server import Server, server
from tests.commands.serve.asking import running, write


@pytest.fixture(scope="module", params=["", "/some/repo"])
def plain(request, tmp_path_factory) -> Iterator[Server]:
    """Give a server of finished files, at the root of its host and below it."""
    folder = write(tmp_path_factory.mktemp("served") / "site")
    with running(server(folder, host="127.0.0.1", port=0, root=request.param)) as made:
        yield made


@pytest.fixture
def live(tmp_path) -> Iterator[Server]:
    """Give a server whose pages hear of builds."""
    with running(Server(write(tmp_path / "site"), host="127.0.0.1", port=0, root="/repo", hub=Hub())) as made:
        yield made
