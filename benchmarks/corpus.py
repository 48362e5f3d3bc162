"""The corpus: as many digests as asked for, in one language or in several; the same number gives the same texts."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, Literal

from puntina.core.digest.slugs import slugify

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
CATEGORIES = tuple(name.lower() for name in WORDS["en"]["categories"])
FIRST = dt.datetime(2015, 1, 1, 7, tzinfo=dt.UTC)
SPAN = dt.timedelta(days=3650)  # all digests lie in it, however many: none is held back for the future
Part = Literal["body", "summary", "title"]


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag, as one language has it."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest in one language, as every tool gets it."""

    lang: str
    name: str  # of its file, and the last part of its address; the same in every language
    id: str
    moment: dt.datetime
    title: str
    category: Term
    tags: tuple[Term, ...]
    source: str  # the title of what it is based on
    source_url: str
    points: tuple[str, ...]  # Markdown
    summary: str  # plain text

    @property
    def body(self) -> str:
        """The Markdown that all tools read."""
        points = "\n".join(f"- {point}" for point in self.points)
        return f"{points}\n\n📌 {self.summary}\n"

    @property
    def url(self) -> str:
        """Its address below that of its language."""
        return f"{self.moment:%Y/%m}/{self.name}/"

    def edited(self, part: Part, word: str) -> "Digest":
        """The digest with the word put before the text of its first point, its summary or its title."""
        if part == "body":
            return replace(self, points=(f"{word} {self.points[0]}", *self.points[1:]))
        if part == "title":
            return replace(self, title=f"{word} {self.title}")
        return replace(self, summary=f"{word} {self.summary}")


@dataclass(frozen=True)
class Corpus:
    """`count` digests in each language; the first language is the one at the site's root."""

    count: int
    languages: tuple[str, ...] = ("en",)

    @cached_property
    def categories(self) -> dict[str, tuple[Term, ...]]:
        """The eight categories of each language, by keys that are the same in all."""
        return {lang: tuple(map(Term, CATEGORIES, WORDS[lang]["categories"])) for lang in self.languages}

    @cached_property
    def tags(self) -> dict[str, tuple[Term, ...]]:
        """The eighty tags of each language."""
        return {lang: tuple(_tags(WORDS[lang])) for lang in self.languages}

    def digests(self) -> Iterator[Digest]:
        """All digests of all languages, from the oldest to the newest."""
        return (self.digest(number, lang) for number in range(self.count) for lang in self.languages)

    def moment(self, number: int) -> dt.datetime:
        """When the digest of this number was published."""
        return FIRST + dt.timedelta(minutes=number * (SPAN // dt.timedelta(minutes=1)) // self.count)

    def years(self) -> list[int]:
        """The years that have digests."""
        return sorted({self.moment(number).year for number in range(self.count)})

    def digest(self, number: int, lang: str) -> Digest:
        """The digest of this number, 0 being the oldest."""
        story, text = Random(f"{number}"), Random(f"{number} {lang}")
        words = WORDS[lang]["words"].split()
        return Digest(
            lang=lang,
            name=f"{'-'.join(map(slugify, story.sample(WORDS['en']['words'].split(), 3)))}-{number}",
            id=f"b{number:07d}{lang}",
            moment=self.moment(number),
            category=self.categories[lang][story.randrange(len(CATEGORIES))],
            tags=tuple(self.tags[lang][each] for each in sorted(story.sample(range(80), 3))),
            title=_sentence(text, words, 5, 9)[:-1],
            source=_sentence(text, words, 5, 8)[:-1],
            source_url=f"https://source.example/reports/{number}",
            points=tuple(_point(text, words, number, place) for place in range(text.randint(7, 10))),
            summary=" ".join(_sentence(text, words, 12, 18) for _ in range(3)),
        )


def _tags(words: dict[str, Any]) -> Iterator[Term]:
    for topic in words["topics"]:
        for side in words["sides"]:
            title = words["joint"].format(topic=topic, side=side)
            yield Term(slugify(title), title)


def _sentence(random: Random, words: list[str], least: int, most: int) -> str:
    return " ".join(random.choices(words, k=random.randint(least, most))).capitalize() + "."


def _point(random: Random, words: list[str], number: int, place: int) -> str:
    """A bullet of a sentence; every third has something bold in it, every fourth a link."""
    sentence = _sentence(random, words, 12, 22)
    bold = f" **{_sentence(random, words, 2, 4)}**" if place % 3 == 0 else ""
    link = f" [{random.choice(words)}](https://source.example/{number}/{place})" if place % 4 == 0 else ""
    return f"{sentence}{bold}{link}"
