"""A reviewer by keys, an old version brought back, and a reader's error report from the selection to the answer."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.archive import Archive
from tests.browser.looking import look_faults
from tests.browser.pressing import click_twice, decide_at_once, hold, look, press, restore
from tests.browser.watching import accessibility_faults

PAGE = """# {0}岭的流动书车

本报讯 近日，{0}岭总工会的流动书车开到矿区，半天借出三百本书。

还有一段话谁也没有收进稿件。

# {0}岭的{1}

本报讯 每月十五日，{2}
"""
# Two that are published must not look alike.
SECOND = {
    "云": ("理发日", "云岭总工会请来理发师，在矿门口为矿工理发，一个上午要理六十多人。"),
    "枫": ("意见箱", "食堂门口挂出意见箱，一个月收到四十条，枫岭总工会逐条答复，贴在墙上给大家看。"),
    "槐": ("象棋赛", "退休老师傅摆开十张棋盘，下到天黑，赢家得一副新棋，由槐岭总工会的干部颁给他。"),
    "杏": ("夜校", "林场的护林员下山上课，学电工的最多，教室不够，就在食堂里支起黑板，由杏岭总工会出钱请老师。"),
}
CHANGE = """
import json
from django.contrib.auth.models import User
from archive.desk.reviewing.steps import submit
from archive.models import Article
from tests.browser.pressing import press
user = User.objects.get(username="editor")
first, second = Article.objects.filter(page__text__contains="{0}岭").order_by("order")
first._history_user = user
first.body = first.body.split("\\n\\n")[0].replace("三百本", "三千本")
first.save()
submit(first, user)
submit(second, user)
print("KEYS", json.dumps([first.pk, second.pk]))
"""
Keys = list[int]


@pytest.fixture
def two_in_review(archive: Archive, tmp_path) -> Callable[[str], Keys]:
    """Return a function: a word -> the keys of two articles in review, the first with a wrong number in it."""

    def make(word: str) -> Keys:
        path = tmp_path / f"{word}.txt"
        path.write_text(PAGE.format(word, *SECOND.get(word, SECOND["云"])))
        archive.shell.manage("import_pages", str(path))
        printed = archive.shell.run(CHANGE.format(word))
        return list(json.loads(printed.partition("KEYS ")[2].splitlines()[0]))

    return make


def test_a_reviewer_goes_through_the_differences_sends_back_and_publishes_by_keys(
    open_page, editor_login, two_in_review
):
    first, second = two_in_review("云")
    page = open_page(f"/desk/articles/{first}/review/", storage_state=editor_login)
    assert look_faults(page, "desk-review") == []
    press(page, "j")
    expect(page.locator("del:focus")).to_have_text("百")
    expect(page.locator(".original-line[data-here]")).to_contain_text("三百本书")
    press(page, "j")
    expect(page.locator("[data-unused] .original-line:focus")).to_contain_text("谁也没有收进稿件")
    press(page, "k")
    expect(page.locator("del:focus")).to_have_text("百")
    press(page, "r")
    expect(page.get_by_label("退回的原因")).to_be_focused()
    page.keyboard.type("书是三百本，不是三千本")
    hold(page, "Control+Enter")
    expect(page.get_by_text("已退回：云岭的流动书车")).to_be_visible()
    page.goto(f"/desk/articles/{second}/review/")
    expect(page.get_by_text("与原文没有不同")).to_be_visible()
    press(page, "Control+Enter")
    expect(page.get_by_text("已发布：云岭的理发日")).to_be_visible()
    page.goto(f"/articles/{second}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("云岭的理发日")
    page.goto(f"/desk/articles/{first}/review/")
    expect(page.locator(".review-steps")).to_contain_text("书是三百本，不是三千本")


def test_a_second_press_does_not_publish_the_next_article_that_nobody_has_seen(open_page, editor_login, two_in_review):
    first, second = two_in_review("槐")
    page = open_page(f"/desk/articles/{second}/review/", storage_state=editor_login)
    decide_at_once(page)
    press(page, "Control+Enter")
    expect(page.get_by_text("已发布：槐岭的象棋赛")).to_be_visible()
    page.goto(f"/desk/articles/{first}/review/")
    look(page)
    expect(page.locator(".review-status")).to_have_text("待审")


def test_a_double_click_publishes_once_and_a_screen_that_comes_back_is_as_things_are_now(
    open_page, editor_login, two_in_review
):
    [_first, second] = two_in_review("枫")
    page = open_page(f"/desk/articles/{second}/review/", storage_state=editor_login)
    address = page.url
    beside = page.context.new_page()
    beside.goto(address)
    click_twice(page, "[data-main]", 30)
    expect(page.get_by_text("已发布：枫岭的意见箱")).to_be_visible()
    restore(beside)
    expect(beside.locator(".review-status")).to_have_text("已发布")
    beside.get_by_label("撤回的原因").fill("还要核对")
    restore(beside)
    expect(beside.get_by_label("撤回的原因")).to_have_value("还要核对")
    # A closed tab takes the reason away as little; once it is sent, it is not brought back.
    beside.close()
    page.goto(address)
    expect(page.get_by_label("撤回的原因")).to_have_value("还要核对")
    page.get_by_role("button", name="撤回").click()
    expect(page.get_by_text("已撤回：枫岭的意见箱")).to_be_visible()
    page.goto(address)
    expect(page.get_by_label("退回的原因")).to_have_value("")


def test_without_scripts_an_article_is_sent_back(open_page, editor_login, two_in_review):
    [first, _second] = two_in_review("雪")
    page = open_page(f"/desk/articles/{first}/review/", storage_state=editor_login, java_script_enabled=False)
    page.get_by_label("退回的原因").fill("数字不对")
    page.get_by_role("button", name="退回").click()
    expect(page.get_by_text("已退回：雪岭的流动书车")).to_be_visible()


def test_an_old_version_is_compared_and_brought_back(open_page, editor_login, two_in_review):
    [first, _second] = two_in_review("松")
    page = open_page(f"/desk/articles/{first}/history/", storage_state=editor_login)
    assert look_faults(page, "desk-history") == []
    page.get_by_label("旧版：第 1 版").check()
    page.get_by_label("新版：第 2 版").check()
    page.get_by_role("button", name="比较所选的两版").press("Enter")
    expect(page.locator(".review-change-list del").first).to_have_text("百")
    page.get_by_role("link", name="看第 1 版").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第 1 版")
    assert look_faults(page, "desk-version") == []
    page.get_by_role("button", name="恢复").click()
    expect(page.get_by_text("已恢复到第 1 版，成为新的一版。")).to_be_visible()
    expect(page.locator(".version").first).to_contain_text("恢复到第 1 版")


def select_words(page: Page, block: int, start: int, end: int) -> None:
    """Select some characters of a block, as a person does with the mouse."""
    page.evaluate(
        """([block, start, end]) => {
            const node = document.querySelectorAll(".report .body > *")[block].firstChild;
            document.getSelection().setBaseAndExtent(node, start, node, end);
        }""",
        [block, start, end],
    )


def test_a_reader_reports_what_they_selected_and_an_editor_settles_it(open_page, editor_login, two_in_review):
    _first, second = two_in_review("杏")
    desk = open_page(f"/desk/articles/{second}/review/", storage_state=editor_login)
    press(desk, "Control+Enter")
    expect(desk.get_by_text("已发布：杏岭的夜校")).to_be_visible()
    reader = open_page(f"/articles/{second}/")
    select_words(reader, 0, 4, 9)
    reader.get_by_role("button", name="这里有误").click()
    expect(reader.get_by_role("dialog", name="报告错误")).to_be_visible()
    expect(reader.get_by_label("有误的原文")).to_have_value("每月十五日")
    expect(reader.get_by_label("哪里不对")).to_be_focused()
    assert accessibility_faults(reader) == []
    reader.keyboard.type("应当是每月五日")
    reader.get_by_role("button", name="交给编辑").click()
    expect(reader.get_by_role("status").filter(has_text="谢谢，编辑已经收到")).to_be_visible()
    press(reader, "Enter")
    expect(reader.get_by_role("dialog")).to_have_count(0)
    desk.goto("/desk/")
    desk.get_by_role("link", name="每月十五日").click()
    expect(desk.locator(".report-piece mark")).to_have_text("每月十五日")
    expect(desk.locator(".report-lines mark")).to_have_text("每月十五日")
    assert look_faults(desk, "desk-error-report") == []
    press(desk, "r")
    desk.keyboard.type("已按原文改正")
    press(desk, "Control+Enter")
    expect(desk.get_by_text("已处理：杏岭的夜校")).to_be_visible()
    reader.goto(f"/articles/{second}/report/")
    expect(reader.locator(".own-reports")).to_contain_text("编辑的说明：已按原文改正")


def test_without_scripts_a_reader_reports_on_a_page_of_its_own(open_page, paths):
    page = open_page(paths["article"], java_script_enabled=False)
    page.get_by_role("link", name="发现错误？告诉编辑").click()
    page.get_by_label("哪里不对").fill("日期不对")
    page.get_by_role("button", name="交给编辑").click()
    expect(page.get_by_role("status")).to_contain_text("谢谢")


def test_the_form_for_readers_is_sound(open_page, paths):
    page = open_page(f"{paths['article']}report/?quote=工会")
    assert look_faults(page, "desk-report-error") == []


def test_what_was_typed_stays_when_no_server_answers(browser, archive, paths):
    with browser.new_context(base_url=archive.url, locale="zh-CN") as context:
        page = context.new_page()
        page.goto(paths["article"])
        page.get_by_role("link", name="发现错误？告诉编辑").click()
        page.get_by_label("哪里不对").fill("写了很久的话")
        context.set_offline(True)
        page.get_by_role("button", name="交给编辑").click()
        expect(page.get_by_role("alert")).to_contain_text("您写的还在下面")
        expect(page.get_by_label("哪里不对")).to_have_value("写了很久的话")
        context.set_offline(False)
        page.get_by_role("button", name="交给编辑").click()
        expect(page.get_by_role("status").filter(has_text="谢谢")).to_be_visible()
