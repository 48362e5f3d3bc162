"""An editor's week with the real commands: what each prints, line for line, and what readers get after it."""

import io
import shutil

import pytest
from PIL import Image

from puntina.core.digest.identity import derived_id
from tests.site_builder import ROOT, hrefs, texts
from tests.week.desk import Desk, desk, fine, gone, wrong
from tests.week.mistakes import mistakes
from tests.week.pasting import pastes, types

GPS = 0x8825  # Exif's directory of the place
PHOTO = ROOT / "tests/fixtures/cases/15-gps/content/media/gps.jpg"
CHIP, FOLLOWING, TOMORROW = "it/2025/chip.md", "it/2025/seguito.md", "it/2025/domani.md"
THREAD = "la-guerra-dei-chip"
SCHEDULED = "scheduled for 1 January 2099 08:00{}: Domani (content/it/2025/domani.md)"


@pytest.mark.long
def test_an_editors_week(tmp_path):
    with desk(tmp_path / "notizie") as at:
        for day in (begins, translates, pastes, types, schedules, corrects, retracts, renames, dates_anew, pictures):
            day(at)
        merges(at)
        mistakes(at)


def begins(at: Desk) -> None:
    """A digest by `new`, which readers do not see until it is written."""
    [line] = at.says("new", "--title", "Chip: la Cina compra cinese", "--lang", "it", "--category", "Technology")
    made, _, what = line.partition(" — ")
    assert what == "a draft; delete the line status: draft to publish it"
    fine(at, f"1 draft, which readers do not see: {made}")
    assert at.publish() == []
    assert at.entries() == {}
    text = (at.folder / made).read_text("utf-8")
    (at.folder / made).unlink()
    (at.folder / made).parent.rmdir()
    points = "• I produttori\xa0comprano in patria\n• Le vendite salgono del 29\xa0%\n📌 La Cina compra cinese.\n"
    head = [line for line in text.split("\n---\n")[0].split("\n") if not line.startswith(("date", "status"))]
    at.write(
        CHIP, "\n".join([*head, "date: 2025-09-01 07:30", "thread: La guerra dei chip", "id: chip1", "---", points])
    )
    at.change(CHIP, (f"{head[1]}\n", ""))
    fine(at, *alone(CHIP, 5))
    assert at.publish() == []
    assert at.shown("2025/09/chip/") == (
        "Chip: la Cina compra cinese",
        ["I produttori comprano in patria", "Le vendite salgono del 29 %"],
        ["La Cina compra cinese."],
    )
    assert at.entries() == {"chip1": ("Chip: la Cina compra cinese", "/2025/09/chip/")}


def alone(path: str, line: int) -> list[str]:
    """Return what is noted of a thread of one digest."""
    same = "write the same line in the other digests on the topic"
    return [
        f'content/{path}:{line}:9: FM-THREAD note: the thread "La guerra dei chip" has only one digest — {same}',
        "    thread: La guerra dei chip",
        "            ^",
        "1 note",
    ]


def translates(at: Desk) -> None:
    """A second of the thread, and a translation of the first."""
    at.write(
        FOLLOWING,
        "---\ntitle: Il seguito\ndate: 2025-09-02 07:30\nid: chip2\nthread: La guerra dei chip\n---\n• Segue\n📌 E poi.\n",
    )
    assert at.says("new", "--translates", f"content/{CHIP}", "--lang", "en", "--title", "China buys Chinese") == [
        "content/en/2025/chip.md — a draft; delete the line status: draft to publish it"
    ]
    own_id = at.file("en/2025/chip.md").read_text("utf-8").split("id: ")[1].split("\n")[0]
    at.change("en/2025/chip.md", (f"id: {own_id}", "id: chip1en"))  # whose second in feeds is another than chip1's
    fine(at, "1 draft, which readers do not see: content/en/2025/chip.md")
    at.change(
        "en/2025/chip.md",
        ("status: draft\n", ""),
        ("- \n- \n", "- Makers buy at home\n- Sales rise by 29%\n"),
        ("📌 \n", "📌 China buys Chinese.\n"),
    )
    fine(at)
    assert at.publish() == []
    assert at.shown("en/2025/09/chip/") == (
        "China buys Chinese",
        ["Makers buy at home", "Sales rise by 29%"],
        ["China buys Chinese."],
    )
    for one, other in (("2025/09/chip/", "en/2025/09/chip/"), ("en/2025/09/chip/", "2025/09/chip/")):
        assert f"/{other}" in [link.attributes["href"] for link in at.site.html(one).css("a[hreflang]")]
    thread = at.site.html(f"thread/{THREAD}/")
    assert [link for link in hrefs(thread, "main h2 a, main h3 a") if "/2025/" in link] == [
        "/2025/09/chip/",
        "/2025/09/seguito/",
    ]


