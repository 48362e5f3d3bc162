"""Values that say that there is none: an unquoted null or ~, as CMSs write for a field that was left empty.

Such a key is as good as no key, in groups too; such an item of a list is no item. A "null" in quotes is a word.
"""

import re

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
# Nothing between two signs of a list or group on one line.
_BETWEEN = re.compile(r"[\[{,:][ \t]*[\]},]")


def without_nulls(root: MappingNode, header: str) -> MappingNode:
    """The front matter with an empty value in place of each null, and without the items of lists that are none."""
    if not _may_leave_out(header):
        return root
    return MappingNode(root.tag, [(key, _cleaned(value)) for key, value in root.value], root.start_mark, root.end_mark)


def _may_leave_out(header: str) -> bool:
    """Whether any value of the front matter may be null or be left empty inside a list or a group.

    A key at the left edge whose list or group is in the lines below, as nearly all files have one, is not left empty.
    """
    if "~" in header or " #" in header or "null" in header.lower() or _BETWEEN.search(header):
        return True
    lines = [line.rstrip() for line in header.split("\n") if line.strip()]
    return any(
        line[-1] in ":-" and (line[0] in " \t-" or below[:1] not in {" ", "\t", "-"})
        for line, below in zip(lines, (*lines[1:], ""), strict=True)
    )


def _cleaned(node: Node) -> Node:
    if isinstance(node, SequenceNode):
        items = [own for item in node.value if not is_nothing(own := _cleaned(item))]
        return SequenceNode(node.tag, items, node.start_mark, node.end_mark, node.flow_style)
    if isinstance(node, MappingNode):
        every = [(key, _cleaned(value)) for key, value in node.value]
        if all(is_nothing(value) for _, value in every):  # a group that a CMS writes though nothing is in it
            return ScalarNode(node.tag, "", node.start_mark, node.end_mark)
        return MappingNode(node.tag, every, node.start_mark, node.end_mark, node.flow_style)
    return ScalarNode(node.tag, "", node.start_mark, node.end_mark) if _is_null(node) else node


def is_nothing(node: Node) -> bool:
    """Whether the value was left empty; "" in quotes was not."""
    return isinstance(node, ScalarNode) and not node.style and not node.value


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in NOTHING
