"""Segmentation: the paragraphs of a page -> its articles, by one walk from top to bottom."""

from collections.abc import Sequence

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.people import read_photo_ending, read_signature
from archive.extraction.places import find_place, read_place_label
from archive.segmentation.head import Head, read_head
from archive.segmentation.lead import leads_elsewhere, opens_by_lead, take_back
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import (
    is_body,
    is_byline,
    is_caption,
    is_credit,
    is_heading_like,
    opens_report,
)
from archive.segmentation.starts import starts_mid_sentence

_LONGEST_PHOTO_TEXT = 400
_MOST_PHOTO_PARAGRAPHS = 2
_LONGEST_BRIEF = 600


class Splitter:
    """Walks over a page's paragraphs and gives each to an article, or to the noise."""

    def __init__(self, paragraphs: Sequence[Paragraph], gazetteer: Gazetteer) -> None:
        self.paragraphs = paragraphs
        self.gazetteer = gazetteer
        self.articles: list[OpenArticle] = []
        self.noise: list[Paragraph] = []
        self.early_captions: list[Paragraph] = []

    @property
    def running(self) -> OpenArticle | None:
        """The article that the next line may belong to."""
        return self.articles[-1] if self.articles else None

    def split(self) -> None:
        """Give every paragraph its place. Each rule takes the lines it knows; the last one takes any."""
        rules = (
            self._take_brief,
            self._take_head,
            self._take_photo_heading,
            self._take_byline,
            self._take_credit,
            self._take_caption,
            self._take_heading,
            self._take_text,
        )
        at = 0
        while at < len(self.paragraphs):
            at += next(taken for rule in rules if (taken := rule(at)))
        if self.early_captions:
            self._open(Head())

    def _at(self, at: int) -> Paragraph | None:
        """Return a paragraph, or None past the end."""
        return self.paragraphs[at] if at < len(self.paragraphs) else None

    def _open(self, head: Head, form: Form = Form.ORDINARY) -> OpenArticle:
        """Begin an article; captions that stood above the first one are its own."""
        article = OpenArticle(head, form)
        article.items += [(PartKind.CAPTION, line) for line in self.early_captions]
        self.early_captions = []
        self.articles.append(article)
        return article

    def _is_after_end(self) -> bool:
        """Whether the text above has come to its end."""
        return self.running is None or self.running.is_closed or self.running.is_at_end_of_sentence

    def _is_place_label(self, at: int) -> bool:
        """Whether a line is a place's name over text, as briefs have."""
        line, following = self._at(at), self._at(at + 1)
        if line is None or following is None or not is_body(following):
            return False
        return bool(read_place_label(line.text, self.gazetteer))

    def _take_brief(self, at: int) -> int:
        """A place's name opens a brief: under a common heading, after another brief, or after a closed article."""
        line = self.paragraphs[at]
        if is_heading_like(line) and self._is_place_label(at + 1) and self._is_after_end():
            self._open(Head(section=(line,), headline=(self.paragraphs[at + 1],)), Form.BRIEF)
            return 2
        running = self.running
        follows = running is not None and (running.is_closed or running.form is Form.BRIEF)
        if not follows or not self._is_after_end() or not self._is_place_label(at):
            return 0
        section = running.head.section if running and running.form is Form.BRIEF else ()
        self._open(Head(section=section, headline=(line,)), Form.BRIEF)
        return 1

    def _take_head(self, at: int) -> int:
        """A head opens an article, or names the headless one above it when both are about the same place."""
        head = read_head(self.paragraphs, at, self._is_after_end())
        if head is None:
            return 0
        if self.running is not None and self._is_head_of(head, self.running):
            self.running.head = head
        else:
            self._open(head)
        return head.length

    def _is_head_of(self, head: Head, running: OpenArticle) -> bool:
        """Whether a head belongs to the headless article above it."""
        if not running.is_headless or running.is_closed:
            return False
        place, other = running.find_early_place(self.gazetteer), find_place(head.headings, (), self.gazetteer)
        return place is not None and other is not None and place.code == other.code

    def _take_photo_heading(self, at: int) -> int:
        """A short line opens a photo item when a credit follows within two paragraphs."""
        line = self.paragraphs[at]
        if not is_heading_like(line) or not self._is_after_end() or not self._has_credit_below(at):
            return 0
        self._open(Head(headline=(line,)), Form.PHOTO)
        return 1

    def _has_credit_below(self, at: int) -> bool:
        """Whether the text below a heading is short and ends with a photo credit."""
        length = 0
        for line in self.paragraphs[at + 1 : at + 2 + _MOST_PHOTO_PARAGRAPHS]:
            if is_credit(line):
                return length > 0
            length += len(line.text)
            if not is_body(line) or length > _LONGEST_PHOTO_TEXT:
                return False
            if read_photo_ending(line.text):
                return True
        return False

    def _take_byline(self, at: int) -> int:
        """A byline signs the text above that has come to its end, or opens one below; others are noise."""
        line, following, running = self.paragraphs[at], self._at(at + 1), self.running
        if not is_byline(line) or is_credit(line):
            return 0
        can_sign = running is not None and not running.is_closed and bool(running.paragraphs)
        if running and can_sign and not running.head.byline and running.is_at_end_of_sentence:
            running.closing_byline.append(line)
            running.is_closed = True
        elif following and is_body(following) and not is_caption(following) and self._is_after_end():
            self._open(Head(byline=(line,)))
        else:
            self.noise.append(line)
        return 1

    def _take_credit(self, at: int) -> int:
        """A credit closes a photo item; elsewhere it belongs to the caption above it."""
        line, running = self.paragraphs[at], self.running
        if not is_credit(line):
            return 0
        if running is None:
            self.early_captions.append(line)
        elif running.form is Form.PHOTO and not running.is_closed:
            running.closing_byline.append(line)
            running.is_closed = True
        else:
            running.add(PartKind.CAPTION, line)
        return 1

    def _take_caption(self, at: int) -> int:
        """A caption stays with the article around it."""
        line, running = self.paragraphs[at], self.running
        if not is_caption(line) or (running and running.form is Form.PHOTO and not running.is_closed):
            return 0
        if running is None:
            self.early_captions.append(line)
        else:
            running.add(PartKind.CAPTION, line)
        return 1

    def _take_heading(self, at: int) -> int:
        """A short line opens an article where none runs; in a running one it is a crosshead."""
        line, following, running = self.paragraphs[at], self._at(at + 1), self.running
        if not is_heading_like(line):
            return 0
        if running is None or running.is_closed or leads_elsewhere(line, following, running, self.gazetteer):
            self._open(Head(headline=(line,)))
        elif self._is_crosshead(line, following, running):
            running.add(PartKind.CROSSHEAD, line)
        else:
            return 0
        return 1

    def _is_crosshead(self, line: Paragraph, following: Paragraph | None, running: OpenArticle) -> bool:
        """Whether a short line in a running article stands over text, and is not itself a piece of a sentence."""
        if line.level:
            return True
        if following is None or not is_body(following) or starts_mid_sentence(following.text):
            return False
        return running.is_at_end_of_sentence or not any(mark in line.text for mark in "，,、")

    def _take_text(self, at: int) -> int:
        """Anything else is a paragraph: of the running article, or the first of one that lost its headline."""
        line, running = self.paragraphs[at], self.running
        if running is None or running.is_closed or (opens_report(line) and running.paragraphs):
            running = self._open(Head())
        elif code := opens_by_lead(line, running, self.gazetteer):
            taken = take_back(running, code, self.gazetteer)
            running = self._open(Head())
            for kind, item in taken:
                running.add(kind, item)
        running.add(PartKind.PARAGRAPH, line)
        self._close_if_signed(line, running)
        return 1

    def _close_if_signed(self, line: Paragraph, running: OpenArticle) -> None:
        """A signature closes an article, a short one as a brief; so does a credit at the end of a photo item."""
        if read_signature(line.text):
            running.is_closed = True
            is_short = sum(len(one.text) for one in running.paragraphs) <= _LONGEST_BRIEF
            if is_short and running.form is Form.ORDINARY and not opens_report(running.paragraphs[0]):
                running.form = Form.BRIEF
        elif running.form is Form.PHOTO and read_photo_ending(line.text):
            running.is_closed = True
