import socket

import pytest

from puntina.commands.serve.hosts import Hosts, names_of_this_machine, plain, written

LOCAL = "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "header"),
    [
        ("127.0.0.1", "127.0.0.1:8000"),
        ("127.0.0.1", "localhost:8000"),
        ("127.0.0.1", "LOCALHOST.:8000"),
        ("127.0.0.1", "[::1]:8000"),
        ("127.0.0.1", "[0:0:0:0:0:0:0:1]:8000"),
        ("::1", "[::1]:8000"),
        ("preview.example", "preview.example:8000"),
        ("192.0.2.7", "192.0.2.7:8000"),
        ("0.0.0.0", "127.0.0.1:8000"),
    ],
)
def test_the_server_s_own_names_are_taken_with_its_port(host, header):
    assert Hosts(host, 8000).own(header, LOCAL)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "localhost",
        "localhost:8001",
        "localhost:80",
        "localhost:8000x",
        "localhost:",
        "evil.example:8000",
        "localhost.evil.example:8000",
        "127.0.0.1.evil.example:8000",
        "evil.example@localhost:8000",
        "localhost:8000, evil.example",
        "localhost:8000/evil.example",
        "127.0.0.2:8000",
        "[::2]:8000",
        "[localhost]:8000",
        "localhost:" + "8" * 5000,
    ],
)
def test_any_other_name_is_refused(header):
    assert not Hosts("127.0.0.1", 8000).own(header, LOCAL)


@pytest.mark.parametrize("everywhere", ["0.0.0.0", "::"])
@pytest.mark.parametrize(
    ("header", "reached", "taken"),
    [
        ("192.0.2.7:8000", "192.0.2.7", True),
        ("192.0.2.7:8000", "::ffff:192.0.2.7", True),
        ("[2001:db8::7]:8000", "2001:db8::7", True),
        ("192.0.2.8:8000", "192.0.2.7", False),
        ("evil.example:8000", "192.0.2.7", False),
        (f"{socket.gethostname()}:8000", "192.0.2.7", True),
        (f"{socket.gethostname()}.evil.example:8000", "192.0.2.7", False),
    ],
)
def test_bound_to_everywhere_it_has_the_machine_s_own_names_too(everywhere, header, reached, taken):
    assert Hosts(everywhere, 8000).own(header, reached) is taken


def test_the_machine_s_names_are_its_alone():
    assert plain(socket.gethostname()) in names_of_this_machine()
    assert not names_of_this_machine() & {"", ".local"}


def test_port_80_may_be_left_out():
    assert Hosts("127.0.0.1", 80).own("localhost", LOCAL)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "[::1]"),
        ("0.0.0.0", "127.0.0.1"),
        ("::", "[::1]"),
        ("a.example", "a.example"),
    ],
)
def test_a_host_is_written_as_a_browser_can_open_it(host, shown):
    assert written(host) == shown
