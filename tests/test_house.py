import ast
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGINS = ROOT / "plugins"
TESTS = ROOT / "tests"
# From the top of the flow down: a room may import those above it and none below.
MAY_IMPORT = {
    "digest": set(),
    "media": set(),
    "share": {"locales"},
    "locales": {"digest"},
    "copyright": {"digest", "locales"},
    "site": {"digest", "share", "copyright", "locales"},
    "check": {"digest", "site", "locales", "media"},
    "reader": {"digest", "site", "check", "locales", "media"},
    "summary": {"digest", "reader", "locales"},
    "translations": {"digest", "site"},
    "engine": {"digest", "media"},
    "cards": {"digest", "site", "reader", "share", "copyright", "locales"},
    "listings": {"digest", "site", "locales", "reader", "cards"},
    "feeds": {
        "digest",
        "site",
        "check",
        "locales",
        "reader",
        "summary",
        "copyright",
        "cards",
        "engine",
        "listings",
        "media",
    },
    "editions": {"digest", "site", "locales", "reader", "summary", "copyright", "cards", "engine", "feeds"},
    "corrections": {"digest", "site", "locales", "reader", "cards"},
    "lite": {"digest", "site", "check", "locales", "reader", "summary", "copyright", "cards", "listings"},
    "metadata": {"site", "cards", "locales"},
    "crawlers": {"digest", "site", "cards", "engine", "listings", "feeds", "editions"},
    "images": {"digest", "site", "check", "reader", "cards", "engine", "feeds", "media"},
    "redirects": {"digest", "site", "check", "locales", "engine", "feeds"},
    "search": {"digest", "site", "locales", "cards", "engine", "feeds"},
    "theme": {"digest", "site", "cards", "locales"},
    "build": {"digest", "site", "check", "engine", "reader", "locales"},
    "serve": {"digest", "site", "check", "engine", "build", "locales"},
    "importer": {"digest", "site", "check", "locales"},
}


def imports(path: Path) -> set[str]:
    """Return the dotted names of all modules that a file imports, wherever in it."""
    tree = ast.parse(path.read_text("utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def rooms_imported(room: str) -> set[str]:
    """Return the other rooms that the files of one import."""
    names = {name for path in (PLUGINS / room).rglob("*.py") for name in imports(path)}
    return {name.split(".")[1] for name in names if name.startswith("plugins.")} - {room}


def test_every_room_has_its_place():
    assert {path.name for path in PLUGINS.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(MAY_IMPORT)


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_imports_point_up_the_flow_only(room):
    assert rooms_imported(room) - MAY_IMPORT[room] == set()


@pytest.mark.parametrize("module", ["plugins.digest", "plugins.site", "plugins.check.command", "plugins.importer"])
def test_editors_get_their_answer_without_pelican(module):
    program = f"import sys, {module}; print(sorted(name for name in sys.modules if name.split('.')[0] == 'pelican'))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("path", sorted(PLUGINS.rglob("*.py")), ids=lambda path: path.relative_to(PLUGINS).as_posix())
def test_rooms_stay_small_and_say_what_they_are_for(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 250
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", sorted(PLUGINS.glob("*/__init__.py")), ids=lambda path: path.parent.name)
def test_register_only_connects_functions_of_the_top_level(path):
    tree = ast.parse(path.read_text("utf-8"))
    top = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    top |= {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    for register in (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "register"):
        _, *lines = register.body
        calls = [line.value for line in lines if isinstance(line, ast.Expr)]
        assert [call.func.attr for call in calls] == ["connect"] * len(calls)
        own = {alias.name for node in lines if isinstance(node, ast.ImportFrom) for alias in node.names}
        assert {call.args[0].id for call in calls} <= top | own
        assert all(isinstance(line, ast.Expr | ast.ImportFrom) for line in lines)


def test_every_test_file_is_collected(pytestconfig):
    passed_over = set(pytestconfig.getini("norecursedirs"))
    rooms = {part for path in TESTS.rglob("test_*.py") for part in path.relative_to(TESTS).parts[:-1]}
    assert {room for room in rooms if any(fnmatch(room, pattern) for pattern in passed_over)} == set()
