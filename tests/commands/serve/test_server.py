import http.client
import socket
import threading

import pytest

from puntina.commands.serve import handler
from puntina.commands.serve.places import NOTHING, find
from puntina.commands.serve.server import server
from tests.commands.serve.asking import LONG, TYPES, ask, running, write

METHODS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"]


@pytest.mark.parametrize(("ending", "kind"), TYPES.items())
def test_each_kind_of_file_has_its_type_and_is_never_cached(plain, ending, kind):
    status, headers, text = ask(plain, f"{plain.root}/kind{ending}")
    assert (status, text, headers["Content-Length"]) == (200, "kind", "4")
    assert (headers["Content-Type"], headers["Cache-Control"]) == (kind, "no-store")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", "home"),
        ("/en/", "english"),
        ("/en/?v=1", "english"),
        ("/about", "about"),
        ("/about.html?v=1&w=2", "about"),
        ("/citt%C3%A0/", "città"),
    ],
)
def test_addresses_are_files_whatever_the_query(plain, path, text):
    assert ask(plain, plain.root + path)[::2] == (200, text)


def test_a_folder_without_its_slash_is_sent_there_with_its_query(plain):
    status, headers, _ = ask(plain, f"{plain.root}/en?a=1")
    assert (status, headers["Location"]) == (301, f"{plain.root}/en/?a=1")


def test_what_is_not_there_is_the_site_s_own_page_with_status_404(plain):
    status, headers, text = ask(plain, f"{plain.root}/missing/")
    assert (status, text, headers["Content-Type"]) == (404, "nothing here", "text/html; charset=utf-8")


def test_a_site_without_a_page_of_its_own_for_that_has_a_plain_one(tmp_path):
    with running(server(tmp_path, host="127.0.0.1", port=0, root="")) as made:
        status, headers, text = ask(made, "/<script>")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "<h1>404 Not Found</h1>" in text
    assert "<script" not in text


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/en/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%252e%252e%252fsecret.txt",
        "/..\\secret.txt", "/..%5csecret.txt", "//secret.txt", "/en/%2e%2e/%2e%2e/secret.txt", "/.puntina", "/a%00b",
        "/.puntina/live.js", "/.puntina/events", "/%2epuntina",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_and_nothing_of_the_engine_is_served(plain, path):
    assert ask(plain, plain.root + path)[::2] == (404, "nothing here")


def test_a_head_request_has_the_same_head_and_no_body(plain):
    for path in ("/", "/feed.xml", "/missing/"):
        status, headers, _ = ask(plain, plain.root + path)
        head = ask(plain, plain.root + path, method="HEAD")
        assert (head[0], head[1]["Content-Length"], head[2]) == (status, headers["Content-Length"], "")


@pytest.mark.parametrize("method", METHODS)
def test_nothing_can_be_sent(plain, method):
    status, headers, _ = ask(plain, f"{plain.root}/", method=method)
    assert (status, headers["Allow"]) == (501 if method == "BREW" else 405, "GET, HEAD")


@pytest.mark.parametrize("plain", ["/some/repo"], indirect=True)
@pytest.mark.parametrize("path", ["/", "/en/", "/some/", "/some/repository/", "/some/repo2/en/", "/SOME/REPO/"])
def test_a_site_below_the_root_of_its_host_is_nowhere_else(plain, path):
    assert ask(plain, path)[0] == 404


@pytest.mark.parametrize("plain", ["/some/repo"], indirect=True)
def test_its_root_without_the_slash_is_sent_there(plain):
    status, headers, _ = ask(plain, "/some/repo")
    assert (status, headers["Location"]) == (301, "/some/repo/")


@pytest.mark.parametrize("path", ["/", "/missing/", "/.puntina/live.js", "/.puntina/events"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "BREW"])
def test_a_request_by_another_name_is_refused_with_the_right_one(live, path, method):
    for hosts in ((), ("evil.example",), (f"evil.example:{live.server_port}",), ("localhost:1",), ("localhost",) * 2):
        status, headers, text = ask(live, f"/repo{path}", method=method, hosts=hosts)
        assert (status, headers["Content-Type"]) == (403, "text/plain; charset=utf-8")
        if method == "GET":
            assert text == f"This preview is http://127.0.0.1:{live.server_port}/repo/ and answers to no other name.\n"


