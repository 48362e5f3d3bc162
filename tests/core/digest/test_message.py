"""Messages: English sentences that know what they were made from."""

import pickle

from puntina.core.digest.message import Message, counted, message


def test_a_message_is_the_english_sentence_with_its_values() -> None:
    found = message('"{value}" is not a valid date', value="20/11")
    assert found == '"20/11" is not a valid date'
    assert (found.template, found.plural, found.values) == ('"{value}" is not a valid date', "", {"value": "20/11"})


def test_values_are_not_taken_for_templates() -> None:
    assert message("{value} and {{value}}", value="{other}") == "{other} and {value}"


def test_a_counted_message_has_the_form_of_its_number() -> None:
    assert [counted("{count} error", "{count:,} errors", count=count) for count in (0, 1, 2, 1234)] == [
        "0 errors",
        "1 error",
        "2 errors",
        "1,234 errors",
    ]


def test_a_message_crosses_processes_whole() -> None:
    sent = message("{hint}, please", hint=counted("one {what}", "{count} {what}s", count=3, what="line"))
    back = pickle.loads(pickle.dumps(sent))
    inner = back.values["hint"]
    assert (type(back), back, back.template) == (Message, "3 lines, please", "{hint}, please")
    assert (inner.template, inner.plural, inner.values) == (
        "one {what}",
        "{count} {what}s",
        {"count": 3, "what": "line"},
    )
