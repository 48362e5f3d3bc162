"""What a site tells networks and search engines, as a text that is the same where the same is told."""

import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lxml import etree, html

LOOKED_AT = 20  # digests of a site
COUNTED = frozenset({"wordCount"})  # what each tool counts in its own way
GRAPHS = ".//script[@type='application/ld+json']"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def told(output: Path) -> str:
    """The fingerprint of what some digests and the home say of themselves, and of the addresses in the sitemap."""
    digests = sorted(output.glob("**/[0-9][0-9][0-9][0-9]/[0-9][0-9]/*/index.html"))
    pages = [*digests[:: max(1, len(digests) // LOOKED_AT)], *output.glob("index.html")]
    every = [*map(described, pages), sorted(mapped(output))]
    return blake2b(json.dumps(every, sort_keys=True).encode(), digest_size=8).hexdigest()


def described(page: Path) -> dict[str, Any]:
    """The page's Open Graph, its other languages and its JSON-LD."""
    whole = html.document_fromstring(page.read_bytes())
    return {
        "properties": [(meta.get("property"), meta.get("content")) for meta in whole.iterfind(".//meta[@property]")],
        "languages": [(link.get("hreflang"), link.get("href")) for link in whole.iterfind(".//link[@hreflang]")],
        "graphs": [_plain(json.loads(script.text or "")) for script in whole.iterfind(GRAPHS)],
    }


def mapped(output: Path) -> Iterator[str]:
    """The addresses in the sitemaps."""
    for path in output.rglob("sitemap*.xml"):
        yield from (found.text or "" for found in etree.parse(path).iterfind(f"{SITEMAP}url/{SITEMAP}loc"))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if name not in COUNTED}
    return [_plain(each) for each in value] if isinstance(value, list) else value
