"""What the command line and the names of files bring in that is no text."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.half_characters import readable

TEXT = "# 工会送清凉\n\n本报讯(记者王小明)近日，重庆市总工会送去凉茶。\n"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("工会", "工会"),
        ("工\udcff会", "工�会"),
        ("\ud83d", "�"),
        ("😀𠀀", "😀𠀀"),
        (Path("a/\udcb9\udca4.txt"), "a/��.txt"),
    ],
)
def test_half_characters_are_shown_as_what_they_are(given, shown):
    assert readable(given) == shown


@pytest.mark.django_db
def test_a_page_in_a_file_whose_name_is_no_text_is_split_and_named(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text(TEXT, encoding="utf-8")
    out = StringIO()
    call_command("segment_page", str(path), stdout=out)
    assert out.getvalue().startswith("�：1 篇")


@pytest.mark.django_db
def test_a_file_that_is_missing_is_named_whatever_its_name(tmp_path):
    err = StringIO()
    with pytest.raises(CommandError):
        call_command("segment_page", f"{tmp_path}/\udcff", stderr=err)
    assert f"✗ {tmp_path}/�：没有这个文件。" in err.getvalue()
