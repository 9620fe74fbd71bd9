"""Whatever stands on a page: every printed line ends up in one place, and no text is too odd to be read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.intake.lines import read_lines
from archive.segmentation.page import segment_page
from tests.archive.small_gazetteer import GAZETTEER

PIECES = """
# 标题
## 另一个标题
### 小标题
服务职工
——四川泸州市总工会纪实
□本报记者 王小明
本报记者 李强 摄
抚顺
宜宾
各地工会送清凉
本报讯(记者王小明)近日，活动开始。
工会开展了活动。(王小明)
工会把职工接进新
家，大家高兴。
近年来，四川省南充市总工会努力工作。
图为比赛。
4 2013年9月23日 星期一
泸州市总工会主席（左三）慰问
百”活动
工人日报
责任编辑：王小明
去年，工会建会百家，覆盖职工万人，开展培训和竞赛多场，大家都说好。
""".splitlines()


def numbers(lines) -> set[int]:
    return {line.number for line in lines}


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(alphabet="工会职工，。“”（）□# —摄\n", max_size=60), max_size=40))
def test_every_printed_line_lands_in_one_role_and_every_page_is_read(pieces):
    lines = read_lines("\n".join(pieces))
    proposal = segment_page(lines, GAZETTEER)
    roles = [set(proposal.noise), {copy for copy, _ in proposal.duplicates}]
    sections = set()
    for article in proposal.articles:
        sections |= numbers(article.section)
        roles += [numbers(part) for part in (article.kicker, article.headline, article.subhead, article.byline)]
        roles += [numbers(article.captions), numbers(article.body)]
    roles.append(sections)
    printed = {line.number for line in lines if not line.is_blank}
    assert set().union(*roles) == printed
    assert sum(map(len, roles)) == len(printed)
