"""The Digest type, made by `parse` from Markdown with front matter; it imports no Pelican and no plugin."""

from puntina.core.digest.model import Change, Digest, FrontMatter, Image, Kind, Reading, Rights, Source, Status, Update
from puntina.core.digest.parts import Block, BlockKind, Part, Phrase, Placeholder, Position, Side, Target, TextImage
from puntina.core.digest.problem import Faults, Problem, Severity, did_you_mean, errors, nearest, nearest_path
from puntina.core.digest.rules import Rules

__all__ = [
    "Block",
    "BlockKind",
    "Change",
    "Digest",
    "Faults",
    "FrontMatter",
    "Image",
    "Kind",
    "Part",
    "Phrase",
    "Placeholder",
    "Position",
    "Problem",
    "Reading",
    "Rights",
    "Rules",
    "Severity",
    "Side",
    "Source",
    "Status",
    "Target",
    "TextImage",
    "Update",
    "did_you_mean",
    "errors",
    "nearest",
    "nearest_path",
]
