"""The screen of a job that is open, while the server answers and while it does not."""

import re

import pytest
from playwright.sync_api import expect

RUNNING_JOB = """
from django.utils import timezone
from archive.models import Job
job = Job.objects.create(kind="add_pages", state="running", heard=timezone.now())
job.items.create(number=1, name="一版.txt")
print("KEY", job.pk)
"""


@pytest.fixture
def address(archive):
    printed = archive.shell.run(RUNNING_JOB)
    key = int(printed.split("KEY ")[1].split()[0])
    yield f"/desk/jobs/{key}/"
    archive.shell.run(f"from archive.models import Job; Job.objects.filter(pk={key}).delete()")


def test_while_the_server_does_not_answer_it_is_said_since_when_nothing_is_known(open_tab, address):
    page = open_tab(address)
    notice = page.locator("[data-no-answer]")
    expect(page.locator(".job-state")).to_have_text("进行中")
    expect(notice).to_have_text("")
    page.context.set_offline(True)
    expect(notice).to_have_text(re.compile(r"^服务器没有回答。下面是 \d\d:\d\d:\d\d 的样子"))
    page.context.set_offline(False)
    expect(notice).to_have_text("")
    page.route(f"**{address}", lambda route: route.fulfill(status=502))
    expect(notice).to_contain_text("服务器没有回答")
