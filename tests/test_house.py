import ast
import subprocess
import sys
from fnmatch import fnmatch
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins" / "puntina"
GROUPS = ("core", "commands")  # rooms that hold rooms
TESTS = ROOT / "tests"
# From the top of the flow down: a room may import those above it and none below.
VALUES = {"core.digest", "core.hooks", "core.routes", "core.settings", "core.locales", "core.content"}  # no Pelican
BUILD = VALUES | {"core.engine", "core.views", "core.pelican"}
COMMAND = VALUES | {"core.checks", "core.reporting"}
MAY_IMPORT = {
    "core.digest": set(),
    "core.hooks": set(),
    "scaffold": set(),
    "core.media": set(),
    "core.locales": {"core.digest"},
    "core.routes": {"core.digest", "core.locales"},
    "share": {"core.digest", "core.hooks", "core.locales"},
    "copyright": {"core.digest", "core.hooks", "core.locales"},
    "core.settings": {"core.digest", "core.hooks", "core.locales", "core.routes", "share", "copyright"},
    "core.reporting": {"core.digest", "core.settings", "core.locales"},
    "core.content": {"core.digest", "core.routes", "core.settings", "core.media"},
    "core.checks": VALUES | {"core.reporting", "share"},
    "core.engine": {"core.digest", "core.hooks", "core.media"},
    "core.views": VALUES | {"share", "copyright"},
    "core.pelican": VALUES
    | {"core.checks", "core.reporting", "core.engine", "core.media", "core.views", "share", "copyright"},
    "core.theme": BUILD | {"core.media"},
    "summary": BUILD,
    "translations": BUILD,
    "listings": BUILD,
    "feeds": BUILD | {"core.media", "summary", "copyright", "listings"},
    "editions": BUILD | {"summary", "copyright", "feeds"},
    "corrections": BUILD | {"feeds"},
    "lite": BUILD | {"summary", "copyright", "listings"},
    "metadata": {"core.hooks", "core.settings", "core.views", "core.locales"},
    "crawlers": BUILD | {"feeds"},
    "images": BUILD | {"core.media"},
    "redirects": BUILD,
    "search": BUILD | {"core.media"},
    "commands.build": COMMAND | {"core.engine", "core.pelican"},
    "commands.check": COMMAND,
    "commands.serve": COMMAND | {"core.engine", "commands.build", "commands.check"},
    "commands.verify": COMMAND | {"commands.build", "commands.check"},
    "commands.init": COMMAND | {"commands.build", "commands.check", "commands.importer"},
    "commands.upgrade": {"core.digest", "core.locales", "core.reporting", "commands.init", "commands.check"},
    "commands.importer": COMMAND | {"commands.check"},
}


def imports(path: Path) -> set[str]:
    """Return the dotted names of all modules that a file imports, wherever in it, but for what only types need."""
    tree = ast.parse(path.read_text("utf-8"))
    tree.body = [
        node for node in tree.body if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    ]
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def room_of(module: str) -> str:
    """Return the room that a module of the package is in, as "core.digest" or "share"; "" where it is in none."""
    _, *parts = module.split(".")
    depth = 2 if parts[:1] and parts[0] in GROUPS else 1
    return ".".join(parts[:depth])


def rooms_imported(room: str) -> set[str]:
    """Return the other rooms that the files of one import."""
    place = PACKAGE / room.replace(".", "/")
    names = {
        name for path in (*place.rglob("*.py"), *PACKAGE.glob(f"{room.replace('.', '/')}.py")) for name in imports(path)
    }
    return {room_of(name) for name in names if name.startswith("puntina.")} - {room}


def test_every_room_has_its_place():
    folders = [*PACKAGE.iterdir(), *(path for group in GROUPS for path in (PACKAGE / group).iterdir())]
    rooms = {
        path.relative_to(PACKAGE).as_posix().replace("/", ".")
        for path in folders
        if path.is_dir() and path.name != "__pycache__"
    }
    files = {f"core.{path.stem}" for path in (PACKAGE / "core").glob("*.py") if path.stem != "__init__"}
    assert (rooms | files) - set(GROUPS) == set(MAY_IMPORT)


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_imports_point_up_the_flow_only(room):
    assert rooms_imported(room) - MAY_IMPORT[room] - {"compiled", "committed", "fast_paths"} == set()


def test_rooms_form_no_circle():
    assert set(TopologicalSorter(MAY_IMPORT).static_order()) == set(MAY_IMPORT)  # CycleError names a circle


@pytest.mark.parametrize(
    "module",
    ["puntina.core.digest", "puntina.core.settings", "puntina.commands.check.command", "puntina.commands.importer"],
)
def test_editors_get_their_answer_without_pelican(module):
    program = f"import sys, {module}; print(sorted(name for name in sys.modules if name.split('.')[0] == 'pelican'))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT / "plugins", capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_rooms_stay_small_and_say_what_they_are_for(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 250
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=lambda path: path.parent.name)
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
