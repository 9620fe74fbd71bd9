"""Which characters look alike, whichever of the two is named first."""

import pytest

from search.spelling.look_alikes import look_alike


@pytest.mark.parametrize("pair", ["土工", "治冶", "江汇", "庆床", "已己", "末未", "侍待", "货贷", "温湿", "州卅"])
def test_characters_that_people_mistake_look_alike(pair: str) -> None:
    assert look_alike(pair[0], pair[1])
    assert look_alike(pair[1], pair[0])


@pytest.mark.parametrize("pair", ["工会", "土和", "市普", "廉公", "农工", "a工", "工?"])
def test_others_do_not(pair: str) -> None:
    assert not look_alike(pair[0], pair[1])
    assert not look_alike(pair[1], pair[0])
