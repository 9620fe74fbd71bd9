"""The files of a whoosh commit against the checksums noted with it: whoosh itself has none."""

import json
from pathlib import Path

from search.engines.contract import IndexDamagedError
from search.engines.damage import checksum

_NOTED = "CHECKSUMS"


def note_checksums(folder: Path) -> None:
    """Note the checksums of a commit that was just made; a file that it shares with the one before keeps its own."""
    noted = _read_noted(folder) if (folder / _NOTED).exists() else {}
    files = [*folder.glob("*.toc"), *folder.glob("*.seg")]
    sums = {path.name: noted[path.name] if path.name in noted else checksum(path) for path in files}
    beside = folder / f".{_NOTED}"
    beside.write_text(json.dumps(sums))
    beside.replace(folder / _NOTED)


def verify_files(folder: Path) -> None:
    """Raise IndexDamagedError when a file of the newest commit is missing, changed, or was never noted.

    A process killed before it could note its commit leaves one that was never noted; the next commit notes it.
    """
    try:
        noted = _read_noted(folder)
        unknown = [path.name for path in folder.glob("*.toc") if path.name not in noted]
        damaged = [name for name, expected in noted.items() if checksum(folder / name) != expected]
    except (OSError, ValueError) as error:
        raise IndexDamagedError(f"{folder}: {error}") from error
    if unknown or damaged:
        raise IndexDamagedError(f"{folder}: not as it was written: {', '.join([*unknown, *damaged])}")


def _read_noted(folder: Path) -> dict[str, int]:
    noted = json.loads((folder / _NOTED).read_text())
    if not isinstance(noted, dict):
        raise ValueError(f"{_NOTED} holds no checksums")
    return noted
