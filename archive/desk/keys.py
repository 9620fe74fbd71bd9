"""The desk: a key as a form or an address gives it -> the number that it is, or 0, which no row has."""

# A longer one fits into no database, and would take its time to be read.
_LONGEST = 17


def read_key(text: str) -> int:
    """Return the key that a text is; 0 for nonsense."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else 0
