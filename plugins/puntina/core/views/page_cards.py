"""The frozen values of standing pages."""

from dataclasses import dataclass
from datetime import datetime

from puntina.core.digest import Digest


@dataclass(frozen=True, slots=True)
class PageView:
    """A standing page, such as About."""

    title: str
    url: str
    lang: str
    modified: datetime | None
    mark: str
    digest: Digest
