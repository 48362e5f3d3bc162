import gzip
import json
import re
import sys

import pytest
from selectolax.lexbor import LexborHTMLParser

from puntina.commands.build import build
from puntina.search import indexing, pagefind
from puntina.search.canonical_index import SIGNATURE, canonical, in_order
from puntina.search.index_cache import CachedIndex, load, save
from puntina.search.indexing import IndexCache, indexes
from puntina.search.records import folded
from tests.search.searching import TEXTS
from tests.site_builder import ALL_PLUGINS, ROOT, Built, digest, make, publication, run, run_apart, tree

FOLDERS = {"it": "pagefind/", "en": "en/pagefind/", "vi": "vi/pagefind/"}


def site(folder, texts=TEXTS, **settings):
    return publication(folder, texts, **{"SEARCH": True, **settings})


def searched(output):
    """Return the files of all indexes by path."""
    return {path: data for path, data in tree(output).items() if "pagefind/" in path}


def told(built: Built, folder: str) -> dict[str, dict]:
    """Return what an index has of each text, by its address."""
    files = (built.folder / folder / "fragment").iterdir()
    found = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE)) for file in files]
    return {each["url"]: each for each in found}


def said(capsys) -> list[str]:
    """Return what a build has said of indexes, without sizes and times."""
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("search")]
    assert all(re.fullmatch(r"search, \w+: [\d,]+ indexed, [\d,]+ kB, \d+\.\d s", line) for line in lines)
    return [line.rpartition(" indexed, ")[0] + " indexed" for line in lines]


def no_program():
    raise AssertionError("Pagefind was run")


def test_an_index_has_public_digests_and_pages_and_nothing_else(tmp_path):
    built = make(site(tmp_path))
    assert {lang: sorted(told(built, folder)) for lang, folder in FOLDERS.items()} == {
        "it": ["/2025/08/chip/", "/2025/08/citta/"],
        "en": ["/en/2025/08/cafe/"],
        "vi": ["/vi/2025/09/da-nang/", "/vi/2025/09/lua/", "/vi/about/"],
    }


def test_a_text_is_told_with_its_section_and_what_a_result_shows(tmp_path):
    found = told(make(site(tmp_path)), "vi/pagefind/")["/vi/2025/09/da-nang/"]
    assert {name: found[name] for name in ("content", "filters", "meta")} == {
        "content": "Trung tâm dữ liệu mới ở Dà Nẵng. Dường sắt di qua Huế. Thành phố có trung tâm dữ liệu.",
        "filters": {"category": ["Công nghệ"]},
        "meta": {
            "title": "Điện cho máy tính",
            "folded": "Diện cho máy tính",
            "excerpt": "Thành phố có trung tâm dữ liệu.",
            "date": "2025-09-02",
            "day": "2 tháng 9, 2025",
        },
    }


def test_only_what_the_page_asks_for_is_written(tmp_path):
    names = {path.partition("pagefind/")[2] for path in searched(make(site(tmp_path)).folder)}
    fixed = {name for name in names if "pf_" not in name}
    assert fixed == {
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.en.pagefind",
        "wasm.it.pagefind",
        "wasm.unknown.pagefind",
    }


def test_other_runs_in_other_folders_give_the_same_bytes(tmp_path):
    texts = {f"it/2025/n{n}.md": digest(f"N{n}", category=("world", "technology")[n % 2]) for n in range(9)}
    made = []
    for number in range(4):
        folder = tmp_path / ("x" * (number + 1))
        done = run_apart(site(folder, texts), PYTHONHASHSEED=str(number))
        assert done.returncode == 0, done.stderr
        made.append(searched(folder / "output"))
    assert made[1:] == made[:-1]
    assert len(made[0]) > 9


def test_the_order_of_sections_is_that_of_their_bytes():
    # https://www.rfc-editor.org/rfc/rfc8949#appendix-A
    economy, world = (
        b"\x82\x67Economy\x83\x00\x17\x18\x18",
        b"\x82\x65World\x98\x1a" + b"\x01" * 24 + b"\x19\x03\xe8\x19\xff\xff",
    )
    head = SIGNATURE + b"\x82\x68category\x82"
    assert in_order(head + economy + world) == in_order(head + world + economy) == head + world + economy


def test_names_follow_what_is_in_the_files():
    def packed(*values):
        data = SIGNATURE + b"\x82\x61c" + bytes([0x80 + len(values)]) + b"".join(values)
        meta = SIGNATURE + b"\x69it_%07d" % len(values[0])
        return {
            f"filter/it_{len(values[0]):07}.pf_filter": gzip.compress(data),
            "pagefind.it_0000000000.pf_meta": gzip.compress(meta),
            "pagefind-entry.json": b'{"hash":"it_0000000000"}',
        }

    a, b = b"\x82\x61a\x81\x00", b"\x82\x62bb\x81\x01"
    one, other = canonical(packed(a, b)), canonical(packed(b, a))
    assert one == other
    entry = json.loads(one.pop("pagefind-entry.json"))["hash"]
    meta = gzip.decompress(one.pop(f"pagefind.{entry}.pf_meta"))
    (name,) = one
    assert meta == SIGNATURE + b"\x69" + name.removeprefix("filter/").removesuffix(".pf_filter").encode()


