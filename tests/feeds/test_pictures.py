import json

from tests.feeds.rules import problems_of
from tests.pictures import picture
from tests.site_builder import digest, make, publication

MEDIA = "{http://search.yahoo.com/mrss/}"
BODY = '- Primo\n\n📌 Sintesi.\n\n[testo](../../media/a.txt) ![Un «chip» & "altro"](../../media/chip.png) ![due](../../media/b.jpg)\n'
CHIP = picture("PNG", 20, 10)
LENGTH = str(len(CHIP))
FILES = {
    "it/2025/a.md": digest(body=BODY),
    "media/chip.png": CHIP,
    "media/b.jpg": picture("JPEG", 20, 10),
    "media/a.txt": "a",
}
URL = "https://news.example/media/chip.png"
ALT = 'Un «chip» & "altro"'


def test_the_first_picture_is_an_enclosure_with_its_true_length_and_its_words(tmp_path):
    built = make(publication(tmp_path, FILES))
    item = built.xml("feed.xml").find("channel/item")
    assert dict(item.find("enclosure").attrib) == {"url": URL, "length": LENGTH, "type": "image/png"}
    media = item.find(f"{MEDIA}content")
    assert dict(media.attrib) == {"url": URL, "fileSize": LENGTH, "type": "image/png", "medium": "image"}
    assert media.findtext(f"{MEDIA}description") == ALT
    (link,) = built.xml("atom.xml").findall("{*}entry/{*}link[@rel='enclosure']")
    assert dict(link.attrib) == {"href": URL, "rel": "enclosure", "type": "image/png", "length": LENGTH, "title": ALT}
    (found,) = json.loads(built.bytes("feed.json"))["items"]
    assert (found["image"], found["attachments"]) == (
        URL,
        [{"url": URL, "mime_type": "image/png", "title": ALT, "size_in_bytes": len(CHIP)}],
    )
    for path in ("feed.xml", "atom.xml", "feed.json"):
        assert problems_of(built.bytes(path), address=f"{built.address}/{path}") == []


def test_another_picture_of_that_name_changes_the_feeds(tmp_path):
    settings = publication(tmp_path, FILES)
    make(settings)
    longer = picture("PNG", 200, 100)
    publication(tmp_path, {"media/chip.png": longer})
    assert make(settings).xml("feed.xml").find("channel/item/enclosure").get("length") == str(len(longer))


def test_a_text_without_pictures_has_no_enclosure(tmp_path):
    built = make(publication(tmp_path, {"it/2025/a.md": digest()}))
    assert built.xml("feed.xml").findall("channel/item/enclosure") == []
