"""Whether a file can run scripts when a browser opens it at the site's address, where it could act as the site."""

import re

from lxml import etree

# Types that browsers render as documents, by the names under which hosts serve them.
DOCUMENTS = frozenset(
    {".htm", ".html", ".mht", ".mhtml", ".rdf", ".shtml", ".xht", ".xhtml", ".xml", ".xsl", ".xslt", ".svgz", ".swf"}
)
DRAWINGS = frozenset({".svg"})
SUFFIXES = DOCUMENTS | DRAWINGS
_ELEMENTS = frozenset({"script", "handler", "listener", "iframe", "embed", "object"})
_SCHEME = re.compile(r"(?:javascript|vbscript|data:(?:text/html|image/svg|application/x?html))", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]")
# In a drawing that no parser reads: browsers run what stands before the fault.
_SUSPECT = re.compile(rb"<\s*[\w:]*script|\bon\w+\s*=|javascript:|<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)


def runs_scripts(data: bytes, suffix: str) -> bool:
    """Whether the file of this extension is a document, or a drawing with script in it."""
    if suffix in DOCUMENTS:
        return True
    return suffix in DRAWINGS and _in_drawing(data)


def _in_drawing(data: bytes) -> bool:
    options = {"resolve_entities": "internal"}  # as browsers do, which the types do not know yet
    parser = etree.XMLParser(no_network=True, load_dtd=False, **options)  # type: ignore[arg-type]
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return bool(_SUSPECT.search(data.replace(b"\0", b"")))  # also as UTF-16 has it
    instructions = root.xpath("preceding-sibling::processing-instruction('xml-stylesheet')")
    return bool(instructions) or any(map(_is_active, root.iter(etree.Element)))


def _is_active(each: etree._Element) -> bool:
    if etree.QName(each).localname.lower() in _ELEMENTS:
        return True
    return any(_is_active_attribute(str(name), str(value)) for name, value in each.attrib.items())


def _is_active_attribute(name: str, value: str) -> bool:
    local = name.rpartition("}")[2].lower()
    if local.startswith("on"):
        return True
    if local == "attributename":  # an animation of it sets what it names
        return value.strip().lower().startswith("on")
    return local in {"href", "src", "from", "to", "values"} and bool(_SCHEME.match(_INVISIBLE.sub("", value)))
