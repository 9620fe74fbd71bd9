"""The opening words of a report -> dateline and people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.dateline import read_closing_dateline, read_dateline


@pytest.mark.parametrize(
    ("paragraph", "text", "names"),
    [
        ("本报讯 近日，某厂工会", "本报讯", []),
        ("本报讯(记者王小明 通讯员李强)近日", "本报讯", ["王小明", "李强"]),
        ("本报讯（记者 王小明）近日", "本报讯", ["王小明"]),
        ("本报北京7月27日电 记者王小明报道：", "本报北京7月27日电", ["王小明"]),
        ("新华社成都5月1日电（记者王小明）", "新华社成都5月1日电", ["王小明"]),
        ("新华社成都5月1日专电(记者王小明)", "新华社成都5月1日专电", ["王小明"]),
        ("中工网讯（记者王小明）近日", "中工网讯", ["王小明"]),
        ("新华网成都5月3日电（记者王小明）", "新华网成都5月3日电", ["王小明"]),
        ("某城日报讯 近日", "某城日报讯", []),
        ("本报记者王小明报道：近日", "", ["王小明"]),
        ("本报7月3日讯 近日", "本报7月3日讯", []),
        ("●本报讯（王小明）近日", "本报讯", ["王小明"]),
        ("本报泸州讯 记者王小明报道：", "本报泸州讯", ["王小明"]),
        ("本报泸州电(记者王小明)近日", "本报泸州电", ["王小明"]),
        ("（本报记者 王小明）近日", "", ["王小明"]),
        ("本报讯 见习记者李强 通讯员王大力 近日，", "本报讯", ["李强", "王大力"]),
        ("本报讯 记者从市总工会 获悉，", "本报讯", []),
    ],
)
def test_a_dateline_opens_a_report(paragraph, text, names):
    dateline = read_dateline(paragraph)
    assert dateline is not None
    assert (dateline.text, [person.name for person in dateline.people]) == (text, names)


@pytest.mark.parametrize(
    "paragraph", ["近日，本报讯", "本报记者 王小明", "本报开设专栏", "本报记者从市总工会获悉，有报道：", ""]
)
def test_other_openings_are_none(paragraph):
    assert read_dateline(paragraph) is None


def test_a_dateline_in_brackets_may_end_a_report():
    assert read_closing_dateline("工作圆满结束。（本报北京7月27日电）") == "本报北京7月27日电"
    assert read_closing_dateline("工作圆满结束。（王小明）") == ""


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_without_a_crash(text):
    read_dateline(text)
    read_closing_dateline(text)
