"""What validators and pedants ask of a feed: `problems_of` any RSS 2.0, Atom or JSON Feed document.

The rules are those of the RSS 2.0 specification and the RSS Advisory Board's best practices profile, of RFC
4287, and of the W3C's feed validation service (its errors and its recommendations), as far as they touch what
this project prints, with a few of its own: guids that are no links, newest first, a date no older than what
it dates.

Left out on purpose: the W3C service's remark on two entries with one `updated`, which it says no machine can
decide, and its remark on dates in the future, which depends on the clock.
"""

from lxml import etree

from tests.feeds.atom_rules import ATOM_RULES
from tests.feeds.json_rules import json_problems
from tests.feeds.media_rules import ATOM_MEDIA_RULES, RSS_MEDIA_RULES
from tests.feeds.rss_rules import RSS_RULES
from tests.feeds.rule_values import ATOM, Document, characters, encoding, size

EVERY_FEED = (("encoding", encoding), ("characters", characters), ("size", size))


def problems_of(xml: bytes, *, address: str, most: int = 50) -> list[str]:
    """Everything wrong with the feed served from the address, as "rule: what"; it may hold `most` entries.

    The list is empty where there is nothing to say, and has one line if this is no XML or no feed at all.
    """
    if xml.startswith(b"{"):
        return json_problems(xml, address=address, most=most)
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return [f"xml: not well-formed in line {error.lineno}"]
    rules = {"rss": (*RSS_RULES, *RSS_MEDIA_RULES), f"{{{ATOM}}}feed": (*ATOM_RULES, *ATOM_MEDIA_RULES)}.get(root.tag)
    if rules is None:
        return [f"xml: neither RSS nor Atom but {root.tag}"]
    document = Document(root, xml, address, most)
    return [f"{name}: {problem}" for name, rule in (*EVERY_FEED, *rules) for problem in rule(document)]
