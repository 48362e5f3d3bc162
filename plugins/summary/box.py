"""The order of a digest's blocks by SUMMARY_POSITION, and the digest as one piece of HTML."""

from markupsafe import Markup

from plugins.digest import Block, BlockKind, Digest
from plugins.digest.marks import PIN


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
    return Markup("\n").join(_block_html(block, label) for block in digest.blocks)


def _block_html(block: Block, label: str) -> Markup:
    if block.kind is BlockKind.POINTS:
        items = Markup("\n").join(Markup("<li>{}</li>").format(part.html) for part in block.parts)
        return Markup("<ul>\n{}\n</ul>").format(items)
    if block.kind is BlockKind.SUMMARY:
        box = Markup('<aside aria-label="{}">\n<p><span aria-hidden="true">{} </span>{}</p>\n</aside>')
        return Markup("\n").join(box.format(label, PIN, part.html) for part in block.parts)
    return Markup("\n").join(part.html for part in block.parts)
