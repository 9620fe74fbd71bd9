"""Page intake: a DOCX file -> the text of its body, a line for each paragraph.

Read are the paragraphs in their order, those of tables and text boxes too, with insertions that are tracked and
without what is struck out or moved away. Headers, footers, notes and comments are left.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.oxml.parser import parse_xml

from archive.intake.refusal import Reason, RefusedError

MOST_XML_BYTES = 32 * 1024 * 1024
MOST_INFLATED_BYTES = 500 * 1024 * 1024

_RELATIONS = "_rels/.rels"
_USUAL_BODY = "word/document.xml"
_CHUNK = 1024 * 1024
# Word writes a text box twice, for new readers and for old ones; what moved away; the reading above a character.
_NOT_PRINTED = {"Fallback", "moveFrom", "del", "rt"}
_PRINTED_AS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_RUN_OF_LINE_ENDS = re.compile(r"\n+")


def read_docx(path: Path) -> str:
    """Return the text of a DOCX file. Raises RefusedError where there is none or reading it would do harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            body = parse_xml(_read_body(archive))
    except (zipfile.BadZipFile, zlib.error, SyntaxError, EOFError, NotImplementedError):
        raise RefusedError(Reason.DAMAGED) from None
    return "\n".join(_read_blocks(body))


def _read_body(archive: zipfile.ZipFile) -> bytes:
    """Return the XML of the document's body."""
    members = {member.filename: member for member in archive.infolist()}
    if sum(member.file_size for member in members.values()) > MOST_INFLATED_BYTES:
        raise RefusedError(Reason.ZIP_BOMB)
    name = _find_body(archive, members)
    if name is None:
        raise RefusedError(Reason.OTHER_FORM)
    return _inflate(archive, members[name])


def _find_body(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> str | None:
    """Return the name of the body, which some programs do not call as Word does."""
    if _USUAL_BODY in members:
        return _USUAL_BODY
    if _RELATIONS not in members:
        return None
    relations = parse_xml(_inflate(archive, members[_RELATIONS]))
    for relation in relations:
        target = str(relation.get("Target", "")).lstrip("/")
        if str(relation.get("Type", "")).endswith("/officeDocument") and target.startswith("word/"):
            return target if target in members else None
    return None


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes, never more than `MOST_XML_BYTES`, whatever it says of itself."""
    if member.flag_bits & 1:
        raise RefusedError(Reason.PASSWORD)
    if member.file_size > MOST_XML_BYTES:
        raise RefusedError(Reason.ZIP_BOMB)
    data = bytearray()
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            data += chunk
            if len(data) > MOST_XML_BYTES:
                raise RefusedError(Reason.ZIP_BOMB)
    return bytes(data)


def _read_blocks(element: Any) -> Iterator[str]:
    """Yield the lines of what an element holds; a table has a blank line before and after it."""
    for child in element:
        name = _name(child)
        if name == "p":
            yield from _read_paragraph(child)
        elif name == "tbl":
            yield ""
            yield from _read_blocks(child)
            yield ""
        elif name not in _NOT_PRINTED:
            yield from _read_blocks(child)


def _read_paragraph(paragraph: Any) -> Iterator[str]:
    """Yield a paragraph's lines, then those of the text boxes that hang on it."""
    boxes: list[Any] = []
    text = "".join(_read_runs(paragraph, boxes))
    yield from _RUN_OF_LINE_ENDS.split(text)
    for box in boxes:
        yield ""
        yield from _read_blocks(box)
        yield ""


def _read_runs(element: Any, boxes: list[Any]) -> Iterator[str]:
    """Yield the printed pieces below an element; text boxes on the way are put aside."""
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _PRINTED_AS:
            yield _PRINTED_AS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name not in _NOT_PRINTED and name != "pPr":
            yield from _read_runs(child, boxes)


def _name(element: Any) -> str:
    """Return an element's name without its namespace; the strict form of DOCX has others. A comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
