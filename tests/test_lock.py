import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-test.txt")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


class Locked(NamedTuple):
    requirement: Requirement
    hashes: frozenset[str]


def read_lock(name: str) -> dict[str, Locked]:
    """Return the packages of a lock file; what is neither comment, requirement nor hash is an error."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    locked = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            requirement = Requirement(HASH.sub("", line).strip())
            locked[canonicalize_name(requirement.name)] = Locked(requirement, frozenset(HASH.findall(line)))
    return locked


def wanted(*groups: str) -> dict[str, str]:
    """Return name and version specifier of the direct dependencies, and of the groups named."""
    listed = list(PROJECT["project"]["dependencies"]) if "dependencies" in groups else []
    for group in groups:
        listed += PROJECT["dependency-groups"].get(group, [])
    requirements = [Requirement(item) for item in listed]
    return {canonicalize_name(requirement.name): str(requirement.specifier) for requirement in requirements}


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_one_version_and_hashes(name: str) -> None:
    for package, (requirement, hashes) in read_lock(name).items():
        assert re.fullmatch(r"==[^=*,]+", str(requirement.specifier)), package
        assert hashes, package
        assert requirement.url is None, package


@pytest.mark.parametrize("name", [*LOCKS, "pyproject.toml"])
def test_no_file_names_a_registry(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_every_direct_dependency_is_pinned() -> None:
    for package, specifier in wanted("dependencies", "build", "test", "lint").items():
        assert re.fullmatch(r"==[^=*,]+", specifier), package


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("requirements-build.txt", ["build"]),
        ("requirements.txt", ["dependencies"]),
        ("requirements-test.txt", ["dependencies", "test", "lint"]),
    ],
)
def test_the_lock_has_the_direct_dependencies_at_the_same_version(name: str, groups: list[str]) -> None:
    direct = wanted(*groups)
    locked = {package: str(entry.requirement.specifier) for package, entry in read_lock(name).items()}
    assert {package: locked.get(package) for package in direct} == direct


def test_the_tests_use_the_very_packages_that_build_the_site() -> None:
    run, test = (
        {package: (requirement.specifier, hashes) for package, (requirement, hashes) in read_lock(name).items()}
        for name in ("requirements.txt", "requirements-test.txt")
    )
    assert {package: test.get(package) for package in run} == run


def test_what_is_installed_is_what_the_lock_says() -> None:
    here = {
        package: str(requirement.specifier)
        for package, (requirement, _) in read_lock("requirements-test.txt").items()
        if requirement.marker is None or requirement.marker.evaluate()
    }
    assert {package: f"=={version(package)}" for package in here} == here
