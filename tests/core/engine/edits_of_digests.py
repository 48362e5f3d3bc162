"""Edits of digests and pages, as editors make them, one function a kind."""

import datetime as dt
from random import Random

from tests.core.engine.sketch import (
    AUTHORS,
    CATEGORIES,
    CUTOFF,
    FORMAT,
    START,
    TAGS,
    THREADS,
    Piece,
    add_digest,
    old_addresses,
    some_keys,
    words,
)
from tests.core.engine.trial import Trial

KINDS = ("update", "correction", "retraction")


def body(trial: Trial, rng: Random) -> None:
    """Give a digest or a page other points."""
    piece = rng.choice(list(trial.sketch.pieces.values()))
    piece.points = [*piece.points[rng.randint(0, 1) :], words(rng, "Nuovo punto")]


def heading(trial: Trial, rng: Random) -> None:
    """Give a digest another first heading, to which others may link."""
    _digest(trial, rng).headings[:1] = [f"Capo {trial.sketch.number()}"]


def title(trial: Trial, rng: Random) -> None:
    """Give a digest another title."""
    _digest(trial, rng).keys["title"] = words(rng, rng.choice(["Titolo", "«Titolo» & <altro>"]))


def date(trial: Trial, rng: Random) -> None:
    """Give a digest another date: near its own, or anywhere."""
    piece = _digest(trial, rng)
    own = dt.datetime.strptime(str(piece.keys["date"]), FORMAT)  # noqa: DTZ007 - as front matter has it
    near = own + dt.timedelta(minutes=rng.randint(-3000, 3000))
    for key in ("edition", "updates", "expires"):  # which might be on the wrong side of it now
        piece.keys.pop(key, None)
    piece.keys["date"] = rng.choice([near, START + dt.timedelta(hours=rng.randrange(9000))]).strftime(FORMAT)


def slug(trial: Trial, rng: Random) -> None:
    """Give a digest a slug, or another."""
    _digest(trial, rng).keys["slug"] = f"s{trial.sketch.number()}"


def category(trial: Trial, rng: Random) -> None:
    """Put a digest into the other category."""
    piece = _digest(trial, rng)
    piece.keys["category"] = next(key for key in CATEGORIES if key != piece.keys.get("category"))


def tags(trial: Trial, rng: Random) -> None:
    """Give a digest other tags, or none."""
    _set(_digest(trial, rng), "tags", rng.sample(TAGS, rng.randint(0, 3)))


def thread(trial: Trial, rng: Random) -> None:
    """Put a digest into a thread, or into none."""
    _set(_digest(trial, rng), "thread", rng.choice([*THREADS, None]))


def authors(trial: Trial, rng: Random) -> None:
    """Give a digest other authors, or none."""
    _set(_digest(trial, rng), "authors", rng.sample(AUTHORS, rng.randint(0, 2)))


def sources(trial: Trial, rng: Random) -> None:
    """Give a digest another source, or none."""
    _set(
        _digest(trial, rng),
        "sources",
        rng.choice([None, [{"name": rng.choice([words(rng, "Fonte"), "Agenzia"]), "paywall": True}]]),
    )


def copyright(trial: Trial, rng: Random) -> None:
    """Give a digest other rights, or those of the publication."""
    own = {"year": str(rng.randint(2000, 2025)), "holder": words(rng, "Altri")}
    _set(_digest(trial, rng), "copyright", rng.choice([None, own]))


def share(trial: Trial, rng: Random) -> None:
    """Give a digest other share links, or those of the publication."""
    _set(_digest(trial, rng), "share", rng.choice([None, "off", ["x", "copy"], ["email"]]))


def status(trial: Trial, rng: Random) -> None:
    """Publish, hide or draft a digest or a page."""
    rng.choice(list(trial.sketch.pieces.values())).keys["status"] = rng.choice(["published", "draft", "hidden"])


def modified(trial: Trial, rng: Random) -> None:
    """Say that a digest was corrected, or no longer."""
    _set(_digest(trial, rng), "modified", rng.choice([None, f"2025-11-{rng.randint(10, 29)} 09:00"]))


def updates(trial: Trial, rng: Random) -> None:
    """Say what became known of a digest, was corrected in it, or that it was retracted; or no longer."""
    piece = _digest(trial, rng)
    note = {"date": str(piece.keys["date"]), "text": words(rng, "Nota"), "kind": rng.choice(KINDS)}
    _set(piece, "updates", rng.choice([None, [note], [note, {**note, "kind": "update", "text": words(rng, "Altro")}]]))


def expires(trial: Trial, rng: Random) -> None:
    """Have a digest expire before or behind the cut-off, or never."""
    piece = _digest(trial, rng)
    own = dt.datetime.strptime(str(piece.keys["date"]), FORMAT)  # noqa: DTZ007 - as front matter has it
    near = CUTOFF + dt.timedelta(minutes=rng.randint(-3000, 3000))
    _set(piece, "expires", rng.choice([None, max(near, own + dt.timedelta(minutes=1)).strftime(FORMAT)]))


