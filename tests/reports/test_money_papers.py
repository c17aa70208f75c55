"""The papers of money: 收款单, 日收款明细, 欠费清单; their text is read back."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from app.arrears import load_arrears
from app.database import Database
from app.desk import Desk
from app.payment import PayBack, Share, TakePayment, pay_back, take_payment
from app.payment_reverse import ReverseEntry, reverse_entry
from app.slip_record import find_slip
from app.takings import load_takings
from models.arrears import Arrears, ArrearsLine, PayerArrears
from models.data_book import BookRows
from models.ledger_entry import EntryKind, PayMethod
from models.money import MOST_AMOUNT, ZERO
from models.slip import SlipState
from models.takings import DayTakings, TakingsLine
from models.text import translator
from models.unit import AreaKind
from reports import arrears_sheet, payment_slip, payment_slip_load, takings_sheet
from reports.payment_slip import PaymentLine, PaymentSlip
from tests.app.finance_books import put_book
from tests.clock import Clock
from tests.data_book_maker import numbered, unit_slip
from tests.makers import make_slip
from tests.reports.checked import OFFICE
from tests.reports.paper import laid_out, pages_of, size_of, text_of

CHINESE = translator("zh_CN")
DAY = date(2026, 12, 8)
LONG_NAME = "阿布都热依木江·买买提吐尔逊·艾海提"
at = datetime.fromisoformat
NOON = at("2026-12-08 12:00:00+08:00")


def yuan(text: str) -> Decimal:
    return Decimal(text)


def drawn(module: Any, *given: object) -> bytes:
    """The paper, drawn twice: the same thing gives the same bytes."""
    papers = []
    for _ in range(2):
        out = BytesIO()
        module.write_pdf(*given, out, CHINESE)
        papers.append(out.getvalue())
    assert papers[0] == papers[1]
    return papers[0]


def paid_slip(database: Database, desk: Desk) -> int:
    return make_slip(database, desk, SlipState.WORKING, area_kind=AreaKind.UNIT).id


def test_the_receipt_slip_tells_what_was_paid_on_each_slip(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first, second = paid_slip(database, desk), paid_slip(database, desk)
    part = TakePayment((Share(first, yuan("25.00")),), PayMethod.TRANSFER)
    database.write(take_payment, desk, part)
    clock.local("2026-03-02 15:20:00")
    order = TakePayment(
        (Share(first, yuan("60.00")), Share(second, yuan("20.50"))),
        PayMethod.CASH,
        receipt_no="SJ0101",
        invoice_no="FP9",
        note="与房租一并收取",
    )
    taken, _ = database.write(take_payment, desk, order)
    later = TakePayment((Share(second, yuan("1.00")),), PayMethod.TRANSFER)
    database.write(take_payment, desk, later)
    slip = database.read(payment_slip_load.load, desk, taken.payment_id)
    assert slip is not None
    assert [(line.before, line.amount, line.left) for line in slip.lines] == [
        (yuan("25.00"), yuan("60.00"), yuan("0.00")),
        (yuan("0.00"), yuan("20.50"), yuan("64.50")),
    ]
    paper = drawn(payment_slip, slip)
    text = text_of(paper)
    for said in (
        "收款单",
        "本单不作报销凭证、不代替发票",
        "交款人：演示业户",
        "时间：2026-03-0215:20",
        "收据号：SJ0101",
        "发票号：FP9",
        "方式：现金",
        "收款合计：人民币捌拾元零伍角整",
        "¥80.50",
        "说明：与房租一并收取",
        "收款：系统",
        "交款人（签字）：",
        *taken.numbers,
    ):
        assert said in text, said
    assert size_of(paper) == pytest.approx((595.28, 420.94), abs=0.1)
    assert len(pages_of(paper)) == 1


@pytest.mark.parametrize(("fee", "expected"), [("80.00", "80.00"), (None, "100.00")])
def test_the_fee_of_a_book_is_the_price_and_its_quote_where_there_is_none(
    database: Database, desk: Desk, clock: Clock, fee: str | None, expected: str
) -> None:
    clock.local("2026-11-03 09:00")
    told = unit_slip(
        "A",
        "2026-11-01 09:00",
        labour_fee=None if fee is None else yuan(fee),
        quote=yuan("100.00"),
    )
    put_book(database, desk, numbered(BookRows(slips=(told,))))
    slip_id = database.read(find_slip, desk, "A").id
    order = TakePayment((Share(slip_id, yuan("80.00")),), PayMethod.WECHAT)
    taken, _ = database.write(take_payment, desk, order)
    slip = database.read(payment_slip_load.load, desk, taken.payment_id)
    assert slip is not None
    assert [line.expected for line in slip.lines] == [yuan(expected)]


def test_a_payment_that_was_answered_says_so_and_money_back_is_another_paper(
    database: Database, desk: Desk
) -> None:
    slip_id = paid_slip(database, desk)
    order = TakePayment((Share(slip_id, yuan("85.00")),), PayMethod.WECHAT)
    taken, _ = database.write(take_payment, desk, order)
    back = PayBack(slip_id, yuan("5.00"), PayMethod.CASH, "多收", receipt_no="T1")
    refund, _ = database.write(pay_back, desk, back)
    paper = database.read(payment_slip_load.load, desk, refund.entry_id)
    assert paper is not None
    text = text_of(drawn(payment_slip, paper))
    for said in ("退款单", "退款合计：人民币伍元整", "收款人：演示业户", "说明：多收"):
        assert said in text, said
    assert "已冲正" not in text
    database.write(reverse_entry, desk, ReverseEntry(refund.entry_id, "误录"))
    database.write(reverse_entry, desk, ReverseEntry(taken.payment_id, "误录"))
    wrong = database.read(payment_slip_load.load, desk, taken.payment_id)
    assert wrong is not None
    assert "已冲正" in text_of(drawn(payment_slip, wrong))
    assert database.read(payment_slip_load.load, desk, 999) is None


@pytest.mark.parametrize("count", [*range(1, 13), 30])
def test_a_payment_over_many_slips_goes_on_and_is_signed_once(count: int) -> None:
    lines = tuple(
        PaymentLine(
            f"WX261208-{no:03d}",
            "3-1502",
            "厨房水槽下方漏水，已渗到柜体，业主已关总阀，等待师傅上门查看",
            yuan("120.00"),
            yuan("0.00"),
            yuan("20.00"),
            yuan("100.00"),
        )
        for no in range(1, count + 1)
    )
    slip = PaymentSlip(
        centre="演示物业服务中心",
        procedure="依据 ML-CS-016",
        is_refund=False,
        is_reversed=False,
        payer="陈淑敏（演示）",
        paid_at=at("2026-12-08 10:00"),
        method="现金",
        receipt_no="SJ0101",
        invoice_no="",
        escort="演示管家",
        note="",
        recorded_by="演示财务",
        recorded_at=at("2026-12-08 10:01"),
        lines=lines,
    )
    pages = ["".join(page.split()) for page in pages_of(drawn(payment_slip, slip))]
    assert len(pages) > 1 or count < 12
    assert "WX261208-" in pages[-1], "the sum is not signed on a page of its own"
    assert ["收款合计" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert all("陪同管家：演示管家" in page for page in pages)
    text = "".join(pages)
    assert all(text.count(f"WX261208-{no:03d}") == 1 for no in range(1, count + 1))
    assert f"¥{count * 100:,}.00" in text


def test_the_largest_amount_and_a_long_name_stand_on_one_line(tmp_path: Path) -> None:
    most = MOST_AMOUNT
    line = PaymentLine("WX261208-001", "3-1502", "漏水", most, ZERO, ZERO, most)
    slip = PaymentSlip(
        centre="演示物业服务中心",
        procedure="依据 ML-CS-016",
        is_refund=False,
        is_reversed=False,
        payer=LONG_NAME,
        paid_at=at("2026-12-08 10:00"),
        method="现金",
        receipt_no="SJ0101",
        invoice_no="",
        escort=LONG_NAME,
        note="",
        recorded_by=LONG_NAME,
        recorded_at=at("2026-12-08 10:01"),
        lines=(replace(line, waived=most), replace(line, before=most)),
    )
    lines = laid_out(drawn(payment_slip, slip), tmp_path)
    assert sum(row.count("10,000,000.00") for row in lines) == 6
    signed = "".join(next(row for row in lines if "财务盖章" in row).split())
    assert signed == f"收款：{LONG_NAME}交款人（签字）：财务盖章："


def line(serial: int, kind: EntryKind, amount: str, **facts: Any) -> TakingsLine:
    """An entry of the day, in cash."""
    known: dict[str, Any] = {
        "payer": "陈淑敏（演示）",
        "room": "3-1502",
        "method": PayMethod.CASH,
        "receipt_no": f"SJ{serial:04d}",
        "invoice_no": "",
        "effective_at": at(f"2026-12-08 10:{serial % 60:02d}:00+08:00"),
        "recorded_at": at(f"2026-12-08 10:{serial % 60:02d}:00+08:00"),
        "recorded_by": "演示财务",
        "note": "",
        "is_reversal": False,
        "is_reversed": False,
    }
    return TakingsLine(
        entry_id=serial,
        payment_id=serial,
        slip_id=serial,
        number=f"WX261205-{serial:03d}",
        kind=kind,
        amount=yuan(amount),
        **(known | facts),
    )


PAY, REFUND = EntryKind.PAY, EntryKind.REFUND


def test_the_takings_of_a_day_add_up_by_method() -> None:
    takings = DayTakings(
        DAY,
        NOON,
        (
            line(1, PAY, "180.00"),
            line(2, PAY, "120.00", method=PayMethod.TRANSFER, invoice_no="FP1"),
            line(3, PAY, "185.00", method=PayMethod.WECHAT, is_reversed=True),
            line(4, REFUND, "50.00", note="降价"),
            line(
                5,
                REFUND,
                "185.00",
                method=PayMethod.WECHAT,
                is_reversal=True,
                recorded_at=at("2026-12-09 09:05:00+08:00"),
            ),
        ),
    )
    text = text_of(drawn(takings_sheet, takings, OFFICE))
    for said in (
        "日收款明细",
        "合计485.003笔",
        "合计235.002笔",
        "现金1180.00150.00130.00",
        "转账1120.0000.00120.00",
        "微信1185.001185.000.00",
        "合计3485.002235.00250.00",
        "已冲正",
        "冲正，12-0909:05补录",
        "本日净收款250.00，人民币贰佰伍拾元整。",
        "其中现金130.00（人民币壹佰叁拾元整），当日送存银行。",
        "收款人：",
        "出纳：",
        "财务主管：",
    ):
        assert said in text, said
    assert "支付宝" not in text


def test_more_cash_out_than_in_is_told() -> None:
    takings = DayTakings(DAY, NOON, (line(1, REFUND, "50.00"),))
    text = text_of(drawn(takings_sheet, takings, OFFICE))
    assert "本日净收款−50.00，人民币负伍拾元整。" in text
    assert "现金支出多于收入50.00，由备用金垫付。" in text
    assert "本日无收款。" in text


def test_a_day_without_money_says_so(database: Database, desk: Desk) -> None:
    takings = database.read(load_takings, desk, desk.today())
    text = text_of(drawn(takings_sheet, takings, desk))
    for said in ("本日无收款。", "本日无退款。", "本日无收退款。", "人民币零元整"):
        assert said in text, said


def test_a_long_day_repeats_its_headings_and_signs_once() -> None:
    lines = tuple(line(no, PAY, "10.00") for no in range(1, 121))
    pdf = drawn(takings_sheet, DayTakings(DAY, NOON, lines), OFFICE)
    pages = ["".join(page.split()) for page in pages_of(pdf)]
    assert len(pages) > 2
    assert sum("出纳：" in page for page in pages) == 1
    text = "".join(pages)
    assert all(text.count(f"WX261205-{no:03d}") == 1 for no in range(1, 121))


def owed(serial: int, payer: str, balance: str, days: int, **facts: Any) -> ArrearsLine:
    known: dict[str, Any] = {
        "room": "3-1502",
        "content": "厨房水龙头漏水",
        "issued_at": at("2026-10-25 09:00:00+08:00"),
        "since": at("2026-10-25 17:25:00+08:00"),
        "charged": yuan("200.00"),
        "waived": yuan("0.00"),
        "pending": yuan("0.00"),
        "received": yuan("0.00"),
    }
    return ArrearsLine(
        slip_id=serial,
        number=f"WX261025-{serial:03d}",
        payer=payer,
        days=days,
        balance=yuan(balance),
        **(known | facts),
    )


def test_the_arrears_stand_by_payer_with_their_age() -> None:
    arrears = Arrears(
        NOON,
        (
            PayerArrears(
                "陈淑敏（演示）",
                (
                    owed(1, "陈淑敏（演示）", "200.00", 95),
                    owed(2, "陈淑敏（演示）", "75.50", 30, pending=yuan("20.00")),
                ),
            ),
            PayerArrears("另一业户", (owed(3, "另一业户", "60.00", 31),)),
        ),
        (owed(4, "某业户", "-35.00", 0, since=None, received=yuan("35.00")),),
    )
    text = text_of(drawn(arrears_sheet, arrears, OFFICE))
    for said in (
        "欠费清单",
        "2户3张",
        "陈淑敏（演示）小计275.50",
        "合计335.50",
        "减免20.00待批",
        "欠费合计335.50，人民币叁佰叁拾伍元伍角整。",
        "30天内75.50，31–60天60.00，61–90天0.00，90天以上200.00",
        "已收款未见单（不计入欠费）",
        "35.0035.00",
        "财务部：",
    ):
        assert said in text, said


def test_days_of_last_year_stand_on_one_line() -> None:
    days = {
        "issued_at": at("2025-12-02 09:00:00+08:00"),
        "since": at("2025-12-03 17:25:00+08:00"),
    }
    line = owed(1, "某业户", "60.00", 370, **days)
    arrears = Arrears(NOON, (PayerArrears("某业户", (line,)),), ())
    (page,) = pages_of(drawn(arrears_sheet, arrears, OFFICE))
    assert "2025-12-02" in page
    assert "2025-12-03" in page


def test_nobody_owing_is_said(database: Database, desk: Desk) -> None:
    arrears = database.read(load_arrears, desk)
    assert "没有欠费。" in text_of(drawn(arrears_sheet, arrears, desk))
    assert replace(arrears, payers=()).owed == 0
