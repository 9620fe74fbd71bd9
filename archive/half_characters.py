"""Half characters: what Python makes of bytes that are no text, on the command line and in the names of files."""

import re
from pathlib import Path

_HALF = re.compile("[\ud800-\udfff]")


def readable(given: str | Path) -> str:
    """Return a text or the name of a file as it can be shown, stored and searched, U+FFFD for each half character."""
    return _HALF.sub("\ufffd", str(given))
