"""The desk: why a file was refused -> one clear line for the person who gave it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.intake.refusal import Reason, RefusedError

_EXPLANATIONS = {
    Reason.MISSING: gettext_lazy("没有这个文件。"),
    Reason.DANGLING: gettext_lazy("链接指向的文件不存在。"),
    Reason.LOOP: gettext_lazy("链接绕成了圈。"),
    Reason.NOT_A_FILE: gettext_lazy("不是普通文件。"),
    Reason.NO_PAGES: gettext_lazy("文件夹里没有 .txt、.md、.docx 或 .pdf 文件。"),
    Reason.OTHER_ENDING: gettext_lazy("没有收入，文件夹里只收 .txt、.md、.docx 和 .pdf 文件。"),
    Reason.UNREADABLE: gettext_lazy("无法读取（%(detail)s）。"),
    Reason.TOO_LARGE: gettext_lazy("文字太长：一个版面的文字不超过 %(detail)s。"),
    Reason.FILE_TOO_LARGE: gettext_lazy("文件太大：每个文件不超过 %(detail)s。"),
    Reason.TOO_SHORT: gettext_lazy("只有 %(detail)s 个字，不像一个版面。"),
    Reason.TOO_MANY_PAGES: gettext_lazy("页数太多：一个 PDF 不超过 %(detail)s 页，请分开再交。"),
    Reason.EMPTY: gettext_lazy("文件是空的，没有文字。"),
    Reason.BINARY: gettext_lazy("不是文本文件。"),
    Reason.BAD_ENCODING: gettext_lazy("编码有误（第 %(detail)s 行）：不是完好的 UTF-8、UTF-16 或 GB18030 文本。"),
    Reason.IMAGE: gettext_lazy("是图片，不是文字。扫描件的识别还没有做好，请先交文字。"),
    Reason.OLD_WORD: gettext_lazy("是旧版 Office 文档，或者加了密码的 Word 文档。请去掉密码，另存为 DOCX 再交。"),
    Reason.OTHER_FORM: gettext_lazy("是压缩包或别的程序的文档。请另存为 TXT、DOCX 或 PDF 再交。"),
    Reason.PASSWORD: gettext_lazy("文件加了密码，打不开。请去掉密码再交。"),
    Reason.DAMAGED: gettext_lazy("文件已损坏，打不开。请重新导出再交。"),
    Reason.NO_TEXT_LAYER: gettext_lazy("PDF 里没有文字，大概是扫描件。扫描件的识别还没有做好，请交带文字的 PDF。"),
    Reason.ZIP_BOMB: gettext_lazy("文件解压后大得不正常，没有打开。"),
    Reason.TOO_HEAVY: gettext_lazy("读取它超出了时间或内存的限制，或者文件已损坏。"),
    Reason.TOO_MANY_ROWS: gettext_lazy("行数太多：一个表格不超过 %(detail)s 行，请分开再交。"),
    Reason.BROKEN_TABLE: gettext_lazy(
        "表格从第 %(detail)s 行起断了：多半是一个引号没有配成对，或者某一格里的逗号没有用引号括起来。"
    ),
    Reason.TOO_MANY_ARTICLES: gettext_lazy("拆出的稿件超过 %(detail)s 篇，不像一个版面。"),
}


def explain_refusal(refusal: RefusedError) -> str:
    """Return the reason as a sentence."""
    detail = refusal.detail or _("原因不明")
    return str(_EXPLANATIONS[refusal.reason]) % {"detail": detail}