def schedules(at: Desk) -> None:
    """A date in the future, first in a form that is wrong, then with a state that there is not."""
    text = "---\ntitle: Domani\ndate: 01/01/2099\nid: domani1\n---\n- Un punto\n\n📌 Una sintesi.\n"
    at.write(TOMORROW, text)
    wrong(
        at,
        f'content/{TOMORROW}:3:7: FM-DATE "01/01/2099" is not a valid date — write 2099-01-01',
        "    date: 01/01/2099",
        "          ^",
    )
    at.change(TOMORROW, ("01/01/2099", "2099-01-01 08:00\nstatus: scheduled"))
    hint = "delete the line if the date is in the future: the digest is then published on that date; otherwise write status: draft"
    wrong(
        at,
        f'content/{TOMORROW}:4:9: FM-STATUS "scheduled" is not a valid status — {hint}',
        "    status: scheduled",
        "            ^",
    )
    at.change(TOMORROW, ("status: scheduled\n", ""))
    fine(at, SCHEDULED.format(" (in 73 years)"))
    assert at.publish() == [SCHEDULED.format("")]
    assert "domani1" not in at.entries()
    at.file(TOMORROW).unlink()


def corrects(at: Desk) -> None:
    """A correction of the second point, first of one that is not there."""
    at.change(
        CHIP,
        (
            "id: chip1\n",
            "id: chip1\nupdates:\n  - date: 2025-09-03 09:00\n    kind: correction\n    text: Salgono del 19\xa0%, non del 29.\n    points: [5]\n",
        ),
        ("29\xa0%\n", "19\xa0%\n"),
    )
    line = "number the points from 1, in order"
    wrong(
        at,
        f"content/{CHIP}:11:14: FM-UPDATE no point 5: the digest has 2 points — {line}",
        "        points: [5]",
        "                 ^",
    )
    at.change(CHIP, ("points: [5]", "points: [2]"))
    fine(at)
    assert at.publish() == []
    assert at.shown("2025/09/chip/")[1] == ["I produttori comprano in patria", "Le vendite salgono del 19 %"]
    assert "Salgono del 19 %, non del 29." in " ".join(texts(at.site.html("2025/09/chip/"), "article"))
    assert any("Salgono del 19 %" in text for text in texts(at.site.html("corrections/all/"), "main"))


def retracts(at: Desk) -> None:
    """A retraction, which subscribers get as an entry of its own."""
    at.change(
        "it/2025/word.md",
        (
            "category: world\n",
            "category: world\nupdates:\n  - date: 2025-09-04 10:00\n    kind: retraction\n    text: Il documento non era autentico.\n",
        ),
    )
    before = at.entries()
    fine(at)
    assert at.publish() == []
    new = {own_id: entry for own_id, entry in at.entries().items() if own_id not in before}
    assert [*new.values()] == [("Ritirato: I chip costano di più", "/2025/09/word/#retraction")]
    assert "Il documento non era autentico." in " ".join(texts(at.site.html("2025/09/word/"), "article"))


def renames(at: Desk) -> None:
    """A file with an id and one without are renamed: the line to add keeps readers and subscribers."""
    first = "borsa.md"
    shutil.move(at.file("it/2025/google-docs.md"), at.file(f"it/2025/{first}"))
    own_id = at.file(f"it/2025/{first}").read_text("utf-8").split("id: ")[1].split("\n")[0]
    url = "/2025/09/google-docs/"
    wrong(at, *gone(at, url, own_id, f"add to content/it/2025/{first}: aliases: [{url}]"))
    at.change(f"it/2025/{first}", (f"id: {own_id}\n", f"id: {own_id}\naliases: [{url}]\n"))
    fine(at)
    at.write("it/2025/senza.md", "---\ntitle: Senza id\ndate: 2025-09-03 18:00\n---\n- Un punto\n\n📌 Sintesi.\n")
    derived = derived_id("it", 2025, "senza")
    line = "no id, so one is derived from language, year and file name: content/it/2025/senza.md (id: {})"
    fine(at, f"{line.format(derived)} — add that line to the file before you rename it or change its year")
    assert at.publish() == []
    assert (at.entries()[own_id][1], at.entries()[derived][1]) == ("/2025/09/borsa/", "/2025/09/senza/")
    [refresh] = at.site.html(url[1:]).css("meta[http-equiv=refresh]")
    assert refresh.attributes["content"] == "0; url=/2025/09/borsa/"
    renamed_without_id(at, derived)


