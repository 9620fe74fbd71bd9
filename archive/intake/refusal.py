"""Page intake: why a file does not come into the archive."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    DANGLING = "dangling"
    LOOP = "loop"
    NOT_A_FILE = "not_a_file"
    NO_PAGES = "no_pages"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    BINARY = "binary"
    BAD_ENCODING = "bad_encoding"
    TOO_MANY_ARTICLES = "too_many_articles"


class RefusedError(Exception):
    """A file that does not come in; `detail` is a line number, a limit or the system's own words."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
