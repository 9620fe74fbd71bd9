"""Pages written down block by block -> their proposals, and words for what is in them."""

from collections.abc import Iterable

from archive.intake.lines import read_lines
from archive.segmentation.page import segment_page
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import ArticleDraft, PageProposal, PartKind
from tests.archive.small_gazetteer import GAZETTEER

PICTURE = "\n"  # two of them between blocks are the gap that a picture leaves


def segment(*blocks: str) -> PageProposal:
    """Segment a page whose blocks stand a blank line apart; an empty block is one more blank line."""
    return segment_page(read_lines("\n\n".join(blocks)), GAZETTEER)


def texts(lines: Iterable[Paragraph]) -> str:
    return "|".join(line.text for line in lines)


def headlines(*blocks: str) -> list[str]:
    return [texts(article.headline) for article in segment(*blocks).articles]


def bodies(*blocks: str) -> list[str]:
    return [texts(article.body) for article in segment(*blocks).articles]


def layout(article: ArticleDraft) -> list[str]:
    """Return an article's parts as short words: p+p is a joined paragraph."""
    names = {PartKind.PARAGRAPH: "p", PartKind.CROSSHEAD: "#", PartKind.CAPTION: "c"}
    return [
        "gap" if part.kind is PartKind.GAP else "+".join(names[part.kind] for _ in part.lines) for part in article.parts
    ]
