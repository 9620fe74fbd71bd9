"""Tagging: a plan -> a job, and each of its items -> the links of an article written, or a programme removed."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from archive.desk.editing.entry import LONGEST_WORDS
from archive.desk.jobs.kinds import ItemOutcome
from archive.desk.jobs.starting import NewItem, start_job
from archive.desk.tagging.deciding import Tagging, decide_tags
from archive.desk.tagging.planning import RetagPlan
from archive.desk.vocabulary import Vocabulary, load_programmes, recent_gazetteer
from archive.models import Article, ArticleInitiative, Initiative, ItemState, Job, JobItem, JobKind

User = AbstractBaseUser | AnonymousUser


def start_retag(user: User | None, plan: RetagPlan, removed: Initiative | None = None) -> Job:
    """Start the job that does what was planned. The programme that is `removed` goes at its end."""
    items = [
        NewItem(article.headline, detail={"article": article.key, "programmes": article.programmes})
        for article in plan.articles()
    ]
    if removed:
        name = _("删除项目：%(name)s") % {"name": removed}
        items.append(NewItem(name, detail={"remove": removed.pk}))
    return start_job(JobKind.RETAG, user, items, {"removed": removed.pk if removed else None})


def retag_item(item: JobItem) -> ItemOutcome:
    """Tag an article by the vocabulary as it is now, or remove a programme."""
    if key := item.detail.get("remove"):
        return _remove_programme(item, key)
    article = Article.objects.with_relations().filter(pk=item.detail["article"]).first()
    if article is None:
        return ItemOutcome(ItemState.SKIPPED, _("稿件已经没有了。"))
    removed = item.job.parameters.get("removed")
    programmes = tuple(one for one in load_programmes() if one.key != removed)
    vocabulary = Vocabulary(recent_gazetteer(), programmes)
    (tagging,) = decide_tags([article], frozenset(item.detail["programmes"]), vocabulary)
    if not tagging.is_change:
        return ItemOutcome(ItemState.SKIPPED, _("没有要改的。"), articles=(article,))
    message = _describe(tagging)
    _write(tagging, str(item.job))
    return ItemOutcome(ItemState.DONE, message, articles=(article,))


def _describe(tagging: Tagging) -> str:
    """Return what is done to the links of an article, a sentence each."""
    names = dict(Initiative.objects.filter(pk__in=tagging.changed_keys).values_list("pk", "name"))
    added = [
        _("加上“%(name)s”（%(words)s）。") % {"name": names[one.key], "words": one.evidence} for one in tagging.added
    ]
    removed = [
        _("去掉“%(name)s”（%(words)s）。") % {"name": link.initiative, "words": link.evidence}
        for link in tagging.removed
    ]
    return "".join((*added, *removed))


def _write(tagging: Tagging, reason: str) -> None:
    """Write the links after a version of the article, so that whoever has it open is shown what came in between.

    The versions name the job and no person: what a person takes away is not added again, and this may be.
    """
    article = tagging.article
    article._change_reason = reason  # type: ignore[attr-defined]
    article.save()
    for link in tagging.removed:
        link._change_reason = reason  # type: ignore[attr-defined]
        link.delete()
    for one in tagging.added:
        new = ArticleInitiative(article=article, initiative_id=one.key, evidence=one.evidence[:LONGEST_WORDS])
        new._change_reason = reason  # type: ignore[attr-defined]
        new.save()


def _remove_programme(item: JobItem, key: int) -> ItemOutcome:
    """Remove a programme that no article has any more."""
    programme = Initiative.objects.filter(pk=key).first()
    if programme is None:
        return ItemOutcome(ItemState.SKIPPED, _("项目已经没有了。"))
    programme._history_user = item.job.user  # type: ignore[attr-defined]
    try:
        programme.delete()
    except ProtectedError:
        count = programme.article_links.count()
        message = _("没有删除：还有 %(count)d 篇稿件标着这个项目，是人核对过的，或者刚标上的。") % {"count": count}
        return ItemOutcome(ItemState.FAILED, message)
    return ItemOutcome(ItemState.DONE)
