"""Finance statements as counted: worked-examples 5.2, an empty one, big ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO, format_plain
from models.period import period_bounds
from models.slip import ChargeClass, SlipState
from models.statement import (
    Identity,
    Section,
    Split,
    Statement,
    StatementBalance,
    StatementBatch,
    StatementEntry,
    StatementGap,
    StatementSlip,
)
from models.unit import AreaKind
from models.waiver import WaiverLevel

SHANGHAI = ZoneInfo("Asia/Shanghai")
CENTRE = "云栖雅苑物业服务中心"
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
CHAIN = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"


@dataclass(frozen=True, slots=True)
class PlainSettings:
    """The settings of a centre, none of them changed."""

    version: str = ""

    def text(self, key: str) -> str:
        return self.version

    def number(self, key: str) -> int:
        return 0

    def minute_of_day(self, key: str) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class PlainOffice:
    """The centre that prints."""

    centre_id: int = 1
    centre_name: str = CENTRE
    zone: ZoneInfo = SHANGHAI
    settings: PlainSettings = field(default_factory=PlainSettings)


OFFICE = PlainOffice()


def local(text: str) -> datetime:
    """An instant by the site's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def yuan(text: str) -> Decimal:
    """``80`` is 80.00."""
    return Decimal(text).quantize(Decimal("0.01"))


def make_slip(
    number: str,
    issued: str,
    arrived: str | None = None,
    charged: str = "0",
    *,
    section: Section = Section.A,
    batch: int | None = None,
    state: SlipState = SlipState.RETURNED,
    is_early: bool = False,
    has_paper: bool = True,
    area: AreaKind = AreaKind.UNIT,
    waived: str = "0",
    received: str = "0",
    adjusted: str = "0",
    refunded: str = "0",
    balance: str | None = None,
    expected: str | None = None,
    reason: str = "",
    eta: str | None = None,
    room: str = "3-1502",
    owner: str = "陈淑敏（演示）",
    content: str = "厨房水槽下方漏水",
    charge_class: ChargeClass = ChargeClass.PAID,
    done: str | None = None,
) -> StatementSlip:
    """One slip of a section; what it owes follows from its sums unless given."""
    sums = [yuan(each) for each in (charged, waived, adjusted, received, refunded)]
    owed = sums[0] - sums[1] + sums[2] - sums[3] + sums[4]
    done_at = None if arrived is None else local(arrived) - timedelta(hours=1)
    return StatementSlip(
        id=int(number[-3:]),
        number=number,
        section=section,
        area_kind=area,
        room=room,
        owner_name=owner,
        content=content,
        state=state,
        charge_class=charge_class,
        issued_at=local(issued),
        done_at=done_at if done is None else local(done),
        arrived_at=None if arrived is None else local(arrived),
        batch_no=batch,
        is_early=is_early,
        has_paper=has_paper,
        labour=sums[0],
        material=ZERO,
        charged=sums[0],
        waived=sums[1],
        adjusted=sums[2],
        received=sums[3],
        refunded=sums[4],
        balance=owed if balance is None else yuan(balance),
        expected=None if expected is None else yuan(expected),
        reason=reason,
        eta_at=None if eta is None else local(eta),
    )


def make_entry(
    number: str,
    kind: EntryKind,
    amount: str,
    at: str,
    method: PayMethod | None = None,
    *,
    is_earlier: bool = False,
    level: WaiverLevel | None = None,
    receipt_no: str = "",
    note: str = "",
) -> StatementEntry:
    """One entry of the ledger."""
    is_waiver = kind is EntryKind.WAIVE
    return StatementEntry(
        slip_id=int(number[-3:]),
        number=number,
        room="3-1502",
        owner_name="陈淑敏（演示）",
        kind=kind,
        amount=yuan(amount),
        method=method,
        payer="陈淑敏（演示）" if method else "",
        receipt_no=receipt_no,
        invoice_no="",
        effective_at=local(at),
        note=note,
        is_earlier=is_earlier,
        level=level,
        applicant="王慧（演示）" if is_waiver else "",
        approver="周敏（演示）" if is_waiver else "",
        paper_ref=f"QM{number[-7:]}" if is_waiver else "",
    )


def make_balance(
    number: str, issued: str, charged: str, amount: str
) -> StatementBalance:
    """A slip that is not settled."""
    return StatementBalance(
        slip_id=int(number[-3:]),
        number=number,
        room="3-1502",
        owner_name="陈淑敏（演示）",
        issued_at=local(issued),
        charged=yuan(charged),
        amount=yuan(amount),
    )


