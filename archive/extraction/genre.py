"""Extraction: the signs that an article carries -> its kind."""

import re
from enum import StrEnum

_COMMENTARY = re.compile(r"评论|短评|时评|社论|述评|杂谈|编后|锐评|快评|札记|笔谈")
_OPINION = re.compile(r"评论员|主席|书记|部长|教授|研究员")
_FEATURE = re.compile(r"纪实|侧记|纪事|探访|综述|走笔|见闻|扫描|巡礼|特写|调查|掠影|追记|记[“《\u3400-\u9fff]")
_OPENING = re.compile(r"本报[\u4e00-\u9fff]{0,8}?(?:\d{1,2}月)?(?:\d{1,2}日)?[讯电]")
_LONG = 1200
_SOME_CROSSHEADS = 2


class ArticleKind(StrEnum):
    """The kinds of report."""

    NEWS = "news"
    FEATURE = "feature"
    COMMENTARY = "commentary"
    PHOTO = "photo"
    BRIEF = "brief"


def find_kind(
    headings: tuple[str, ...], roles: tuple[str, ...], body: tuple[str, ...], crossheads: int = 0
) -> ArticleKind:
    """Return whether an article that is neither brief nor photo is commentary, feature or news.

    `headings` are all lines above the body, `roles` those of its people.
    """
    if any(map(_COMMENTARY.search, headings[:1])) or any(map(_OPINION.search, roles)):
        return ArticleKind.COMMENTARY
    if any(words.lstrip().startswith("—") and _FEATURE.search(words) for words in headings):
        return ArticleKind.FEATURE
    if body and body[0].startswith("本报"):
        return ArticleKind.NEWS
    if crossheads >= _SOME_CROSSHEADS:
        return ArticleKind.FEATURE
    return ArticleKind.FEATURE if sum(map(len, body)) > _LONG else ArticleKind.NEWS


def find_kind_words(kind: str, headings: tuple[str, ...], roles: tuple[str, ...], body: tuple[str, ...]) -> str:
    """Return the words that speak for a kind, as printed; empty where length or form on the page tells it.

    >>> find_kind_words("news", (), (), ("本报讯 昨日，市总工会……",))
    '本报讯'
    """
    if kind == ArticleKind.COMMENTARY:
        found = next(filter(None, map(_COMMENTARY.search, headings[:1])), None)
        return found[0] if found else next(filter(_OPINION.search, roles), "")
    if kind == ArticleKind.FEATURE:
        return next((words for words in headings if words.lstrip().startswith("—") and _FEATURE.search(words)), "")
    if kind == ArticleKind.NEWS and body and (opening := _OPENING.match(body[0])):
        return opening[0]
    return ""
