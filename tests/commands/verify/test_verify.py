"""`puntina verify`: what would fail readers of a built site is reported where it is, once."""

import json
import re

import pytest

from puntina.commands.verify.command import verify
from puntina.commands.verify.feeds import feed_problems
from puntina.commands.verify.output import Output
from puntina.commands.verify.pages import link_problems, read_pages
from tests.site_builder import digest, publication

URL = "https://news.example/repo"
LINK_HINT = "fix the link, or the template or plugin that makes it"
FEED_HINT = "fix the plugin or the template that makes it"
HEAD = '<?xml version="1.0" encoding="utf-8"?>'


def output(folder, **files):
    """Write a site with these files; `__` stands for a slash and `_` before the ending for its dot."""
    made = folder / "output"
    for name, text in files.items():
        path, _, ending = name.replace("__", "/").rpartition("_")
        target = made / f"{path}.{ending}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    paths = frozenset(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    return Output(made, URL, paths)


def links(site):
    return [str(problem) for problem in link_problems(site, tuple(read_pages(site)))]


def feeds(site):
    return [str(problem) for found in feed_problems(site).values() for problem in found]


@pytest.mark.parametrize(
    "link",
    [
        "a/", "/repo/a/", "https://news.example/repo/a/", "https://news.example:443/repo/a/", "//news.example/repo/a/", "./a/../a/", "a", "/repo/a/#here", "#own", "#", "#top", "?q=1",
        "/repo/citt%C3%A0.txt", "/repo/", "/repo", "/elsewhere/", "https://other.example/x/", "mailto:a@b.example", "data:,x", "http://[", "a/#:~:text=x",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_or_out_of_the_site_is_fine(tmp_path, link):
    page = f'<!doctype html><p id="own"><a href="{link}">x</a>'
    site = output(tmp_path, index_html=page, a__index_html='<h2 id="here">A</h2>', città_txt="x")
    assert links(site) == []


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<a href="/repo/b/">x</a>', "/repo/b/"), ('<img src="b.jpg">', "b.jpg"), ('<img srcset="/repo/a.txt 1x, /repo/b.jpg 2x">', "/repo/b.jpg"),
        ('<link rel="stylesheet" href="/repo/b.css">', "/repo/b.css"), ('<script src="b.js"></script>', "b.js"), ('<form action="/repo/b/"></form>', "/repo/b/"),
        ('<meta http-equiv="refresh" content="0; url=https://news.example/repo/b/">', "https://news.example/repo/b/"),
        ('<meta property="og:image" content="https://news.example/repo/b.jpg">', "https://news.example/repo/b.jpg"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_reported_at_its_line(tmp_path, markup, url):
    site = output(tmp_path, index_html=f"<!doctype html>\n<title>x</title>\n{markup}\n", a_txt="x")
    said = f"1 page links to {url}, which does not exist"
    assert links(site) == [f"output/index.html:3:1: VERIFY-LINK {said} — {LINK_HINT}"]


def test_a_place_in_a_page_that_is_not_there_is_reported(tmp_path):
    site = output(tmp_path, index_html='<p><a href="a/#there">x</a> <a href="#lost">y</a>', a__index_html="<p>A")
    assert links(site) == [
        f'output/index.html:1:1: VERIFY-LINK 1 page links to the id "there", which a/ does not have — {LINK_HINT}',
        f'output/index.html:1:1: VERIFY-LINK 1 page links to the id "lost", which {URL}/ does not have — {LINK_HINT}',
    ]


def test_what_every_page_links_to_is_reported_once(tmp_path):
    menu = '<a href="/repo/gone/">x</a>'
    pages = {f"p{number}__index_html": menu for number in range(30)}
    said = "30 pages link to /repo/gone/, which does not exist"
    assert links(output(tmp_path, **pages)) == [f"output/p0/index.html:1:1: VERIFY-LINK {said} — {LINK_HINT}"]


RSS = (
    HEAD
    + '<rss version="2.0"><channel><title>T</title><link>{url}/</link><description>D</description>\n{items}</channel></rss>'
)
ITEM = "<item><title>A</title><link>{link}</link><guid>{guid}</guid><pubDate>{date}</pubDate></item>\n"
ATOM = (
    HEAD
    + '<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>T</title><updated>2025-09-02T07:30:00+07:00</updated>\n{}</feed>'
)
ENTRY = '<entry><id>{id}</id><title>A</title><updated>{date}</updated><link href="{link}"/></entry>\n'
DATE, MOMENT = "Tue, 02 Sep 2025 07:30:00 +0700", "2025-09-02T07:30:00Z"
MAP = (
    HEAD
    + '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<url><loc>{}</loc></url>\n<url><loc>{}</loc></url></urlset>'
)


def rss(*items):
    return RSS.format(
        url=URL, items="".join(ITEM.format(**{"link": f"{URL}/a/", "date": DATE} | item) for item in items)
    )


def atom(*entries):
    return ATOM.format("".join(ENTRY.format(**{"link": f"{URL}/a/", "date": MOMENT} | entry) for entry in entries))


def json_feed(*items):
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items})


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("feed_xml", rss({"guid": "1"}, {"guid": "2"}), None),
        ("feed_xml", rss({"guid": "1"}, {"guid": "1"}), "3:1: VERIFY-FEED duplicate value 1"),
        ("feed_xml", rss({"guid": ""}), "2:1: VERIFY-FEED guid is missing or empty"),
        ("feed_xml", rss({"guid": "1", "date": "yesterday"}), '2:1: VERIFY-FEED "yesterday" is not a valid date'),
        ("feed_xml", rss({"guid": "1", "link": f"{URL}/b/"}), f"2:1: VERIFY-FEED {URL}/b/ does not exist"),
        ("feed_xml", "<rss><a></rss>", "1:1: VERIFY-FEED not valid XML: Opening and ending tag mismatch: a line 1 and rss, line 1, column 15"),
        ("atom_xml", atom({"id": "1"}, {"id": "2"}), None),
        ("atom_xml", atom({"id": "1"}, {"id": "1"}), "3:1: VERIFY-FEED duplicate value 1"),
        ("atom_xml", atom({"id": "1", "date": "2 September"}), '2:1: VERIFY-FEED "2 September" is not a valid date'),
        ("atom_xml", atom({"id": "1", "link": f"{URL}/b/"}), f"2:1: VERIFY-FEED {URL}/b/ does not exist"),
        ("feed_json", json_feed({"id": "1", "url": f"{URL}/a/"}), None),
        ("feed_json", json_feed({"id": "1"}, {"id": "1"}), " VERIFY-FEED duplicate value 1"),
        ("feed_json", json_feed({"url": f"{URL}/a/"}), " VERIFY-FEED id is missing or empty"),
        ("sitemap_xml", MAP.format(f"{URL}/", f"{URL}/a/"), None),
        ("sitemap_xml", MAP.format(f"{URL}/a/", f"{URL}/a/"), f"3:1: VERIFY-FEED duplicate value {URL}/a/"),
        ("sitemap_xml", MAP.format(f"{URL}/", f"{URL}/b/"), f"3:1: VERIFY-FEED {URL}/b/ does not exist"),
        ("all_opml", f'<opml><body><outline xmlUrl="{URL}/b.xml" htmlUrl="{URL}/"/></body></opml>', f"1:1: VERIFY-FEED {URL}/b.xml does not exist"),
        ("other_xml", "<other/>", None),
        ("other_json", "{", None),
    ],
)  # fmt: skip
def test_each_rule_of_a_feed_is_checked(tmp_path, name, text, said):
    site = output(tmp_path, index_html="<p>x", a__index_html="<p>x", **{name: text})
    path = name.replace("_", ".")
    assert feeds(site) == ([f"output/{path}:{said} — {FEED_HINT}"] if said else [])