def test_every_page_has_the_script_behind_its_last_byte_and_its_file_stays_as_it_is(live):
    script = '<script src="/repo/.puntina/live.js?since={}{}" type="module"></script>\n'.format
    assert ask(live, "/repo/")[2] == "home" + script(live.hub.stamp, "")
    live.hub.tell([], ())
    status, headers, text = ask(live, "/repo/missing/")
    assert (status, text) == (404, "nothing here" + script(live.hub.stamp, "&amp;missing"))
    assert headers["Content-Length"] == str(len(text))
    assert (live.folder / "index.html").read_text() == "home"
    assert ask(live, "/repo/feed.xml")[2] == "<rss/>"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("live.js", "text/javascript; charset=utf-8"),
        ("overlay.js", "text/javascript; charset=utf-8"),
        ("overlay.css", "text/css; charset=utf-8"),
    ],
)
def test_the_server_has_what_its_script_needs(live, name, kind):
    status, headers, text = ask(live, f"/repo/.puntina/{name}")
    assert (status, headers["Content-Type"], text) == (200, kind, (handler.STATIC / name).read_text("utf-8"))


@pytest.mark.parametrize(
    "name", ["", "nothing.js", "../handler.py", "%2e%2e/handler.py", ".", "static/live.js", "a" * 400, "a%00", "%ff"]
)
def test_and_nothing_else(live, name):
    assert ask(live, f"/repo/.puntina/{name}")[0] == 404


def test_while_a_build_puts_its_folder_in_place_requests_wait_for_it(live):
    aside = live.folder.with_name("aside")
    live.folder.rename(aside)
    threading.Timer(0.1, aside.rename, [live.folder]).start()
    assert ask(live, "/repo/en/")[0] == 200


def test_a_folder_put_in_place_after_the_look_and_before_the_answer_is_looked_into(live, monkeypatch):
    aside = live.folder.with_name("aside")
    live.folder.rename(aside)
    looked = []

    def find_late(folder, *arguments, **options):
        found = find(folder, *arguments, **options)
        looked.append(found)
        if aside.exists():
            aside.rename(live.folder)
        return found

    monkeypatch.setattr(handler, "find", find_late)
    assert ask(live, "/repo/en/")[0] == 200
    assert [found != NOTHING for found in looked] == [False, True]


@pytest.mark.skipif(not socket.has_ipv6, reason="this system has no IPv6")
@pytest.mark.parametrize(("host", "at"), [("::1", "::1"), ("::", "127.0.0.1"), ("0.0.0.0", "127.0.0.1")])
def test_it_is_reached_at_the_host_that_was_asked_for(tmp_path, host, at):
    try:
        made = server(write(tmp_path / "site"), host=host, port=0, root="")
    except OSError:
        pytest.skip("no such address here")
    with running(made):
        connection = http.client.HTTPConnection(at, made.server_port, timeout=LONG)
        connection.request("GET", "/about")
        assert connection.getresponse().read() == b"about"
        connection.close()


def test_two_servers_never_have_one_port(tmp_path):
    with running(server(tmp_path, host="127.0.0.1", port=0, root="")) as made, pytest.raises(OSError, match="in use"):
        server(tmp_path, host="127.0.0.1", port=made.server_port, root="")


def test_a_request_that_breaks_off_or_makes_no_sense_ends_nothing(live, capfd):
    for sent in (b"", b"GET", b"GET / HTTP/1.1\r\nHost", b"\0\r\n\r\n", b"GET /\r\n\r\n", b"x" * 70000 + b"\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", live.server_port), timeout=LONG) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(1 << 16):
                pass
    assert ask(live, "/repo/")[0] == 200
    assert capfd.readouterr() == ("", "")


def test_a_link_out_of_the_folder_is_nothing(live):
    (live.folder / "out.txt").symlink_to(live.folder.parent / "secret.txt")
    assert ask(live, "/repo/out.txt")[0] == 404
