"""Why a file was refused -> one line."""

import pytest

from archive.desk.explaining import explain_refusal
from archive.intake.refusal import Reason, RefusedError


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason):
    assert explain_refusal(RefusedError(reason)).endswith("。")


def test_the_limit_and_the_line_are_said():
    assert "2 MB" in explain_refusal(RefusedError(Reason.TOO_LARGE, "2 MB"))
    assert "第 7 行" in explain_refusal(RefusedError(Reason.BAD_ENCODING, "7"))
