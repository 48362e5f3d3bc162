import json

import pytest

from benchmarks.corpus import Corpus
from benchmarks.tools import TOOLS
from benchmarks.tools.facts import site_data

CORPUS = Corpus(3, ("en", "it", "vi"))
SHARED = ["https://wa.me/", "https://t.me/", "https://www.facebook.com/", "https://x.com/", "https://www.linkedin.com/"]


@pytest.fixture(params=TOOLS.values(), ids=TOOLS)
def tool(request):
    return request.param


def test_every_tool_gets_the_same_text(tool):
    for digest in CORPUS.digests():
        assert tool.text(digest).endswith(f"\n{digest.body}")


def test_a_site_is_whole_and_all_its_marks_are_filled_in(tool, tmp_path):
    tool.fill(tmp_path, CORPUS)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {tmp_path / tool.path(digest) for digest in CORPUS.digests()} <= set(files)
    assert tmp_path / tool.css in files
    assert [path for path in files if path.suffix != ".png" and "@@" in path.read_text("utf-8")] == []


def test_share_links_are_those_of_the_settings(tool, tmp_path):
    tool.write(tmp_path, CORPUS)
    texts = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".png"]
    assert [address for address in SHARED if not any(address in text for text in texts)] == []


def test_the_facts_of_a_language_are_those_of_the_theme():
    english, italian, vietnamese = site_data(CORPUS)["languages"]
    assert (english["home"], italian["home"]) == ("/", "/it/")
    assert (english["strings"]["one"], english["strings"]["many"]) == ("digest", "digests")
    assert (italian["strings"]["source_title"], vietnamese["strings"]["source_date"]) == ("Basato su «", ", ngày ")
    assert (vietnamese["dates"]["long"][0], vietnamese["dates"]["month"][11]) == (" tháng 1, ", "Tháng 12 năm ")


def test_facts_are_what_json_holds():
    data = site_data(CORPUS)
    assert json.loads(json.dumps(data)) == data
