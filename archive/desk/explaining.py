"""The desk: why a file was refused -> one clear line for the person who gave it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.intake.refusal import Reason, RefusedError

_EXPLANATIONS = {
    Reason.MISSING: gettext_lazy("没有这个文件。"),
    Reason.DANGLING: gettext_lazy("链接指向的文件不存在。"),
    Reason.LOOP: gettext_lazy("链接绕成了圈。"),
    Reason.NOT_A_FILE: gettext_lazy("不是普通文件。"),
    Reason.NO_PAGES: gettext_lazy("文件夹里没有 .txt 文件。"),
    Reason.UNREADABLE: gettext_lazy("无法读取（%(detail)s）。"),
    Reason.TOO_LARGE: gettext_lazy("文件太大：一个版面的文字不超过 %(detail)s。"),
    Reason.EMPTY: gettext_lazy("文件是空的，没有文字。"),
    Reason.BINARY: gettext_lazy("不是文本文件。"),
    Reason.BAD_ENCODING: gettext_lazy(
        "编码有误（第 %(detail)s 行）：不是完好的 UTF-8、带标记的 UTF-16 或 GB18030 文本。"
    ),
    Reason.TOO_MANY_ARTICLES: gettext_lazy("拆出的稿件超过 %(detail)s 篇，不像一个版面。"),
}


def explain_refusal(refusal: RefusedError) -> str:
    """Return the reason as a sentence."""
    detail = refusal.detail or _("原因不明")
    return str(_EXPLANATIONS[refusal.reason]) % {"detail": detail}
