import http.client
import threading
from collections.abc import Iterator

import pytest

from plugins.serve.server import server

FILES = {
    "index.html": "home",
    "en/index.html": "english",
    "about.html": "about",
    "feed.xml": "<rss/>",
    "theme/daily.css": "body{}",
    "theme/share.js": "1",
    "theme/favicon.svg": "<svg/>",
    "media/a.webp": "webp",
    "media/a.png": "png",
    "media/dati 100% veri?.csv": "a,b",
    "città/index.html": "città",
    "404.html": "nothing here",
}
TYPES = {
    "/": "text/html; charset=utf-8",
    "/en/": "text/html; charset=utf-8",
    "/about.html": "text/html; charset=utf-8",
    "/feed.xml": "application/xml; charset=utf-8",
    "/theme/daily.css": "text/css; charset=utf-8",
    "/theme/share.js": "text/javascript; charset=utf-8",
    "/theme/favicon.svg": "image/svg+xml; charset=utf-8",
    "/media/a.webp": "image/webp",
    "/media/a.png": "image/png",
}


@pytest.fixture(scope="module", params=["", "/some/repo"])
def ask(request, tmp_path_factory) -> Iterator:
    """Give a function that asks a server, which serves a site at a root, for a path below it."""
    folder = tmp_path_factory.mktemp("served") / "site"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder.parent / "secret.txt").write_text("secret")
    made = server(folder, host="127.0.0.1", port=0, root=request.param)
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()

    def answer(path: str, *, method: str = "GET", root: str = request.param):
        connection = http.client.HTTPConnection("127.0.0.1", made.server_port, timeout=10)
        connection.putrequest(method, root + path, skip_host=True)
        connection.putheader("Host", "127.0.0.1")
        connection.endheaders()
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response.status, response.headers, text

    yield answer
    made.shutdown()
    made.server_close()


@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_each_kind_of_file_has_its_type_and_is_never_cached(ask, path, kind):
    status, headers, _ = ask(path)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, kind, "no-store")


def test_directory_addresses_are_their_index(ask):
    assert ask("/")[2] == "home"
    assert ask("/en/")[2] == "english"
    assert ask("/en/?a=1")[2] == "english"


def test_a_folder_without_its_slash_is_sent_there(ask):
    status, headers, _ = ask("/en")
    assert status == 301
    assert headers["Location"].endswith("/en/")


@pytest.mark.parametrize(
    "path", ["/missing/", "/en/missing", "/media/", "/theme", "/theme/", "/en/index.htm", "/a%00b"]
)
def test_what_is_not_there_is_the_site_s_own_page_with_status_404(ask, path):
    status, headers, text = ask(path)
    if status == 301:
        status, headers, text = ask("", root=headers["Location"])
    assert (status, text, headers["Content-Type"]) == (404, "nothing here", "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/en/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%252e%252e%252fsecret.txt",
        "/..\\secret.txt",
        "//secret.txt",
        "/en/%2e%2e/%2e%2e/secret.txt",
    ],
)
def test_nothing_outside_the_folder_is_served(ask, path):
    status, _, text = ask(path)
    assert status in {301, 404}
    assert "secret" not in text


def test_letters_and_signs_in_addresses_are_decoded_once(ask):
    assert ask("/citt%C3%A0/")[2] == "città"
    assert ask("/media/dati%20100%25%20veri%3F.csv")[2] == "a,b"


def test_a_head_request_has_no_body(ask):
    assert ask("/", method="HEAD")[::2] == (200, "")
    assert ask("/missing/", method="HEAD")[::2] == (404, "")


def test_nothing_can_be_sent(ask):
    assert ask("/", method="POST")[0] == 501


@pytest.mark.parametrize("ask", ["/some/repo"], indirect=True)
@pytest.mark.parametrize("path", ["/", "/en/", "/some/", "/some/repository/", "/some/repo2/en/", "/SOME/REPO/"])
def test_a_site_below_the_root_of_its_host_is_nowhere_else(ask, path):
    assert ask(path, root="")[0] == 404


def test_the_root_itself_is_sent_to_its_slash_or_shown(ask):
    status, headers, _ = ask("")
    assert (status, headers.get("Location", "")) in {(301, "/some/repo/"), (200, "")}
