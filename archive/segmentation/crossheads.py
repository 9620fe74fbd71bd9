"""Segmentation: articles as the walk opened them -> those made one again that are parts of one without its headline."""

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.people import read_signature
from archive.segmentation.head import Head
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.proposal import PartKind

_LEAST, _LEAST_UNDER_WRITER = 3, 2
_REPORTER = re.compile("记者|通讯员")
_LONGEST = 10  # characters of a crosshead


def gather_parts(articles: Sequence[OpenArticle], gazetteer: Gazetteer) -> list[OpenArticle]:
    """Return the articles; three and more in a row, of which nothing but a very short line tells each apart, are one.

    Under news each short line opens an article. An article has a writer, a dateline or a place in its headline;
    what has none of them, again and again, is a feature with crossheads: the one above it, over which a reporter
    stands, or one whose headline is lost.
    """
    gathered: list[OpenArticle] = []
    at = 0
    while at < len(articles):
        run = list(takewhile(lambda article: _is_bare(article, gazetteer), articles[at:]))
        if len(run) >= _LEAST_UNDER_WRITER and gathered and _may_go_on(gathered[-1]):
            _add_parts(gathered[-1], run)
            at += len(run)
        elif len(run) >= _LEAST:
            gathered.append(OpenArticle(is_closed=run[-1].is_closed))
            _add_parts(gathered[-1], run)
            at += len(run)
        else:
            gathered.append(articles[at])
            at += 1
    return gathered


def _is_bare(article: OpenArticle, gazetteer: Gazetteer) -> bool:
    """Whether nothing but a very short headline makes some text an article."""
    head = article.head
    if article.form is not Form.ORDINARY or not article.paragraphs or article.closing_byline:
        return False
    if len(head.headline) != 1 or head != Head(headline=head.headline) or head.headline[0].level:
        return False
    is_signed = article.has_dateline or bool(read_signature(article.paragraphs[-1].text))
    text = head.headline[0].text
    return len(text) <= _LONGEST and not (is_signed or article.is_letter or find_mentions(text, gazetteer))


def _may_go_on(article: OpenArticle) -> bool:
    """Whether an article above such parts is the feature whose they are: a reporter stands over it."""
    if article.form is not Form.ORDINARY or article.is_closed or article.has_dateline or not article.paragraphs:
        return False
    return bool(article.head.headline) and any(_REPORTER.search(line.text) for line in article.head.byline)


def _add_parts(whole: OpenArticle, run: Sequence[OpenArticle]) -> None:
    """Give an article several others, their headlines for crossheads."""
    for article in run:
        whole.add(PartKind.CROSSHEAD, article.head.headline[0])
        for kind, line in article.items:
            whole.add(kind, line)
