"""Splitting: roles and changes -> the words that the screen has for them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive.desk.splitting.change import Change, ChangeKind
from archive.desk.splitting.draft import Draft, Entry, Role

ROLES: Mapping[Role, Promise] = MappingProxyType(
    {
        Role.SECTION: gettext_lazy("栏题"),
        Role.KICKER: gettext_lazy("引题"),
        Role.HEADLINE: gettext_lazy("主题"),
        Role.SUBHEAD: gettext_lazy("副题"),
        Role.BYLINE: gettext_lazy("署名"),
        Role.PARAGRAPH: gettext_lazy("正文"),
        Role.CROSSHEAD: gettext_lazy("小标题"),
        Role.CAPTION: gettext_lazy("图片说明"),
    }
)

# {lines}: the lines of the change; {article} and {target}: numbers of articles; {line}: the other line.
_SENTENCES: Mapping[ChangeKind, Promise] = MappingProxyType(
    {
        ChangeKind.GIVE: gettext_lazy("{lines}归入第 {article} 篇"),
        ChangeKind.NEW: gettext_lazy("{lines}成为新的一篇"),
        ChangeKind.SPLIT: gettext_lazy("从{lines}起另成一篇"),
        ChangeKind.ROLE: gettext_lazy("{lines}是{role}"),
        ChangeKind.UP: gettext_lazy("{lines}上移"),
        ChangeKind.DOWN: gettext_lazy("{lines}下移"),
        ChangeKind.PLACE: gettext_lazy("{lines}移到第 {line} 行前"),
        ChangeKind.JOIN: gettext_lazy("{lines}后接第 {line} 行"),
        ChangeKind.UNJOIN: gettext_lazy("{lines}断开接续"),
        ChangeKind.GAP_BEFORE: gettext_lazy("{lines}前面缺文"),
        ChangeKind.GAP_AFTER: gettext_lazy("{lines}后面缺文"),
        ChangeKind.WHOLE: gettext_lazy("{lines}到此为止，没有缺文"),
        ChangeKind.NOISE: gettext_lazy("{lines}不属于稿件"),
        ChangeKind.UNPLACED: gettext_lazy("{lines}暂不归入"),
        ChangeKind.COPY: gettext_lazy("{lines}与第 {line} 行重复"),
        ChangeKind.ORIGINAL: gettext_lazy("{lines}不是重复"),
        ChangeKind.MERGE: gettext_lazy("第 {article} 篇并入第 {target} 篇"),
        ChangeKind.ORDER: gettext_lazy("第 {article} 篇改为第 {place} 篇"),
        ChangeKind.REMOVE: gettext_lazy("取消第 {article} 篇"),
        ChangeKind.UNDER: gettext_lazy("第 {article} 篇归到前面的栏题下"),
    }
)
# What is asked for once more is taken back.
_TAKEN_BACK: Mapping[ChangeKind, Promise] = MappingProxyType(
    {
        ChangeKind.GAP_BEFORE: gettext_lazy("{lines}前面不缺文"),
        ChangeKind.GAP_AFTER: gettext_lazy("{lines}后面不缺文"),
        ChangeKind.WHOLE: gettext_lazy("{lines}没有到此为止"),
        ChangeKind.UNDER: gettext_lazy("第 {article} 篇移出栏题"),
    }
)
_NAMED_LINES = 4


def label_change(before: Draft, change: Change, after: Draft) -> str:
    """Return in words what a change has made of a draft: 第 63、65 行归入第 2 篇."""
    number = _count_articles(before)
    return str(_choose_sentence(change, after)).format(
        lines=label_lines(change.lines),
        article=number(change.article),
        target=number(change.target),
        line=change.target,
        place=change.place + 1,
        role=ROLES[change.role],
    )


def label_lines(lines: tuple[int, ...]) -> str:
    """Return lines by their numbers: 第 3、5 行, 第 3、5、7、9 等 12 行."""
    named = _("、").join(map(str, sorted(lines)[:_NAMED_LINES]))
    return _choose_label(lines).format(lines=named, count=len(lines))


def link_lines(lines: tuple[int, ...]) -> SafeString:
    """Return lines as they are labelled, each number as a link that leads to its line on the split screen."""
    links = ((line,) for line in sorted(lines)[:_NAMED_LINES])
    named = format_html_join(_("、"), '<a href="#line-{0}" data-go="{0}">{0}</a>', links)
    return format_html(_choose_label(lines), lines=named, count=len(lines))


def _choose_label(lines: tuple[int, ...]) -> str:
    if len(lines) > _NAMED_LINES:
        return _("第 {lines} 等 {count} 行")
    return ngettext("第 {lines} 行", "第 {lines} 行", len(lines))


def _choose_sentence(change: Change, after: Draft) -> Promise | str:
    if change.kind is ChangeKind.PLACE and not change.target:
        return _("{lines}移到第 {article} 篇末尾")
    sentences = _TAKEN_BACK if _is_taken_back(change, after) else _SENTENCES
    return sentences[change.kind]


def _is_taken_back(change: Change, after: Draft) -> bool:
    """Whether a mark is not there any more after the change that is made twice to take it back."""
    if change.kind is ChangeKind.UNDER:
        article = after.article(change.article)
        return article is not None and article.under is None
    if change.kind not in _TAKEN_BACK:
        return False
    entries = [entry for article in after.articles for entry in article.entries if entry.line in change.lines]
    return not any(_has_mark(change.kind, entry) for entry in entries)


def _has_mark(kind: ChangeKind, entry: Entry) -> bool:
    if kind is ChangeKind.WHOLE:
        return entry.is_whole
    return (entry.gap_before if kind is ChangeKind.GAP_BEFORE else entry.gap_after) is not None


def _count_articles(draft: Draft) -> Callable[[int], int]:
    """Return a function: an article's key -> its number on the screen, 0 where it is gone."""
    numbers = {article.key: number for number, article in enumerate(draft.articles, start=1)}
    return lambda key: numbers.get(key, 0)
