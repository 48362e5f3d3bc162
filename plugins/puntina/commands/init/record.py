"""The record of a publication: what an upgrade needs to know about the version that wrote its files."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from puntina.commands.init.answers import Answers

RECORD = ".puntina.json"


@dataclass(frozen=True, slots=True)
class Record:
    """The version, the answers that its files were made from, and the SHA-256 of each file as it was written."""

    version: str
    answers: Answers
    files: Mapping[str, str]

    def text(self) -> bytes:
        """The record as it is kept, beside the settings."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def read(cls, text: bytes) -> "Record":
        """The record of that text; ValueError, TypeError or KeyError where it is not one."""
        values = json.loads(text)
        return cls(
            str(values["version"]), answers_of(values["answers"]), {str(k): str(v) for k, v in values["files"].items()}
        )


def answers_of(values: Mapping[str, Any]) -> Answers:
    """The answers that `asdict` and JSON have made plain."""
    lists = {
        "languages": tuple(map(str, values["languages"])),
        "categories": tuple((str(key), str(name)) for key, name in values["categories"]),
    }
    return Answers(**{**values, **lists})


def hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file, in the order of their paths."""
    return {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}
