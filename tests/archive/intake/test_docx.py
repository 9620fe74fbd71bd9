"""DOCX -> lines: what Word prints, once, and nothing that it does not."""

import pytest

from archive.intake.docx import MOST_XML_BYTES, read_docx
from archive.intake.refusal import Reason, RefusedError
from tests.archive.intake.made_up_files import make_docx, make_docx_of_xml, make_zip, make_zip_bomb


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


@pytest.fixture
def read(tmp_path):
    def read_bytes(data: bytes) -> str:
        path = tmp_path / "page"
        path.write_bytes(data)
        return read_docx(path)

    return read_bytes


@pytest.fixture
def reason_for(read):
    def reason(data: bytes) -> Reason:
        with pytest.raises(RefusedError) as refused:
            read(data)
        return refused.value.reason

    return reason


def test_each_paragraph_is_a_line_and_an_empty_one_a_blank_line(read):
    assert read(make_docx("标题", "", "　　正文第一段。", "第二段。")) == "标题\n\n　　正文第一段。\n第二段。"


def test_a_paragraph_of_many_runs_with_tabs_and_breaks_is_put_together(read):
    body = paragraph(run("工会"), "<w:r><w:t>职工</w:t><w:tab/><w:t>代表</w:t><w:br/><w:t>大会</w:t></w:r>")
    assert read(make_docx_of_xml(body)) == "工会职工\t代表\n大会"


def test_tracked_insertions_are_read_and_what_is_struck_out_or_moved_away_is_not(read):
    body = paragraph(
        run("工会"),
        f"<w:ins>{run('新加的')}</w:ins>",
        "<w:del><w:r><w:delText>删去的</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('移走的')}</w:moveFrom>",
        f"<w:moveTo>{run('移来的')}</w:moveTo>",
    )
    assert read(make_docx_of_xml(body)) == "工会新加的移来的"


def test_a_text_box_is_read_once_though_it_is_written_twice(read):
    choice = f"<mc:Choice>{box(paragraph(run('框中')))}</mc:Choice>"
    fallback = f"<mc:Fallback>{box(paragraph(run('框中')))}</mc:Fallback>"
    body = paragraph(
        run("外面"), f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>", run("。")
    )
    assert read(make_docx_of_xml(body)).split() == ["外面。", "框中"]


def test_a_text_box_within_a_text_box_is_not_doubled(read):
    inner = paragraph(run("里"), f"<w:r><w:pict>{box(paragraph(run('最里')))}</w:pict></w:r>")
    body = paragraph(f"<w:r><w:pict>{box(inner)}</w:pict></w:r>", run("外"))
    assert read(make_docx_of_xml(body)).split() == ["外", "里", "最里"]


def test_the_cells_of_a_table_are_read_in_their_order(read):
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("单位", "人数"))
    body = paragraph(run("前")) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph(run("后"))
    assert read(make_docx_of_xml(body)) == "前\n\n单位\n人数\n\n后"


def test_the_reading_above_a_character_is_left_out(read):
    ruby = f"<w:r><w:ruby><w:rt>{run('zhì')}</w:rt><w:rubyBase>{run('炙')}</w:rubyBase></w:ruby></w:r>"
    assert read(make_docx_of_xml(paragraph(ruby, run("热")))) == "炙热"


def test_a_body_of_another_name_is_found(read):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
        ' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    space = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    body = f"<w:document {space}><w:body>{paragraph(run('严格的'))}</w:body></w:document>"
    data = make_zip({"_rels/.rels": relations.encode(), "word/document2.xml": body.encode()})
    assert read(data) == "严格的"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no archive",
        make_docx("工会")[:-200],
        make_docx_of_xml(b"<w:document"),
        make_docx_of_xml("<w:p>" * 300 + "</w:p>" * 300),
    ],
    ids=["no archive", "cut off", "no XML", "too deep"],
)
def test_a_damaged_file_is_told(reason_for, data):
    assert reason_for(data) is Reason.DAMAGED


def test_another_archive_is_no_page(reason_for):
    assert reason_for(make_zip({"xl/workbook.xml": b"<workbook/>"})) is Reason.OTHER_FORM


def test_a_zip_bomb_is_not_inflated(reason_for):
    assert reason_for(make_zip_bomb(MOST_XML_BYTES + 1)) is Reason.ZIP_BOMB


def test_a_zip_bomb_that_lies_about_its_size_does_no_harm(reason_for):
    assert reason_for(make_zip_bomb(MOST_XML_BYTES + 77, says=1000)) in (Reason.ZIP_BOMB, Reason.DAMAGED)


def test_a_zip_bomb_beside_the_body_is_told(reason_for, monkeypatch):
    monkeypatch.setattr("archive.intake.docx.MOST_INFLATED_BYTES", 100_000)
    data = make_zip({"word/document.xml": b"<a/>", "word/media/picture.bmp": bytes(100_001)})
    assert reason_for(data) is Reason.ZIP_BOMB


def test_entities_are_not_expanded(read):
    body = b'<!DOCTYPE d [<!ENTITY a "' + b"x" * 1000 + b'">]><d>&a;&a;</d>'
    assert read(make_docx_of_xml(body)) == ""
