"""A published digest without an id of its own that is renamed, moved or re-dated: the line that keeps its id is named."""

import pytest

from puntina.commands.check.command import check, note_addresses
from puntina.core.checks.reading import read_content
from puntina.core.checks.removed_urls import removed_urls
from puntina.core.content.published import add_to_list
from puntina.core.digest.identity import derived_id
from tests.core.checks.contents import GOOD, text, write
from tests.site_builder import digest, publication

OLD = derived_id("it", 2025, "chip-usa")
PLUGINS = {
    "PLUGINS": [f"puntina.{name}" for name in ("core.pelican", "core.views", "core.theme", "core.engine", "redirects")],
    "ARTICLE_URL": "{date:%Y}/{date:%m}/{slug}/",
}


def found(folder, before, after, **changes):
    site = write(folder, before, **PLUGINS | changes)
    add_to_list(read_content(site), site)
    for path in before:
        (site.content / path).unlink()
    site = write(folder, after, **PLUGINS | changes)
    return [
        (each.path, each.line, each.code, each.severity.value, each.text, each.hint)
        for each in removed_urls(read_content(site), site)
    ]


def at_url(text):
    return text.partition(" lists ")[2].partition(" with ")[0]


SLUG = text(GOOD, "title: Chip\ndate: 2025-09-02 07:30\nslug: chip")


def test_a_renamed_file_is_told_the_line_to_add(tmp_path):
    ((path, line, code, severity, what, hint),) = found(
        tmp_path, {"it/2025/chip-usa.md": SLUG}, {"it/2025/chip-cina.md": SLUG}
    )
    assert (path, line, code, severity) == ("content/it/2025/chip-cina.md", 1, "ID-CHANGED", "error")
    new = derived_id("it", 2025, "chip-cina")
    assert (
        what.partition(" lists ")[2]
        == f"/2025/09/chip/ with the id {OLD}, but its id is {new} now: feed readers would show it as new"
    )
    assert hint == f"add the line id: {OLD}"


def test_no_other_line_is_given_for_it_beside(tmp_path, capsys):
    settings = publication(tmp_path, {"it/2025/chip.md": digest("Chip", slug="chip")})
    assert note_addresses(settings) == 0
    (tmp_path / "content/it/2025/chip.md").rename(tmp_path / "content/it/2025/chip-cina.md")
    capsys.readouterr()
    assert check(settings) == 1
    printed = capsys.readouterr().err
    assert (printed.count("id: "), printed.count(f"id: {derived_id('it', 2025, 'chip')}")) == (1, 1)


def test_with_that_line_all_is_well(tmp_path):
    kept = SLUG.replace("---\ntitle", f"---\nid: {OLD}\ntitle", 1)
    assert found(tmp_path, {"it/2025/chip-usa.md": SLUG}, {"it/2025/chip-cina.md": kept}) == []


def test_an_id_of_its_own_that_is_another_is_told_too(tmp_path):
    other = SLUG.replace("---\ntitle", "---\nid: d7k2m9qfx4c\ntitle", 1)
    ((path, line, code, _, _, hint),) = found(tmp_path, {"it/2025/chip-usa.md": SLUG}, {"it/2025/chip-usa.md": other})
    assert (path, line, code, hint) == ("content/it/2025/chip-usa.md", 2, "ID-CHANGED", f"write id: {OLD}")


def test_another_year_where_the_url_has_none(tmp_path):
    later = SLUG.replace("2025-09-02", "2024-09-02")
    ((_, _, code, _, _, hint),) = found(
        tmp_path,
        {"it/2025/chip-usa.md": SLUG},
        {"it/2025/chip-usa.md": later},
        ARTICLE_URL="{slug}/",
        YEAR_ARCHIVE_URL="year/{date:%Y}/",
    )
    assert (code, hint) == ("ID-CHANGED", f"add the line id: {OLD}")


@pytest.mark.parametrize("path", ["en/2025/chip-usa.md", "it/2025/chip-cina.md"])
def test_where_the_url_is_another_too_both_lines_are_named(tmp_path, path):
    own = text(GOOD, "title: Chip\ndate: 2025-09-02 07:30")
    gone = [
        each for each in found(tmp_path, {"it/2025/chip-usa.md": own}, {path: own}) if "/2025/09/chip-usa/" in each[4]
    ]
    ((file, _, code, _, _, hint),) = gone
    assert (file, code) == ("addresses.txt", "PATH-GONE")
    assert hint.startswith(
        f"if content/{path} is that digest, add to it the lines id: {OLD} and aliases: [/2025/09/chip-usa/]"
    )


