"""An article's body as it is stored -> its blocks in reading order.

The stored text is plain: blocks are separated by a blank line, and the first characters say what a block is:

    ## 小标题            a crosshead
    [图] 图片说明         a caption
    [缺文]               a gap: text known to be lost; [缺文：后栏未收到] says why
    anything else        a paragraph; a single line break in it is the print's own, where a column broke the line
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a body is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body; `text` without its marker, line breaks of the print kept."""

    kind: BlockKind
    text: str


_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_GAP = re.compile(r"\[缺文(?:[：:](?P<reason>[^\]]*))?\]")


def parse_block(text: str) -> Block:
    """Return the block that a stretch of body text between blank lines is."""
    if text.startswith("## "):
        return Block(BlockKind.CROSSHEAD, text[3:].strip())
    if text.startswith("[图]"):
        return Block(BlockKind.CAPTION, text[3:].strip())
    if gap := _GAP.fullmatch(text):
        return Block(BlockKind.GAP, (gap["reason"] or "").strip())
    return Block(BlockKind.PARAGRAPH, text)


def parse_body(body: str) -> tuple[Block, ...]:
    """Return the blocks of a stored body.

    >>> [block.kind.value for block in parse_body("第一段。\\n\\n## 小标题\\n\\n[缺文]")]
    ['paragraph', 'crosshead', 'gap']
    """
    stripped = body.replace("\r\n", "\n").replace("\r", "\n").strip()
    return tuple(parse_block(part) for part in _BLANK_LINES.split(stripped) if part.strip())


def format_block(block: Block) -> str:
    """Return a block as it is stored; `parse_block` gives the block back."""
    match block.kind:
        case BlockKind.CROSSHEAD:
            return f"## {block.text}"
        case BlockKind.CAPTION:
            return f"[图] {block.text}"
        case BlockKind.GAP:
            return f"[缺文：{block.text}]" if block.text else "[缺文]"
    return block.text


def format_body(blocks: tuple[Block, ...]) -> str:
    """Return blocks as the body that is stored."""
    return "\n\n".join(format_block(block) for block in blocks)


def printed_text(body: str) -> str:
    """Return the words of a body that were printed: no markers and no gaps, blocks a blank line apart."""
    return "\n\n".join(block.text for block in parse_body(body) if block.kind is not BlockKind.GAP)
