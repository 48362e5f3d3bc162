"""A link to no file of ours says what was most likely meant: an address on the web, an e-mail, a # in a file's name."""

import pytest

from puntina.core.content.meant_addresses import meant_address
from tests.core.checks.contents import content, text

WEB, SCHEME = "write https:// before a web address", "write https:// before the URL"
MAIL = "write mailto: before an e-mail address"
MARKS = "delete the quotation marks around the URL"
HASH, QUESTION = "write %23 instead of # in a file name", "write %3F instead of ? in a file name"


@pytest.mark.parametrize(
    ("path", "tail", "hint"),
    [
        ("www.example.com", "", WEB), ("www.example.com/x", "", WEB), ("example.org", "", WEB), ("example.org/a/b.html", "?x=1", WEB), ("sub.example.co.uk", "", WEB), ("vnexpress.vn/a", "", WEB), ("www.example.xyz", "", WEB),
        ("http//example.org", "", SCHEME), ("https//example.org", "", SCHEME), ("://example.org", "", SCHEME), ("mario@example.org", "", MAIL),
        ("a", "#b.jpg", HASH), ("../../media/a", "#b.jpg", HASH), ("a", "?b.jpg", QUESTION), ("50%", "#1", HASH),
        ("“https://a.org”", "", MARKS), ('"https://a.org"', "", MARKS), ("'y.md'", "", MARKS), ("«https://a.org/", "?x»", MARKS), ("„a.md“", "", MARKS), ("`a.md`", "", MARKS),
        ("https.//a.org/x", "?y", 'did you mean "https://a.org/x?y"?'), ("http,//a.org", "", 'did you mean "https://a.org"?'), ("+390612345", "", 'did you mean "tel:+390612345"?'), ("+39-06-12345", "", 'did you mean "tel:+39-06-12345"?'),
        ("2025", "", None), ("2025-09-02", "", None), ("2025-09-02.md", "", None),
        ("a.md", "", None), ("a.jpg", "", None), ("../a.md", "#b", None), ("a", "#b", None), ("media/scan.tiff", "", None), ("notes.txt", "", None), ("a.b/c", "", None), ("report.docx", "", None), ("../../example.org", "", None),
    ],
)  # fmt: skip
def test_what_was_meant(path, tail, hint):
    assert meant_address(path, path, tail, {"50%#1"}) == hint


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[x](www.example.com)", f'6:7: LINK-FILE no file "www.example.com" — {WEB}'),
        ("![x](../../media/a#b.jpg)", f'6:8: LINK-FILE no file "../../media/a" — {HASH}'),
    ],
)
def test_an_editor_is_told(tmp_path, link, said):
    header = "id: x1234567890\ntitle: x\ndate: 2025-09-02 07:30"
    read = content(
        tmp_path, {"it/2025/a.md": f"---\n{header}\n---\n- {link}\n\n📌 b", "it/2025/a40-exp.md": text(id="exp")}
    )
    assert [
        str(problem).removeprefix("content/it/2025/a.md:") for problem in read.problems if problem.code == "LINK-FILE"
    ] == [said]