def test_of_several_that_are_elsewhere_each_is_told_its_own_file(tmp_path):
    own = {
        name: text(GOOD, f"title: {name}\ndate: 2025-0{n}-02 07:30") for n, name in enumerate(("uno", "due", "tre"), 1)
    }
    before = {f"it/2025/{name}.md": own[name] for name in own}
    after = {
        "it/2025/altro.md": own["uno"],
        "it/2025/due.md": own["due"].replace("2025-02-02", "2024-12-31"),
        "en/2025/tre.md": own["tre"],
    }
    hints = [each[5] for each in found(tmp_path, before, after) if each[2] == "PATH-GONE"]
    files = {url: hint.split()[1] for hint in hints for url in ("uno", "due", "tre") if f"/{url}/]" in hint}
    assert files == {
        "uno": "content/it/2025/altro.md",
        "due": "content/it/2025/due.md",
        "tre": "content/en/2025/tre.md",
    }


def test_a_digest_with_a_guid_is_known_by_that(tmp_path):
    own = SLUG.replace("slug: chip", "slug: chip\nguid: https://old.example/?p=1")
    assert found(tmp_path, {"it/2025/chip-usa.md": own}, {"it/2025/chip-cina.md": own}) == []


def test_a_deleted_digest_is_no_renamed_one(tmp_path):
    own = text(GOOD, "title: Chip\ndate: 2025-09-02 07:30")
    other = text("- c\n\n📌 d\n", "title: Altro\ndate: 2025-09-01", id="e7k2m9qfx4c")
    gone = found(tmp_path, {"it/2025/chip-usa.md": own}, {"it/2025/altro.md": other})
    assert [each[5] for each in gone if "/2025/09/chip-usa/" in each[4]] == [
        "add /2025/09/chip-usa/ to the aliases of the page that replaces it, or delete the line in addresses.txt"
    ]


def test_a_new_digest_at_the_name_of_a_renamed_one_is_told(tmp_path):
    own = text(GOOD, "title: Chip\ndate: 2025-09-02 07:30")
    other = text("- c\n\n📌 d\n", "title: Altro\ndate: 2025-09-02 09:00")
    before = {"it/2025/chip-usa.md": own}
    ((path, line, code, severity, what, hint),) = found(
        tmp_path, before, {"it/2025/chip-cina.md": own, "it/2025/chip-usa.md": other}
    )
    assert (path, line, code, severity) == ("content/it/2025/chip-usa.md", 1, "ID-CHANGED", "error")
    renamed = "content/it/2025/chip-cina.md"
    assert what == f"a published digest had this file name; it seems to be {renamed} now"
    lines = f"id: {OLD} and aliases: [/2025/09/chip-usa/]"
    assert hint == f"if it is, give this file another name, and add to {renamed} the lines {lines}"
    kept = own.replace("title", f"id: {OLD}\naliases: [/2025/09/chip-usa/]\ntitle", 1)
    (tmp_path / "content/it/2025/chip-usa.md").unlink()
    site = write(tmp_path, {"it/2025/chip-cina.md": kept, "it/2025/chip-altro.md": other}, **PLUGINS)
    assert list(removed_urls(read_content(site), site)) == []


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("date: 2025-09-02 09:00", ""),  # its date was corrected
        ("date: 2025-09-02 09:00", "date: 2025-09-04 07:30"),  # and another digest is new
        ("date: 2025-09-02 07:30", "date: 2025-09-02 07:30"),  # both at one time
        (f"date: 2025-09-02 09:00\nid: {OLD}", "date: 2025-09-02 07:30"),  # an id that stays whatever the name
    ],
)
def test_a_digest_that_stays_at_its_name_is_not(tmp_path, header, name):
    after = {"it/2025/chip-usa.md": text(GOOD, f"title: Chip\n{header}")}
    if name:
        after["it/2025/altro.md"] = text("- c\n\n📌 d\n", f"title: Altro\n{name}")
    before = {"it/2025/chip-usa.md": text(GOOD, "title: Chip\ndate: 2025-09-02 07:30")}
    assert [each for each in found(tmp_path, before, after) if each[2] == "ID-CHANGED"] == []


def test_the_list_has_the_date_where_the_name_makes_the_id(tmp_path):
    files = {
        "it/2025/a.md": text(),
        "it/2025/b.md": text("- c\n\n📌 d\n", id="d7k2m9qfx4c"),
        "it/pages/c.md": text("Testo\n", "title: T"),
    }
    site = write(tmp_path, files, **PLUGINS)
    for _ in range(2):
        add_to_list(read_content(site), site)
        listed = (tmp_path / "addresses.txt").read_text("utf-8").splitlines()
        assert f"/2025/09/a/ {derived_id('it', 2025, 'a')} 2025-09-02T07:30+07:00" in listed
        assert "/2025/09/b/ d7k2m9qfx4c" in listed
        assert sum("T07:30" in line for line in listed) == 1  # and no page, list or feed has one
