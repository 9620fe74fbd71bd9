"""An article -> the line that cites it, after GB/T 7714-2015."""

from django.utils.translation import gettext as _

from archive.models import Article
from archive.models.precision import date_slug

_MOST_AUTHORS = 3


def cite(article: Article) -> str:
    """Return authors, title, the type mark of a newspaper, paper, date and page; what is not known is left out.

    高柱，刘衍茂. 务实创新展风采——四川内江市总工会5年工作纪实[N]. 工人日报，2013-09-23(4).
    """
    parts = [_cite_authors(article), f"{_cite_title(article)}[N]", _cite_issue(article)]
    return "".join(f"{part}. " for part in parts if part).strip()


def _cite_authors(article: Article) -> str:
    names = [person.name for person in article.people.all()]
    return "，".join(names[:_MOST_AUTHORS]) + (_("，等") if len(names) > _MOST_AUTHORS else "")


def _cite_title(article: Article) -> str:
    title, subhead = article.display_headline, article.subhead
    if not subhead:
        return title
    return f"{title}{subhead}" if subhead.startswith("—") else f"{title}：{subhead}"


def _cite_issue(article: Article) -> str:
    paper = article.newspaper.name if article.newspaper else _("报纸不详")
    date = date_slug(article.date, article.date_precision) if article.date else _("日期不详")
    number = f"({article.page.number})" if article.page and article.page.number else ""
    return f"{paper}，{date}{number}"
