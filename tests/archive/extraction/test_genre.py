"""Signs of an article -> its kind."""

import pytest

from archive.extraction.genre import ArticleKind, find_kind


@pytest.mark.parametrize(
    ("headings", "roles", "body", "crossheads", "kind"),
    [
        (("奋进", "——某市总工会工作纪实"), (), ("短文。",), 0, ArticleKind.FEATURE),
        (("某市工会送清凉",), (), ("本报讯 近日。",), 0, ArticleKind.NEWS),
        (("本报评论：让职工体面劳动",), (), ("短文。",), 0, ArticleKind.COMMENTARY),
        (("为职工说话",), ("本报特约评论员",), ("短文。",), 0, ArticleKind.COMMENTARY),
        (("为职工说话",), ("某市总工会主席",), ("短文。",), 0, ArticleKind.COMMENTARY),
        (("某市工会",), ("本报记者",), ("短文。",), 2, ArticleKind.FEATURE),
        (("某市工会",), ("本报记者",), ("字" * 1300,), 0, ArticleKind.FEATURE),
        ((), (), (), 0, ArticleKind.NEWS),
    ],
)
def test_signs_tell_the_kind(headings, roles, body, crossheads, kind):
    assert find_kind(headings, roles, body, crossheads) is kind
