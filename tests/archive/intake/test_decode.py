"""Bytes of a page file -> its text, or the reason why it is none."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.intake.decode import MAX_BYTES, decode_page
from archive.intake.refusal import Reason, RefusedError

TEXT = "工会组织职工开展劳动竞赛，\r\n　　全年共有三千人参加。\n\n"


def reason_for(data: bytes) -> Reason:
    with pytest.raises(RefusedError) as refused:
        decode_page(data)
    return refused.value.reason


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
    ids=[
        *("utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big"),
        *("utf-16 little without mark", "utf-16 big without mark", "gb18030"),
    ],
)
def test_every_encoding_gives_the_same_text_with_its_line_ends(data):
    assert decode_page(data) == TEXT


def test_rare_characters_of_gb18030_are_kept():
    assert decode_page("职工喆㐂在工会。".encode("gb18030")) == "职工喆㐂在工会。"


@pytest.mark.parametrize("data", [b"", b"\n \n", "\u3000\n".encode(), codecs.BOM_UTF8])
def test_a_file_without_text_is_empty(data):
    assert reason_for(data) is Reason.EMPTY


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(256)), "工会\x00职工".encode(), b"%PDF-1.4\x01\xe2\xe3"],
)
def test_a_file_that_is_no_text_is_binary(data):
    assert reason_for(data) is Reason.BINARY


def test_a_few_stray_control_characters_make_no_binary_of_a_text():
    text = TEXT * 5 + "\x0c第二\x02页"
    assert decode_page(text.encode()) == text
    assert reason_for((TEXT * 5 + "\x00").encode()) is Reason.BINARY


def test_a_cut_off_utf_8_text_is_told_with_its_line():
    with pytest.raises(RefusedError) as refused:
        decode_page("第一行\n第二行工会职工".encode()[:-1])
    assert (refused.value.reason, refused.value.detail) == (Reason.BAD_ENCODING, "2")


def test_a_cut_off_utf_16_text_is_told():
    assert reason_for(codecs.BOM_UTF16_LE + "工会".encode("utf-16-le")[:-1]) is Reason.BAD_ENCODING


def test_big5_is_not_taken_for_gb18030():
    assert reason_for("工會組織職工開展勞動競賽，參加人數眾多。".encode("big5")) is Reason.BAD_ENCODING


def test_the_limit_is_said():
    with pytest.raises(RefusedError) as refused:
        decode_page(b"a" * (MAX_BYTES + 1))
    assert (refused.value.reason, refused.value.detail) == (Reason.TOO_LARGE, "2 MB")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data):
    with suppress(RefusedError):
        assert decode_page(data).strip()


@settings(deadline=None)
@given(st.text(alphabet="工会职工，。 \n", min_size=1).filter(str.strip))
def test_utf_8_comes_back_unchanged(text):
    assert decode_page(text.encode()) == text
