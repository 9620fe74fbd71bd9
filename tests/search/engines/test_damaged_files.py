"""Every file of an engine's index is compared with its checksum; what is no part of the index is not."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from haystack import connections
from whoosh.query.spans import SpanNear

from search.analyzer import Tokens
from search.engines.contract import Index, IndexDamagedError, IndexDocument, SearchCall

TANTIVY_PARTS = ("idx", "pos", "term", "store", "fast", "fieldnorm", "del")
LARGEST = {"tantivy": "*.term", "whoosh": "*.seg"}


def index_class(engine: str) -> type[Index]:
    return connections[engine].get_backend().index_class


def document(pk: int) -> IndexDocument:
    tokens = Tokens(*("工会 会职 职工",) * 4)
    return IndexDocument(pk, f"hash{pk}", tokens, tokens, (), (), (), (), ("news",), (), 2013, pk, pk, pk)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of every engine, with a second commit that replaced an article."""
    root = tmp_path_factory.mktemp("built")
    for engine in settings.SEARCH_ENGINES:
        (root / engine).mkdir()
        index_class(engine).create(root / engine)
        for numbers in (range(1, 60), [7]):
            with index_class(engine)(root / engine).writer() as writer:
                writer.replace(map(document, numbers))
                writer.commit()
    return root


@pytest.fixture
def folder(engine: str, built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built / engine, tmp_path / engine))


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4] ^= 1
    path.unlink()  # in place it would be cut off under whoever reads it
    path.write_bytes(content)


def test_a_sound_index_is_sound(engine: str, folder: Path) -> None:
    index_class(engine)(folder).verify()


def test_an_empty_index_is_sound(engine: str, tmp_path: Path) -> None:
    index_class(engine).create(tmp_path)
    index_class(engine)(tmp_path).verify()


@pytest.mark.parametrize("part", TANTIVY_PARTS)
def test_a_flipped_byte_in_any_file_of_tantivy_is_noticed(built: Path, tmp_path: Path, part: str) -> None:
    folder = shutil.copytree(built / "tantivy", tmp_path / "tantivy")
    index = index_class("tantivy")(folder)
    for path in folder.glob(f"*.{part}"):
        flip_a_byte(path)
        with pytest.raises(IndexDamagedError, match=path.name):
            index.verify()


@pytest.mark.parametrize("pattern", ["*.seg", "*.toc"])
def test_a_flipped_byte_in_any_file_of_whoosh_is_noticed(built: Path, tmp_path: Path, pattern: str) -> None:
    folder = shutil.copytree(built / "whoosh", tmp_path / "whoosh")
    index = index_class("whoosh")(folder)
    for path in folder.glob(pattern):
        flip_a_byte(path)
        with pytest.raises(IndexDamagedError, match=path.name):
            index.verify()


def test_a_file_that_is_gone_is_noticed(engine: str, folder: Path) -> None:
    index = index_class(engine)(folder)
    next(folder.glob(LARGEST[engine])).unlink()
    with pytest.raises(IndexDamagedError):
        index.verify()


@pytest.mark.parametrize("content", [b"", b"x", b"not what an engine writes"])
def test_a_file_that_holds_something_else_is_noticed(engine: str, folder: Path, content: bytes) -> None:
    index = index_class(engine)(folder)
    path = next(folder.glob(LARGEST[engine]))
    path.unlink()
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError):
        index.verify()


def test_what_a_killed_writer_left_is_no_damage(engine: str, folder: Path) -> None:
    for name in ("0123456789abcdef0123456789abcdef.fast", "MAIN_0123456789abcdef.seg", "_MAIN_99.toc.1234.5"):
        (folder / name).write_bytes(b"half")
    index_class(engine)(folder).verify()


def test_a_whoosh_commit_killed_before_its_checksums_is_noted_with_the_next(built: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(built / "whoosh", tmp_path / "whoosh")
    (folder / "CHECKSUMS").unlink()
    with pytest.raises(IndexDamagedError):
        index_class("whoosh")(folder).verify()
    with index_class("whoosh")(folder).writer() as writer:
        writer.replace([document(8)])
        writer.commit()
    index_class("whoosh")(folder).verify()


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff"])
def test_damaged_checksums_are_damage(built: Path, tmp_path: Path, content: bytes) -> None:
    folder = shutil.copytree(built / "whoosh", tmp_path / "whoosh")
    (folder / "CHECKSUMS").write_bytes(content)
    with pytest.raises(IndexDamagedError):
        index_class("whoosh")(folder).verify()


@pytest.mark.parametrize("content", [b"", b"\x04", b"\xff" * 200])
def test_damaged_contents_of_whoosh_are_damage_when_they_are_opened(
    built: Path, tmp_path: Path, content: bytes
) -> None:
    folder = shutil.copytree(built / "whoosh", tmp_path / "whoosh")
    next(folder.glob("*.toc")).write_bytes(content)
    with pytest.raises(IndexDamagedError):
        index_class("whoosh")(folder)


def test_a_mistake_in_the_program_stays_what_it_is(engine: str, folder: Path) -> None:
    with pytest.raises(TypeError, match="SpanNear"):
        index_class(engine)(folder).search(SearchCall(SpanNear([])))
