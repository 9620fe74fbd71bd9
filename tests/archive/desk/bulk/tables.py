"""Tables of articles that the tests hand in, and how they are imported without a worker."""

import csv
import io
from pathlib import Path
from uuid import uuid4

from django.contrib.auth.models import User

from archive.desk.bulk.columns import Table, arrange_rows
from archive.desk.bulk.import_job import start_import
from archive.desk.bulk.kept_table import find_table, keep_table
from archive.desk.jobs.running import run_job
from archive.models import Job

HEADINGS = ["报纸", "日期", "版次", "主题", "署名", "正文", "地区", "项目", "状态"]
FIRST = {
    "报纸": "样报",
    "日期": "2013-09-23",
    "主题": "工会把清凉送到工地",
    "正文": "本报讯 连日来气温很高，工会干部带着防暑用品走进二十多个工地，看望坚守岗位的建筑工人，把清凉送到他们手中。",
}
SECOND = {
    "报纸": "样报",
    "日期": "2013-09-24",
    "主题": "车间里办起了图书角",
    "正文": "本报讯 一家工厂的工会在车间里办起了图书角，职工下班以后都来看书，半年里借出去的书有三千多册。",
}


def make_csv(*rows: dict[str, str]) -> bytes:
    """Return a table as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADINGS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def make_table(*rows: dict[str, str]) -> Table:
    """Return a table as the check has it."""
    return arrange_rows([HEADINGS, *([row.get(heading, "") for heading in HEADINGS] for row in rows)])


def keep(folder: Path, user: User, *rows: dict[str, str]) -> str:
    """Hand a table in; return the key that it is kept by."""
    path = folder / uuid4().hex
    path.write_bytes(make_csv(*rows))
    return keep_table(path, "稿件.csv", user)


def run_import(folder: Path, user: User, *rows: dict[str, str]) -> Job:
    """Check a table and import it."""
    return run_kept(keep(folder, user, *rows), user)


def run_kept(key: str, user: User) -> Job:
    """Import a table that was checked."""
    kept = find_table(key, user)
    assert kept is not None
    job = start_import(kept, user)
    run_job(job.pk)
    return job


def outcomes(job: Job) -> list[tuple[str, str]]:
    """Return what became of each row."""
    return list(job.items.order_by("number").values_list("state", "message"))