def renamed_without_id(at: Desk, derived: str) -> None:
    """The two lines that are told make it the digest that it was."""
    shutil.move(at.file("it/2025/senza.md"), at.file("it/2025/sereno.md"))
    way = (
        f"if content/it/2025/sereno.md is that digest, add to it the lines id: {derived} and aliases: [/2025/09/senza/]"
    )
    wrong(at, *gone(at, "/2025/09/senza/", derived, way))
    at.change("it/2025/sereno.md", ("date:", f"id: {derived}\naliases: [/2025/09/senza/]\ndate:"))
    fine(at)
    assert at.publish() == []
    assert at.entries()[derived] == ("Senza id", "/2025/09/sereno/")


def dates_anew(at: Desk) -> None:
    """Another date is another address; the one before leads on."""
    at.change(FOLLOWING, ("2025-09-02 07:30", "2025-10-03 07:30"))
    url = "/2025/09/seguito/"
    wrong(at, *gone(at, url, "chip2", f"add to content/{FOLLOWING}: aliases: [{url}]"))
    at.change(FOLLOWING, ("id: chip2\n", f"id: chip2\naliases: [{url}]\n"))
    fine(at)
    assert at.publish() == []
    assert at.entries()["chip2"] == ("Il seguito", "/2025/10/seguito/")
    assert [node.attributes["datetime"] for node in at.site.html("2025/10/seguito/").css(".byline time")] == [
        "2025-10-03T07:30:00+07:00"
    ]


def pictures(at: Desk) -> None:
    """A photo that says where it was taken, first without words for it and misspelt."""
    at.write("media/foto.jpg", PHOTO.read_bytes())
    at.change(CHIP, ("id: chip1\n", "id: chip1\nimage:\n  file: ../../media/Foto.jpg\n"))
    missing = "the image has no alt — add alt: (what it shows, in words)"
    wrong(at, f"content/{CHIP}:8:3: FM-REQUIRED {missing}", "      file: ../../media/Foto.jpg", "      ^")
    at.change(CHIP, ("Foto.jpg\n", "Foto.jpg\n  alt: Una fabbrica\n"))
    name = 'no file "../../media/Foto.jpg" — did you mean "../../media/foto.jpg"?'
    wrong(at, f"content/{CHIP}:8:9: LINK-FILE {name}", "      file: ../../media/Foto.jpg", "            ^")
    at.change(CHIP, ("Foto.jpg", "foto.jpg"))
    fine(at)
    assert at.publish() == []
    published = [path for path in at.site.folder.rglob("*foto*") if path.is_file()]
    assert published
    assert not any(Image.open(io.BytesIO(path.read_bytes())).getexif().get_ifd(GPS) for path in published)
    [image] = at.site.html("2025/09/chip/").css("article img")
    assert image.attributes["alt"] == "Una fabbrica"


def merges(at: Desk) -> None:
    """A merge that was not finished, in a digest and in the list of addresses."""
    text = at.file(CHIP).read_text("utf-8")
    mine = "• Le vendite salgono del 19\xa0%\n"
    at.change(CHIP, (mine, f"<<<<<<< HEAD\n{mine}=======\n• Le vendite salgono\n>>>>>>> anna\n"))
    line = text.split(mine)[0].count("\n") + 1
    what = "FILE-MERGE unfinished merge — keep one of the two texts and delete the lines <<<<<<<, ======= and >>>>>>>"
    wrong(at, f"content/{CHIP}:{line}:1: {what}", "    <<<<<<< HEAD", "    ^")
    at.write(CHIP, text)
    listed = (at.folder / "addresses.txt").read_text("utf-8")
    (at.folder / "addresses.txt").write_text(f"{listed}<<<<<<< HEAD\n=======\n/2025/09/a/ a1\n>>>>>>> anna\n", "utf-8")
    where = f"addresses.txt:{listed.count(chr(10)) + 1}:1: {what}"
    wrong(at, where, "    <<<<<<< HEAD", "    ^")
    assert at.says("addresses", code=1) == [where, "    <<<<<<< HEAD", "    ^", "1 error"]
    (at.folder / "addresses.txt").write_text(listed, "utf-8")
    fine(at)
    assert at.publish() == []
