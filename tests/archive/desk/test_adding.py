"""Bad and good files as an editor hands them in -> pages to split, or a clear line in the job's report."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from archive.desk.importing import import_page
from archive.desk.jobs.control import resume_silent_jobs
from archive.desk.jobs.running import run_job
from archive.desk.jobs.starting import NewItem, start_job
from archive.models import Article, ItemState, Job, JobItem, JobKind, JobState, Newspaper, Page, Province, Split
from tests.archive.intake.made_up_files import (
    BOMB_BYTES,
    JPEG,
    OLD_WORD,
    PNG,
    TEXT,
    TIFF,
    make_docx,
    make_docx_of_xml,
    make_pdf,
    make_zip,
    make_zip_bomb,
)

pytestmark = pytest.mark.django_db

FOLIO = "工人日报 2013年9月23日 第4版\n\n"
LINE = (72, 700, 12, "工会把清凉送到职工手中。")


@pytest.fixture(autouse=True)
def chongqing():
    Province.objects.create(code="500000", name="重庆市", short_name="重庆", abbreviation="渝")


@pytest.fixture
def hand_in() -> Callable[..., JobItem]:
    """Return a function: the bytes of a file -> its item, when the job has been run."""

    def hand_in(data: bytes | str, name: str = "page.txt", **given: object) -> JobItem:
        user = User.objects.get_or_create(username="editor")[0]
        file = ContentFile(data.encode() if isinstance(data, str) else data)
        job = start_job(JobKind.ADD_PAGES, user, [NewItem(name, file, given)])
        run_job(job.pk)
        return JobItem.objects.get(job=job)

    return hand_in


def test_a_page_waits_to_be_split_and_has_no_articles_yet(hand_in):
    item = hand_in(FOLIO + TEXT)
    page = Page.objects.get()
    assert (item.state, item.message, item.pages.get()) == (ItemState.DONE, "", page)
    assert (page.text, page.source_name) == (FOLIO + TEXT, "page.txt")
    assert (str(page.newspaper), page.date, page.number) == ("工人日报", datetime.date(2013, 9, 23), 4)
    assert Split.objects.get().page == page
    assert not Article.objects.exists()


def test_who_handed_it_in_is_in_the_pages_history(hand_in):
    hand_in(TEXT)
    assert Page.objects.get().history.get().history_user.username == "editor"


def test_what_the_editor_gave_stands_above_what_the_page_says(hand_in):
    hand_in(FOLIO + TEXT, newspaper="重庆日报", date="2014-07-01", precision="month", number=2)
    page = Page.objects.get()
    assert (str(page.newspaper), page.date_precision, page.number) == ("重庆日报", "month", 2)
    assert Newspaper.objects.count() == 1


ISSUE = {"issue": {"newspaper": "重庆日报", "date": "2014-07-01", "precision": "day"}}


def add_pages(*texts: str) -> Job:
    items = [NewItem(f"{number}.txt", ContentFile(text.encode())) for number, text in enumerate(texts, start=1)]
    return start_job(JobKind.ADD_PAGES, None, items, ISSUE)


def test_what_was_given_for_all_files_is_used_where_a_page_does_not_say_it():
    run_job(add_pages(FOLIO + TEXT, "2013年9月23日\n\n" + TEXT, TEXT).pk)
    pages = Page.objects.order_by("pk")
    assert [(str(page.newspaper), str(page.date), page.is_date_confirmed) for page in pages] == [
        ("工人日报", "2013-09-23", False),
        ("重庆日报", "2013-09-23", False),
        ("重庆日报", "2014-07-01", True),
    ]


def test_what_was_given_for_all_files_outlives_a_worker_that_died():
    job = add_pages(TEXT)
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, heard=None)
    resume_silent_jobs()
    run_job(job.pk)
    assert str(Page.objects.get()).startswith("重庆日报 2014年7月1日")


@pytest.mark.parametrize("again", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.rstrip()])
def test_the_same_page_again_is_skipped_and_shown(hand_in, again):
    first = hand_in(TEXT)
    second = hand_in(again.encode("gb18030"), "again.docx")
    assert second.state == ItemState.SKIPPED
    assert "已在档案中" in second.message
    assert second.pages.get() == first.pages.get()
    assert Page.objects.count() == 1


def test_the_same_page_twice_in_one_job_comes_in_once():
    job = start_job(JobKind.ADD_PAGES, None, [NewItem(f"{n}.txt", ContentFile(TEXT.encode())) for n in range(2)])
    run_job(job.pk)
    assert list(job.items.order_by("number").values_list("state", flat=True)) == ["done", "skipped"]


def test_the_same_page_read_a_second_time_with_other_mistakes_is_pointed_out(hand_in):
    text = "".join(f"第{number}车间的职工代表{number * 37}人参加了工会组织的劳动竞赛。" for number in range(60))
    first = hand_in(text)
    item = hand_in(text.replace("第7车间", "第七车间"))
    assert item.state == ItemState.DONE
    assert list(item.similar_pages.all()) == [first.pages.get()]
    assert re.search(r"（来源：page\.txt）有 9\d% 相同", item.message)


def test_each_page_of_a_pdf_is_a_page_of_its_own(hand_in):
    item = hand_in(make_pdf([LINE], [], [(72, 700, 12, "又一个版面的文字在这里。")]), "day.pdf")
    assert [page.source_name for page in item.pages.order_by("pk")] == ["day.pdf 第 1 页", "day.pdf 第 3 页"]
    assert item.state == ItemState.DONE
    assert item.message == "没有文字、没有收入的页：2。"
    assert Split.objects.count() == 2


def test_of_a_pdf_whose_pages_are_known_in_part_the_others_come_in(hand_in):
    hand_in(LINE[3])
    item = hand_in(make_pdf([LINE], [(72, 700, 12, "又一个版面的文字在这里。")]), "day.pdf")
    assert item.state == ItemState.DONE
    assert "有 1 个版面已在档案中" in item.message
    assert Page.objects.count() == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的"),
        (make_zip_bomb(BOMB_BYTES), "解压后大得不正常"),
        (make_pdf([], []), "没有文字，大概是扫描件"),
        (make_pdf([LINE], locked=True), "加了密码"),
        (b"%PDF-1.7 junk", "已损坏"),
        (make_docx("文字")[:-100], "已损坏"),
        (PNG, "是图片"),
        (JPEG, "是图片"),
        (TIFF, "是图片"),
        (OLD_WORD, "旧版 Office 文档，或者加了密码"),
        (make_zip({"a.txt": b"x"}), "压缩包"),
        ("工会送清凉", "只有 5 个字"),
        ("工" * 700_000, "不超过 2 MB"),
        ("工会\x00职工" * 10, "不是文本文件"),
        (bytes(range(1, 256)) * 10, "不是文本文件"),
        ("第一行\n工会职工".encode()[:-1], "编码有误（第 2 行）"),
        (b"\xff\xfe" + "工会职工".encode("utf-16-le")[:-1], "编码有误"),
        ("\n".join(f"# 标题{n}\n正文。" for n in range(501)), "超过 500 篇"),
    ],
    ids=[
        *("empty", "zip bomb", "PDF without text", "password", "damaged PDF", "damaged DOCX", "PNG", "JPEG", "TIFF"),
        *(
            "old Word",
            "ZIP",
            "5 characters",
            "700,000 characters",
            "zeros",
            "binary",
            "cut UTF-8",
            "cut UTF-16",
            "book",
        ),
    ],
)
def test_bad_files_are_refused_with_a_clear_line_and_nothing_of_them_is_stored(hand_in, data, message):
    item = hand_in(data, "page.txt")
    assert (item.state, Page.objects.count(), Newspaper.objects.count()) == (ItemState.FAILED, 0, 0)
    assert message in item.message
    assert item.message.endswith("。")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_in_any_encoding_comes_in_as_it_is(hand_in, encoding):
    text = "# 工会送清凉\r\n\n本报讯 近日，工会走进车间。\r镕基\n"
    assert hand_in(text.encode(encoding)).state == ItemState.DONE
    assert Page.objects.get().text == text


def test_control_characters_stay_in_the_original_and_reach_no_article(hand_in):
    text = TEXT + "职工" * 100 + "\x0c第\x02二\x1b[31m页\x7f。"
    assert hand_in(text).state == ItemState.DONE
    assert Page.objects.get().text == text
    Page.objects.get().delete()
    [article] = import_page(text, "page.txt", publish=False).articles
    assert "第二[31m页。" in article.body


def test_a_page_of_half_a_million_characters_comes_in(hand_in):
    paragraph = "工会组织职工参加劳动竞赛，第%d车间的代表们走在前面，全年共有三千人参加了这项活动。\n\n"
    text = "# 很长的一版\n\n" + "".join(paragraph % number for number in range(12_000))
    assert len(text) > 500_000
    assert hand_in(text).state == ItemState.DONE


def test_wicked_xml_in_a_docx_is_no_trouble(hand_in):
    bomb = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    body = b'<!DOCTYPE d [<!ENTITY a0 "boom">' + bomb + b"]><d>&a11;</d>"
    assert hand_in(make_docx_of_xml(body)).state == ItemState.FAILED


def test_a_file_that_was_too_large_to_be_taken_is_told():
    job = start_job(
        JobKind.ADD_PAGES, None, [NewItem("scan.pdf", detail={"refused": "file_too_large", "limit": "50 MB"})]
    )
    run_job(job.pk)
    assert job.items.get().message == "文件太大：每个文件不超过 50 MB。"


def test_a_file_is_removed_when_it_has_come_in_and_kept_when_it_failed(hand_in):
    done, failed = hand_in(TEXT), hand_in(b"%PDF-1.7 junk")
    assert not done.file.storage.exists(done.file.name)
    assert failed.file.storage.exists(failed.file.name)


def test_a_file_that_is_gone_is_told(hand_in):
    item = hand_in(b"%PDF-1.7 junk")
    item.file.storage.delete(item.file.name)
    JobItem.objects.update(state=ItemState.WAITING)
    item.job.__class__.objects.update(state="waiting")
    run_job(item.job_id)
    assert JobItem.objects.get().message == "没有这个文件。"
