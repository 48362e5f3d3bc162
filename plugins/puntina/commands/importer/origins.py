"""The sources from which an import takes a title or a date."""

from enum import StrEnum


class TitleFrom(StrEnum):
    """Where a title was taken from."""

    FRONT_MATTER = "front matter"
    OPTION = "option"
    FIRST_LINE = "first line"
    FILE_NAME = "file name"
    ANSWER = "answer"


class DateFrom(StrEnum):
    """Where a date was taken from."""

    OPTION = "option"
    FRONT_MATTER = "front matter"
    FILE_NAME = "file name"
    NOW = "now"
