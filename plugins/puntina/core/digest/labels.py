"""Labels that editors write before or above a summary, such as "Summary:"; they are not part of it."""

import re

# In the languages of the first publication and a few near ones.
_LABELS = """
sintesi; in sintesi; la sintesi; riassunto; in breve; in poche parole; il punto; conclusione; in conclusione;
summary; in summary; in short; in brief; the summary; tl;dr; tldr; takeaway; key takeaway; key point; bottom line;
the bottom line; tóm tắt; tóm lại; tóm lược; kết luận; zusammenfassung; kurz gesagt; in kürze; fazit; das wichtigste;
résumé; en bref; resumen; en resumen; الخلاصة; خلاصة; ملخص; الملخص
"""
LABELS = frozenset(label.strip() for label in re.split(r";\s+", _LABELS))
LONGEST_LABEL = 5  # words before a colon
LONGEST = 120  # characters, more than five words have


def is_label(text: str) -> bool:
    """Whether there is no more than such a label, or nothing.

    >>> is_label("In sintesi:"), is_label("Le tre cose da sapere:"), is_label("In sintesi, tutto bene.")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return False
    words = " ".join(text.split()).strip(" :–—-").casefold()  # a full stop ends a sentence: "Sintesi." is one
    return not words or words in LABELS or (text.rstrip().endswith(":") and len(words.split()) <= LONGEST_LABEL)
