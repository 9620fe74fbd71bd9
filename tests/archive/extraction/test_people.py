"""Bylines, credits and signatures -> people with roles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.people import (
    Person,
    is_letter_signature,
    is_role,
    read_byline,
    read_credit,
    read_people,
    read_photo_ending,
    read_signature,
)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("□本报记者 王小明 通讯员 李强", [("王小明", "本报记者"), ("李强", "通讯员")]),
        ("□本报通讯员 李强 本报记者 王小明", [("李强", "本报通讯员"), ("王小明", "本报记者")]),
        ("□王小明 李强 欧阳文", [("王小明", ""), ("李强", ""), ("欧阳文", "")]),
        ("本报记者　王　明", [("王明", "本报记者")]),
        ("本报记者 王小明 实习生 李强", [("王小明", "本报记者"), ("李强", "实习生")]),
        ("4 本报特约评论员 王小明", [("王小明", "本报特约评论员")]),
        ("某市总工会主席 王小明", [("王小明", "某市总工会主席")]),
        ("记者：王小明、李强", [("王小明", "记者"), ("李强", "记者")]),
        ("□通讯员 阿依古丽·买买提", [("阿依古丽·买买提", "通讯员")]),
        ("□王小明 文 李强 图", [("王小明", ""), ("李强", "")]),
        ("□王小明 口述 本报记者 李强 整理", [("王小明", ""), ("李强", "本报记者")]),
        ("文/王小明 图/李强", [("王小明", ""), ("李强", "")]),
        ("本报记者 王小明 文/摄", [("王小明", "本报记者")]),
        ("本报记者 王小明 发自泸州", [("王小明", "本报记者")]),
        ("（记者 王小明）", [("王小明", "记者")]),
        ("文/图 本报记者 王小明", [("王小明", "本报记者")]),
        ("文并摄/完颜青 李强", [("完颜青", ""), ("李强", "")]),
        ("王小明 李强 图/欧阳文", [("王小明", ""), ("李强", ""), ("欧阳文", "")]),
        ("□通讯员 王小明 制图 李强", [("王小明", "通讯员"), ("李强", "制图")]),
        ("本报记者 王小明 采写", [("王小明", "本报记者")]),
        ("读者 王小明", [("王小明", "读者")]),
        ("来信版编辑 王小明", [("王小明", "来信版编辑")]),
        ("文·图/本报记者 王小明", [("王小明", "本报记者")]),
        ("采写/本报记者 王小明", [("王小明", "本报记者")]),
        ("口述：王小明 整理：李强", [("王小明", ""), ("李强", "")]),
        ("王小明/文 李强/图", [("王小明", ""), ("李强", "")]),
    ],
)
def test_a_byline_gives_its_people(line, people):
    assert [(person.name, person.role) for person in read_byline(line)] == people


@pytest.mark.parametrize(
    "line",
    [
        "服务职工办实事",
        "金秋助学",
        "记者从市总工会获悉",
        "务实创新 奋力前行",
        "",
        "□",
        "本报记者",
        "安全生产月 活动启动",
        "摄影手记",
        "记者走基层",
        "口述：我的师傅",
    ],
)
def test_other_lines_are_no_byline(line):
    assert read_byline(line) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("新华社记者 王小明 摄", ["王小明"]),
        ("本报记者 王小明 通讯员 李强 摄影报道", ["王小明", "李强"]),
        ("（王小明/摄）", ["王小明"]),
        ("摄影：王小明 李强", ["王小明", "李强"]),
        ("摄影 本报记者 李强", ["李强"]),
        ("新华社发（王小明 摄）", ["王小明"]),
        ("畅小飞 供图", ["畅小飞"]),
        ("王小明 摄", ["王小明"]),
    ],
)
def test_a_credit_names_photographers(line, names):
    assert read_credit(line) == tuple(Person(name, "摄影") for name in names)


def test_a_sentence_that_ends_like_a_credit_is_none():
    assert read_credit("职工们学习如何拍摄") == ()


def test_a_credit_at_the_end_of_a_caption_is_read():
    assert read_photo_ending("图为比赛现场。王小明 摄") == (Person("王小明", "摄影"),)


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("活动受到欢迎。(王小明)", ["王小明"]),
        ("活动受到欢迎。（王小明　李　强）", ["王小明", "李强"]),
        ("活动受到欢迎！（记者 王小明 通讯员 李强）", ["王小明", "李强"]),
        ("活动受到欢迎。（本期解答 律师 王小明）", ["王小明"]),
        ("活动受到欢迎。（某市总工会主席 李强）", ["李强"]),
        ("活动受到欢迎。（完）", []),
        ("活动受到欢迎。（左三）", []),
        ("活动受到欢迎。（下转第三版）", []),
        ("走访慰问(王小明)", []),
    ],
)
def test_a_signature_stands_in_brackets_after_the_last_sentence(paragraph, names):
    assert [person.name for person in read_signature(paragraph)] == names


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_without_a_crash(text):
    for read in (read_people, read_byline, read_credit, read_photo_ending, read_signature):
        assert all(person.name for person in read(text))


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("大家说好。(苏日娜 特木尔)", ["苏日娜", "特木尔"]),
        ("大家说好。（畅小飞）", ["畅小飞"]),
        ("大家说好。（图片由李强拍摄）", ["李强"]),
        ("大家说好。（上图）", []),
        ("大家说好。（未完待续）", []),
    ],
)
def test_where_a_name_is_expected_any_short_word_is_one(paragraph, names):
    assert [person.name for person in read_signature(paragraph)] == names


def test_a_letter_is_signed_with_who_and_a_name():
    assert is_letter_signature("一名女工 王小明")
    assert not is_letter_signature("工会说，好。 王小明")


def test_a_role_alone_is_the_papers_own():
    assert is_role("本报评论员")
    assert not is_role("本报评论员 王小明")
