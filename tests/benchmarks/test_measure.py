import pytest

from benchmarks.measure import clock, folder_megabytes, milliseconds, percentile


@pytest.mark.parametrize(("percent", "value"), [(0, 1), (50, 10), (95, 19), (100, 20)])
def test_a_percentile_is_one_of_the_values(percent, value):
    assert percentile(list(range(20, 0, -1)), percent) == value


def test_nothing_has_no_percentile():
    assert milliseconds([], 50) is None


def test_seconds_are_told_in_milliseconds():
    assert milliseconds([0.25, 0.001234567], 50) == 1.235


def test_the_clock_gives_the_result_too():
    seconds, result = clock(sorted, [2, 1], reverse=True)
    assert result == [2, 1]
    assert seconds >= 0


def test_the_size_of_a_folder_is_that_of_all_files_below_it(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "one").write_bytes(b"0" * 1_500_000)
    (tmp_path / "two").write_bytes(b"0" * 500_000)
    assert folder_megabytes(tmp_path) == 2.0
