"""The words for what is said of a digest wherever it is named; "" stands for those of which nothing is."""

DRAFT, HELD = "draft", "held"
EXPIRED, RETRACTED = "expired", "retracted"

PREVIEWED = frozenset({DRAFT, HELD})  # of those that nobody sees but in a preview