def make_statement(
    period: str,
    at: str,
    *,
    slips: Iterable[StatementSlip] = (),
    entries: Iterable[StatementEntry] = (),
    balances: Sequence[StatementBalance] = (),
    batches: Sequence[StatementBatch] = (),
    gaps: Sequence[StatementGap] = (),
    opening: str = "0",
    is_closed: bool = False,
) -> Statement:
    """A statement whose sums are those of what it is given."""
    slips, entries = tuple(slips), tuple(entries)
    starts_at, ends_at = period_bounds(period, SHANGHAI)
    charged = Split(
        *(
            sum((slip.charged for slip in slips if slip.section is section), ZERO)
            for section in (Section.A, Section.B)
        )
    )
    kinds = {kind: _split(entries, kind) for kind in EntryKind}
    methods = {
        method: _sum(
            each
            for each in entries
            if each.kind is EntryKind.PAY and each.method is method
        )
        for method in PayMethod
    }
    levels = {
        level: _sum(each for each in entries if each.level is level)
        for level in WaiverLevel
    }
    waived, adjusted = kinds[EntryKind.WAIVE], kinds[EntryKind.ADJUST]
    received, refunded = kinds[EntryKind.PAY], kinds[EntryKind.REFUND]
    closing = yuan(opening) + charged.total - waived.total + adjusted.total
    closing += refunded.total - received.total
    own = [slip for slip in slips if slip.issued_at >= starts_at]
    in_hand = [slip for slip in slips if slip.section is not Section.C]
    early = sum(1 for slip in in_hand if slip.is_early)
    bundled = sum(batch.copy_count for batch in batches)
    owed = sum((each.amount for each in balances), ZERO)
    return Statement(
        centre_name=CENTRE,
        period=period,
        starts_at=starts_at,
        ends_at=ends_at,
        at=local(at),
        is_closed=is_closed,
        closed_at=local(at) if is_closed else None,
        proposed_by="李晓岚（演示）" if is_closed else "",
        closed_by="周敏（演示）" if is_closed else "",
        hash=HASH if is_closed else "",
        chain=CHAIN if is_closed else "",
        issued=len(own),
        slips=slips,
        entries=entries,
        balances=tuple(balances),
        batches=tuple(batches),
        gaps=tuple(gaps),
        opening=yuan(opening),
        charged=charged,
        waived=waived,
        adjusted=adjusted,
        received=received,
        refunded=refunded,
        waived_by_level=levels,
        received_by_method=methods,
        closing=closing,
        identities=(
            Identity("slips", str(len(own)), str(len(own))),
            Identity("closing", format_plain(closing), format_plain(closing)),
            Identity(
                "methods",
                format_plain(sum(methods.values(), ZERO)),
                format_plain(received.total),
            ),
            Identity(
                "copies",
                str(bundled + early),
                str(sum(1 for slip in in_hand if slip.has_paper)),
            ),
            Identity("balances", format_plain(closing), format_plain(owed)),
        ),
    )


def _sum(entries: Iterable[StatementEntry]) -> Decimal:
    return sum((entry.amount for entry in entries), ZERO)


def _split(entries: Sequence[StatementEntry], kind: EntryKind) -> Split:
    own = [each for each in entries if each.kind is kind and not each.is_earlier]
    earlier = [each for each in entries if each.kind is kind and each.is_earlier]
    return Split(_sum(own), _sum(earlier))


