"""Clocks and sizes -> the figures that are printed."""

import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

_MB = 1_000_000


def clock(work: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> tuple[float, Result]:
    """Do something; return the seconds it took and its result."""
    start = time.perf_counter()
    result = work(*args, **kwargs)
    return time.perf_counter() - start, result


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the smallest value that at least so many percent of all do not exceed.

    >>> percentile([3, 1, 2, 4], 50)
    2
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def milliseconds(seconds: Sequence[float], percent: float) -> float | None:
    """Return a percentile in milliseconds; None of nothing."""
    return round(percentile(seconds, percent) * 1000, 3) if seconds else None


def folder_megabytes(folder: Path) -> float:
    """Return the size of all files below a folder."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / _MB, 1)
