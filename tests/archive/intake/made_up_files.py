"""Files as editors hand them in, good and bad, made by the tests themselves."""

import io
import zipfile
from collections.abc import Sequence
from functools import cache

from docx import Document

TEXT = "# 工会送清凉到一线\n\n本报讯 近日，各级工会走进车间，把清凉送到职工手中。\n"

PrintedLine = tuple[float, float, float, str]

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
TIFF = b"II*\x00\x08\x00\x00\x00"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

BOMB_BYTES = 260 * 1024 * 1024  # more than a file of any kind may hold

_FONTS = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
    b" /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
)
# With a password nobody knows: what is checked comes out wrong, whatever it is.
_LOCK = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]" % (b"ab" * 32, b"cd" * 32)


def make_pdf(*pages: Sequence[PrintedLine], locked: bool = False) -> bytes:
    """Return a PDF of pages, each of lines: left and bottom in points, size of the type, text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *_FONTS]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {bottom} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for left, bottom, size, text in lines
        ).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _write_objects(objects, _LOCK if locked else b"")


def _write_objects(objects: list[bytes], trailer: bytes) -> bytes:
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return data + b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start)


def make_docx(*paragraphs: str) -> bytes:
    """Return a DOCX of paragraphs, as Word writes it."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def make_docx_of_xml(body: str | bytes, name: str = "word/document.xml") -> bytes:
    """Return a DOCX with a body of one's own."""
    if isinstance(body, str):
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        more = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        body = f"<w:document {space} {more}><w:body>{body}</w:body></w:document>".encode()
    return make_zip({name: body})


def make_zip(members: dict[str, bytes]) -> bytes:
    """Return a ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@cache
def make_zip_bomb(bytes_inside: int, says: int | None = None) -> bytes:
    """Return a small DOCX with a body of spaces that is large; `says` is the size it names instead, a lie."""
    data = make_docx_of_xml(b" " * bytes_inside)
    if says is not None:
        data = data.replace(bytes_inside.to_bytes(4, "little"), says.to_bytes(4, "little"))
    return data
