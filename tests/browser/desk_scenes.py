"""The desk at work: what has to be there, and what an editor does, until a screen shows what its picture is of."""

import json
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.archive import Archive
from tests.browser.pressing import press
from tests.browser.splitting import waiting_page

PAGE = """工人日报 2014年5月12日 第3版

# 车间旁边开了夜校

□本报记者 林晓禾

本报讯 下班铃响过，四川泸州市江阳区一家酒厂的会议室里坐满了人。区总工会把夜校办到车间旁边，金秋助学的学生也来旁听。

一堂课分早晚两回讲，上夜班的职工白天来听。老师是厂里的老师傅，讲的都是手边的活。

学员说，上回讲的焊接，第二天就用上了。

# 流动书车开到矿山

本报讯（记者 林晓禾）泸州市总工会的流动书车昨天开到矿山，半天借出三百本书。

还有一本来信簿，职工想看什么书，写在上面，下回带来。
"""
TABLE = """报纸,日期,主题,正文,地区
工会报道样报,2014-06-03,食堂里的意见箱,本报讯 一家纺织厂的工会在食堂门口挂了意见箱，一个月收到四十条。,泸州
工会报道样报,六月初,班车改了点,本报讯 夜班职工的班车晚开一刻钟，是职代会提的。,泸州
工会报道样报,2014-06-05,新来的都有师傅带,本报讯 青工进厂头三个月，工会给每人请一位师傅。,乌有市
"""
PREPARE = """
import json
from django.contrib.auth.models import User
from archive.desk.reviewing.steps import submit
from archive.desk.importing import import_page
from archive.models import Article, Initiative
user = User.objects.get(username="editor")
page = {page!r}
import_page(page, "三版.txt", publish=False)
import_page(page.replace("第3版", "第4版").replace("坐满了", "坐了不少"), "四版.txt", publish=False)
first, second = Article.objects.filter(page__source_name="三版.txt").order_by("order")
copy = Article.objects.filter(page__source_name="四版.txt").order_by("order").first()
second._history_user = user
second.body = second.body.replace("三百本", "三千本").replace("半天", "一个上午")
second.save()
submit(second, user)
programme = Initiative.objects.get(name="送温暖")
print("KEYS", json.dumps([first.pk, second.pk, copy.pk, programme.pk]))
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """The addresses of the screens, on an archive where there is work to do."""

    split: str
    edit: str
    duplicate: str
    review: str
    history: str
    vocabulary: str


def prepare_desk(archive: Archive) -> Desk:
    """Add a page that waits to be split, drafts, an article in review and one that looks like another."""
    split = waiting_page(archive)
    printed = archive.shell.run(PREPARE.format(page=PAGE))
    first, second, copy, programme = json.loads(printed.partition("KEYS ")[2].splitlines()[0])
    articles = "/desk/articles"
    return Desk(
        split=split,
        edit=f"{articles}/{first}/",
        duplicate=f"{articles}/{copy}/duplicates/{first}/",
        review=f"{articles}/{second}/review/",
        history=f"{articles}/{second}/history/",
        vocabulary=f"/desk/vocabulary/programmes/{programme}/",
    )


def show_work_list(page: Page, desk: Desk) -> None:
    """Show what waits."""
    page.goto("/desk/")


def show_add_pages(page: Page, desk: Desk) -> None:
    """Show a text that is pasted."""
    page.goto("/desk/pages/add/")
    page.get_by_label("版面文字").fill(PAGE)


def show_split(page: Page, desk: Desk) -> None:
    """Show a line that breaks off, and how it may go on."""
    page.goto(desk.split)
    expect(page.locator("#pick-1")).to_be_focused()
    press(page, ".")


def show_edit(page: Page, desk: Desk) -> None:
    """Show a draft with some of what was found confirmed."""
    page.goto(desk.edit)
    expect(page.get_by_role("checkbox").first).to_be_focused()
    press(page, "a", "a")


def show_duplicate(page: Page, desk: Desk) -> None:
    """Show two articles side by side."""
    page.goto(desk.duplicate)


def show_review(page: Page, desk: Desk) -> None:
    """Show an article at its first difference from the print."""
    page.goto(desk.review)
    press(page, "j")


def show_history(page: Page, desk: Desk) -> None:
    """Show the versions of an article, the first beside the newest."""
    page.goto(desk.history)
    page.get_by_label("旧版：第 1 版").check()
    page.get_by_role("button", name="比较所选的两版").click()
    expect(page.locator(".review-change-list del").first).to_be_visible()


def show_vocabulary(page: Page, desk: Desk) -> None:
    """Show what one more name of a programme would tag."""
    page.goto(desk.vocabulary)
    names = page.get_by_label("别名")
    names.fill(f"{names.input_value()}\n困难职工".strip())
    page.get_by_role("button", name="先看会改动什么").click()
    expect(page.locator("#retag-heading")).to_be_visible()


def show_import(page: Page, desk: Desk) -> None:
    """Show a table that was checked."""
    page.goto("/desk/import/")
    page.get_by_label("选择表格").set_input_files(
        {"name": "六月稿件.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )
    page.get_by_role("button", name="检查").click()
    expect(page.get_by_role("heading", name="六月稿件.csv")).to_be_visible()


def show_bulk(page: Page, desk: Desk) -> None:
    """Show what adding a programme to some articles would do."""
    page.goto("/desk/change/?q=困难职工")
    page.get_by_label("项目的名称").fill("送温暖")
    page.get_by_label("加项目").check()
    page.get_by_label("找到的全部").check()
    page.get_by_role("button", name="预览").first.click()
    expect(page.locator(".effect").first).to_be_visible()


SCENES = {
    "desk-work-list": show_work_list,
    "desk-add-pages": show_add_pages,
    "desk-split": show_split,
    "desk-edit": show_edit,
    "desk-duplicate": show_duplicate,
    "desk-review": show_review,
    "desk-history": show_history,
    "desk-vocabulary": show_vocabulary,
    "desk-import": show_import,
    "desk-bulk": show_bulk,
}
