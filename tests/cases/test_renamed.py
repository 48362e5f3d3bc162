"""A published digest without an id of its own that is renamed, moved or re-dated: the line that keeps its id is named."""

import pytest

from plugins.check.command import check, note_addresses
from plugins.check.content import read_content
from plugins.check.published import add_to_list
from plugins.check.vanished import vanished
from plugins.digest.identity import derived_id
from tests.check.contents import GOOD, text, write
from tests.site_builder import digest, publication

OLD = derived_id("it", 2025, "chip-usa")
PLUGINS = {
    "PLUGINS": [f"plugins.{name}" for name in ("reader", "cards", "theme", "engine", "redirects")],
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
        for each in vanished(read_content(site), site)
    ]


def at_url(text):
    return text.partition(" has ")[2].partition(" with ")[0]


SLUG = text(GOOD, "title: Chip\ndate: 2025-09-02 07:30\nslug: chip")


def test_a_renamed_file_is_told_the_line_to_add(tmp_path):
    ((path, line, code, severity, what, hint),) = found(
        tmp_path, {"it/2025/chip-usa.md": SLUG}, {"it/2025/chip-cina.md": SLUG}
    )
    assert (path, line, code, severity) == ("content/it/2025/chip-cina.md", 1, "ID-CHANGED", "error")
    new = derived_id("it", 2025, "chip-cina")
    assert (
        what.partition(" has ")[2]
        == f"/2025/09/chip/ with the id {OLD}, and here it is {new}: feed readers would show it as new"
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


def test_a_digest_with_a_guid_is_known_by_that(tmp_path):
    own = SLUG.replace("slug: chip", "slug: chip\nguid: https://old.example/?p=1")
    assert found(tmp_path, {"it/2025/chip-usa.md": own}, {"it/2025/chip-cina.md": own}) == []


def test_a_deleted_digest_is_no_renamed_one(tmp_path):
    own = text(GOOD, "title: Chip\ndate: 2025-09-02 07:30")
    other = text("- c\n\n📌 d\n", "title: Altro\ndate: 2025-09-01", id="e7k2m9qfx4c")
    gone = found(tmp_path, {"it/2025/chip-usa.md": own}, {"it/2025/altro.md": other})
    assert [each[5] for each in gone if "/2025/09/chip-usa/" in each[4]] == [
        "add /2025/09/chip-usa/ to the aliases of what replaces it, or delete the line in addresses.txt"
    ]
