"""What pages weigh on a reader's line."""

import gzip

from tests.site_builder import THEME, Built

KB = 1024
DIGEST = "2025/09/la-cina-compra-dalla-cina-cambricon-sfida-nvidia/"
SHEET = (THEME / "static" / "daily.css").read_bytes()


def test_the_style_sheet_is_at_most_12_kb():
    assert len(SHEET) <= 12 * KB


def test_a_digest_with_its_style_is_less_than_14_kb_compressed(at_root: Built):
    assert sum(len(gzip.compress(part)) for part in (at_root.bytes(DIGEST), SHEET)) < 14 * KB
