"""The order of a digest's blocks by SUMMARY_POSITION, and the digest as one piece of HTML."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from puntina.core.digest import Block, BlockKind, Digest
from puntina.core.digest.markdown_rules import PIN


def arranged(digest: Digest, position: str) -> Digest:
    """The digest with its summary as written, at the top, or at the bottom."""
    if position == "as written":
        return digest
    blocks = digest.blocks
    summary = tuple(block for block in blocks if block.kind is BlockKind.SUMMARY)
    others = tuple(block for block in blocks if block.kind is not BlockKind.SUMMARY)
    return digest.with_blocks(summary + others if position == "top" else others + summary)


def digest_html(digest: Digest, label: str) -> Markup:
    """The whole digest as HTML that reads well without our theme; `label` names the summary in its language."""
    return blocks_html(digest.blocks, label)


def blocks_html(blocks: Iterable[Block], label: str) -> Markup:
    """The same of blocks that are at hand. Feeds ask for it by the thousand: the parts' HTML is joined as it is."""
    return Markup("\n".join([_block_html(block, label) for block in blocks]))  # noqa: S704 - HTML already


def _block_html(block: Block, label: str) -> str:
    parts: list[str] = [part.html for part in block.parts]
    if block.kind is BlockKind.POINTS:
        items = "\n".join(['<li dir="auto">' + html + "</li>" for html in map(str, parts)])
        return f"<ul>\n{items}\n</ul>"
    if block.kind is BlockKind.SUMMARY:
        before = f'<section aria-label="{escape(label)}">\n<p dir="auto"><span aria-hidden="true">{PIN} </span>'
        return "\n".join([before + html + "</p>\n</section>" for html in map(str, parts)])
    return "\n".join(map(str, parts))
