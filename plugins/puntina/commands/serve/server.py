"""The HTTP server: one folder, the allowed host names, and a thread for each request."""

import socket
import sys
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from puntina.commands.serve.events import Hub
from puntina.commands.serve.handler import Handler
from puntina.commands.serve.hosts import Hosts, written
from puntina.commands.serve.moved import Moved

LAST_PORT = 65_535


class Server(ThreadingHTTPServer):
    """A server of one folder, not yet started; OSError or OverflowError if host and port can't be used.

    `root` is the path of the site's address, "" or "/some/repo"; it may change. Without a `hub` pages are served as
    they are and hear of nothing.
    """

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers have one port

    def __init__(self, folder: Path, *, host: str, port: int, root: str = "", hub: Hub | None = None) -> None:
        self.folder = folder
        self.root = root
        self.hub = hub
        self.moved = Moved()
        if port > LAST_PORT:
            raise OverflowError  # the look-up would take what is left of it by 65536
        family, *_, place = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        self.address_family = family
        super().__init__(place[:2], Handler)  # type: ignore[arg-type]  # the typed form knows no IPv6
        self.hosts = Hosts(host, self.server_port)
        self.origin = f"http://{written(host)}:{self.server_port}"

    @property
    def address(self) -> str:
        """The URL of the site on this machine."""
        return f"{self.origin}{self.root}/"

    def server_bind(self) -> None:
        """Binds without asking the network for the machine's name; "::" takes IPv4 too, where the system can."""
        if self.address_family == socket.AF_INET6 and hasattr(socket, "IPV6_V6ONLY"):
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(self.allow_reuse_address))
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignores browsers that have disconnected."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def server(folder: Path, *, host: str, port: int, root: str) -> Server:
    """A server of finished files, not yet started; OSError where the port is taken."""
    return Server(folder, host=host, port=port, root=root)
