"""A small archive whose every answer can be worked out by reading it."""

import datetime

from django.conf import settings
from django.db import transaction

from archive.models import (
    Article,
    ArticleCity,
    ArticleInitiative,
    ArticlePerson,
    City,
    DatePrecision,
    Genre,
    Initiative,
    InitiativeAlias,
    Newspaper,
    Province,
    Status,
)
from search.rebuild import rebuild
from tests.indexes import take_indexes_away

# key: headline, body, date, city, initiative, newspaper, genre, status
REPORTS = {
    "luzhou": (
        "泸州推进两个普遍",
        "泸州市总工会推进“两个普遍”，全市工会组织不断增加。\n\n工资集体协商覆盖更多职工。",
        "2013-09-23", "510500", "两个普遍", "甲报", Genre.FEATURE, Status.PUBLISHED,
    ),
    "neijiang": (
        "内江为农民工追讨工资",
        "两个重点工作：普遍走访企业，为农民工讨回欠薪。集体活动之外，工会还组织协商，提高工资。",
        "2013-05-01", "510101", "", "甲报", Genre.NEWS, Status.PUBLISHED,
    ),
    "yubei": (
        "渝北职代会制度落到实处",
        "区总工会推动职代会制度。職工代表大會每年召開，ＡＢＣ公司工會參加。",
        "2008-01-02", "500112", "职工代表大会", "乙报", Genre.NEWS, Status.PUBLISHED,
    ),
    "heat": (
        "高温天送清凉",
        "工会干部到工地送清凉，\n送去毛巾和绿豆汤，人人都说这是全市\n工会做的好事。",
        "2014-07-28", "510500", "送清凉", "乙报", Genre.BRIEF, Status.PUBLISHED,
    ),
    "undated": (
        "没有日期的报道",
        "职工书屋建到车间，送清凉与职工书屋同时进行。热线电话12351，覆盖面91.6%。",
        "", "", "送清凉", "", Genre.NEWS, Status.PUBLISHED,
    ),
    "draft": ("草稿不给读者看", "工会草稿。", "2013-01-01", "510500", "", "甲报", Genre.NEWS, Status.DRAFT),
    "withdrawn": ("撤回的稿件", "工会撤回。", "2013-01-01", "510500", "", "甲报", Genre.NEWS, Status.WITHDRAWN),
}  # fmt: skip


@transaction.atomic
def add_vocabulary() -> None:
    """Add two provinces, their cities, three programmes and two newspapers."""
    sichuan = Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")
    chongqing = Province.objects.create(code="500000", name="重庆市", short_name="重庆", abbreviation="渝")
    luzhou = City.objects.create(code="510500", name="泸州市", level="city", province=sichuan)
    City.objects.create(code="510502", name="江阳区", level="district", province=sichuan, parent=luzhou)
    City.objects.create(code="510101", name="内江市", level="city", province=sichuan)
    City.objects.create(code="500112", name="渝北区", level="district", province=chongqing)
    for name in ("两个普遍", "职工代表大会", "送清凉"):
        Initiative.objects.create(name=name, category="组织建设", scope="national")
    InitiativeAlias.objects.create(initiative=Initiative.objects.get(name="职工代表大会"), name="职代会")
    Newspaper.objects.create(name="甲报", slug="jia")
    Newspaper.objects.create(name="乙报", slug="yi")


def add_reports() -> dict[str, Article]:
    """Add the reports of the table; the order of the table is the order of their keys in the database."""
    reports = {key: add_report(*fields) for key, fields in REPORTS.items()}
    for key, name in (("luzhou", "王芳"), ("yubei", "王 芳"), ("yubei", "阿依古丽"), ("draft", "不给读者看")):
        ArticlePerson.objects.create(article=reports[key], name=name, role="本报记者")
    return reports


@transaction.atomic
def add_report(
    headline: str,
    body: str,
    date: str = "",
    city: str = "",
    initiative: str = "",
    newspaper: str = "",
    genre: str = Genre.NEWS,
    status: str = Status.PUBLISHED,
) -> Article:
    """Add one report with its links."""
    article = Article.objects.create(
        headline=headline,
        body=body,
        date=datetime.date.fromisoformat(date) if date else None,
        date_precision=DatePrecision.DAY if date else DatePrecision.UNKNOWN,
        newspaper=Newspaper.objects.get(name=newspaper) if newspaper else None,
        genre=genre,
        status=status,
    )
    if city:
        place = City.objects.get(pk=city)
        ArticleCity.objects.create(article=article, city=place, province=place.province)
    if initiative:
        ArticleInitiative.objects.create(article=article, initiative=Initiative.objects.get(name=initiative))
    return article


def index_twelve_reports() -> None:
    """Add twelve reports, and make an index of them for every engine."""
    take_indexes_away()
    add_vocabulary()
    Article.objects.bulk_create(
        [Article(headline=f"报道{n}", body=f"工会第{n}号。", status="published") for n in range(12)]
    )
    for name in settings.SEARCH_ENGINES:
        rebuild(name)
