import ast
import re
from pathlib import Path

import pytest

from puntina.core.checks.codes import CODES
from puntina.core.digest.keys import PAGE_READERS, READERS
from puntina.core.hooks import Hooks
from puntina.core.settings.pelican_settings import PELICAN_SETTINGS
from puntina.core.settings.table import every_setting

ROOT = Path(__file__).parents[1]
CODE = re.compile(
    r"(TEXT|FM|YAML|BODY|MARK|CHECK|FILE|ID|PATH|KEY|SLUG|LINK|SITE|OUTPUT|THEME|PELICAN|IMP|NEW|INIT|UPGRADE|SERVE|BUILD|VERIFY)(-[A-Z0-9]+)+|YAML|THEME|PELICAN"
)
# Names of settings and of other things that look like codes.
NO_CODES = {"THEME"}


def rows(name: str) -> dict[str, list[str]]:
    """Return the cells of every table row of a document by each name in code marks in its first cell."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / "docs" / name).read_text("utf-8").splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for key in re.findall(r"`([^`]+)`", cells[0]) if cells else ():
            found[key] = cells[1:]
    return found


def codes_in_code() -> set[str]:
    """Return every text in the plugins that is a problem's code."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "plugins").rglob("*.py"))
    texts = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}


def test_every_code_is_documented_and_no_other():
    assert set(rows("problems.md")) - {"TAG_SLUGS"} == codes_in_code() == CODES


@pytest.mark.parametrize("setting", every_setting(Hooks()), ids=lambda setting: setting.name)
def test_every_setting_is_documented_as_it_is(setting):
    assert rows("settings.md")[setting.name] == [f"`{setting.default!r}`", setting.help]


@pytest.mark.parametrize("row", PELICAN_SETTINGS, ids=lambda row: row.name)
def test_every_setting_of_pelican_s_is_documented_with_what_to_do(row):
    here = "other themes only" if row.for_themes else "refused"
    assert rows("settings.md")[row.name] == [here, row.hint]


def test_every_key_of_the_front_matter_is_documented():
    assert set(rows("writing.md")) == set(READERS)
    assert set(PAGE_READERS) < set(READERS)


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/writing.md",
        "docs/commands.md",
        "docs/problems.md",
        "docs/settings.md",
        "docs/benchmarks.md",
        "docs/feeds.md",
        "docs/editions.md",
        "docs/metadata.md",
        "docs/search.md",
        "docs/addresses.md",
        "docs/engine.md",
        "docs/glossary.md",
        "docs/looks.md",
        "docs/pelican.md",
        "docs/plugins.md",
        "docs/publications.md",
        "docs/themes.md",
    ],
)
def test_links_between_documents_lead_to_files(page):
    text = (ROOT / page).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in target]
    samples = (
        {"../../media/chip.jpg", "../2024/other.md", "../pages/contact.md"} if page == "docs/writing.md" else set()
    )
    missing = [
        target for target in targets if target not in samples and not (ROOT / page).parent.joinpath(target).exists()
    ]
    assert missing == []
