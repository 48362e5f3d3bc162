"""A digest's own picture: on its page in several sizes, in meta data and feeds, and made once for each content."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from puntina.commands.build import Options, build, run
from puntina.images import encode
from tests.pictures import opened, picture, turned
from tests.site_builder import ALL_PLUGINS, ROOT, digest, make, publication, texts, tree

IMAGE = {"file": "../../media/chip.jpg", "alt": 'Un «chip» & "altro"', "credit": "Nome Cognome"}
TEXT = digest("A", id="a", image=IMAGE)
FILES: dict[str, str | bytes] = {
    "it/2025/a.md": TEXT,
    "en/2025/a.md": digest("A", id="e", image={"file": "/media/chip.jpg", "alt": "A chip"}),
    "it/2025/b.md": digest(
        "B", id="b", body="- Primo\n\n📌 Sintesi.\n\n![Un chip](/media/chip.jpg) ![Segno](/media/a.svg)\n"
    ),
    "it/2025/draft.md": digest("C", id="c", status="draft", image={"file": "/it/2025/own.png", "alt": "Altro"}),
    "media/chip.jpg": picture("JPEG", 1000, 600),
    "media/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "it/2025/own.png": picture("PNG", 300, 200, "RGBA"),
}
SIZES = {"media/chip.jpg-480.webp", "media/chip.jpg-800.webp", "media/chip.jpg-1000.webp", "media/chip.jpg-1000.jpg"}


def made(settings: Path, **options: object) -> tuple[str, ...]:
    """Build in this process and return what was written."""
    outcome = run(settings, {}, Options(jobs=1, **options))
    assert outcome.counts
    return outcome.counts.written


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Give the publication, built for a project page."""
    return make(publication(tmp_path_factory.mktemp("images"), FILES, SITEURL="https://news.example/some/repo"))


def test_no_copy_has_the_comment_of_its_original(tmp_path):
    photo = picture("JPEG", 600, 400, comment=b"SECRET")
    drawing = picture("GIF", 600, 400, "P", comment=b"SECRET")
    assert b"SECRET" in photo and b"SECRET" in drawing  # noqa: PT018 - one reason
    files = {
        "it/2025/a.md": digest("A", id="a", image=IMAGE | {"file": "/media/a.jpg"}),
        "it/2025/b.md": digest("B", id="b", image=IMAGE | {"file": "/media/b.gif"}),
        "media/a.jpg": photo,
        "media/b.gif": drawing,
    }
    made = tree(make(publication(tmp_path, files)).folder)
    copies = [name for name in made if name.startswith("media/")]
    assert len(copies) > 4
    assert [name for name in copies if b"SECRET" in made[name]] == []


def test_the_page_shows_the_picture_with_its_room_its_sizes_and_its_words(site):
    (image,) = site.html("2025/09/a/").css("figure img")
    at = "/some/repo/media/chip.jpg"
    assert image.attributes == {
        "src": f"{at}-1000.webp",
        "srcset": f"{at}-480.webp 480w, {at}-800.webp 800w, {at}-1000.webp 1000w",
        "sizes": "(min-width: 44rem) 40rem, 92vw",
        "width": "1000",
        "height": "600",
        "alt": IMAGE["alt"],
        "fetchpriority": "high",
    }
    assert texts(site.html("2025/09/a/"), "figcaption") == ["Nome Cognome"]
    assert site.html("en/2025/09/a/").css("figcaption") == []
    assert site.html("2025/09/b/").css("figure") == []


