"""A file's text is read in the encodings that programs mark with a byte order mark."""

import pytest

from puntina.commands.importer.source import read_text

TEXT = "• Però è così 📌\nViệt Nam"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_text_is_read_in_the_encoding_that_it_is_marked_with(tmp_path, encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    file = tmp_path / "x.txt"
    file.write_bytes(mark + TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_text(file) == (TEXT, ())
