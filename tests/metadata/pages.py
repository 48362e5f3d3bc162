"""What pages tell machines, parsed, and a small publication that has a bit of everything."""

import json

from selectolax.lexbor import LexborHTMLParser

from tests.site_builder import digest

SOURCES = [
    {
        "name": "The Example",
        "title": "Chips & co.",
        "url": "https://example.org/a?b=1&c=2",
        "date": "2025-08-28",
        "lang": "en",
        "paywall": True,
        "archive": "https://archive.example/a",
    },
    {"name": "Solo"},
]
FILES = {
    "it/2025/chip.md": digest(
        "La Cina «compra» </script>",
        modified="2025-09-03 09:00",
        category="technology",
        tags=["chip", "Cina & co."],
        authors=["Nguyễn Văn A", "Notizie"],
        sources=SOURCES,
        copyright={"holder": "Altri", "year": "2024-2025", "licence": "CC-BY-4.0"},
        body="- Uno\n- Due\n\n📌 Sintesi **intera** <b>. Seconda frase.\n",
    ),
    "en/2025/chip.md": digest("China buys", "2025-09-02 10:00"),
    "vi/2025/chip.md": digest("Trung Quốc mua", "2025-09-02 11:00"),
    "it/2025/alone.md": digest("Sola", "2025-09-01 08:00"),
    "it/2025/hidden.md": digest("Nascosta", "2025-09-01 09:00", status="hidden"),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n",
    "en/pages/about.md": "---\ntitle: About\nmodified: 2025-08-01 10:00\n---\nText.\n",
}


def told(page: LexborHTMLParser) -> list[tuple[str, str]]:
    """Return the Open Graph properties and the card, in order."""
    nodes = page.css("meta[property], meta[name^=twitter]")
    return [(n.attributes.get("property") or n.attributes["name"], n.attributes["content"]) for n in nodes]


def things(page: LexborHTMLParser) -> dict[str, dict[str, object]]:
    """Return the things of the page's graph by type."""
    scripts = page.css("script[type='application/ld+json']")
    graphs = [json.loads(script.text()) for script in scripts]
    assert all(graph["@context"] == "https://schema.org" for graph in graphs)
    found = {thing["@type"]: thing for graph in graphs for thing in graph["@graph"]}
    assert sum(len(graph["@graph"]) for graph in graphs) == len(found)
    return found
