"""The files of a tantivy commit against the checksums that they end with.

A file of a segment is its content, a footer in JSON with the content's CRC-32, the footer's length, and a mark;
see tantivy's src/directory/footer.rs.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from search.engines.contract import IndexDamagedError
from search.engines.damage import checksum

_PARTS = ("idx", "pos", "term", "store", "fast", "fieldnorm")
_END = 8  # bytes of the footer's length and of the mark
_MARK = 1337


def verify_files(folder: Path) -> None:
    """Raise IndexDamagedError when a file of the newest commit is missing or not what tantivy wrote."""
    try:
        damaged = [path.name for path in _list_files(folder) if not _is_whole(path)]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise IndexDamagedError(f"{folder}: {error}") from error
    if damaged:
        raise IndexDamagedError(f"{folder}: not as it was written: {', '.join(damaged)}")


def _list_files(folder: Path) -> Iterator[Path]:
    """Yield the files that the commit names: others may be what a killed writer left."""
    for segment in json.loads((folder / "meta.json").read_text())["segments"]:
        name = segment["segment_id"].replace("-", "")
        yield from (folder / f"{name}.{part}" for part in _PARTS)
        if segment["deletes"]:
            yield folder / f"{name}.{segment['deletes']['opstamp']}.del"


def _is_whole(path: Path) -> bool:
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(size - _END, 0))
        length, mark = int.from_bytes(file.read(4), "little"), int.from_bytes(file.read(4), "little")
        if mark != _MARK or length > size - _END:
            return False
        file.seek(size - _END - length)
        footer = file.read(length)
    try:
        expected = json.loads(footer)["crc"]
    except (ValueError, LookupError, TypeError):
        return False
    return bool(checksum(path, without=_END + length) == expected)
