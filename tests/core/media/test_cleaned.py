"""Pictures without what their makers may not want to be known, and with whose they are."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, ImageSequence, PngImagePlugin

from puntina.core.media import cleaned, iptc, kind_of, xmp
from tests.pictures import picture

GPS, ORIENTATION, ARTIST, COPYRIGHT, MAKER, SERIAL = 0x8825, 0x0112, 0x013B, 0x8298, 0x927C, 0xA431
SECRET = b"Casa di Nome"
XMP = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="{xmp.RDF}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
<rdf:Description rdf:about="" exif:GPSLatitude="10,46.5N" aux:SerialNumber="Casa di Nome" photoshop:Credit="Agenzia"
 photoshop:City="Casa di Nome"><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Nome</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Casa di Nome</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def exif() -> Image.Exif:
    """Return Exif data that says all: place, serial number, whose it is, how it stands."""
    found = Image.Exif()
    found[ORIENTATION], found[ARTIST], found[COPYRIGHT] = 6, "Nome Cognome", "(c) Nome Cognome"
    found.get_ifd(0x8769)[SERIAL] = SECRET.decode()
    found.get_ifd(GPS).update({1: "N", 2: (10.0, 46.0, 30.0), 3: "E", 4: (106.0, 41.0, 0.0)})
    return found


def photo(form: str) -> bytes:
    """Return a picture of this format with Exif and XMP, as Pillow writes them."""
    options = {"exif": exif().tobytes()} | ({"xmp": XMP} if form in {"JPEG", "WEBP", "AVIF"} else {})
    if form == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        notes.add_text("Comment", SECRET.decode())
        notes.add_text("Copyright", "© Nome")
        options["pnginfo"] = notes
    return picture(form, 60, 40, **options)


def pixels(data: bytes) -> list[bytes]:
    """Return the pixels of every frame."""
    return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(Image.open(io.BytesIO(data)))]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_and_serial_number_go_and_author_and_rights_stay(form):
    before = photo(form)
    after = cleaned(before)
    assert SECRET in before
    assert SECRET not in after
    found = Image.open(io.BytesIO(after)).getexif()
    assert dict(found) == {ORIENTATION: 6, ARTIST: "Nome Cognome", COPYRIGHT: "(c) Nome Cognome"} or form == "AVIF"
    assert not found.get_ifd(GPS)
    assert "© Nome".encode() in after
    assert b"Agenzia" in after
    assert pixels(after) == pixels(before)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_what_was_cleaned_is_clean(form):
    after = cleaned(photo(form))
    assert cleaned(after) == after


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_says_nothing_is_published_as_it_is(form):
    data = picture(form, 60, 40)
    assert cleaned(data) == data


def test_the_colour_profile_stays():
    profile = b"a profile" * 10
    for form in ("JPEG", "PNG", "WEBP"):
        after = cleaned(picture(form, 60, 40, icc_profile=profile, exif=exif().tobytes()))
        assert Image.open(io.BytesIO(after)).info["icc_profile"] == profile


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_what_moves_goes_on_moving(form):
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100, loop=0)
    after = cleaned(out.getvalue())
    assert pixels(after) == pixels(out.getvalue())
    assert Image.open(io.BytesIO(after)).info.get("loop") == 0


def test_what_follows_a_photo_in_its_file_goes_with_it():
    """Phones put a film behind the picture, cameras a second picture with its own Exif."""
    data = picture("JPEG", 60, 40)
    assert cleaned(data + b"ftypmp42" + SECRET) == data
    assert cleaned(data + photo("JPEG")) == data
    png = picture("PNG", 60, 40)
    assert cleaned(png + SECRET) == png


def test_a_comment_goes():
    data = picture("JPEG", 60, 40)
    comment = struct.pack(">BBH", 0xFF, 0xFE, len(SECRET) + 2) + SECRET
    assert cleaned(data[:2] + comment + data[2:]) == data
    assert SECRET not in cleaned(picture("GIF", 20, 10, comment=SECRET))


def test_of_iptc_the_author_the_credit_and_the_copyright_stay():
    def data_set(number: int, value: bytes) -> bytes:
        return b"\x1c\x02" + struct.pack(">BH", number, len(value)) + value

    kept = [data_set(80, b"Nome"), data_set(110, b"Agenzia"), data_set(116, "© Nome".encode())]
    charset = b"\x1c\x01\x5a\x00\x03\x1b%G"
    every = charset + kept[0] + data_set(90, SECRET) + kept[1] + data_set(101, b"Vietnam") + kept[2]

    def resource(number: int, body: bytes) -> bytes:
        return b"8BIM" + struct.pack(">HHI", number, 0, len(body)) + body + b"\0" * (len(body) % 2)

    found = iptc.kept(resource(0x0425, SECRET) + resource(0x0404, every))
    assert found == resource(0x0404, charset + b"".join(kept))
    assert iptc.kept(resource(0x0404, data_set(90, SECRET))) == b""


def test_of_xmp_rights_and_credit_stay():
    root = etree.fromstring(xmp.kept(XMP))
    (described,) = root.iter(f"{{{xmp.RDF}}}Description")
    assert dict(described.attrib) == {
        f"{{{xmp.RDF}}}about": "",
        "{http://ns.adobe.com/photoshop/1.0/}Credit": "Agenzia",
    }
    assert [child.tag for child in described] == ["{http://purl.org/dc/elements/1.1/}rights"]


def box(kind: bytes, body: bytes) -> bytes:
    """Return a box of ISO 14496-12."""
    return struct.pack(">I4s", 8 + len(body), kind) + body


def test_jpeg_xl_keeps_rights_and_looks():
    looks = (b"\0\0\0\x0cJXL \r\n\x87\n", box(b"ftyp", b"jxl \0\0\0\0jxl "), box(b"jxlc", b"\xff\x0a" + bytes(9)))
    notes = (box(b"Exif", bytes(4) + exif().tobytes()[6:]), box(b"xml ", XMP), box(b"brob", b"Exif" + SECRET))
    after = cleaned(b"".join((*looks[:2], *notes, box(b"jbrd", SECRET), looks[2])))
    assert after.startswith(looks[0] + looks[1])
    assert after.endswith(looks[2])
    assert SECRET not in after
    assert b"GPS" not in after
    assert struct.pack("<H", GPS) not in after
    assert b"(c) Nome Cognome" in after
    assert b"Agenzia" in after
    assert cleaned(after) == after
    assert cleaned(b"".join(looks)) == b"".join(looks)


def test_of_a_moving_picture_the_notes_of_each_track_go():
    head = box(b"ftyp", b"msf1\0\0\0\0msf1")
    track = [box(b"trak", box(b"tkhd", b"1") + box(b"udta", note)) for note in (SECRET, bytes(len(SECRET)))]
    assert cleaned(head + box(b"moov", track[0])) == head + box(b"moov", track[1])


@pytest.mark.parametrize("packet", [b"", b"<a", b"<a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"\xff\xfe"])
def test_an_xmp_packet_without_rights_goes(packet):
    assert xmp.kept(packet) == b""


def test_a_packed_text_of_a_png_is_read_too():
    head = picture("PNG", 20, 10)
    body = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)
    chunk = struct.pack(">I", len(body)) + b"iTXt" + body + struct.pack(">I", zlib.crc32(b"iTXt" + body))
    after = cleaned(head[:33] + chunk + head[33:])
    assert b"Agenzia" in after
    assert SECRET not in after


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
@given(data=st.data())
def test_of_a_broken_file_nothing_private_is_published_and_nothing_fails(form, data):
    whole = photo(form)
    end = data.draw(st.integers(0, len(whole)))
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole[:end])
    if place < end:
        changed[place] = data.draw(st.integers(0, 255))
    after = cleaned(bytes(changed))
    assert len(after) <= len(changed) + 64


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "avif"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "avif"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", ""),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "jxl"),
        (b"II*\0", "tiff"),
        (b"%PDF-1.7", "pdf"),
        (b"BM", "bmp"),
        (b"", ""),
        (b"text", ""),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head, kind):
    assert kind_of(head) == kind
