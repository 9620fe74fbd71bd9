"""Page intake: the text of a page -> its numbered lines."""

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page's text; numbers start at 1 and count blank lines."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on the line."""
        return not self.text.strip()


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a page, blank ones kept: a run of them is where a picture stood."""
    return tuple(Line(number, line) for number, line in enumerate(_LINE_END.split(text), start=1))
