"""Articles to be changed, and how they are changed without a worker."""

from collections.abc import Iterable

from django.contrib.auth.models import User

from archive.desk.bulk.applying import Seen, start_change
from archive.desk.bulk.change import Change
from archive.desk.bulk.undoing import start_undo
from archive.desk.jobs.running import run_job
from archive.desk.reviewing.steps import latest_version
from archive.models import Article, BulkChange, Job

_TEXTS = (
    "工会干部带着防暑用品走进二十多个工地，看望坚守岗位的建筑工人。",
    "一家工厂的工会在车间里办起了图书角，职工下班以后都来看书。",
    "职工法律援助中心开通了夜间热线，律师轮流值班解答劳动争议。",
)


def make_articles(count: int) -> list[Article]:
    """Return so many stored drafts, at most three, each with a text of its own."""
    return [Article.objects.create(headline=f"第{n}篇", body=text) for n, text in enumerate(_TEXTS[:count])]


def run_change(change: Change, articles: Iterable[Article], user: User) -> Job:
    """Change articles as they are now."""
    job = start_change(change, [Seen(article.pk, latest_version(article) or 0) for article in articles], user)
    run_job(job.pk)
    return job


def run_undo(user: User, stored: BulkChange | None = None) -> Job:
    """Take a change back, the last one unless another is given."""
    job = start_undo(stored or BulkChange.objects.latest("pk"), user)
    run_job(job.pk)
    return job


def outcomes(job: Job) -> list[tuple[str, str]]:
    """Return what became of each article."""
    return list(job.items.order_by("number").values_list("state", "message"))
