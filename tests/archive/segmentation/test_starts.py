"""The first words of a paragraph -> whether they begin something."""

import pytest

from archive.segmentation.starts import starts_anew, starts_fresh, starts_mid_sentence


@pytest.mark.parametrize("text", ["去年，工会建会。", "同时，工会办了食堂。", "本报讯(记者王小明)近日，"])
def test_words_set_off_go_on_with_nothing(text):
    assert starts_anew(text)


@pytest.mark.parametrize("text", ["去年办的食堂", "同时办起来的书屋", "成了好办法。"])
def test_the_same_words_within_a_sentence_may_go_on(text):
    assert not starts_anew(text)


@pytest.mark.parametrize(
    "text",
    ["2013年，工会建会。", "二是办食堂。", "泸州市总工会注重实效。", "队伍建设社会化。工会招人。", "记者：为什么？"],
)
def test_a_paragraph_begins_like_a_new_one(text):
    assert starts_fresh(text)


@pytest.mark.parametrize("text", ["，大家高兴。", "的办法。", "下，工会努力工作。", "百”活动开展得好。"])
def test_what_cannot_be_a_beginning_starts_in_mid_sentence(text):
    assert starts_mid_sentence(text)


@pytest.mark.parametrize(
    "text", ["但，工会努力工作。", "工会努力工作。", "二是坚持以职工为本、主动依法科学维权”的做法。"]
)
def test_a_quotation_closed_far_on_is_a_fault_of_the_reading_machine(text):
    assert not starts_mid_sentence(text)
