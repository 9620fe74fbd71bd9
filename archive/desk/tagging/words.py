"""Tagging: a stored article -> the words in which programmes are looked for, and some of them as they stand there."""

from dataclasses import dataclass

from archive.body import BlockKind, parse_body
from archive.models import Article

_AROUND = 18


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article with what is printed before and after them."""

    before: str
    words: str
    after: str


def words_of(article: Article) -> str:
    """Return the headings and the blocks of an article, a line each; the print's own line breaks are closed."""
    blocks = (block for block in parse_body(article.body) if block.kind is not BlockKind.GAP)
    headings = filter(None, (article.kicker, article.headline, article.subhead))
    return "\n".join((*headings, *(block.text.replace("\n", "") for block in blocks)))


def show_in_context(words: str, text: str) -> Excerpt:
    """Return words with their neighbourhood in the line where they first stand; alone where they do not."""
    start = text.find(words)
    if start < 0 or not words:
        return Excerpt("", words, "")
    end = start + len(words)
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return Excerpt(before, words, after)
