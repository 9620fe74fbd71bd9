"""Printed pages, invented -> interviews, and questions with answers beside them."""

from tests.archive.segmentation.printed import headlines, segment, texts

INTERVIEW = (
    "# 我是翻译",
    "——对话泸州一位调解员",
    "记者：难在哪里？",
    "王小明：难在听。",
    "记者：怎么听？",
    "王小明：坐下听。",
)


def test_questions_over_their_headline_are_not_the_interviews_above():
    page = (
        *INTERVIEW,
        "问：怀孕能上夜班吗？",
        "答：不能。",
        "问：哺乳时间能攒吗？",
        "【维权问答】女工的假",
        "答：不能攒。",
    )
    first, second = segment(*page).articles
    assert texts(first.body) == "|".join(INTERVIEW[2:])
    assert texts(second.body) == "|".join((*page[6:9], page[10]))


def test_who_asks_in_an_interview_may_be_called_so_throughout():
    assert headlines("# 我是翻译", "——对话泸州一位调解员", "问：难在哪里？", "答：难在听。", "问：怎么听？") == [
        "我是翻译"
    ]
