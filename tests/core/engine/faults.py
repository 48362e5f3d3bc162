"""What breaks a publication, for each the way back: a build must then change nothing."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from puntina.core.settings.model import ADDRESSES_FILE
from tests.commands.build.odd_trees import png_of
from tests.core.engine.trial import Fault, Trial
from tests.pictures import png

Mend = Callable[[], None]


def content(trial: Trial, rng: Random) -> Mend:
    """Add a file that is no digest, has the id of another, or links to nothing."""
    piece = rng.choice([each for each in trial.sketch.pieces.values() if not each.page])
    header = "---\ntitle: Guasto\ndate: 2020-03-01 08:00\n"
    texts = (
        "no front matter",
        "---\ntitle: Senza data\n---\n- Punto\n",
        f"{header}---\n- [qui](manca.md)\n",
        f"{header}image: {{file: none.png, alt: Figura}}\n---\n- Punto\n",
        f"{header}aliases: [/404.html]\n---\n- Punto\n",
        f"{header}translation_key: {piece.pair}\n---\n- Punto\n",
    )
    return _with_text(trial.folder / f"content/{piece.lang}/2025/broken.md", rng.choice(texts))


# What lies in the content folder and can't be there: paths below it, and what makes them.
LYING = (
    ("it/2025/nome*.md", Path.touch),
    ("it/2025/con.md", Path.touch),
    ("it/2025/nota.txt", Path.touch),
    ("it/2025/fine.", Path.touch),
    ("it/2025/x.md", Path.mkdir),
    ("it/a:b", Path.mkdir),
    ("media/x.md", Path.touch),
    ("fr/2025/x.md", Path.touch),
    ("media/out", partial(Path.symlink_to, target="/etc/hostname")),
    ("media/folder", partial(Path.symlink_to, target="../it")),
    ("it/2025/gone.md", partial(Path.symlink_to, target="nowhere.md")),
    ("media/round", partial(Path.symlink_to, target="round")),
    ("media/away/x", lambda path: path.parent.symlink_to("/etc")),
)


def lying(trial: Trial, rng: Random) -> Mend:
    """Put something into the content folder that can't be there, and that no digest names."""
    name, make = rng.choice(LYING)
    path = trial.folder / "content" / name
    above = [folder for folder in path.parents if not folder.exists()]
    if name != "media/away/x":
        path.parent.mkdir(parents=True, exist_ok=True)
    make(path)
    return lambda: _take_away([path, *above] if name != "media/away/x" else above)  # the link is in place of a folder


def media(trial: Trial, rng: Random) -> Mend:
    """Have a digest show a picture that is none, that is half there, or that no decoder knows what to do with."""
    lang = trial.sketch.languages[0]
    bad = rng.choice([b"no picture", png_of(3), png(64, 64, rng)[:200], png_of(0, rows=b"")])
    picture, text = trial.folder / "content/media/broken.png", trial.folder / f"content/{lang}/2025/broken.md"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(bad)
    header = "title: Guasto\ndate: 2020-03-01 08:00\nimage: {file: /media/broken.png, alt: Figura}"
    text.write_text(f"---\n{header}\n---\n- Punto\n", "utf-8")
    return lambda: _take_away([picture, text])


def place(trial: Trial, rng: Random) -> Mend:
    """Put a digest where the site has something of its own, or have it ask for a template for something else."""
    lang = trial.sketch.languages[0]
    line = rng.choice(["slug: feed.xml", "slug: index.html", "template: _card", "template: index", "template: none"])
    page = line.startswith("slug")  # the address of a page has no date
    path = trial.folder / "content" / lang / ("pages" if page else "2025") / "broken.md"
    header = "title: Guasto\n" + ("" if page else "date: 2020-03-01 08:00\n")
    return _with_text(path, f"---\n{header}{line}\n---\n- Punto\n\n📌 Sintesi.\n")


def addresses(trial: Trial, rng: Random) -> Mend:
    """Leave a merge of the list of published addresses unfinished."""
    lines = "<<<<<<< HEAD\n/a/ ida\n=======\n/b/ idb\n>>>>>>> other\n"
    return _with_text(trial.folder / ADDRESSES_FILE, lines)


def theme_folder(trial: Trial, rng: Random) -> Mend:
    """Put a folder in the place of a catalogue of the theme."""
    path = trial.folder / "themes/daily/locale" / rng.choice(trial.sketch.languages) / "LC_MESSAGES/more.po"
    path.mkdir()
    return path.rmdir


def template(trial: Trial, rng: Random) -> Mend:
    """Break a template: in its syntax, or when it is rendered, which may be late."""
    name = rng.choice(["base.html", "index.html", "tags.html", "404.html"])
    path = trial.folder / "themes/daily/templates" / name
    bad = rng.choice(["{{ nothing.at_all }}", "{% if %}", "{{ 1 / 0 }}"])
    return _with_text(path, re.sub("{% block main %}|</head>", rf"\g<0>{bad}", path.read_text("utf-8"), count=1))


def catalogue(trial: Trial, rng: Random) -> Mend:
    """Break a catalogue."""
    lang = rng.choice(trial.sketch.languages)
    path = trial.folder / "themes/daily/locale" / lang / "LC_MESSAGES/daily.po"
    return _with_text(path, path.read_text("utf-8") + '\nmsgid "no end\n')


def setting(trial: Trial, rng: Random) -> Mend:
    """Give a setting a value that it can't have."""
    name, value = rng.choice([("DEFAULT_PAGINATION", 0), ("SITEURL", "news"), ("SHARE", ["smoke signals"])])
    before = trial.sketch.settings[name]
    trial.sketch.settings[name] = value
    return lambda: trial.sketch.settings.__setitem__(name, before)


def _with_text(path: Path, text: str) -> Mend:
    """Write the text; what comes back puts the file's own bytes back, or takes the file away."""
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return lambda: path.unlink() if before is None else _put_back(path, before)


def _take_away(paths: list[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()


def _put_back(path: Path, data: bytes) -> None:
    path.write_bytes(data)


FAULTS: dict[str, Fault] = {
    "fault in content": content,
    "fault in the content folder": lying,
    "fault in media": media,
    "fault in a place": place,
    "fault in the addresses": addresses,
    "folder in a catalogue's place": theme_folder,
    "fault in a template": template,
    "fault in a catalogue": catalogue,
    "fault in a setting": setting,
}
