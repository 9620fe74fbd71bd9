"""Bulk import: why a file is no table -> one clear line for the person who gave it."""

from django.utils.translation import gettext_lazy

from archive.desk.explaining import explain_refusal
from archive.intake.refusal import Reason, RefusedError

# Of files of pages something else is said: what to save them as.
_OF_TABLES = {
    Reason.EMPTY: gettext_lazy("表是空的。"),
    Reason.IMAGE: gettext_lazy("是图片，不是表格。请交 XLSX 或 CSV。"),
    Reason.OLD_WORD: gettext_lazy("是旧版的表格（XLS），或者加了密码。请去掉密码，另存为 XLSX 或 CSV 再交。"),
    Reason.OTHER_FORM: gettext_lazy("不是表格，是别的程序的文件。请另存为 XLSX 或 CSV 再交。"),
    Reason.BINARY: gettext_lazy("不是表格，也不是文字。请另存为 XLSX 或 CSV 再交。"),
    Reason.BAD_ENCODING: gettext_lazy(
        "编码有误：不是完好的 UTF-8、UTF-16 或 GB18030。请在表格程序里另存为 XLSX 再交。"
    ),
}


def explain_table_refusal(refusal: RefusedError) -> str:
    """Return the reason as a sentence."""
    explanation = _OF_TABLES.get(refusal.reason)
    return str(explanation) if explanation else explain_refusal(refusal)
