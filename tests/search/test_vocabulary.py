"""The vocabulary of queries: what an editor writes counts for the next query, in every web process."""

import pytest
from django.contrib.auth.models import User

from archive.desk.tagging.programme_entry import ProgrammeEntry
from archive.desk.tagging.saving import save_programme
from archive.models import City, DictionaryWord, Initiative, Province
from search.regions import forget_regions
from search.vocabulary import names_for_dictionary, resolve_initiative, resolve_region

pytestmark = pytest.mark.django_db


def save(programme: Initiative | None, name: str, *aliases: str) -> Initiative:
    entry = ProgrammeEntry(name, aliases, "服务职工", "national", "", None, "")
    return save_programme(entry, programme, User.objects.get_or_create(username="anna")[0])[0]


def test_a_new_alias_is_resolved_at_once_and_an_old_one_no_more() -> None:
    programme = save(None, "送清凉", "清凉行动")
    assert resolve_initiative("清凉行动") == (programme.slug,)
    save(programme, "送清凉", "防暑降温")
    assert resolve_initiative("防暑降温") == (programme.slug,)
    assert resolve_initiative("清凉行动") == ()


def test_editors_words_are_kept_whole_beside_the_names() -> None:
    save(None, "送清凉", "清凉行动")
    DictionaryWord.objects.create(word="娘家人")
    assert {"送清凉", "清凉行动", "娘家人"} <= set(names_for_dictionary())


def test_a_name_said_over_and_over_is_read_as_often_as_it_is_long(django_assert_max_num_queries) -> None:
    province = Province.objects.create(code="110000", name="朝阳省", short_name="朝阳", abbreviation="朝")
    for code in range(110101, 110106):
        City.objects.create(code=code, name="朝阳区", level="district", province=province)
    forget_regions()
    with django_assert_max_num_queries(60):
        assert len(resolve_region("朝阳" * 15)) == 5
        assert resolve_region("朝阳" * 300) == ()
