"""The words of a data book and what the program calls them."""

from enum import StrEnum
from typing import TypeVar

from models.callback import CallbackMethod, CallbackResult
from models.data_book import (
    CANCELLED,
    COMPLETED,
    CONTRACT,
    FAILED,
    FREE,
    OFFICE,
    PAID,
    PASSED,
    PUBLIC,
    UNFINISHED,
    UNIT,
    VOID,
)
from models.slip import (
    Channel,
    ChargeClass,
    InspectStatus,
    JobType,
    Outcome,
    OwnerOpinion,
    SignStatus,
    SlipState,
)
from models.unit import AreaKind

W = TypeVar("W", bound=StrEnum)

AREA_KINDS = {
    UNIT: AreaKind.UNIT,
    PUBLIC: AreaKind.PUBLIC,
    OFFICE: AreaKind.OFFICE,
}
JOB_TYPES = {
    "日常": JobType.ROUTINE,
    "紧急": JobType.URGENT,
    "计划性": JobType.PLANNED,
}
CHARGE_CLASSES = {
    PAID: ChargeClass.PAID,
    "保修": ChargeClass.FREE_WARRANTY,
    "返修": ChargeClass.FREE_REWORK,
    CONTRACT: ChargeClass.CONTRACT,
    FREE: ChargeClass.FREE_PUBLIC,
}
OUTCOMES = {COMPLETED: Outcome.COMPLETED, UNFINISHED: Outcome.UNFINISHED}
OPINIONS = {
    "满意": OwnerOpinion.SATISFIED,
    "基本满意": OwnerOpinion.FAIR,
    "不满意": OwnerOpinion.DISSATISFIED,
}
SIGN_STATUSES = {
    "本人": SignStatus.SIGNED,
    "代签": SignStatus.PROXY,
    "不在": SignStatus.ABSENT,
    "拒签": SignStatus.REFUSED,
}
CALLBACK_METHODS = {
    "电话": CallbackMethod.PHONE,
    "上门": CallbackMethod.VISIT,
    "现场复核": CallbackMethod.ONSITE_CHECK,
}
CALLBACK_RESULTS = {
    "接通": CallbackResult.REACHED,
    "未接通": CallbackResult.UNREACHABLE,
    "拒绝": CallbackResult.REFUSED,
}
YES_OR_NO = {"是": True, "否": False}
INSPECTIONS = {PASSED: InspectStatus.PASSED, FAILED: InspectStatus.FAILED}
ENDINGS = {VOID: SlipState.VOID, CANCELLED: SlipState.CANCELLED}
CHANNELS = {
    "电话": Channel.PHONE,
    "来访": Channel.WALK_IN,
    "微信": Channel.WECHAT,
    "巡查": Channel.PATROL,
    "邮件": Channel.MAIL,
    "其他": Channel.OTHER,
}
"""The words written; a book's 渠道 may hold any word."""

_OTHER_CHANNELS = {
    "来电": Channel.PHONE,
    "上门": Channel.WALK_IN,
    "前台": Channel.WALK_IN,
    "巡检": Channel.PATROL,
    "邮箱": Channel.MAIL,
}


def channel_of(word: str) -> Channel | None:
    """The channel a word means; an unknown word is some other channel."""
    if not word:
        return None
    return CHANNELS.get(word) or _OTHER_CHANNELS.get(word, Channel.OTHER)


def word_of(words: dict[str, W], member: W | None) -> str:
    """The book's word for a member; empty for None and for what it has no word for."""
    return next((word for word, each in words.items() if each is member), "")
