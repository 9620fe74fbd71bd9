"""Splitting, last step: the draft of a page -> its articles in the database, and back while nobody has touched them."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from archive.desk.holding import holds_in_force, release_hold
from archive.desk.splitting.change import ChangeError
from archive.desk.splitting.conflict import refuse_conflict
from archive.desk.splitting.describing import describe_article, is_undecided
from archive.desk.splitting.draft import Draft, read_draft
from archive.desk.splitting.labelling import link_lines
from archive.desk.splitting.opening import open_split
from archive.desk.splitting.printed import read_printed
from archive.desk.splitting.request import StepRequest
from archive.desk.splitting.stepping import lock_split
from archive.desk.storing import store_article
from archive.desk.vocabulary import load_vocabulary
from archive.models import Article, KeptEntry, Page, ReviewStep, Split, Status


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page whose articles are there; `touched` are those because of which it cannot be opened again."""

    split: Split | None
    articles: tuple[Article, ...]
    touched: tuple[Article, ...]


def find_finished(page: Page, user: User) -> FinishedPage | None:
    """Return what a page has become, for a person; None while it is being split.

    Articles that came in without a split, by an import for one, finish a page too.
    """
    split = Split.objects.select_related("finished_by").filter(page=page).first()
    if split and not split.finished:
        return None
    articles = tuple(_articles_of(page).order_by("order", "pk"))
    if not split and not articles:
        return None
    return FinishedPage(split, articles, _find_touched(page, user))


def find_open_matters(split: Split) -> tuple[SafeString, ...]:
    """Return what would be lost of a page or marked as lost, a sentence each: lines in no article, open sentences.

    What an article or the page lacks besides, a headline or the date, can be added later, and the screen says so.
    Lines are named by links that lead to them.
    """
    draft = read_draft(split.draft)
    sentences = []
    if unplaced := tuple(entry.line for entry in draft.unplaced):
        sentences.append(format_html(_("{lines}还没有归入，定稿后不在任何一篇里。"), lines=link_lines(unplaced)))
    if undecided := tuple(find_undecided(draft)):
        sentences.append(format_html(_("{lines}没有说完，定稿时后面标为缺文。"), lines=link_lines(undecided)))
    return tuple(sentences)


def find_undecided(draft: Draft) -> list[int]:
    """Return the lines that break off in mid-sentence without anybody having said how they go on."""
    return [
        entry.line
        for article in draft.articles
        for at, entry in enumerate(article.entries)
        if is_undecided(draft, article, at)
    ]


def finish(page_pk: int, user: User, request: StepRequest) -> tuple[Article, ...]:
    """Make the articles of a page, drafts all of them, behind those that it may have. Raises ConflictError."""
    vocabulary = load_vocabulary()
    with transaction.atomic():
        split = lock_split(page_pk)
        refuse_conflict(split, user, request)
        page, draft = split.page, read_draft(split.draft)
        printed = read_printed(page.text)
        first = (page.articles.aggregate(last=Max("order"))["last"] or 0) + 1
        described = [describe_article(draft, article, printed, vocabulary.gazetteer) for article in draft.articles]
        articles = [
            store_article(article, page, order, Status.DRAFT, vocabulary)
            for order, article in enumerate(described, start=first)
        ]
        split.finished, split.finished_by = timezone.now(), user
        split.save(update_fields=["finished", "finished_by", "modified"])
        release_hold(user, page=page)
    return tuple(articles)


def reopen(page: Page, user: User) -> None:
    """Let a finished page be split again; the drafts that were made of it go, and are made anew when it is finished.

    Raises ChangeError where somebody has worked on one of them. Withdrawn articles stay as they are.
    """
    with transaction.atomic():
        split = open_split(page)
        Split.objects.select_for_update().get(pk=split.pk)
        if touched := _find_touched(page, user):
            headlines = "、".join(f"《{article.display_headline}》" for article in touched)
            raise ChangeError(_("不能重新拆版，因为有人处理过：%(headlines)s。") % {"headlines": headlines})
        for article in _articles_of(page):
            article.delete()
        split.finished = split.finished_by = None
        split.save(update_fields=["finished", "finished_by", "modified"])


def _articles_of(page: Page) -> QuerySet[Article]:
    return Article.objects.filter(page=page).exclude(status=Status.WITHDRAWN)


def _find_touched(page: Page, user: User) -> tuple[Article, ...]:
    """Return the articles of a page that are more than the drafts made of it, or open on another person's screen."""
    articles = tuple(_articles_of(page).order_by("order", "pk"))
    keys = [article.pk for article in articles]
    versions = Article.history.filter(id__in=keys).values("id").annotate(count=Count("pk"))
    changed = {version["id"] for version in versions if version["count"] > 1}
    changed |= set(KeptEntry.objects.filter(article__in=keys).values_list("article", flat=True))
    changed |= set(ReviewStep.objects.filter(article__in=keys).values_list("article", flat=True))
    changed |= set(holds_in_force().filter(article__in=keys).exclude(user=user).values_list("article", flat=True))
    return tuple(one for one in articles if one.status != Status.DRAFT or one.pk in changed)
