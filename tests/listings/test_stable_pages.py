from tests.listings.digests import texts_of
from tests.site_builder import make, publication, tree


def changed(tmp_path, before: int, after: int) -> set[str]:
    """Return the files that differ between the publication with `before` and with `after` digests."""
    settings = publication(tmp_path, texts_of(before))
    old = tree(make(settings).folder)
    new = tree(make(publication(tmp_path, texts_of(after))).folder)
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def test_one_new_digest_changes_a_handful_of_pages(tmp_path):
    assert changed(tmp_path, 12, 13) == {
        "2025/09/n13/index.html",
        "2025/09/n12/index.html",  # now it has a newer neighbour
        "2025/09/n11/index.html",  # and these two have one more about the same
        "2025/08/n7/index.html",
        "index.html",
        "category/world/index.html",
        "tag/chip/index.html",
        "tag/chip/page/2/index.html",  # three more digests are now a page of their own
        "tag/chip/page/1/index.html",  # and this one's next newer page
        "author/dang-binh/index.html",
        "tags/index.html",
        "archive/index.html",
        "2025/index.html",
        *(f"{place}{name}" for place in ("", "category/world/") for name in ("feed.xml", "atom.xml", "feed.json")),
        "tag/chip/feed.xml",
        "author/dang-binh/feed.xml",
        "all/feed.xml",
        "sitemap.xml",
    }


def test_a_new_page_of_a_list_changes_the_page_before_it_only_by_its_links(tmp_path):
    assert sorted(path for path in changed(tmp_path, 10, 11) if "page/" in path) == [
        "author/dang-binh/page/1/index.html",
        "page/2/index.html",
        "page/3/index.html",
    ]
