"""Segmentation: where the walk over a page stands, its paragraphs and the articles gathered so far."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from archive.extraction.gazetteer import Gazetteer
from archive.segmentation.head import Head
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind


@dataclass(slots=True)
class Walk:
    """What every rule may ask; `notices` are lines apart, `early_captions` stood above the first article."""

    paragraphs: Sequence[Paragraph]
    gazetteer: Gazetteer
    notices: AbstractSet[int] = frozenset()
    articles: list[OpenArticle] = field(default_factory=list)
    noise: list[Paragraph] = field(default_factory=list)
    early_captions: list[Paragraph] = field(default_factory=list)

    @property
    def running(self) -> OpenArticle | None:
        """The article that the next line may belong to."""
        return self.articles[-1] if self.articles else None

    @property
    def is_after_end(self) -> bool:
        """Whether the text above has come to its end."""
        return self.running is None or self.running.is_closed or self.running.is_at_end_of_sentence

    @property
    def is_under_label(self) -> bool:
        """Whether the line above is the name that heads a brief: its text follows, however short."""
        return self.running is not None and self.running.form is Form.BRIEF and not self.running.items

    def at(self, at: int) -> Paragraph | None:
        """Return a paragraph, or None past the end."""
        return self.paragraphs[at] if at < len(self.paragraphs) else None

    def is_apart(self, at: int) -> bool:
        """Whether a notice, or the like, stands directly above a line."""
        return self.paragraphs[at].line_above in self.notices

    def open(self, head: Head, form: Form = Form.ORDINARY) -> OpenArticle:
        """Begin an article; captions that stood above the first one are its own."""
        article = OpenArticle(head, form)
        article.items += [(PartKind.CAPTION, line) for line in self.early_captions]
        self.early_captions = []
        self.articles.append(article)
        return article

    def resume(self, article: OpenArticle) -> OpenArticle:
        """Let an earlier article run on."""
        self.articles.remove(article)
        self.articles.append(article)
        return article


Rule = Callable[[Walk, int], int]  # a rule returns how many paragraphs it took, none where it does not hold
