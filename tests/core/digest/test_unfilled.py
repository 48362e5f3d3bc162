"""Templates of other programs in the front matter, which nothing has filled in."""

import pytest

from tests.core.digest.samples import HEADER, problems

TOLD = "FM-UNFILLED an unfilled template placeholder: {} — replace it with the value"


@pytest.mark.parametrize(
    ("line", "place", "code"),
    [
        ("summary: {{ summary }}", "5:10", "{{ summary }}"),
        ("summary: {{summary}}", "5:10", "{{summary}}"),
        ("summary: {{ summary }} e altro", "5:10", "{{ summary }}"),
        ('modified: "{{ date }}"', "5:12", "{{ date }}"),
        ("slug: '{{ slug }}'  # x", "5:8", "{{ slug }}"),
        ('summary: "{{ replace .Name "-" " " | title }}"', "5:11", '{{ replace .Name "-" " " | title }}'),
        ("summary: {% now %}", "5:10", "{% now %}"),
        ("summary: ${summary}", "5:10", "${summary}"),
        ("modified: {{date:YYYY-MM-DD}} 07:30", "5:11", "{{date:YYYY-MM-DD}}"),
        ("modified: <% tp.date.now() %>", "5:11", "<% tp.date.now() %>"),
        ("tags: [{{ tags }}]", "5:8", "{{ tags }}"),
        ("tags:\n  - {{ tag }}", "6:5", "{{ tag }}"),
        ("sources:\n  - name: {{ name }}", "6:11", "{{ name }}"),
        (f"summary: {{{{ {'a' * 70} }}}}", "5:10", f"{{{{ {'a' * 57}…"),
    ],
)
def test_a_template_in_place_of_a_value_is_named(line, place, code):
    assert problems(header=f"{HEADER}\n{line}") == [f"{place}: {TOLD.format(code)}"]


def test_every_template_is_named():
    found = problems(header="id: x\ntitle: {{ title }}\ndate: {{date}}")
    assert found == [f"3:8: {TOLD.format('{{ title }}')}", f"4:7: {TOLD.format('{{date}}')}"]


@pytest.mark.parametrize(("line", "value", "column"), [("summary: None", "None", 10), ("thread:  n/a ", "n/a", 10), ("slug: undefined", "undefined", 7)])  # fmt: skip
def test_what_a_program_writes_for_nothing_is_named(line, value, column):
    said = f'FM-UNFILLED "{value}" is what programs write for an empty value — delete the line, or write the value'
    assert f"5:{column}: {said}" in problems(header=f"{HEADER}\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "copyright: {holder: Anna}",
        "summary: Costa $5 {circa}",
        "summary: Il 5% <%>",
        "# summary: {{ x }}",
        "tags: [a, b]",
        "summary: None of the above",
        "summary: null",
    ],
)
def test_other_braces_are_none(line):
    assert not any("FM-UNFILLED" in each for each in problems(header=f"{HEADER}\n{line}"))
