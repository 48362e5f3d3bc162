"""What docs/pelican.md says of plugins and themes, and which versions are installed to test with."""

import re
import tomllib

from packaging.requirements import Requirement

from tests.site_builder import ROOT

ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+?) \|", re.MULTILINE)


def listed_in_docs(heading: str) -> dict[str, str]:
    """Return the version of each plugin or theme in the table of a section."""
    text = (ROOT / "docs" / "pelican.md").read_text("utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].partition("\n### ")[0]
    return dict(ROW.findall(section))


def pinned(name: str) -> str:
    """Return the version of a package that the tests use."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = map(Requirement, (*project["project"]["dependencies"], *project["dependency-groups"]["test"]))
    return next(str(each.specifier).removeprefix("==") for each in listed if each.name == name)
