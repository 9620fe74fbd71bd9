"""Page intake: why a file does not come into the archive."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    DANGLING = "dangling"
    LOOP = "loop"
    NOT_A_FILE = "not_a_file"
    NO_PAGES = "no_pages"
    OTHER_ENDING = "other_ending"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    FILE_TOO_LARGE = "file_too_large"
    TOO_SHORT = "too_short"
    TOO_MANY_PAGES = "too_many_pages"
    EMPTY = "empty"
    BINARY = "binary"
    BAD_ENCODING = "bad_encoding"
    IMAGE = "image"
    OLD_WORD = "old_word"
    OTHER_FORM = "other_form"
    PASSWORD = "password"  # noqa: S105 (no password)
    DAMAGED = "damaged"
    NO_TEXT_LAYER = "no_text_layer"
    ZIP_BOMB = "zip_bomb"
    TOO_HEAVY = "too_heavy"
    TOO_MANY_ARTICLES = "too_many_articles"
    TOO_MANY_ROWS = "too_many_rows"
    BROKEN_TABLE = "broken_table"


class RefusedError(Exception):
    """A file that does not come in; `detail` is a line number, a limit or the system's own words."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
