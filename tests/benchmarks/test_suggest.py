"""The figures of suggestions and guesses."""

from benchmarks.suggest import measure


def test_each_text_is_asked_in_every_round_and_the_first_round_does_not_count() -> None:
    asked: list[str] = []
    figures = measure(asked.append, ("泸", "泸州"))
    assert asked == ["泸", "泸州"] * 6
    milliseconds = [figures[name] or 0.0 for name in ("p50_ms", "p95_ms", "max_ms")]
    assert milliseconds == sorted(milliseconds)
