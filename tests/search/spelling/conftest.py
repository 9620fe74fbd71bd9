"""The reports of reports.py with a vocabulary of names that are easy to misspell."""

from collections.abc import Callable

import pytest

from archive.models import Article, DictionaryWord, Initiative
from search.jobs import refresh_suggestions
from tests.search.reports import add_report, add_reports, add_vocabulary

NAMES = (
    "工资集体协商", "职工书屋", "金秋助学", "争做知识型职工", "争当知识型职工", "春送岗位夏送清凉秋送助学冬送温暖",
    "5+1职业化工作者队伍",
)  # fmt: skip


@pytest.fixture(scope="module")
def reports(fill_archive: Callable) -> dict[str, Article]:
    """The reports, by their key, a few more that say 工资集体协商, and one that misspells 职工书屋."""

    def add() -> dict[str, Article]:
        add_vocabulary()
        for name in NAMES:
            Initiative.objects.create(name=name, category="组织建设", scope="national")
        for word in ("绿豆汤", "农民工", "白领课堂"):
            DictionaryWord.objects.create(word=word)
        reports = add_reports()
        for number in range(3):
            add_report(
                f"第{number}份合同",
                "开展工资集体协商，“金秋助学”也开展。",
                "2013-09-23",
                city="510500",
                newspaper="甲报",
            )
        add_report("一份旧报", "某处办起“职工书物”。", "2013-09-23", newspaper="甲报")
        refresh_suggestions()
        return reports

    return fill_archive(add)
