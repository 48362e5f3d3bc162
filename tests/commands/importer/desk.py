"""Importing as tests do it: files in, and what is said and written."""

from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from puntina.commands.importer import import_files
from puntina.core.digest import Rules

FIXTURES = Path(__file__).parents[2] / "fixtures"
ROME = ZoneInfo("Europe/Rome")
CATEGORIES = (("technology", ("Tecnologia", "Technology")), ("economy", ("Economia",)))
RULES = Rules(languages=("it", "en", "vi"), timezone=ROME, categories=CATEGORIES)
NOW = datetime(2025, 11, 3, 8, 15, 42, tzinfo=ROME)
DIGEST = "Titolo\n\n• uno\n• due\n📌 sintesi breve\n"
NOTHING = "nothing was written"


def run(*files, **options):
    """The exit code and the lines said."""
    said = []
    numbers = count(1)
    options = {"holder": "Vietmetric", "lang": "it", "now": NOW, "fresh_id": lambda: f"id{next(numbers)}"} | options
    code = import_files(files, content=Path("content"), rules=RULES, out=said.append, **options)
    return code, said


def paste(name, text=DIGEST):
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def written():
    return {
        path.relative_to("content").as_posix(): path.read_text("utf-8")
        for path in Path("content").rglob("*")
        if path.is_file()
    }
