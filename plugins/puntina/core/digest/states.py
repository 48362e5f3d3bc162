"""The words for states that cards and pages label; "" is the state of an ordinary published digest."""

DRAFT, SCHEDULED = "draft", "scheduled"
EXPIRED, RETRACTED = "expired", "retracted"

PREVIEWED = frozenset({DRAFT, SCHEDULED})  # shown in previews only
