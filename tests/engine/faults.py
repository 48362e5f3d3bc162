"""What breaks a publication, for each the way back: a build must then change nothing."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.engine.trial import Fault, Trial

Mend = Callable[[], None]


def content(trial: Trial, rng: Random) -> Mend:
    """Add a file that is no digest, has the id of another, or links to nothing."""
    piece = rng.choice([each for each in trial.sketch.pieces.values() if not each.page])
    header = "---\ntitle: Guasto\ndate: 2025-03-01 08:00\n"
    texts = (
        "no front matter",
        "---\ntitle: Senza data\n---\n- Punto\n",
        f"{header}---\n- [qui](manca.md)\n",
        f"{header}image: {{file: none.png, alt: Figura}}\n---\n- Punto\n",
        f"{header}aliases: [/404.html]\n---\n- Punto\n",
        f"{header}translation_key: {piece.pair}\n---\n- Punto\n",
    )
    return _with_text(trial.folder / f"content/{piece.lang}/2025/broken.md", rng.choice(texts))


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


def _put_back(path: Path, data: bytes) -> None:
    path.write_bytes(data)


FAULTS: dict[str, Fault] = {
    "fault in content": content,
    "fault in a template": template,
    "fault in a catalogue": catalogue,
    "fault in a setting": setting,
}
