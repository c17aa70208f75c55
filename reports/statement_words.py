"""The words of the finance statement on paper and in Excel, in one language."""

from datetime import datetime
from decimal import Decimal

from models.ledger_entry import EntryKind, PayMethod
from models.statement import Section, StatementEntry, StatementSlip
from models.text import Translate
from models.unit import AreaKind
from models.waiver import WaiverLevel
from reports.slip_words import CHARGES, STATES

TITLE = "有偿维修费用汇总表"
"""The title of the controlled document."""


class Words:
    """What the columns of the lists say; made once for a whole statement."""

    def __init__(self, translate: Translate) -> None:
        self.translate = translate
        self.kinds = {
            EntryKind.CHARGE: translate("EntryKind", "Charge"),
            EntryKind.WAIVE: translate("EntryKind", "Waiver"),
            EntryKind.PAY: translate("EntryKind", "Payment"),
            EntryKind.REFUND: translate("EntryKind", "Refund"),
            EntryKind.ADJUST: translate("EntryKind", "Adjustment"),
        }
        self.methods = {
            PayMethod.CASH: translate("PayMethod", "Cash"),
            PayMethod.TRANSFER: translate("PayMethod", "Transfer"),
            PayMethod.WECHAT: translate("PayMethod", "WeChat"),
            PayMethod.ALIPAY: translate("PayMethod", "Alipay"),
            PayMethod.CARD: translate("PayMethod", "Card"),
            PayMethod.OTHER: translate("PayMethod", "Other"),
        }
        self.levels = {
            WaiverLevel.DIRECTOR: translate("WaiverLevel", "Property director"),
            WaiverLevel.LEADER: translate("WaiverLevel", "Company leader"),
        }
        self.areas = {
            AreaKind.UNIT: translate("Statement", "Unit"),
            AreaKind.PUBLIC: translate("Statement", "Public"),
            AreaKind.OFFICE: translate("Statement", "Office"),
        }
        self.sections = {
            Section.A: translate(
                "Statement", "A: issued this period, finance copy in hand"
            ),
            Section.B: translate(
                "Statement", "B: issued earlier, finance copy came after their close"
            ),
            Section.C: translate(
                "Statement", "C: finance copy not in hand (not in the totals)"
            ),
        }
        self.own = translate("Statement", "this period")
        self.earlier = translate("Statement", "earlier")
        self.early = translate("Statement", "brought early")
        self.no_paper = translate("Statement", "no paper")
        self.unseen = translate("Statement", "paid, paper not seen")
        self.overpaid = translate("Statement", "credit of the owner")
        self.agrees = translate("Statement", "agrees")
        self.differs = translate("Statement", "DIFFERS")
        self.none = translate("Statement", "(none)")
        self._bundle = translate("Statement", "bundle {number}")

    def bundle(self, slip: StatementSlip) -> str:
        """How the finance copy came to Finance."""
        if slip.is_early:
            return self.early
        if slip.batch_no is not None:
            return self._bundle.format(number=slip.batch_no)
        return "" if slip.has_paper else self.no_paper

    def state(self, slip: StatementSlip) -> str:
        """The state as the controlled documents say it."""
        return STATES[slip.state]

    def charge(self, slip: StatementSlip) -> str:
        """The charging class as the controlled documents say it."""
        return CHARGES[slip.charge_class]

    def scope(self, entry: StatementEntry) -> str:
        """Whether the entry speaks of a slip of this period or of an earlier one."""
        return self.earlier if entry.is_earlier else self.own

    def verdict(self, left: object, right: object) -> str:
        """平 or 不平."""
        return self.agrees if left == right else self.differs


def only(entry: StatementEntry, kind: EntryKind) -> Decimal | None:
    """The amount of an entry where it is of the kind."""
    return entry.amount if entry.kind is kind else None


def day_text(at: datetime) -> str:
    """A local time without seconds: ``2026-11-21 00:00``."""
    return f"{at:%Y-%m-%d %H:%M}"
