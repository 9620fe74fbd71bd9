"""A made-up page, split by hand: two articles, a sentence that a caption cuts, a copy, an advertisement."""

from dataclasses import replace

from django.contrib.auth.models import User
from django.http import QueryDict

from archive.desk.splitting.draft import Draft, read_draft, write_draft
from archive.desk.splitting.request import read_step
from archive.desk.splitting.stepping import Taken, take_step
from archive.models import Page, Split
from archive.segmentation.proposal import JoinOption
from tests.archive.desk.splitting.drafts import make_draft, show

TEXT = """河湾市总工会把夜校办进车间

本报讯（记者 林晓禾）河湾市总工会今年在四十家工厂办起夜校，为了让倒班的职工也能

图为夜校学员在练习焊接。

学到手艺，市总工会请来三十名老师傅，一对一地教。

青石县工会送医上山

本报讯 青石县总工会日前请县医院的医生上山，为护林员体检。

青石县工会送医上山

转让二手货车，电话面谈
"""

DRAFT = replace(
    make_draft("h1 3 c5 7", "h9 11", noise="15", copies="13=9"),
    offers={3: (JoinOption(7, is_likely=True), JoinOption(11, is_likely=False))},
)


def open_made_up_split(blank_lines: int = 0) -> Split:
    """Return the page's split, its draft as a person made it; more blank lines at the end make it another page."""
    page = Page.objects.create(text=TEXT + "\n" * blank_lines)
    return Split.objects.create(page=page, draft=write_draft(DRAFT))


def open_split_of_many(count: int) -> Split:
    """Return the split of a page of many articles, a headline and a paragraph each: lines 1 and 3, 5 and 7, ..."""
    lines = [line for number in range(count) for line in (f"第{number}件事", f"本报讯 工会办了第{number}件事。")]
    page = Page.objects.create(text="\n\n".join(lines))
    draft = make_draft(*(f"h{first} {first + 2}" for first in range(1, 4 * count, 4)))
    return Split.objects.create(page=page, draft=write_draft(draft))


def step(split: Split, user: User, do: str, seen: int = 0, **fields: object) -> Taken:
    """Take a step as the screen sends it."""
    sent = QueryDict(mutable=True)
    sent.update({"do": do, "seen": str(seen), **{name: str(value) for name, value in fields.items()}})
    return take_step(split.page_id, user, read_step(sent))


def draft_of(split: Split) -> Draft:
    """Return the draft as it is stored now."""
    split.refresh_from_db()
    return read_draft(split.draft)


def articles_of(split: Split) -> list[str]:
    """Return the articles as they are stored now, written short."""
    return show(draft_of(split))


def last_key_of(split: Split) -> int:
    """Return the key of the newest step, which a screen that is up to date sends."""
    return split.steps.order_by("-pk").values_list("pk", flat=True).first() or 0