def edition(trial: Trial, rng: Random) -> None:
    """Put a digest into the edition of an earlier day, or into that of its own."""
    piece = _digest(trial, rng)
    own = dt.datetime.strptime(str(piece.keys["date"]), FORMAT)  # noqa: DTZ007 - as front matter has it
    earlier = own - dt.timedelta(days=rng.randint(1, 9))
    _set(piece, "edition", rng.choice([None, earlier.strftime("%Y-%m-%d")]))


def summary(trial: Trial, rng: Random) -> None:
    """Give a digest a summary of its own, or none."""
    _set(_digest(trial, rng), "summary", rng.choice([None, words(rng, "In breve")]))


def identity(trial: Trial, rng: Random) -> None:
    """Give a digest an id, or take it away."""
    piece = _digest(trial, rng)
    _set(piece, "id", None if "id" in piece.keys else f"e{trial.sketch.number():010}")


def aliases(trial: Trial, rng: Random) -> None:
    """Give a digest or a page old URLs, or none."""
    piece = rng.choice(list(trial.sketch.pieces.values()))
    _set(piece, "aliases", rng.choice([None, old_addresses(trial.sketch.number(), rng)]))


def links(trial: Trial, rng: Random) -> None:
    """Have a digest link to others."""
    others = list(trial.sketch.pieces)
    _digest(trial, rng).links = [(rng.choice(others), rng.random() < 0.5) for _ in range(rng.randint(0, 3))]


def picture(trial: Trial, rng: Random) -> None:
    """Have a digest show other pictures."""
    known = sorted(trial.sketch.files)
    _digest(trial, rng).files = rng.sample(known, rng.randint(0, min(2, len(known))))


def image(trial: Trial, rng: Random) -> None:
    """Give a digest another picture of its own, or none."""
    _digest(trial, rng).image = rng.choice([*trial.sketch.files, ""])


def page(trial: Trial, rng: Random) -> None:
    """Give a standing page another title, slug or text; menus on every page name it."""
    piece = rng.choice([each for each in trial.sketch.pieces.values() if each.page])
    piece.keys[rng.choice(["title", "slug"])] = f"pagina-{trial.sketch.number()}"
    piece.points = [words(rng, "Testo")]


def create(trial: Trial, rng: Random) -> None:
    """Write a digest."""
    add_digest(trial.sketch, rng)


def delete(trial: Trial, rng: Random) -> None:
    """Delete a digest."""
    _take_away(trial, _digest(trial, rng))


def translate(trial: Trial, rng: Random) -> None:
    """Translate a digest into a language that it is not in yet."""
    piece = _digest(trial, rng)
    pairs = {(each.lang, each.pair) for each in trial.sketch.pieces.values()}
    if missing := [lang for lang in trial.sketch.languages if (lang, piece.pair) not in pairs]:
        made = add_digest(trial.sketch, rng)
        made.lang, made.keys["translation_key"] = rng.choice(missing), piece.pair


def part(trial: Trial, rng: Random) -> None:
    """Delete a translation, or make it a digest of its own."""
    if pieces := [each for each in trial.sketch.pieces.values() if "translation_key" in each.keys]:
        piece = rng.choice(pieces)
        del piece.keys["translation_key"]
        if rng.random() < 0.5:
            _take_away(trial, piece)


def rename(trial: Trial, rng: Random) -> None:
    """Give a file another name, with which slug, translation and id may change."""
    _digest(trial, rng).name = f"r{trial.sketch.number()}"


def move(trial: Trial, rng: Random) -> None:
    """Move a file to another language, where it is a digest of its own."""
    piece = _digest(trial, rng)
    piece.lang, piece.name = rng.choice(trial.sketch.languages), f"v{trial.sketch.number()}"
    piece.keys.pop("translation_key", None)


def pull(trial: Trial, rng: Random) -> None:
    """Change many digests at once, as a pull from others does."""
    for each in list(trial.sketch.pieces.values()):
        if not each.page and rng.random() < 0.7:
            each.keys.update(some_keys(rng))


def _digest(trial: Trial, rng: Random) -> Piece:
    return rng.choice([piece for piece in trial.sketch.pieces.values() if not piece.page])


def _take_away(trial: Trial, piece: Piece) -> None:
    """Delete the digest, unless few are left."""
    if sum(not each.page for each in trial.sketch.pieces.values()) > 2:
        del trial.sketch.pieces[piece.number]


def _set(piece: Piece, key: str, value: object) -> None:
    """Give the key this value; an empty one takes the key away."""
    if value:
        piece.keys[key] = value
    else:
        piece.keys.pop(key, None)
