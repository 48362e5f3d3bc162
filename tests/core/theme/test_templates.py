import gc
import shutil
from collections import defaultdict

import pytest
from jinja2 import Environment

from puntina.commands.build import Options
from puntina.commands.build import run as built_by
from puntina.core.theme.jinja_fast.environment import FastEnvironment
from tests.built.crawler import crawl
from tests.site_builder import THEME, copy_of_sample, digest, hrefs, make, publication, texts

FILES = {"it/2025/a.md": digest("A"), "vi/2025/a.md": digest("A"), "it/2025/b.md": digest("B", template="note")}
NOTE = '{% extends "article.html" %}{% block kind %}note{% endblock %}'


def test_a_digest_may_name_another_template_of_the_theme(tmp_path):
    theme = shutil.copytree(THEME, tmp_path / "theme")
    (theme / "templates" / "note.html").write_text(NOTE)
    built = make(publication(tmp_path, FILES, THEME=str(theme)))
    kinds = {place: built.html(place).body.attributes["class"] for place in ("2025/09/a/", "2025/09/b/")}
    assert kinds == {"2025/09/a/": "reading", "2025/09/b/": "note"}
    assert texts(built.html("2025/09/b/"), "h1") == ["B"]


def test_a_publication_s_own_templates_go_before_the_theme_s(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "_footer.html").write_text('<footer class="ours">{{ _("Tags") }}</footer>')
    files = {path: text for path, text in FILES.items() if "b.md" not in path}
    built = make(publication(tmp_path, files, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")]))
    assert texts(built.html(""), "footer.ours") == ["Argomenti"]
    assert texts(built.html("vi/2025/09/a/"), "footer.ours") == ["Chủ đề"]
    assert built.html("").css("footer.colophon") == []


def test_the_theme_s_own_files_lie_where_the_setting_says(tmp_path):
    files = {path: text for path, text in FILES.items() if "b.md" not in path}
    built = make(publication(tmp_path, files, THEME_STATIC_DIR="assets/daily"))
    assert crawl(built).broken() == []
    (sheet,) = hrefs(built.html(""), "link[rel=stylesheet]")
    assert sheet.partition("?v=")[0] == "/assets/daily/daily.css"
    assert not built.has("theme/daily.css")


def test_a_publication_without_a_single_digest_is_built(tmp_path):
    (tmp_path / "content").mkdir()
    built = make(publication(tmp_path, {}))
    assert crawl(built).broken() == []
    assert built.pages == sorted(
        [
            "404.html",
            *(
                f"{lang}{place}index.html"
                for lang in ("", "en/", "vi/")
                for place in ("", "archive/", "outlets/", "subscribe/", "tags/")
            ),
        ]
    )


@pytest.mark.parametrize(
    "address", ["https://news.example/", "https://news.example:8443/a/b/", "http://xn--n3h.example"]
)
def test_every_form_of_address_works(tmp_path, address):
    files = {path: text for path, text in FILES.items() if "b.md" not in path}
    built = make(publication(tmp_path, files, SITEURL=address))
    assert hrefs(built.html("2025/09/a/"), "link[rel=canonical]") == [f"{address.rstrip('/')}/2025/09/a/"]
    assert crawl(type(built)(built.folder, address.rstrip("/"))).broken() == []


OWN_JINJA = """
def shout(text):
    return f"{text}!"

JINJA_FILTERS = {"shout": shout, "longdate": shout}
JINJA_GLOBALS = {"EDITOR": "Redazione"}
JINJA_TESTS = {"loud": lambda text: text.endswith("!")}
"""


def test_a_publication_s_own_filters_globals_and_tests_are_for_its_templates(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "_footer.html").write_text(
        "<footer>{{ EDITOR | shout }}{% if EDITOR | shout is loud %}!{% endif %}</footer>"
    )
    settings = publication(tmp_path, {"it/2025/a.md": digest("A")}, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")])
    settings.write_text(settings.read_text("utf-8") + OWN_JINJA, "utf-8")
    built = make(settings)
    assert texts(built.html("2025/09/a/"), "footer")[-1:] == ["Redazione!!"]
    assert texts(built.html("2025/09/a/"), ".byline time") == ["2 settembre 2025, 07:30"]


def test_no_page_of_the_theme_has_to_be_printed_twice(tmp_path, monkeypatch):
    def refuse(environment, value, name):
        raise AssertionError(f"{type(value)} has no {name}")

    monkeypatch.setattr(Environment, "getattr", refuse)
    outcome = built_by(copy_of_sample(tmp_path), {}, Options(jobs=1))
    assert outcome.counts.made > 100


def test_a_digest_s_page_leaves_no_garbage_in_cycles_as_builds_look_for_none(tmp_path, monkeypatch):
    found = defaultdict(list)

    def watched(environment, name, values, real=FastEnvironment.render):
        if name not in {"article.html", "lite_digest.html"}:
            return real(environment, name, values)
        gc.collect()
        text = real(environment, name, values)
        found[name, id(environment)].append(gc.collect())
        return text

    monkeypatch.setattr(FastEnvironment, "render", watched)
    gc.collect()
    gc.freeze()  # what other tests have left need not be looked through each time
    try:
        built_by(copy_of_sample(tmp_path), {}, Options(jobs=1))
    finally:
        gc.unfreeze()
    # What is printed first loads templates.
    left = {name: set(counts[1:]) for (name, _), counts in found.items()}
    assert left == {"article.html": {0}, "lite_digest.html": {0}}
