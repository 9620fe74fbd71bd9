"""Nothing of a split is lost when the network, the login or the tab goes, or another person comes."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT
from tests.browser.pressing import press, restore
from tests.browser.splitting import chips, done, state, waiting_page
from tests.browser.watching import WIDE

Enter = Callable[..., Page]
SECOND = (
    "from django.contrib.auth.models import User; "
    "User.objects.filter(username='second').exists() or User.objects.create_superuser('second', password='a-second')"
)


@pytest.fixture
def address(archive):
    return waiting_page(archive)


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    contexts: list[BrowserContext] = []
    yield contexts
    for context in contexts:
        context.close()


@pytest.fixture
def context(browser, archive, contexts, editor_login) -> BrowserContext:
    """Return a browser in which the first editor is logged in; what goes wrong in it is meant to."""
    context = browser.new_context(base_url=archive.url, viewport=WIDE, locale="zh-CN", storage_state=editor_login)
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    contexts.append(context)
    return context


def open_split(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def log_in(page: Page, name: str, password: str) -> None:
    page.goto("/login/")
    page.get_by_label("用户名").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda url: "login" not in url)


def unsent(page: Page):
    return page.locator("[data-unsent]")


def test_steps_wait_while_the_network_is_gone(context, address):
    page = open_split(context, address)
    context.set_offline(True)
    press(page, "j", "j", "d")
    expect(unsent(page)).to_contain_text("有 1 步还没有保存")
    expect(state(page)).to_contain_text("服务器没有回答")
    press(page, "j", "2")
    context.set_offline(False)
    done(page, "第 7 行归入第 2 篇")
    expect(unsent(page)).to_be_hidden()
    assert chips(page) == ["1 3", "9 7 11"]


def test_a_step_whose_answer_got_lost_is_taken_once(context, address):
    page = open_split(context, address)
    page.route(f"**{address}", lambda route: (route.fetch(), route.abort()), times=1)
    press(page, "j", "]")
    expect(unsent(page)).to_be_visible()
    unsent(page).get_by_role("button", name="现在再送").click()
    expect(unsent(page)).to_be_hidden()
    assert chips(page) == ["1 5 3 7", "9 11"]


def test_steps_of_a_tab_that_was_closed_are_offered_again(context, address):
    page = open_split(context, address)
    context.set_offline(True)
    press(page, "j", "j", "d")
    expect(unsent(page)).to_be_visible()
    page.close()
    context.set_offline(False)
    page = open_split(context, address)
    expect(unsent(page)).to_contain_text("没有送到服务器的 1 步")
    lines = chips(page)  # the closing tab may have got its step through at the very end
    steps: list[Request] = []
    page.on("request", lambda request: steps.append(request) if address in request.url else None)
    page.evaluate("dispatchEvent(new Event('online')); fetch('/')")  # a network that comes and goes decides nothing
    page.wait_for_load_state("networkidle")
    assert (steps, chips(page)) == ([], lines)
    unsent(page).get_by_role("button", name="现在再送").click()
    done(page, "第 5 行不属于稿件")
    assert chips(page) == ["1 3 7", "9 11"]


def test_steps_of_a_tab_that_was_closed_can_be_dropped(context, address):
    page = open_split(context, address)
    context.set_offline(True)
    press(page, "d")
    unsent(page).get_by_role("button", name="丢弃这些步骤").click()
    expect(unsent(page)).to_be_hidden()
    context.set_offline(False)
    page.reload()
    expect(unsent(page)).to_be_hidden()
    assert chips(page) == ["1 3 5 7", "9 11"]


def test_a_step_waits_for_a_login_that_ran_out(context, address, archive):
    page = open_split(context, address)
    context.clear_cookies(name="sessionid")
    press(page, "j", "j", "d")
    expect(state(page)).to_contain_text("登录已过期")
    press(page, "j", "2")
    expect(unsent(page)).to_contain_text("有 2 步还没有保存")
    assert "登录已过期" in state(page).inner_text()
    with context.expect_page() as beside:
        state(page).get_by_role("link").click()
    log_in(beside.value, archive.editor, archive.password)
    unsent(page).get_by_role("button", name="现在再送").click()
    done(page, "第 7 行归入第 2 篇")
    assert chips(page) == ["1 3", "9 7 11"]


def test_back_from_its_articles_a_page_is_shown_as_finished(context, address):
    page = open_split(context, address)
    press(page, "Control+Enter")
    expect(page.locator("[data-matters]")).to_be_visible()
    press(page, "Control+Enter")
    page.wait_for_url("**/desk/articles/*/")
    page.go_back()
    expect(page.get_by_role("heading", name="这一版的 2 篇稿件")).to_be_visible()


def test_a_screen_out_of_the_browsers_memory_comes_anew_and_what_is_typed_stays(context, address):
    page = open_split(context, address)
    page.locator("#split-folio > summary").click()
    page.get_by_label("日期").fill("2013年9月")
    beside = open_split(context, address)
    press(beside, "d")
    done(beside, "第 1 行不属于稿件")
    restore(page)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_label("日期")).to_have_value("2013年9月")
    page.get_by_role("button", name="更正").click()
    expect(page.locator("h1")).to_contain_text("2013年9月")
    press(beside, "j", "j", "d")
    expect(state(beside)).to_contain_text("第 5 行不属于稿件")
    restore(page)
    expect(page.locator("#line-5 .line-role")).to_have_text("不属于稿件")


@pytest.fixture
def second(browser, archive, contexts) -> BrowserContext:
    """Return the browser of another editor."""
    archive.shell.run(SECOND)
    context = browser.new_context(base_url=archive.url, viewport=WIDE, locale="zh-CN")
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    contexts.append(context)
    log_in(context.new_page(), "second", "a-second")
    return context


def test_the_pages_own_data_that_cannot_be_right_stay_typed(context, address):
    page = open_split(context, address)
    page.locator("#split-folio > summary").click()
    page.get_by_label("日期").fill("某日")
    page.get_by_role("button", name="更正").click()
    expect(page.locator("#folio-date-problem")).to_contain_text("看不懂这个日期")
    expect(page.get_by_label("日期")).to_be_focused()
    page.get_by_label("日期").fill("2013年9月23日")
    page.get_by_label("版次").fill("4")
    page.get_by_role("button", name="更正").click()
    done(page, "更正版面信息")
    expect(page.locator("h1")).to_have_text("报纸不详 2013年9月23日 第4版")


def test_a_newspaper_that_is_not_there_yet_is_added_by_keys_alone(context, address):
    page = open_split(context, address)
    lines = chips(page)
    page.locator("#split-folio > summary").click()
    page.get_by_label("报纸", exact=True).fill("河湾晚报")
    press(page, "Enter")
    box = page.get_by_label("新加这份报纸")
    expect(box).to_be_focused()
    expect(page.get_by_text("档案里还没有这份报纸")).to_have_count(1)
    press(page, "d", "Space", "Enter")
    done(page, "更正版面信息")
    expect(page.locator("h1")).to_contain_text("河湾晚报")
    assert chips(page) == lines


def test_where_only_the_date_is_wrong_the_focus_goes_to_the_date(context, address):
    page = open_split(context, address)
    page.locator("#split-folio > summary").click()
    page.get_by_label("报纸", exact=True).fill("山岭晚报")
    page.get_by_label("日期").fill("某日")
    page.get_by_role("button", name="更正").click()
    page.get_by_label("新加这份报纸").check()
    page.get_by_role("button", name="更正").click()
    expect(page.get_by_label("日期")).to_be_focused()
    expect(page.get_by_label("新加这份报纸")).to_be_checked()


def test_two_people_see_each_other_and_lose_no_step(context, second, address):
    mine = open_split(context, address)
    press(mine, "j", "j", "2")
    done(mine, "第 5 行归入第 2 篇")
    theirs = open_split(second, address)
    expect(theirs.locator("[data-hold-notice]")).to_contain_text("起正在这里工作")
    press(theirs, "j", "]")
    notice = theirs.locator("[data-pending]")
    expect(notice).to_contain_text("您这一步还没有做")
    expect(notice).to_contain_text("第 3 行下移")
    expect(notice).to_be_focused()
    press(theirs, "d")
    expect(notice).to_be_focused()
    notice.get_by_role("button", name="接手并做这一步").click()
    done(theirs, "第 3 行下移")
    expect(notice).to_have_count(0)
    expect(theirs.locator("#pick-3")).to_be_focused()
    press(mine, "j", "u")
    expect(mine.locator("[data-pending]")).to_contain_text("second从")
    mine.locator("[data-pending-drop]").click()
    expect(mine.locator("[data-pending]")).to_have_count(0)
    assert chips(mine) == ["1 7 ↷3", "9 5 11"]


def test_a_page_that_another_person_finished_shows_its_articles(context, second, address):
    mine = open_split(context, address)
    theirs = open_split(second, address)
    theirs.locator("[data-hold-notice] button").click()
    expect(theirs.locator("[data-hold-notice]")).to_be_hidden()
    press(theirs, "Control+Enter")
    expect(theirs.locator("[data-matters]")).to_be_visible()
    press(theirs, "Control+Enter")
    theirs.wait_for_url("**/desk/articles/*/")
    press(mine, "d")
    expect(mine.get_by_text("已经定稿，您这一步没有做")).to_be_visible()
    expect(mine.get_by_role("heading", name="这一版的 2 篇稿件")).to_be_visible()
