"""The words papers and registers use for what a slip may be (区域类别, 计费, 签字 …).

They are the words of the controlled documents and of the data book, the same in
every language.
"""

from models.callback import CallbackMethod, CallbackResult
from models.slip import (
    Channel,
    ChargeClass,
    DutyPost,
    InspectStatus,
    JobType,
    Outcome,
    OwnerOpinion,
    SignStatus,
    SlipState,
)

POSTS = {
    DutyPost.FRONT_DESK: "前台",
    DutyPost.CONTROL_ROOM: "中控",
    DutyPost.HOUSEKEEPER: "管家",
}
CHANNELS = {
    Channel.PHONE: "电话",
    Channel.WALK_IN: "来访",
    Channel.WECHAT: "微信",
    Channel.PATROL: "巡查",
    Channel.MAIL: "邮件",
    Channel.OTHER: "其他",
}
JOB_TYPES = {
    JobType.URGENT: "紧急",
    JobType.ROUTINE: "日常",
    JobType.PLANNED: "计划性",
}
CHARGES = {
    ChargeClass.PAID: "有偿",
    ChargeClass.FREE_WARRANTY: "保修",
    ChargeClass.FREE_REWORK: "返修",
    ChargeClass.CONTRACT: "合同",
    ChargeClass.FREE_PUBLIC: "免费",
}
OUTCOMES = {Outcome.COMPLETED: "完成", Outcome.UNFINISHED: "未完成"}
OPINIONS = {
    OwnerOpinion.SATISFIED: "满意",
    OwnerOpinion.FAIR: "基本满意",
    OwnerOpinion.DISSATISFIED: "不满意",
}
CALL_METHODS = {
    CallbackMethod.PHONE: "电话",
    CallbackMethod.VISIT: "上门",
    CallbackMethod.ONSITE_CHECK: "现场复核",
}
CALL_RESULTS = {
    CallbackResult.REACHED: "接通",
    CallbackResult.UNREACHABLE: "未接通",
    CallbackResult.REFUSED: "拒绝",
}
SIGNATURES = {
    SignStatus.SIGNED: "本人",
    SignStatus.PROXY: "代签",
    SignStatus.ABSENT: "不在",
    SignStatus.REFUSED: "拒签",
}
INSPECTIONS = {
    InspectStatus.PENDING: "待验收",
    InspectStatus.PASSED: "合格",
    InspectStatus.FAILED: "不合格",
}
STATES = {
    SlipState.DRAFT: "草稿",
    SlipState.ISSUED: "已派发",
    SlipState.DISPATCHED: "已派工",
    SlipState.ON_SITE: "已到场",
    SlipState.QUOTED: "待确认报价",
    SlipState.DISPUTED: "报价争议",
    SlipState.WORKING: "维修中",
    SlipState.SUSPENDED: "未完成待续",
    SlipState.DONE: "完工待返单",
    SlipState.RETURNED: "已返单",
    SlipState.CLOSED: "归档",
    SlipState.CANCELLED: "销单",
    SlipState.VOID: "作废",
}