def november(*, is_closed: bool = True) -> Statement:
    """2026-11 of worked-examples 5.2."""
    a = [
        make_slip(
            "WX261021-001",
            "2026-10-21 00:00:00",
            "2026-10-21 17:20",
            "120",
            batch=1,
            received="120",
        ),
        make_slip(
            "WX261025-004",
            "2026-10-25 09:00",
            "2026-10-25 17:25",
            "500",
            batch=1,
            waived="500",
        ),
        make_slip(
            "WX261025-005",
            "2026-10-25 09:30",
            "2026-10-25 17:25",
            "499.99",
            batch=1,
            waived="499.99",
        ),
        make_slip(
            "WX261028-002",
            "2026-10-28 10:00",
            "2026-10-29 10:00",
            "300",
            is_early=True,
            received="100",
        ),
        make_slip(
            "WX261101-003",
            "2026-11-01 08:00",
            "2026-11-01 16:30",
            batch=1,
            area=AreaKind.PUBLIC,
            room="3 栋大堂",
            owner="",
            charge_class=ChargeClass.FREE_PUBLIC,
        ),
        make_slip(
            "WX261105-001",
            "2026-11-05 08:00",
            "2026-11-05 09:00",
            batch=1,
            state=SlipState.VOID,
        ),
        make_slip(
            "WX261107-002",
            "2026-11-07 08:00",
            "2026-11-07 11:00",
            batch=1,
            state=SlipState.CANCELLED,
        ),
        make_slip(
            "WX261110-005",
            "2026-11-10 08:00",
            "2026-11-10 17:00",
            batch=1,
            charge_class=ChargeClass.FREE_WARRANTY,
        ),
        make_slip(
            "WX261115-002",
            "2026-11-15 08:00",
            "2026-11-15 17:15",
            "150",
            batch=1,
            received="150",
        ),
        make_slip(
            "WX261119-004", "2026-11-19 08:00", "2026-11-23 09:20", "75.50", batch=2
        ),
        make_slip(
            "WX261120-009",
            "2026-11-20 23:59:59",
            "2026-11-21 17:00",
            "60",
            batch=2,
        ),
    ]
    b = [
        make_slip(
            "WX261020-031",
            "2026-10-20 23:59:59",
            "2026-10-21 10:40",
            "80",
            section=Section.B,
            is_early=True,
            received="80",
        )
    ]
    c = [
        make_slip(
            "WX261103-006",
            "2026-11-03 08:00",
            section=Section.C,
            state=SlipState.DISPUTED,
            expected="200",
            reason="报价争议",
            eta="2026-11-24 17:00",
        ),
        make_slip(
            "WX261112-004",
            "2026-11-12 08:00",
            section=Section.C,
            state=SlipState.DONE,
            expected="35",
            received="35",
            reason="单据遗失",
        ),
        make_slip(
            "WX261118-003",
            "2026-11-18 08:00",
            section=Section.C,
            state=SlipState.WORKING,
            expected="90",
        ),
    ]
    pay, cash = EntryKind.PAY, PayMethod.CASH
    entries = [
        make_entry(
            "WX261020-031",
            pay,
            "80",
            "2026-10-21 10:40",
            cash,
            is_earlier=True,
            receipt_no="SJ0001",
        ),
        make_entry("WX261021-001", pay, "120", "2026-10-23 10:00", PayMethod.TRANSFER),
        make_entry(
            "WX261025-004",
            EntryKind.WAIVE,
            "500",
            "2026-10-26 10:00",
            level=WaiverLevel.LEADER,
            note="楼上漏水造成，经协商由公司承担",
        ),
        make_entry(
            "WX261025-005",
            EntryKind.WAIVE,
            "499.99",
            "2026-10-26 10:05",
            level=WaiverLevel.DIRECTOR,
            note="返修材料由公司承担",
        ),
        make_entry("WX261028-002", pay, "100", "2026-10-29 10:00", cash),
        make_entry("WX261112-004", pay, "35", "2026-11-12 15:00", PayMethod.WECHAT),
        make_entry("WX261115-002", pay, "150", "2026-11-15 18:00", PayMethod.WECHAT),
    ]
    return make_statement(
        "2026-11",
        "2026-11-23 10:00:00",
        slips=[*a, *b, *c],
        entries=entries,
        balances=[
            make_balance("WX261028-002", "2026-10-28 10:00", "300", "200"),
            make_balance("WX261112-004", "2026-11-12 08:00", "0", "-35"),
            make_balance("WX261119-004", "2026-11-19 08:00", "75.50", "75.50"),
            make_balance("WX261120-009", "2026-11-20 23:59:59", "60", "60"),
        ],
        batches=[
            make_batch(1, "2026-11-20 17:52", 8, "1269.99"),
            make_batch(2, "2026-11-23 09:40", 2, "135.50"),
        ],
        gaps=[
            StatementGap(
                "WX261112-004/2/1",
                local("2026-11-20 17:52"),
                "赵立新（演示）",
                "维修人遗失",
            )
        ],
        is_closed=is_closed,
    )


def make_batch(
    batch_no: int, handed: str, copy_count: int, amount: str
) -> StatementBatch:
    """One bundle."""
    return StatementBatch(
        batch_no=batch_no,
        handed_at=local(handed),
        from_staff="李晓岚（演示）",
        to_staff="周敏（演示）",
        copy_count=copy_count,
        amount=yuan(amount),
    )


