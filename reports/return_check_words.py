"""The words of the return check on paper: classes, places, what is not in order.

They are the words of the controlled documents, the same in every language.
"""

from models.day_check import CheckException
from models.gap_case import GapKind
from models.return_check import CheckClass
from models.slip_copy import CopyPlace

CLASS_SIGNS = {
    CheckClass.ON_TIME: "A",
    CheckClass.LATE: "A′",
    CheckClass.FEEDBACK: "B",
    CheckClass.LATE_FEEDBACK: "B′",
    CheckClass.MISSING: "C",
}
CLASSES = {
    CheckClass.ON_TIME: "按时返单",
    CheckClass.LATE: "迟返单",
    CheckClass.FEEDBACK: "未完成已反馈",
    CheckClass.LATE_FEEDBACK: "迟反馈",
    CheckClass.MISSING: "失联",
}
EXCEPTIONS = {
    CheckException.COPY_MISSING: "缺联",
    CheckException.GAP_OPEN: "追查未结",
    CheckException.UNSIGNED: "未签字",
    CheckException.ETA_PASSED: "已过预计时间",
}
GAPS = {GapKind.NUMBER: "缺号", GapKind.COPY: "缺联", GapKind.STOCK: "缺印刷号"}
PLACES = {
    CopyPlace.DISPATCH: "调度台",
    CopyPlace.SUPERVISOR: "专业主管",
    CopyPlace.TECHNICIAN: "维修人",
    CopyPlace.OWNER: "业户",
    CopyPlace.ENG_FILE: "工程部存档",
    CopyPlace.HK_DESK: "管家部前台",
    CopyPlace.HK_FILE: "管家部存档",
    CopyPlace.FIN_TRANSIT: "移交财务途中",
    CopyPlace.FINANCE: "财务部",
    CopyPlace.DEPARTMENT: "报修部门",
    CopyPlace.TEAM: "维修班组",
    CopyPlace.LOST: "遗失",
    CopyPlace.VOID_COLLECTED: "作废收回",
}
WEEKDAYS = "一二三四五六日"


def place_word(place: CopyPlace | None) -> str:
    """Where the paper is; None: it was never printed."""
    return "未打印" if place is None else PLACES[place]
