"""Fingerprints: copies share them, and likeness tells a copy from another report of the same programme."""

import subprocess
import sys

import pytest

from archive.desk.fingerprint import make_sketch, measure_likeness
from archive.desk.near_duplicates import COPY, LOOKS_ALIKE
from tests.archive.desk.reprints import (
    ANOTHER_BRIEF,
    BRIEF,
    BRIEF_ELSEWHERE,
    EDITED,
    REORDERED,
    REPORT,
    SAME_PROGRAMME,
    TRUNCATED,
    misread,
)

COPIES = {
    "edited": (REPORT, EDITED),
    "cut off": (REPORT, TRUNCATED),
    "in another order": (REPORT, REORDERED),
    "misread 5 %": (REPORT, misread(REPORT, 20)),
    "both misread": (misread(REPORT, 30), misread(REPORT, 41)),
    "brief": (BRIEF, BRIEF_ELSEWHERE),
    "brief misread": (BRIEF, misread(BRIEF, 20)),
}
OTHERS = {"same programme": (REPORT, SAME_PROGRAMME), "two briefs": (BRIEF, ANOTHER_BRIEF), "brief": (REPORT, BRIEF)}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_alike_and_shares_fingerprints(name):
    one, other = COPIES[name]
    assert measure_likeness(one, other) >= COPY
    assert len(make_sketch(one) & make_sketch(other)) >= 3


@pytest.mark.parametrize("name", OTHERS)
def test_another_report_is_not_alike(name):
    one, other = OTHERS[name]
    assert measure_likeness(one, other) < LOOKS_ALIKE / 2
    assert len(make_sketch(one) & make_sketch(other)) < 2


def test_marks_spaces_and_width_make_no_difference():
    assert make_sketch("２０１３年，工会“送清凉” 到一线。") == make_sketch("2013年工会送清凉到一线")


def test_a_sketch_is_small_and_of_numbers_that_a_database_takes():
    sketch = make_sketch(REPORT * 50 + SAME_PROGRAMME)
    assert len(sketch) == 24
    assert all(0 <= value < 2**32 for value in sketch)


@pytest.mark.parametrize("text", ["", "。，！", "七个汉字太少了"])
def test_a_text_of_nothing_has_no_fingerprints(text):
    assert make_sketch(text) == frozenset()
    assert measure_likeness(text, REPORT) == 0


def test_half_a_character_is_no_error():
    assert make_sketch("\ud800" + REPORT)


def test_another_process_makes_the_same_fingerprints():
    program = (
        "from archive.desk.fingerprint import make_sketch; print(sorted(make_sketch('各级工会把清凉送到生产一线')))"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == str(sorted(make_sketch("各级工会把清凉送到生产一线")))