def december() -> Statement:
    """2026-12 of worked-examples 5.2."""
    transfer = PayMethod.TRANSFER
    pay = EntryKind.PAY
    slips = [
        make_slip(
            "WX261121-001",
            "2026-11-21 00:00:00",
            "2026-11-21 17:00",
            "45",
            batch=1,
            received="45",
        ),
        make_slip(
            "WX261103-006",
            "2026-11-03 08:00",
            "2026-11-24 17:00",
            "200",
            section=Section.B,
            batch=1,
            received="200",
        ),
        make_slip(
            "WX261112-004",
            "2026-11-12 08:00",
            "2026-12-02 10:00",
            "35",
            section=Section.B,
            batch=1,
            balance="0",
        ),
        make_slip(
            "WX261118-003",
            "2026-11-18 08:00",
            "2026-11-23 14:00",
            "90",
            section=Section.B,
            batch=1,
        ),
    ]
    entries = [
        make_entry("WX261121-001", pay, "45", "2026-11-21 18:00", transfer),
        make_entry(
            "WX261120-009", pay, "60", "2026-11-24 10:00", transfer, is_earlier=True
        ),
        make_entry(
            "WX261028-002", pay, "200", "2026-11-25 10:00", transfer, is_earlier=True
        ),
        make_entry(
            "WX261103-006", pay, "200", "2026-11-25 10:00", transfer, is_earlier=True
        ),
        make_entry(
            "WX261115-002",
            EntryKind.ADJUST,
            "-50",
            "2026-11-28 10:00",
            is_earlier=True,
            note="复核后降价",
        ),
        make_entry(
            "WX261115-002",
            EntryKind.REFUND,
            "50",
            "2026-11-28 10:00",
            PayMethod.WECHAT,
            is_earlier=True,
        ),
    ]
    return make_statement(
        "2026-12",
        "2026-12-21 10:00:00",
        slips=slips,
        entries=entries,
        balances=[
            make_balance("WX261118-003", "2026-11-18 08:00", "90", "90"),
            make_balance("WX261119-004", "2026-11-19 08:00", "75.50", "75.50"),
        ],
        batches=[make_batch(1, "2026-12-20 17:52", 4, "370")],
        opening="300.50",
        is_closed=True,
    )


def empty() -> Statement:
    """A period in which nothing happened, still open."""
    return make_statement("2026-12", "2026-12-22 09:30:00")


def large(count: int, *, is_closed: bool = True) -> Statement:
    """A month of so many slips with money, one of ten without paper, many of texts."""
    start = local("2026-10-21 08:00:00")
    first = make_slip(
        "WX261021-001", "2026-10-21 08:00", "2026-10-21 17:00", "120", batch=1
    )
    out = make_slip(
        "WX261021-001",
        "2026-10-21 08:00",
        section=Section.C,
        expected="120",
        reason="待料",
        state=SlipState.SUSPENDED,
    )
    paid = make_entry(
        "WX261021-001", EntryKind.PAY, "120", "2026-10-22 10:00", PayMethod.CASH
    )
    slips, entries, balances = [], [], []
    for index in range(count):
        at = start + timedelta(minutes=index * 29 % 44_000)
        day, of_day = divmod(index, 1000)
        number = f"WX26{10 + day // 28 % 3}{day % 28 + 1:02d}-{of_day:03d}"
        amount = Decimal(index % 7 * 3150 + 4500) / 100
        if index % 10 == 9:
            slips.append(
                replace(out, id=index, number=number, issued_at=at, expected=amount)
            )
            continue
        is_paid = index % 3 > 0
        slips.append(
            replace(
                first,
                id=index,
                number=number,
                issued_at=at,
                done_at=at + timedelta(hours=2),
                arrived_at=at + timedelta(hours=8),
                room=f"{index % 9 + 1}-{index % 30 + 1}0{index % 4 + 1}",
                labour=amount,
                charged=amount,
                received=amount if is_paid else ZERO,
                balance=ZERO if is_paid else amount,
            )
        )
        if is_paid:
            entries.append(
                replace(
                    paid,
                    slip_id=index,
                    number=number,
                    amount=amount,
                    method=list(PayMethod)[index % 6],
                    effective_at=at + timedelta(hours=9),
                    receipt_no=f"SJ{index:06d}",
                )
            )
        else:
            balances.append(
                StatementBalance(
                    index, number, first.room, first.owner_name, at, amount, amount
                )
            )
    in_hand = sum(1 for slip in slips if slip.section is Section.A)
    return make_statement(
        "2026-11",
        "2026-11-23 10:00:00",
        slips=sorted(slips, key=lambda slip: slip.issued_at),
        entries=entries,
        balances=balances,
        batches=[make_batch(1, "2026-11-20 17:52", in_hand, "0")],
        is_closed=is_closed,
    )
