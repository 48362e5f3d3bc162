"""Counts words, by the rules of the text's language."""

from collections.abc import Iterable

# Chinese and Japanese are written without spaces, and their readers' speed is measured in characters.
BY_CHARACTER = frozenset({"zh", "ja"})


def count_words(texts: Iterable[str], lang: str) -> int:
    """The number of words between spaces: in Vietnamese these are syllables; in Chinese and Japanese of characters."""
    if lang.partition("-")[0].lower() in BY_CHARACTER:
        return sum(map(str.isalnum, "".join(texts)))
    return sum([len(text.split()) for text in texts])