def test_a_site_that_is_well_passes(tmp_path, capsys):
    settings = publication(tmp_path, {"it/2025/a.md": digest("A")})
    assert verify(settings, lang="en") == 0
    said, problems = capsys.readouterr()
    pattern = r"verified in \d+\.\d s: \d+ pages, \d+ links, \d+ feeds and sitemaps"
    assert re.fullmatch(pattern, said.splitlines()[-1])
    assert "VERIFY" not in problems


def test_what_a_template_of_the_publication_links_to_is_followed(tmp_path, capsys):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "page.html").write_text('<!doctype html>\n<p>\n<a href="/nowhere/">x</a>\n', "utf-8")
    files = {"it/2025/a.md": digest("A"), "it/pages/info.md": '---\ntitle: "Info"\n---\nTesto.\n'}
    settings = publication(tmp_path, files, THEME_TEMPLATES_OVERRIDES=["own"])
    assert verify(settings, lang="en") == 1
    lines = capsys.readouterr().err.splitlines()
    said = "1 page links to /nowhere/, which does not exist"
    assert f"output/info/index.html:3:1: VERIFY-LINK {said} — {LINK_HINT}" in lines


def test_a_site_that_can_t_be_built_is_not_looked_at(tmp_path, capsys):
    settings = publication(tmp_path, {"it/2025/a.md": "---\ntitle: T\n---\n- a\n"})
    assert verify(settings, lang="en") == 1
    assert capsys.readouterr().err.splitlines()[-1] == "not built: 1 error; the output is unchanged"
