"""A small publication as data, from which its content files and settings are written; always free of faults."""

import datetime as dt
import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from tests.pictures import png
from tests.site_builder import SETTINGS

LANGUAGES = ("it", "en", "vi")
TAGS = ("chip", "Cina", "mã nguồn", "energia", "C++")
THREADS = ("La guerra dei chip", "Vertice «clima»")
AUTHORS = ("Redazione", "Nguyễn Văn A", "O’Hara")
CATEGORIES = ("world", "technology")
OWN_PLUGIN = "mine"
FORMAT = "%Y-%m-%d %H:%M"
START = dt.datetime(2025, 1, 1, 8, 0)  # noqa: DTZ001 - as front matter has it, without an offset
CUTOFF = dt.datetime(2025, 12, 1, 12, 0)  # noqa: DTZ001 - likewise


@dataclass(slots=True)
class Piece:
    """A digest or a standing page; `keys` is its front matter, links name other pieces by number."""

    number: int
    lang: str
    name: str
    page: bool
    keys: dict[str, object]
    points: list[str]
    headings: list[str]
    links: list[tuple[int, bool]] = field(default_factory=list)  # a piece, and whether to its first heading
    files: list[str] = field(default_factory=list)  # paths below the content
    image: str = ""  # likewise, of its own picture

    @property
    def path(self) -> str:
        """Return where its file is, below the content."""
        return f"{self.lang}/{'pages' if self.page else '2025'}/{self.name}.md"

    @property
    def pair(self) -> str:
        """Return what it shares with its translations."""
        return str(self.keys.get("translation_key", self.path.partition("/")[2].removesuffix(".md")))

    def to(self, path: str) -> str:
        """Return how a link here names another file of the content."""
        return posixpath.relpath(path, posixpath.dirname(self.path))


@dataclass(slots=True)
class Sketch:
    """The publication: pieces by number, settings by name; `files` are its pictures and the like, as bytes by path."""

    languages: tuple[str, ...]
    pieces: dict[int, Piece] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    others: dict[str, bytes] = field(default_factory=dict)  # files that no digest shows, by their paths too
    count: int = 0

    def number(self) -> int:
        """Return a number that was not given before."""
        self.count += 1
        return self.count

    def is_public(self, piece: Piece) -> bool:
        """Return whether readers may see it, so that others may link to it."""
        held = str(piece.keys.get("date", "")) > str(self.settings["CUTOFF"])
        return not held and piece.keys.get("status") != "draft"

    def texts(self) -> dict[str, bytes]:
        """Return the content files by their paths below the content."""
        return {piece.path: self._text(piece).encode() for piece in self.pieces.values()} | self.files | self.others

    def settings_text(self) -> str:
        """Return the settings file."""
        return "".join(f"{name} = {value!r}\n" for name, value in self.settings.items())

    def _text(self, piece: Piece) -> str:
        own = {"image": self._image(piece)} if piece.image in self.files else {}
        keys = (piece.keys | own).items()
        header = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys)
        points = [f"- {text}" for text in (*piece.points, *self._links(piece))]
        headings = [f"## {text}\n\nTesto sotto «{text}»." for text in piece.headings]
        files = [f"![figura]({piece.to(path)})" for path in piece.files if path in self.files]
        pin = [] if piece.page else [f"📌 Sintesi di {piece.name}, {piece.points[0] if piece.points else ''}."]
        return f"---\n{header}\n---\n" + "\n\n".join(["\n".join(points), *pin, *files, *headings]) + "\n"

    def _image(self, piece: Piece) -> dict[str, str]:
        return {"file": piece.to(piece.image), "alt": f"Figura di {piece.name}", "credit": "Nome"}

    def _links(self, piece: Piece) -> Iterator[str]:
        """The links that lead somewhere now; an editor would have to mend the others."""
        for number, deep in piece.links:
            other = self.pieces.get(number)
            if other and (self.is_public(other) or not self.is_public(piece)):
                anchor = f"#{other.headings[0].lower().replace(' ', '-')}" if deep and other.headings else ""
                yield f"vedi [{other.name}]({piece.to(other.path)}{anchor})"


def sketch(seed: int) -> Sketch:
    """Return a random publication: 1 to 3 languages, 5 to 25 digests, pages, pictures, drafts and held digests."""
    rng = Random(seed)
    languages = LANGUAGES[: rng.randint(1, 3)]
    made = Sketch(languages, settings=_settings(languages))
    if rng.random() < 0.4:  # without it a build may take the quick ways, as for a change of text alone
        use_own_plugin(made)
    for _ in range(rng.randint(1, 3)):
        add_file(made, rng)
    for _ in range(rng.randint(5, 25)):
        add_digest(made, rng)
    for lang in languages:
        _page(made, rng, lang)
    return made


def use_own_plugin(made: Sketch) -> None:
    """Take the publication's own plugin in, or leave it out where it is in."""
    plugins = made.settings["PLUGINS"]
    assert isinstance(plugins, list)
    made.settings["PLUGINS"] = plugins[:-1] if plugins[-1] == OWN_PLUGIN else [*plugins, OWN_PLUGIN]


