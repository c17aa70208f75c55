"""What is said of a waiver: who may sign it and why, its look, the money beside it."""

from app.ledger import Account
from models.money import format_money
from models.text import QT_TRANSLATE_NOOP
from models.waiver import WaiverLevel, WaiverStatus
from models.waiver_row import SplitWarning, WaiverNeed
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.glyph import Shape, Status
from ui.kit.label import Tone
from ui.language import translate
from ui.words import word

_T = QT_TRANSLATE_NOOP
_WHO = _T("Waivers", "{level} signs")
_BY_FEE = _T(
    "Waivers", "The fee is what counts: {total} yuan, the limit is {limit} yuan."
)
_BY_SUM = _T(
    "Waivers",
    "With {earlier} yuan asked for before it comes to {total} yuan; the limit is"
    " {limit} yuan.",
)
_ALONE = _T("Waivers", "It comes to {total} yuan; the limit is {limit} yuan.")
_SPLIT = _T(
    "Waivers",
    "Looks split up: with {numbers} the waivers of this unit come to {total} yuan"
    " within {days} days.",
)
_NO_PRICE = _T("Waivers", "no price is named yet")
_PRICE = _T("Waivers", "price {sum}")
_PARTS = (
    (_T("Waivers", "paid {sum}"), "received"),
    (_T("Waivers", "paid back {sum}"), "refunded"),
    (_T("Waivers", "waived {sum}"), "waived"),
    (_T("Waivers", "to decide {sum}"), "pending_waived"),
)
_LOOKS = {
    WaiverStatus.PENDING: (Shape.HALF, Tone.WARN, Tone.WARN),
    WaiverStatus.APPROVED: (Shape.TICK, Tone.OK, Tone.SECOND),
    WaiverStatus.REJECTED: (Shape.CROSS, Tone.BAD, Tone.SECOND),
    WaiverStatus.WITHDRAWN: (Shape.TURNED, Tone.SECOND, Tone.SECOND),
}


def status_of_waiver(status: WaiverStatus) -> Status:
    """How a status is shown."""
    shape, glyph_tone, word_tone = _LOOKS[status]
    return Status(word(status), shape, glyph_tone, word_tone)


def who_signs(need: WaiverNeed) -> str:
    """``须由公司领导签批``."""
    return translate("Waivers", _WHO).format(level=word(need.level))


def tone_of_level(level: WaiverLevel) -> Tone:
    """A leader is seldom at hand: that waits for somebody."""
    return Tone.WARN if level is WaiverLevel.LEADER else Tone.TEXT


def why_signs(need: WaiverNeed) -> str:
    """What is measured against the limit."""
    text = _ALONE
    if need.is_fee_measured:
        text = _BY_FEE
    elif need.counted:
        text = _BY_SUM
    return translate("Waivers", text).format(
        earlier=format_money(need.earlier),
        total=format_money(need.total),
        limit=format_money(need.limit),
    )


def split_text(split: SplitWarning | None) -> str:
    """What looks split up; empty where nothing does."""
    if split is None:
        return ""
    return translate("Waivers", _SPLIT).format(
        numbers=NAME_MARK.join(split.numbers),
        total=format_money(split.total),
        days=split.days,
    )


def sums_text(account: Account) -> str:
    """The price of the slip and what became of it."""
    if account.expected is None:
        return translate("Waivers", _NO_PRICE)
    price = account.expected + account.adjusted
    said = [translate("Waivers", _PRICE).format(sum=format_money(price))]
    for text, name in _PARTS:
        amount = getattr(account, name)
        if amount:
            said.append(translate("Waivers", text).format(sum=format_money(amount)))
    return COMMA.join(said)