def test_what_is_indexed_says_d_for_every_form_of_it():
    assert folded("Đà Nẵng, đường — Dđ") == "Dà Nẵng, dường — Dd"


def test_an_index_whose_texts_stand_is_not_made_again(tmp_path, monkeypatch):
    settings = site(tmp_path)
    before = searched(make(settings).folder)
    monkeypatch.setattr(pagefind, "_program", no_program)
    path = tmp_path / "content/it/2025/chip.md"
    path.write_text(path.read_text("utf-8").replace("---\n", "---\nshare: off\n", 1), "utf-8")
    site(tmp_path, {}, SITENAME="Altre")
    assert searched(make(settings).folder) == before


def test_a_new_text_changes_its_own_language_only(tmp_path, monkeypatch, capsys):
    settings = site(tmp_path)
    before = searched(make(settings).folder)
    site(tmp_path, {"en/2025/tea.md": digest("Tea", "2025-09-03 08:00")})
    capsys.readouterr()
    after = searched(make(settings).folder)
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert {path for path in changed if not path.startswith("en/")} == set()
    assert len([path for path in changed if "/fragment/" in path]) == 1
    assert said(capsys) == ["search, en: 2 indexed"]


def test_a_changed_word_is_as_in_a_clean_build(tmp_path):
    settings = site(tmp_path)
    make(settings)
    path = tmp_path / "content/it/2025/chip.md"
    path.write_text(path.read_text("utf-8").replace("Nuove", "Altre"), "utf-8")
    increment = tree(make(settings).folder)
    assert build(settings, next_step="", cache=False) == 0
    assert increment == tree(tmp_path / "output")


def test_without_the_cache_an_index_is_made_anew(tmp_path, monkeypatch, capsys):
    settings = site(tmp_path)
    make(settings)
    capsys.readouterr()
    assert build(settings, next_step="", cache=False) == 0
    assert said(capsys) == ["search, it: 2 indexed", "search, en: 1 indexed", "search, vi: 3 indexed"]


@pytest.mark.parametrize("damage", [b"", b"nothing", None])
def test_a_damaged_shelf_costs_time_only(tmp_path, damage):
    settings = site(tmp_path)
    before = searched(make(settings).folder)
    for place in (tmp_path / ".cache").glob("*.search/*"):
        place.write_bytes(place.read_bytes()[:-1] if damage is None else damage)
    site(tmp_path, {}, SITENAME="Altre")
    assert searched(make(settings).folder) == before


def test_what_is_kept_comes_back(tmp_path):
    kept = CachedIndex(b"seal", b"content", {"index/a": (b"data", ""), "fragment/b": (b"", "it/2025/b.md")})
    save(tmp_path / "folder" / "it.index", kept)
    assert load(tmp_path / "folder" / "it.index") == kept
    assert load(tmp_path / "folder" / "en.index") is None


def test_switched_off_it_leaves_nothing(tmp_path):
    settings = site(tmp_path)
    assert searched(make(settings).folder)
    site(tmp_path, {}, SEARCH=False)
    built = make(settings)
    assert searched(built.folder) == {}
    assert not built.has("search/")
    assert built.html("").css("a[href='/search/']") == []


def test_in_a_preview_there_is_no_search(tmp_path):
    built = make(site(tmp_path, PREVIEW=True))
    assert (searched(built.folder), built.has("search/")) == ({}, False)


def test_a_language_without_texts_has_a_page_and_no_index(tmp_path):
    built = make(site(tmp_path, {"it/2025/a.md": digest()}))
    assert not (built.folder / "en/pagefind").exists()
    assert built.html("en/search/").css("form, script") == []
    (block,) = built.html("search/").css(".search-room > script[type='text/html']")
    assert len(LexborHTMLParser(block.text()).css("form.search")) == 1


def test_without_engine_the_same_files_are_written(tmp_path):
    made = searched(make(site(tmp_path / "a")).folder)
    names = [name for name in ALL_PLUGINS if name != "puntina.core.engine"]
    assert searched(make(site(tmp_path / "b", PLUGINS=names)).folder) == made


def test_switched_off_nothing_of_it_is_imported(tmp_path):
    program = "import sys; from pathlib import Path; from puntina.commands.build import build; build(Path(sys.argv[1]), next_step='');"
    program += "print(sorted(name for name in sys.modules if 'pagefind' in name or name.startswith('puntina.search')))"
    done = run([sys.executable, "-c", program, str(site(tmp_path, SEARCH=False))], cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "['puntina.search']"


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("/no/such/program", "Pagefind did not run: No such file or directory"),
        ("/bin/true", "Pagefind ended early"),
    ],
)
def test_a_program_that_does_not_work_is_a_problem(tmp_path, monkeypatch, capsys, program, said):
    monkeypatch.setattr(pagefind, "_program", lambda: program)
    assert build(site(tmp_path), next_step="", jobs=1) == 1
    first = capsys.readouterr().err.splitlines()[0]
    hint = "install the packages of requirements.txt, which include Pagefind, or set SEARCH = False"
    assert first == f"the search index: BUILD-SEARCH {said} — {hint}"
    assert not (tmp_path / "output").exists()


def test_nothing_is_kept_where_there_is_no_store():
    assert list(indexes({"it": ()}, IndexCache(None, b"", blank=True), jobs=1)) == []
    assert indexing.OURS[0] == "pagefind.js"
