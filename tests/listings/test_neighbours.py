from tests.site_builder import digest, hrefs, make, publication


def around(built, place):
    return {li.attributes["class"]: hrefs(li, "a")[0] for li in built.html(place).css(".neighbours li")}


def test_a_digest_leads_to_the_next_newer_and_older_in_its_language(built):
    assert around(built, "2025/08/n7/") == {"newer": "/2025/09/n8/", "older": "/2025/08/n6/"}
    assert around(built, "2025/09/n13/") == {"older": "/2025/09/n12/"}
    assert around(built, "2023/12/old/") == {"newer": "/2025/08/n1/"}
    assert around(built, "en/2025/09/n1/") == {"newer": "/en/2025/09/n2/"}


def test_a_hidden_digest_is_nobody_s_neighbour_and_has_none(tmp_path):
    files = {f"it/2025/n{n}.md": digest(f"Titolo {n}", f"2025-09-0{n} 07:30") for n in (1, 3)}
    files["it/2025/n2.md"] = digest("Nascosto", "2025-09-02 07:30", status="hidden")
    built = make(publication(tmp_path, files))
    assert around(built, "2025/09/n1/") == {"newer": "/2025/09/n3/"}
    assert around(built, "2025/09/n2/") == {}
