"""Splitting: the text of a page -> its printed lines by number, as segmentation reads them."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from archive.intake.lines import read_lines
from archive.segmentation.paragraph import Paragraph, read_paragraphs


# The text of a page never changes, and an editor makes many changes to one page in a row.
@lru_cache(maxsize=8)
def read_printed(text: str) -> Mapping[int, Paragraph]:
    """Return the printed lines of a page, in print order."""
    return MappingProxyType({line.number: line for line in read_paragraphs(read_lines(text))})
