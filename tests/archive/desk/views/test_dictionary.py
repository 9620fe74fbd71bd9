"""The dictionary of the cutter: words are added, noted and taken out, each change with who made it."""

import pytest

from archive.models import DictionaryWord
from tests.archive.desk.tagging.articles import add_programme

ADDRESS = "/desk/vocabulary/words/"

pytestmark = pytest.mark.django_db


def words() -> list[str]:
    return list(DictionaryWord.objects.values_list("word", flat=True))


def add(client, text: str, note: str = ""):
    return client.post(ADDRESS, {"action": "add", "words": text, "note": note}, follow=True)


def test_words_are_added_one_on_a_line_with_a_note(editor):
    text = add(editor, "娘家人\n两个信赖  娘家人\n", "常用的说法").text
    assert sorted(words()) == ["两个信赖", "娘家人"]
    assert "加了 2 个词" in text
    assert "常用的说法" in text
    assert "person-0 加了" in " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("家", "2 到 20 个字"),
        ("长" * 21, "2 到 20 个字"),
        ("娘家，人", "有标点"),
        ("“娘家人”", "有标点"),
        ("职代会", "已经在词典里"),
        ("送清凉", "本来就算一个词"),
        ("泸州市", "本来就算一个词"),
        ("   \n", "没有写要加的词"),
        ("\n".join(f"词语{number}" for number in range(201)), "一次最多加 200 个词"),
        ("词\0语", "有标点"),
    ],
)
def test_a_wrong_word_is_told_and_none_of_the_form_is_added(editor, luzhou, text, problem):
    DictionaryWord.objects.create(word="职代会")
    add_programme("送清凉")
    response = add(editor, f"好词语\n{text}" if text.strip() else text, "说明")
    assert response.status_code == 400
    assert problem in response.text
    assert "一个也没有加" in response.text
    assert words() == ["职代会"]


def test_a_note_is_changed_and_a_word_taken_out(editor):
    DictionaryWord.objects.create(word="娘家人")
    editor.post(ADDRESS, {"action": "note", "word": "娘家人", "note": "指工会"})
    assert DictionaryWord.objects.get().note == "指工会"
    editor.post(ADDRESS, {"action": "note", "word": "娘家人", "note": "指工会"})
    assert DictionaryWord.history.count() == 2
    assert "去掉" in editor.post(ADDRESS, {"action": "remove", "word": "娘家人"}, follow=True).text
    assert words() == []


def test_words_are_found_by_their_characters(editor):
    for word in ("娘家人", "职代会"):
        DictionaryWord.objects.create(word=word)
    assert [word.word for word in editor.get(f"{ADDRESS}?q=家").context["words"]] == ["娘家人"]
    assert "没有这样的词" in editor.get(f"{ADDRESS}?q=没有").text


def test_it_is_said_when_words_begin_to_count_and_where_to_see_it(editor):
    text = editor.get(ADDRESS).text
    assert "索引重建以后才起作用" in text
    assert "/desk/vocabulary/index/" in text


@pytest.mark.parametrize("action", ["remove", "note"])
def test_who_changes_a_word_that_is_gone_is_told_so(editor, action):
    text = editor.post(ADDRESS, {"action": action, "word": "娘家人", "note": "说明"}, follow=True).text
    assert "“娘家人”已经不在词典里了。" in text


@pytest.mark.parametrize("fields", [{"action": "remove", "word": ""}, {"action": "note"}, {}])
def test_without_a_word_nothing_is_found(editor, fields):
    assert editor.post(ADDRESS, fields).status_code == 404


def test_readers_neither_read_nor_write_it(reader):
    assert reader.get(ADDRESS).status_code == 403
    assert add(reader, "娘家人").status_code == 403
    assert words() == []
