"""Whether a file can run scripts when a browser opens it on the site."""

import re

from lxml import etree

# Types that browsers render as documents, by the names under which hosts serve them.
DOCUMENTS = frozenset(
    {
        ".htm", ".html", ".shtm", ".shtml", ".mht", ".mhtml", ".xht", ".xhtm", ".xhtml", ".svgz", ".swf",
        ".xml", ".xsl", ".xslt", ".xsd", ".xbl", ".rng", ".rdf", ".owl", ".atom", ".rss", ".mathml", ".mml", ".wsdl",
    }
)  # fmt: skip
DRAWINGS = frozenset({".svg"})
SUFFIXES = DOCUMENTS | DRAWINGS
LARGEST = 10_000_000  # bytes of a drawing, the longest text that the parser takes
_ELEMENTS = frozenset({"script", "handler", "listener", "iframe", "embed", "object"})
_XHTML = "http://www.w3.org/1999/xhtml"
# Of HTML in a drawing, elements that only show text; any other may load or open a document.
_PASSIVE = re.compile(
    "a|abbr|address|article|aside|b|bd[io]|blockquote|body|br|caption|center|cite|code|col|colgroup|d[dlt]|del|dfn|div|em|"
    "figcaption|figure|font|footer|h[1-6]|header|hr|html|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|r[pt]|ruby|s|samp|"
    "section|small|span|strike|strong|style|su[bp]|table|tbody|t[dhr]|tfoot|thead|time|title|u|ul|var|wbr"
)
_SCHEME = re.compile(
    r"(?:(?:javascript|vbscript):|data:(?:text/(?:html|xml|xsl)|image/svg|application/(?:x?html|xml)|[\w.-]+/[\w.-]+\+xml))",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]")
# In a drawing that no parser reads: browsers run what stands before the fault.
_SUSPECT = re.compile(rb"<\s*[\w:]*script|\bon\w+\s*=|javascript:|<!ENTITY|<!ATTLIST|<\?xml-stylesheet", re.IGNORECASE)


def runs_scripts(data: bytes, suffix: str) -> bool:
    """Whether the file of this extension is a document, or a drawing with script in it."""
    return suffix in DOCUMENTS or (suffix in DRAWINGS and _in_drawing(data))


def _in_drawing(data: bytes) -> bool:
    try:
        return _has_script(etree.fromstring(data, _parser()))
    except (etree.XMLSyntaxError, ValueError):
        plain = data.replace(b"\0", b"")  # also as UTF-16 has it
        return bool(_SUSPECT.search(plain)) or _has_script_before_fault(data)


def _has_script_before_fault(data: bytes) -> bool:
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return False
    return root is not None and _has_script(root)


def _parser(*, recover: bool = False) -> etree.XMLParser:
    """Reads entities and the attributes that the document's own type declares, as browsers do, and no other file."""
    options = {"resolve_entities": "internal"}  # which the types do not know yet
    return etree.XMLParser(
        no_network=True,
        load_dtd=False,
        attribute_defaults=True,
        recover=recover,
        **options,  # type: ignore[arg-type]
    )


def _has_script(root: etree._Element) -> bool:
    instructions = root.xpath("preceding-sibling::processing-instruction('xml-stylesheet')")
    return bool(instructions) or any(map(_is_active, root.iter(etree.Element)))


def _is_active(each: etree._Element) -> bool:
    name = etree.QName(each)
    if name.localname.lower() in _ELEMENTS or (name.namespace == _XHTML and not _PASSIVE.fullmatch(name.localname)):
        return True
    return any(_is_active_attribute(str(name), str(value)) for name, value in each.attrib.items())


def _is_active_attribute(name: str, value: str) -> bool:
    space, _, local = name.rpartition("}")
    local = local.lower()
    if local.startswith("on") and not space:
        return True
    if local == "attributename":  # an animation of it sets what it names
        return value.strip().lower().startswith("on")
    parts = value.split(";") if local == "values" else [value]
    return any(_SCHEME.match(_INVISIBLE.sub("", part)) for part in parts)