def add_digest(made: Sketch, rng: Random) -> Piece:
    """Add a random digest, by chance as the translation of another."""
    number, lang = made.number(), rng.choice(made.languages)
    minutes = rng.randrange(365 * 24 * 60)
    # Some are news at the cut-off, or have just ceased to be.
    date = (
        CUTOFF - dt.timedelta(minutes=minutes % 5000) if rng.random() < 0.2 else START + dt.timedelta(minutes=minutes)
    )
    status = rng.choices(["published", "draft", "hidden"], [8, 1, 1])[0]
    keys: dict[str, object] = {"title": words(rng, "Titolo"), "date": date.strftime(FORMAT), "status": status}
    if rng.random() < 0.8:
        keys["id"] = f"d{number:010}"
    keys |= some_keys(rng)
    if rng.random() < 0.2:
        keys["aliases"] = old_addresses(number, rng)
    piece = Piece(number, lang, f"n{number}", False, keys, _points(rng), _headings(rng, number))
    pairs = {(each.lang, each.pair) for each in made.pieces.values()}
    alone = [each for each in made.pieces.values() if not each.page and (lang, each.pair) not in pairs]
    if alone and rng.random() < 0.6:
        keys["translation_key"] = rng.choice(alone).pair
    piece.links = [(rng.choice([*made.pieces, number]), rng.random() < 0.5) for _ in range(rng.randint(0, 2))]
    piece.files = rng.sample(sorted(made.files), min(len(made.files), rng.randint(0, 1)))
    piece.image = rng.choice([*made.files, "", ""])
    made.pieces[number] = piece
    return piece


def some_keys(rng: Random) -> dict[str, object]:
    """Return random front matter of the kinds that a digest may lack."""
    every: dict[str, object] = {
        "tags": rng.sample(TAGS, rng.randint(1, 3)),
        "thread": rng.choice(THREADS),
        "authors": rng.sample(AUTHORS, rng.randint(1, 2)),
        "category": rng.choice(CATEGORIES),
        "sources": [
            {
                "name": rng.choice([words(rng, "Fonte"), "Agenzia", "agenzia", "日本"]),
                "url": f"https://example.org/{rng.randrange(99)}",
                "lang": "en",
            }
        ],
        "copyright": {"holder": words(rng, "Titolare"), "licence": "CC-BY-4.0"},
        "share": rng.choice(["off", ["x"], ["whatsapp", "email", "copy"]]),
        "modified": (CUTOFF - dt.timedelta(minutes=rng.randrange(40_000))).strftime(FORMAT),
        "summary": words(rng, "In breve"),
        "guid": f"https://old.example/?p={rng.randrange(10**9)}",
    }
    return {key: every[key] for key in rng.sample(sorted(every), rng.randint(0, 5))}


def old_addresses(number: int, rng: Random) -> list[str]:
    """Return addresses that no other piece has or had."""
    return rng.sample([f"/vecchio/{number}/", f"v{number}.html", f"/{number}/già/"], rng.randint(1, 2))


def add_file(made: Sketch, rng: Random) -> str:
    """Add a random picture, in the folder that is copied whole or beside the digests, and return its path."""
    path = f"{rng.choice(['media', 'media/deep', 'it/2025'])}/m{made.number()}.png"
    made.files[path] = picture_bytes(rng)
    return path


def picture_bytes(rng: Random) -> bytes:
    """Return a picture that is wide enough for several sizes, or not, and quickly encoded."""
    return png(rng.choice([1, 300, 480, 700, 1000, 1500]), rng.randint(1, 8), rng)


def words(rng: Random, first: str) -> str:
    """Return a text that is rarely the same and always of one length."""
    return f"{first} {rng.randrange(1000, 9999)}"


def _points(rng: Random) -> list[str]:
    return [words(rng, rng.choice(["Primo", "**Altro**", "`Terzo`"])) for _ in range(rng.randint(1, 4))]


def _headings(rng: Random, number: int) -> list[str]:
    return [f"Parte {number} {n}" for n in range(rng.randint(0, 2))]


def _page(made: Sketch, rng: Random, lang: str) -> None:
    number = made.number()
    piece = Piece(number, lang, f"p{number}", True, {"title": words(rng, "Pagina")}, _points(rng), [])
    piece.links = [(rng.choice(list(made.pieces)), False)]
    made.pieces[number] = piece


def _settings(languages: tuple[str, ...]) -> dict[str, object]:
    own: dict[str, object] = {
        "LANGUAGES": {code: f"Fatti {code}" for code in languages},
        "DEFAULT_LANG": languages[0],
        "CATEGORIES": {key: {code: f"{key} {code}" for code in languages} for key in CATEGORIES},
        "SHARE": ["x", "whatsapp", "email", "copy", "native"],
        "SEARCH": True,
        "FEED_SIZE": 10,
        "REDIRECTS": [],
        "FEED_TAG_MINIMUM": 2,
        "SUMMARY_POSITION": "as written",
        "COPYRIGHT_LICENCE": "",
        "TAG_SLUGS": {},
        "CUTOFF": CUTOFF.strftime(FORMAT),
        "LITE_URL": "lite/",
        "EDITIONS_URL": "edition/",
        "THEME": "themes/daily",
        "PLUGINS": [*SETTINGS["PLUGINS"]],
    }
    return SETTINGS | own
