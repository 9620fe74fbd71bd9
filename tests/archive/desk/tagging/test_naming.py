"""Names of programmes as an editor writes them: what is wrong is said, what was there before is left in peace."""

import pytest

from archive.desk.tagging.naming import check_names
from tests.archive.desk.tagging.articles import add_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def cooling():
    return add_programme("送清凉", "夏送清凉")


@pytest.mark.parametrize(
    ("aliases", "problem"),
    [
        (["凉"], "太短"),
        (["“凉”。"], "太短"),
        (["……"], "太短"),
        (["长" * 101], "太长"),
        (["金秋 助学"], "已经是项目“金秋助学”的名称或别名"),
        (["“助学行动”"], "已经是项目“金秋助学”的名称或别名"),
        (["送温暖", "送温暖"], "写了两次"),
        (["送清凉"], "就是项目的名称"),
    ],
)
def test_a_wrong_alias_is_told(cooling, aliases, problem):
    add_programme("金秋助学", "助学行动")
    of_name, of_aliases = check_names("送清凉", aliases, cooling)
    assert of_name == []
    assert len(of_aliases) == 1
    assert problem in of_aliases[0]


def test_a_name_of_another_programme_is_told(cooling):
    add_programme("金秋助学")
    assert "金秋助学" in check_names("金秋，助学", [], cooling)[0][0]
    assert "送清凉" in check_names("夏送清凉", [], None)[0][0]


def test_the_programmes_own_names_and_good_new_ones_pass(cooling):
    assert check_names("送清凉", ["夏送清凉", "“送清凉”活动", "12351"], cooling) == ([], [])


def test_a_double_name_from_before_does_not_hinder_another_change(cooling):
    add_programme("高温慰问", "夏送清凉")
    assert check_names("送清凉", ["夏送清凉", "防暑降温"], cooling) == ([], [])
