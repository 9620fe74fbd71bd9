"""What stands in the search box -> the piece that is being typed, and the words before it."""

import re
from dataclasses import dataclass

from search.readings import plain
from search.spelling.letters import spell
from search.spelling.mixed import is_mixed, read_mixed, stands_for

_SHORTEST_READ = 2
# The last piece begins behind a space, else where characters and letters change; before it stands more than one.
_LAST_PIECE = (
    re.compile(r"(?P<before>.*\S)\s+(?P<last>\S+)\s*"),
    re.compile(r"\s*(?P<before>\S+[\u3400-\u9fff])(?P<last>[A-Za-z']+)\s*"),
    re.compile(r"\s*(?P<before>\S+[A-Za-z])(?P<last>[\u3400-\u9fff]+)\s*"),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """The beginning of a name; `before` are the words that are kept beside whatever is suggested for it."""

    text: str
    before: str = ""

    @property
    def is_mixed(self) -> bool:
        """Whether characters and letters are typed."""
        return is_mixed(self.text)

    @property
    def key(self) -> str:
        """The beginning of the keys looked up: letters beside characters are a reading only half written down."""
        return read_mixed(self.text) if self.is_mixed else plain(self.text)

    def agrees(self, name: str) -> bool:
        """Return whether a name has the characters that were typed beside letters."""
        return not self.is_mixed or bool(stands_for(self.text).search(plain(name)))

    def spell(self) -> list[str]:
        """Return the words that it spells if it has letters; one letter spells none."""
        letters = self.key
        is_read = len(letters) >= _SHORTEST_READ and letters.isascii() and letters.isalpha()
        return [word for word in spell(letters) if self.agrees(word)] if is_read else []

    def join(self, name: str) -> str:
        """Return a name behind the words before it."""
        return f"{self.before} {name}".strip()


def split_typed(text: str) -> Typed | None:
    """Return the last piece of several with the words before it, those in pinyin as characters; None of one piece.

    >>> split_typed("泸州 mianxin")
    Typed(text='mianxin', before='泸州')
    """
    for piece in _LAST_PIECE:
        if found := piece.fullmatch(text):
            before = [next(iter(Typed(word).spell()), word) for word in found["before"].split()]
            return Typed(found["last"], " ".join(before))
    return None
