"""The desk: two articles that look alike -> their texts for two columns, with what is only in one of them marked."""

from dataclasses import dataclass

from archive.body import printed_text
from archive.desk.differences import Change, Passage, find_stretches, passages_of
from archive.desk.fingerprint import measure_likeness
from archive.desk.near_duplicates import NearDuplicate
from archive.desk.shingling import text_of
from archive.models import Article


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The text already in the archive, this article's text, and how much they are alike."""

    other: tuple[Passage, ...]
    this: tuple[Passage, ...]
    duplicate: NearDuplicate

    @property
    def is_same(self) -> bool:
        """Whether nothing is marked."""
        return all(passage.change is Change.SAME for passage in (*self.other, *self.this))


def compare_articles(article: Article, other: Article) -> SideBySide:
    """Compare an article with another; spaces and the shapes of marks are no differences."""
    old, new = _full_text(other), _full_text(article)
    others: list[Passage] = []
    these: list[Passage] = []
    for stretch in find_stretches(old, new, as_printed=True):
        if stretch.is_same:
            others.append(Passage(Change.SAME, old[stretch.old_start : stretch.old_end]))
            these.append(Passage(Change.SAME, new[stretch.new_start : stretch.new_end]))
            continue
        for passage in passages_of(stretch, old, new):
            (others if passage.change is Change.REMOVED else these).append(passage)
    likeness = measure_likeness(text_of(article), text_of(other))
    return SideBySide(tuple(others), tuple(these), NearDuplicate(other, likeness))


def _full_text(article: Article) -> str:
    lines = (article.kicker, article.headline, article.subhead, article.byline)
    return "\n".join((*filter(None, lines), "", printed_text(article.body)))