def test_every_size_is_a_picture_of_that_size(site):
    found = {path for path in tree(site.folder) if path.endswith((".webp", ".jpg"))}
    assert found == SIZES | {"media/chip.jpg"}
    for path in SIZES:
        image = opened(site.bytes(path))
        width = int(path.rpartition("-")[2].partition(".")[0])
        assert (image.format, image.size) == ("WEBP" if path.endswith("webp") else "JPEG", (width, width * 600 // 1000))


def test_a_picture_in_a_text_has_its_room_and_waits_until_it_is_near(site):
    photo, drawing = site.html("2025/09/b/").css(".text img")
    later = {"loading": "lazy", "decoding": "async"}
    assert (
        photo.attributes
        == {"src": "/some/repo/media/chip.jpg", "alt": "Un chip", "width": "1000", "height": "600"} | later
    )
    assert drawing.attributes == {"src": "/some/repo/media/a.svg", "alt": "Segno"} | later


def test_feeds_have_the_picture_and_its_room(site):
    channel = site.xml("feed.xml").find("channel")
    items = {item.findtext("link").rpartition("09/")[2]: item for item in channel.findall("item")}
    length = str(len(FILES["media/chip.jpg"]))
    url = "https://news.example/some/repo/media/chip.jpg"
    assert dict(items["a/"].find("enclosure").attrib) == {"url": url, "length": length, "type": "image/jpeg"}
    media = items["a/"].find("{http://search.yahoo.com/mrss/}content")
    assert media.findtext("{http://search.yahoo.com/mrss/}description") == IMAGE["alt"]
    shown = {item["title"]: item.get("image") for item in json.loads(site.bytes("feed.json"))["items"]}
    assert shown == {"A": url, "B": url}
    content = items["b/"].findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert [img.attributes.get("width") for img in LexborHTMLParser(content).css("img")] == ["600", None]


def test_a_preview_shows_the_pictures_of_drafts_wherever_they_lie(tmp_path):
    built = make(publication(tmp_path, FILES, PREVIEW=True))
    own = {path for path in tree(built.folder) if path.startswith("it/2025/own")}
    assert own == {"it/2025/own.png", "it/2025/own.png-300.webp", "it/2025/own.png-300.jpg"}
    assert opened(built.bytes("it/2025/own.png-300.webp")).mode == "RGBA"
    assert opened(built.bytes("it/2025/own.png-300.jpg")).mode == "RGB"


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_turned_picture_stands_upright_and_keeps_no_note_of_it(tmp_path, orientation):
    files = FILES | {"media/chip.jpg": turned(400, 200, orientation)}
    built = make(publication(tmp_path, files))
    size = (200, 400) if orientation > 4 else (400, 200)
    (image,) = built.html("2025/09/a/").css("figure img")
    assert (int(image.attributes["width"]), int(image.attributes["height"])) == size
    variant = opened(built.bytes(f"media/chip.jpg-{size[0]}.webp"))
    assert (variant.size, dict(variant.getexif())) == (size, {})


def test_a_text_edit_encodes_nothing_and_an_idle_build_imports_no_pillow(tmp_path):
    settings = publication(tmp_path, FILES)
    assert set(made(settings)) > SIZES
    publication(tmp_path, {"it/2025/a.md": digest("A", id="a", image=IMAGE, body="- Altro\n\n📌 Sintesi.\n")})
    assert SIZES.isdisjoint(made(settings))
    program = (
        "import sys; from pathlib import Path; from puntina.commands.build import Options, run;"
        "o = run(Path(sys.argv[1]), {}, Options(jobs=1)); assert o.counts.made == 0;"
        "print([name for name in sys.modules if name.split('.')[0] == 'PIL' or name.startswith('puntina.images')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(settings)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_site_without_pictures_needs_no_pillow(tmp_path):
    settings = publication(tmp_path, {"it/2025/b.md": digest("B", id="b")})
    program = (
        "import sys; from pathlib import Path; from puntina.commands.build import Options, run;"
        "o = run(Path(sys.argv[1]), {}, Options(jobs=1)); assert o.counts.made;"
        "print([name for name in sys.modules if name.split('.')[0] == 'PIL'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(settings)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_what_was_encoded_once_is_taken_for_the_same_content_under_any_name_or_setting(tmp_path, monkeypatch):
    settings = publication(tmp_path, FILES)
    made(settings)
    before = {path: (tmp_path / "output" / path).read_bytes() for path in SIZES}
    monkeypatch.setattr(encode, "_saved", lambda *_: pytest.fail("encoded again"))
    data = FILES["media/chip.jpg"]
    (tmp_path / "content/media/chip.jpg").unlink()
    moved = {path: str(text).replace("chip.jpg", "other.jpg") for path, text in FILES.items() if path.endswith(".md")}
    made(publication(tmp_path, moved | {"media/other.jpg": data}, SITENAME="Altro"))
    after = {path: (tmp_path / "output" / path.replace("chip", "other")).read_bytes() for path in SIZES}
    assert after == before


def test_damage_to_what_is_kept_is_seen(tmp_path):
    settings = publication(tmp_path, FILES)
    made(settings)
    before = tree(tmp_path / "output")
    kept = sorted(file for file in (tmp_path / ".cache" / "pictures").iterdir() if not file.name.startswith("length-"))
    assert len(kept) == len(SIZES)
    for file in kept:
        file.write_bytes(file.read_bytes()[:-1])
    publication(tmp_path, FILES, SITENAME="Altro")
    made(settings)
    assert {path: data for path, data in tree(tmp_path / "output").items() if path in SIZES} == {
        path: before[path] for path in SIZES
    }


def test_another_picture_of_the_name_changes_sizes_page_and_feeds(tmp_path):
    settings = publication(tmp_path, FILES)
    made(settings)
    publication(tmp_path, {"media/chip.jpg": picture("JPEG", 600, 600)})
    made(settings)
    now = tree(tmp_path / "output")
    assert {path for path in now if path.startswith("media/chip")} == {
        f"media/chip.jpg{end}" for end in ("", "-480.webp", "-600.webp", "-600.jpg")
    }
    made(settings, cache=False)
    assert now == tree(tmp_path / "output")


def test_a_build_without_the_cache_or_in_many_processes_makes_the_same_bytes(tmp_path):
    settings = publication(tmp_path, FILES)
    made(settings)
    before = tree(tmp_path / "output")
    run(settings, {}, Options(cache=False, jobs=2))
    assert before == tree(tmp_path / "output")


def test_a_picture_that_only_decoding_finds_wrong_stops_the_build_with_its_place(tmp_path, capsys):
    data = picture("PNG", 600, 400)
    broken = data[:60] + bytes(40) + data[100:]
    files = FILES | {"it/2025/a.md": TEXT.replace("chip.jpg", "broken.png"), "media/broken.png": broken}
    settings = publication(tmp_path, files)
    made(publication(tmp_path, FILES))
    before = tree(tmp_path / "output")
    publication(tmp_path, files)
    assert build(settings, next_step="") == 1
    said = capsys.readouterr().err
    assert said.startswith("content/it/2025/a.md:5:17: FM-IMAGE media/broken.png can't be decoded — ")
    assert tree(tmp_path / "output") == before


def test_without_the_plugin_the_engine_or_our_theme_the_site_is_built(tmp_path):
    without = [name for name in ALL_PLUGINS if name != "puntina.images"]
    built = make(publication(tmp_path / "a", FILES, PLUGINS=without))
    assert built.html("2025/09/a/").css("figure") == []
    alone = [name for name in ALL_PLUGINS if name != "puntina.core.engine"]
    assert tree(make(publication(tmp_path / "b", FILES, PLUGINS=alone)).folder).keys() >= SIZES
    assert tree(make(publication(tmp_path / "c", FILES, THEME="simple")).folder).keys() >= SIZES


def test_a_file_that_is_touched_is_not_encoded_again(tmp_path, monkeypatch):
    settings = publication(tmp_path, FILES)
    made(settings)
    monkeypatch.setattr(encode, "_saved", lambda *_: pytest.fail("encoded again"))
    os.utime(tmp_path / "content/media/chip.jpg", (1_000_000_000, 1_000_000_000))
    assert SIZES.isdisjoint(made(settings))
