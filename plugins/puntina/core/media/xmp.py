"""XMP (ISO 16684-1), cut down to rights and credit: a packet of RDF with a few properties."""

from copy import deepcopy

from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_META = "adobe:ns:meta/"
_XMP_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
_PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_DC = "http://purl.org/dc/elements/1.1/"
# Whose the picture is and what may be done with it: IPTC Photo Metadata Standard, "Administrative" and "Rights".
KEPT = frozenset(
    {f"{{{_DC}}}{name}" for name in ("creator", "rights")}
    | {f"{{{_PHOTOSHOP}}}{name}" for name in ("AuthorsPosition", "Credit", "Source")}
    | {f"{{{_XMP_RIGHTS}}}{name}" for name in ("Marked", "Owner", "UsageTerms", "WebStatement")}
    | {f"{{{_PLUS}}}{name}" for name in ("CopyrightOwner", "ImageCreator", "Licensor", "DataMining")}
)
_PREFIXES = {"rdf": RDF, "dc": _DC, "photoshop": _PHOTOSHOP, "xmpRights": _XMP_RIGHTS, "plus": _PLUS}


def kept(packet: bytes) -> bytes:
    """The packet with the properties of KEPT alone; b"" where it has none of them, or can't be read."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
        root = etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return b""
    described = etree.Element(f"{{{RDF}}}Description", nsmap=_PREFIXES)
    described.set(f"{{{RDF}}}about", "")
    for each in root.iter(f"{{{RDF}}}Description"):
        if each.getparent() is not None and etree.QName(each.getparent()).localname != "RDF":
            continue  # the value of a property
        _copy(each, described)
    if len(described) == 0 and len(described.attrib) == 1:
        return b""
    return _written(described)


def _copy(each: etree._Element, described: etree._Element) -> None:
    for name, value in each.attrib.items():
        if name in KEPT:
            described.set(name, value)
    for prop in each:
        if prop.tag in KEPT:
            copy = deepcopy(prop)
            copy.tail = None
            described.append(copy)


def _written(described: etree._Element) -> bytes:
    root = etree.Element(f"{{{_META}}}xmpmeta", nsmap={"x": _META})
    rdf = etree.SubElement(root, f"{{{RDF}}}RDF", nsmap={"rdf": RDF})
    rdf.append(described)
    body = etree.tostring(root, encoding="utf-8")
    begin = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return begin + body + b'<?xpacket end="r"?>'
