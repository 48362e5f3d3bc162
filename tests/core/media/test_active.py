"""Files that run scripts when a browser opens them."""

import pytest

from puntina.core.media.active import runs_scripts
from tests.core.checks.contents import text, told

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}>{}</svg>'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


@pytest.mark.parametrize(
    "data",
    [
        SVG.format("", "<script>alert(1)</script>"),
        SVG.format("", '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'),
        SVG.format("", '<script xmlns="http://www.w3.org/1999/xhtml">1</script>'),
        SVG.format(' onload="alert(1)"', ""),
        SVG.format("", '<rect OnClick="alert(1)"/>'),
        SVG.format("", '<a href="javascript:alert(1)"><text>a</text></a>'),
        SVG.format("", '<a xlink:href=" java&#10;script:alert(1)"><text>a</text></a>'),
        SVG.format("", '<use href="data:image/svg+xml,&lt;svg/&gt;"/>'),
        SVG.format("", '<a><set attributeName="onclick" to="alert(1)"/></a>'),
        SVG.format("", '<a><animate attributeName="href" values="javascript:alert(1)"/></a>'),
        SVG.format("", '<foreignObject><iframe src="https://example.org"/></foreignObject>'),
        SVG.format("", '<a><animate attributeName="href" values="#; javascript:alert(1)"/></a>'),
        SVG.format("", '<a href="data:application/xml,&lt;a/&gt;"><text>a</text></a>'),
        SVG.format("", f'<foreignObject><form {XHTML} action="javascript:alert(1)"/></foreignObject>'),
        SVG.format(
            "", f'<foreignObject><p {XHTML}><button formaction="javascript:alert(1)">a</button></p></foreignObject>'
        ),
        SVG.format("", f'<foreignObject><frame {XHTML} src="a.html"/></foreignObject>'),
        SVG.format("", f'<foreignObject><meta {XHTML} http-equiv="refresh" content="0;url=a.html"/></foreignObject>'),
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>' + SVG.format("", ""),
        '<!DOCTYPE svg [<!ATTLIST a href CDATA "javascript:alert(1)">]>' + SVG.format("", "<a/>"),
        SVG.format("", '<a href="java&#115;cript:alert(1)"/><b>'),  # before what is not XML
        SVG.format("", f'<foreignObject><iframe {XHTML} srcdoc="a"/></foreignObject>&nbsp;'),
        '<?xml-stylesheet type="text/xsl" href="a.xsl"?>' + SVG.format("", ""),
        '<!DOCTYPE svg [<!ENTITY a "<script>1</script>">]>' + SVG.format("", "&a;"),
        "<svg onload=alert(1)>",
        SVG.format("", "<script>alert(1)</script>").replace("</svg>", ""),
    ],
)
def test_a_drawing_with_script_in_it_runs_scripts(data):
    assert runs_scripts(data.encode(), ".svg")
    assert runs_scripts(data.encode("utf-16"), ".svg")


@pytest.mark.parametrize(
    "data",
    [
        SVG.format("", '<title>onload</title><rect width="1" height="1"/><a href="https://example.org"/>'),
        SVG.format("", "<style>rect { fill: red }</style><foreignObject><p>a</p></foreignObject>"),
        SVG.format("", '<image href="data:image/png;base64,AAAA"/><use href="#a"/>'),
        SVG.format("", '<rect><animate attributeName="x" from="0" to="9"/></rect>'),
        SVG.format("", f'<foreignObject><div {XHTML}>a<br/><span style="color: red">b</span></div></foreignObject>'),
        SVG.format("", '<g xmlns:i="https://example.org/i" i:onion="1" i:label="data: a"><a href="data:,a"/></g>'),
        SVG.format("", "<rect/>").replace("</svg>", ""),
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        + SVG.format("", ""),
    ],
)
def test_other_drawings_run_none(data):
    assert not runs_scripts(data.encode(), ".svg")


@pytest.mark.parametrize(
    "name", ["a.html", "A.HTM", "a.xhtml", "a.xml", "a.xsl", "a.svgz", "a.shtml", "a.mhtml", "a.rss", "a.xsd", "a.mml"]
)
def test_a_document_in_the_media_folder_is_an_error_unless_the_settings_allow_it(tmp_path, name):
    files = {f"media/{name}": "<p>a</p>", "it/2025/a.md": text()}
    assert told(tmp_path, files)[0] == (
        f"content/media/{name}: FILE-ACTIVE the file can run scripts in the browsers of readers who open it — remove it, "
        f'or allow it: FILES_WITH_SCRIPTS = ["media/{name}"]'
    )
    assert told(tmp_path, files, FILES_WITH_SCRIPTS=["media/*"]) == []


def test_a_drawing_that_is_too_large_to_be_searched_is_an_error(tmp_path):
    files = {"media/a.svg": SVG.format("", f"<!--{'a' * 10_000_000}-->"), "it/2025/a.md": text()}
    (line, *_) = told(tmp_path, files)
    assert line.startswith("content/media/a.svg: FILE-ACTIVE the drawing is too large to be scanned for scripts — ")


def test_a_page_that_verifies_the_site_may_be_at_its_root(tmp_path):
    assert told(tmp_path, {"root/google123.html": "google-site-verification", "it/2025/a.md": text()}) == []


def test_a_drawing_with_script_is_an_error_wherever_it_is(tmp_path):
    files = {
        "root/favicon.svg": SVG.format(' onload="a()"', ""),
        "it/2025/a.svg": SVG.format("", ""),
        "it/2025/a.md": text(),
    }
    (line, *_) = told(tmp_path, files)
    assert line.startswith("content/root/favicon.svg: FILE-ACTIVE ")
