"""Environment variables -> settings: a bad value stops the start with one clear line."""

import pytest

from config.environment import read_past_searches, read_proxies


@pytest.mark.parametrize(("given", "number"), [(None, 50), ("0", 0), ("7", 7), ("1000", 1000)])
def test_the_number_of_past_searches_is_read(given: str | None, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAST_SEARCHES", raising=False)
    if given is not None:
        monkeypatch.setenv("PAST_SEARCHES", given)
    assert read_past_searches() == number


@pytest.mark.parametrize("given", ["", "x", "-1", "1001", "٣", "5.0", "9" * 400])
def test_no_number_of_past_searches_stops_the_start(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAST_SEARCHES", given)
    with pytest.raises(SystemExit, match="PAST_SEARCHES="):
        read_past_searches()


@pytest.mark.parametrize(("given", "number"), [(None, 0), ("0", 0), ("2", 2)])
def test_the_number_of_proxies_is_read(given: str | None, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROXIES", raising=False)
    if given is not None:
        monkeypatch.setenv("PROXIES", given)
    assert read_proxies() == number


@pytest.mark.parametrize("given", ["", "true", "-1", "10"])
def test_no_number_of_proxies_stops_the_start(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROXIES", given)
    with pytest.raises(SystemExit, match=r"PROXIES=.*: give a number from 0 \(none stands before the archive\) to 9"):
        read_proxies()
