"""A made-up page: two articles, a line of noise, a copy and a line that nobody took; and the articles made of it."""

import pytest

from archive.models import Article, Newspaper, Page

LINES = (
    "2014年6月3日 星期二",
    "青石县工会把医务室开进工地",
    "□本报记者 白云",
    "本报讯 每周三下午，县总工会请来的医生都在工地门口坐诊，量血压、看关节，半天要看四十多人。",
    "工人老马说，以前看病要请半天假，现在收工就能",
    "白沙镇建起职工书屋",
    "白沙镇总工会用半年时间，在六家企业建起职工书屋，书由职工自己挑选。",
    "来量一量，心里踏实得多。",
    "医务室还备下常用药",
    "常用药由县总工会出钱，登记了就能领，不收一分钱，今年已经领走两千多份。",
    "医务室还备下常用药",
)
NUMBERS = tuple(range(1, 2 * len(LINES), 2))  # a blank line after each
CLINIC_BODY = f"{LINES[3]}\n\n{LINES[4]}\n{LINES[7]}\n\n## {LINES[8]}\n\n{LINES[9]}"


def number_of(line: int) -> int:
    """Return the number that a line of the page has, given its place in LINES."""
    return NUMBERS[line]


@pytest.fixture
def made_up_page(db) -> Page:
    return Page.objects.create(newspaper=Newspaper.objects.create(name="青石报"), text="\n\n".join(LINES))


@pytest.fixture
def clinic(made_up_page) -> Article:
    """The article on the clinic, whose second paragraph goes on behind the other article."""
    return Article.objects.create(
        page=made_up_page, order=1, headline=LINES[1], byline=LINES[2], body=CLINIC_BODY, status="review"
    )


@pytest.fixture
def library(made_up_page) -> Article:
    """The article on the library."""
    return Article.objects.create(page=made_up_page, order=2, headline=LINES[5], body=LINES[6])
