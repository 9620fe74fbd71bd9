"""The vocabulary of queries: what an editor writes counts for the next query, in every web process."""

import pytest
from django.contrib.auth.models import User

from archive.desk.tagging.programme_entry import ProgrammeEntry
from archive.desk.tagging.saving import save_programme
from archive.models import DictionaryWord, Initiative
from search.vocabulary import names_for_dictionary, resolve_initiative

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
