"""Segmentation: questions and answers -> whether another talk begins, or goes on under its headline."""

from archive.segmentation.open_article import OpenArticle
from archive.segmentation.paragraph import Paragraph

_ASKED = ("问：", "问:")
_ANSWERED = ("答：", "答:")
_REPORTER = ("记者：", "记者:")


def opens_other_talk(line: Paragraph, running: OpenArticle) -> bool:
    """Whether a question stands under an interview that calls who asks otherwise: 问： under 记者：."""
    asked = [one.text for one in running.paragraphs]
    is_interview = any(text.startswith(_REPORTER) for text in asked)
    return line.text.startswith(_ASKED) and is_interview and not any(text.startswith(_ASKED) for text in asked)


def goes_on_with_answer(above: OpenArticle, article: OpenArticle) -> bool:
    """Whether a text without headline ends with a question that is answered first below a headline."""
    if not (above.is_headless and above.paragraphs and article.paragraphs):
        return False
    return above.paragraphs[-1].text.startswith(_ASKED) and article.paragraphs[0].text.startswith(_ANSWERED)
