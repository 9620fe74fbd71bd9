"""Generations of an index: complete builds side by side on the disk, and the pointer to the one that answers.

DATA_DIR/index/tantivy/
    CURRENT               the name of the generation that answers
    generation-000003/    one complete build: engine/, dictionary.txt, known.txt and FORM
    generation-000004/    being built: it has a CHECKPOINT
    writer.lock           held by whoever changes the current generation
    rebuild.lock          held by whoever builds the next one
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from search.dictionary import FILE_NAME

# Counts up when documents, tokens or schemas change: an index of another form is built anew.
FORM = "6"

_PREFIX = "generation-"
_FORM_FILE = "FORM"
_CHECKPOINT = "CHECKPOINT"


@dataclass(frozen=True, slots=True)
class Generation:
    """One build of one engine's index."""

    folder: Path

    @property
    def name(self) -> str:
        """The name under which the outbox knows it: tantivy/generation-000003."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def engine_folder(self) -> Path:
        """The folder that belongs to the engine."""
        return self.folder / "engine"

    @property
    def dictionary_path(self) -> Path:
        """The dictionary that its texts are cut with."""
        return self.folder / FILE_NAME

    @property
    def has_our_form(self) -> bool:
        """Whether this version of the program can read it."""
        form = self.folder / _FORM_FILE
        return form.exists() and form.read_text() == FORM

    @property
    def is_building(self) -> bool:
        """Whether the build has not been switched to."""
        return (self.folder / _CHECKPOINT).exists()

    def read_checkpoint(self) -> int:
        """Return the key of the last article that a commit of the build holds."""
        return int((self.folder / _CHECKPOINT).read_text() or 0)

    def write_checkpoint(self, last_id: int) -> None:
        """Note how far the build has come, in one step."""
        _write_durably(self.folder / _CHECKPOINT, str(last_id))


class Generations:
    """The generations of one engine's index below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pointer = root / "CURRENT"

    def current(self) -> Generation | None:
        """Return the generation that answers, None when none of this form has been built."""
        try:
            generation = Generation(self.root / self._pointer.read_text().strip())
        except FileNotFoundError:
            return None
        return generation if generation.has_our_form else None

    def building(self) -> Generation | None:
        """Return the generation that is being built, or that a killed build left."""
        newest = next(reversed(self._all()), None)
        is_left = newest and newest != self.current() and newest.is_building and newest.has_our_form
        return newest if is_left else None

    def names_to_tell(self) -> list[str]:
        """Return the names of the generations that changes have to reach."""
        return [each.name for each in (self.current(), self.building()) if each]

    def start(self) -> Generation:
        """Make the folder of the next generation."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = max((int(each.folder.name.removeprefix(_PREFIX)) for each in self._all()), default=0) + 1
        generation = Generation(self.root / f"{_PREFIX}{number:06}")
        making = self.root / f".{generation.folder.name}"
        shutil.rmtree(making, ignore_errors=True)
        (making / "engine").mkdir(parents=True, mode=0o700)
        (making / _FORM_FILE).write_text(FORM)
        (making / _CHECKPOINT).write_text("0")
        making.rename(generation.folder)
        return generation

    def switch_to(self, generation: Generation) -> None:
        """Make a finished build the one that answers, in one step and durably; keep the previous one."""
        previous = self.current()
        _sync_tree(generation.folder)
        _write_durably(self._pointer, generation.folder.name)
        (generation.folder / _CHECKPOINT).unlink(missing_ok=True)
        kept = {generation.folder, previous.folder if previous else None}
        for each in self._all():
            if each.folder not in kept:
                shutil.rmtree(each.folder)

    def discard(self, generation: Generation) -> None:
        """Delete a build that cannot be finished."""
        shutil.rmtree(generation.folder, ignore_errors=True)

    def writer_lock(self) -> FileLock:
        """Return the lock of the current generation's writer."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileLock(self.root / "writer.lock")

    def rebuild_lock(self) -> FileLock:
        """Return the lock of the next generation's builder."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileLock(self.root / "rebuild.lock")

    def _all(self) -> list[Generation]:
        return [Generation(folder) for folder in sorted(self.root.glob(f"{_PREFIX}*"))]


def _write_durably(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync(path.parent)


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
