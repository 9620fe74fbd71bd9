"""Page intake: the text of a page -> its numbered lines."""

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")
# What nobody prints; the last ones turn the direction of writing, of what a screen shows behind them too.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


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
    """Return the lines of a page, blank ones kept: a run of them is where a picture stood.

    Control characters, which nobody sees and no screen shows, are left out.
    """
    lines = _LINE_END.split(text)
    return tuple(Line(number, CONTROLS.sub("", line)) for number, line in enumerate(lines, start=1))
