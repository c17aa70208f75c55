"""Makes data books: one of every feature, the worked example, a large one."""

import io
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from models.data_book import (
    HEADINGS,
    BookRows,
    CallbackRow,
    ClosingRow,
    FeedbackRow,
    MoneyRow,
    SheetRow,
    SlipRow,
    WaiverRow,
)
from reports.data_book_writing import write_xlsx

ZONE = ZoneInfo("Asia/Shanghai")

Raw = dict[str, list[list[Any]]]
"""Sheet title → rows of plain values, the headings first."""


def at(text: str) -> datetime:
    """A local time of the site as an instant: ``2026-11-20 17:30``."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def yuan(text: str) -> Decimal:
    """An amount."""
    return Decimal(text).quantize(Decimal("0.01"))


NOW = at("2027-01-10 09:00")
"""When the books of this file are imported."""


def unit_slip(number: str, issued: str, **facts: Any) -> SlipRow:
    """A slip of a unit; ``issued`` local."""
    known: dict[str, Any] = {
        "area_kind": "业户单元",
        "area": "3栋",
        "place": "3-1502",
        "unit": "3-1502",
        "owner_name": "演示业户甲",
        "reporter": "演示业户甲",
        "phone": "13800000001",
        "content": "厨房水龙头漏水",
        "job_type": "日常",
        "charge_class": "有偿",
    }
    return SlipRow(number=number, issued_at=at(issued), **(known | facts))


def public_slip(number: str, issued: str, **facts: Any) -> SlipRow:
    """A slip of a public area; ``issued`` local."""
    known: dict[str, Any] = {
        "area_kind": "公共区域",
        "area": "地下车库",
        "place": "B1 东侧坡道",
        "reporter": "演示巡查员",
        "content": "照明灯不亮",
        "job_type": "日常",
        "charge_class": "免费",
    }
    return SlipRow(number=number, issued_at=at(issued), **(known | facts))


def numbered(rows: BookRows) -> BookRows:
    """The rows with the row numbers they get in a written book."""
    sheets = (
        tuple(replace(row, row=index) for index, row in enumerate(sheet, start=2))
        for sheet in rows.sheets().values()
    )
    made: Any = dict(zip((f.name for f in fields(rows)), sheets, strict=True))
    return BookRows(**made)


def book_file(rows: BookRows) -> io.BytesIO:
    """The rows as a workbook."""
    out = io.BytesIO()
    write_xlsx(rows, out, ZONE)
    out.seek(0)
    return out


def raw_book(rows: BookRows) -> Raw:
    """The rows as plain values to be spoiled; times local, empty cells None."""
    return {
        title: [
            [heading.title for heading in HEADINGS[title]],
            *(
                [_plain(getattr(row, heading.name)) for heading in HEADINGS[title]]
                for row in sheet
            ),
        ]
        for title, sheet in rows.sheets().items()
    }


def raw_file(raw: Raw) -> io.BytesIO:
    """Plain values as a workbook, written as anybody's program would."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in raw.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out


def column(raw: Raw, sheet: str, heading: str) -> int:
    """Where a heading stands in a sheet of plain values."""
    return raw[sheet][0].index(heading)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(ZONE).replace(tzinfo=None)
    if isinstance(value, tuple):
        return "、".join(value) or None
    return None if value == "" else value


def full_book() -> BookRows:
    """A book with every sheet, every choice and every heading in use."""
    slips = (
        unit_slip(
            "WX261102-001",
            "2026-11-02 09:10:05",
            report_dept="行政部",
            channel="电话",
            job_type="紧急",
            reported_at=at("2026-11-02 09:05"),
            taken_by="演示前台",
            trade="给排水",
            dispatched_at=at("2026-11-02 09:20"),
            supervisor="演示主管",
            received_at=at("2026-11-02 09:22"),
            technicians=("演示技工一", "演示技工二"),
            appointment_at=at("2026-11-02 10:00"),
            arrived_at=at("2026-11-02 09:40"),
            done_at=at("2026-11-02 10:30"),
            returned_at=at("2026-11-02 17:10"),
            escorted_at=at("2026-11-02 11:00"),
            escort="演示管家",
            outcome="完成",
            result_text="更换阀芯\n试水正常",
            labour_fee=yuan("80"),
            material_fee=yuan("35.50"),
            quote=yuan("115.50"),
            opinion="满意",
            sign_status="本人",
            signed_by="演示业户甲",
            remark="常客，先打电话",
        ),
        unit_slip(
            "WX261103-001",
            "2026-11-03 10:00",
            unit="3-1602",
            place="3-1602",
            owner_name="演示业户乙𬭎",
            phone="010-88881234转802",
            channel="微信",
            dispatched_at=at("2026-11-03 10:10"),
            returned_at=at("2026-11-04 16:00"),
            outcome="完成",
            labour_fee=yuan("600"),
            opinion="基本满意",
            sign_status="代签",
            signed_by="演示同事",
        ),
        unit_slip(
            "WX261104-001",
            "2026-11-04 11:00",
            charge_class="保修",
            dispatched_at=at("2026-11-04 11:05"),
            supervisor="演示主管",
            returned_at=at("2026-11-04 17:00"),
            outcome="未完成",
            opinion="不满意",
            sign_status="不在",
            parent_number="WX261102-001",
        ),
        unit_slip(
            "WX261105-001",
            "2026-11-05 08:00",
            phone="8801",
            charge_class="合同",
            ending="作废",
            ended_at=at("2026-11-05 08:30"),
            end_reason="重复",
        ),
        unit_slip(
            "老单-17",
            "2026-11-06 08:00",
            charge_class="返修",
            sign_status="拒签",
            ending="销单",
            ended_at=at("2026-11-07 08:30"),
            end_reason="业户撤销",
        ),
        unit_slip(
            "WX261107-003",
            "2026-11-07 09:00",
            job_type="计划性",
            charge_class="免费",
            dispatched_at=at("2026-11-07 09:30"),
            technicians=("演示技工一",),
        ),
        unit_slip(
            "WX261108-001",
            "2026-11-08 09:00",
            arrived_at=at("2026-11-08 09:30"),
            quote=yuan("260"),
        ),
        unit_slip(
            "WX261108-002",
            "2026-11-08 09:30",
            done_at=at("2026-11-08 10:30"),
            labour_fee=yuan("35"),
        ),
        public_slip(
            "WX261109-001",
            "2026-11-09 15:00",
            returned_at=at("2026-11-09 16:30"),
            outcome="完成",
            inspection="合格",
            inspected_by="演示管家",
            inspected_at=at("2026-11-09 17:00"),
        ),
        public_slip(
            "WX261110-001",
            "2026-11-10 15:00",
            area_kind="管理处办公区",
            area="管理处",
            place="会议室",
            phone="8802",
            returned_at=at("2026-11-10 16:30"),
            outcome="完成",
            inspection="不合格",
            inspected_by="演示管家",
            inspected_at=at("2026-11-10 17:00"),
        ),
        public_slip("WX261111-001", "2026-11-11 15:00"),
    )
    return BookRows(
        slips=slips,
        money=_full_money(),
        waivers=(
            WaiverRow(
                number="WX261103-001",
                amount=yuan("300"),
                reason="特殊困难",
                applicant="演示管家",
                approver="演示总监",
                level="物业总监",
                at=at("2026-11-05 10:00"),
            ),
            WaiverRow(
                number="WX261103-001",
                amount=yuan("200"),
                reason="再减",
                applicant="演示管家",
                approver="演示领导",
                level="公司领导",
                at=at("2026-11-06 10:00"),
            ),
        ),
        feedback=(
            FeedbackRow(
                number="WX261104-001",
                at=at("2026-11-04 17:35"),
                reason="待料",
                eta_at=at("2026-11-12 00:00"),
            ),
            FeedbackRow(
                number="WX261107-003",
                at=at("2026-11-07 17:38"),
                reason="缺人手",
                eta_at=at("2026-11-08 12:00"),
            ),
            FeedbackRow(
                number="WX261110-001",
                at=at("2026-11-11 17:20"),
                reason="返厂",
                eta_at=at("2027-02-01 12:00"),
            ),
        ),
        callbacks=_full_callbacks(),
        closings=(
            ClosingRow(period="2026-11", at=at("2026-11-23 10:00")),
            ClosingRow(period="2026-12", at=at("2026-12-21 10:00")),
        ),
    )


def _full_money() -> tuple[MoneyRow, ...]:
    def money(number: str, kind: str, amount: str, when: str, **more: Any) -> MoneyRow:
        return MoneyRow(
            number=number, kind=kind, amount=yuan(amount), at=at(when), **more
        )

    return (
        money(
            "WX261102-001",
            "收款",
            "100",
            "2026-11-02 11:00",
            method="现金",
            receipt_no="S-001",
        ),
        money("WX261102-001", "收款", "15.50", "2026-11-03 11:00", method="转账"),
        money("WX261103-001", "收款", "100", "2026-11-07 11:00", method="微信"),
        money("WX261108-001", "收款", "260", "2026-11-08 11:00", method="支付宝"),
        money("WX261108-002", "收款", "35", "2026-11-08 12:00", method="刷卡"),
        money(
            "WX261102-001",
            "调整",
            "-50",
            "2026-11-28 11:00",
            note="降价",
        ),
        money(
            "WX261102-001",
            "退款",
            "50",
            "2026-11-28 11:00",
            method="其他",
            receipt_no="T-001",
        ),
    )


def _full_callbacks() -> tuple[CallbackRow, ...]:
    return (
        CallbackRow(
            number="WX261102-001",
            at=at("2026-11-03 09:30"),
            method="电话",
            result="接通",
            works="是",
            opinion="满意",
            comment="很快",
            called_by="演示管家",
        ),
        CallbackRow(
            number="WX261103-001",
            at=at("2026-11-05 09:30"),
            method="电话",
            result="未接通",
            called_by="演示管家",
        ),
        CallbackRow(
            number="WX261103-001",
            at=at("2026-11-06 09:30"),
            method="上门",
            result="拒绝",
            works="否",
            opinion="不满意",
            called_by="演示管家",
        ),
        CallbackRow(
            number="WX261109-001",
            at=at("2026-11-10 09:30"),
            method="现场复核",
            result="接通",
            opinion="基本满意",
            called_by="演示管家",
        ),
    )


def worked_book() -> BookRows:
    """The roll-up data set of worked-examples 5.2, closes included."""

    def back(number: str, issued: str, in_hand: str, fee: str, **more: Any) -> SlipRow:
        when = "escorted_at" if more.pop("is_escorted", False) else "returned_at"
        return unit_slip(
            number,
            issued,
            labour_fee=yuan(fee),
            outcome="完成",
            **{when: at(in_hand)},
            **more,
        )

    slips = (
        back(
            "WX261020-031",
            "2026-10-20 23:59:59",
            "2026-10-21 10:40",
            "80",
            is_escorted=True,
            returned_at=at("2026-10-21 10:40"),
        ),
        back("WX261021-001", "2026-10-21 00:00:00", "2026-10-21 17:20", "120"),
        back("WX261025-004", "2026-10-25 09:00", "2026-10-25 17:25", "500"),
        back("WX261025-005", "2026-10-25 09:05", "2026-10-25 17:25", "499.99"),
        back(
            "WX261028-002",
            "2026-10-28 09:00",
            "2026-10-29 10:00",
            "300",
            is_escorted=True,
            returned_at=at("2026-10-29 10:00"),
        ),
        public_slip(
            "WX261101-003",
            "2026-11-01 09:00",
            returned_at=at("2026-11-01 16:30"),
            inspection="合格",
            inspected_by="演示管家",
            inspected_at=at("2026-11-01 17:00"),
        ),
        back(
            "WX261103-006",
            "2026-11-03 09:00",
            "2026-11-24 17:00",
            "200",
            quote=yuan("200"),
        ),
        unit_slip(
            "WX261105-001",
            "2026-11-05 09:00",
            ending="作废",
            ended_at=at("2026-11-05 09:30"),
        ),
        unit_slip(
            "WX261107-002",
            "2026-11-07 09:00",
            quote=yuan("90"),
            ending="销单",
            ended_at=at("2026-11-07 11:00"),
            end_reason="业户不接受报价",
        ),
        unit_slip(
            "WX261110-005",
            "2026-11-10 09:00",
            charge_class="保修",
            returned_at=at("2026-11-10 17:00"),
        ),
        back("WX261115-002", "2026-11-15 09:00", "2026-11-15 17:15", "150"),
        back("WX261118-003", "2026-11-18 09:00", "2026-11-23 14:00", "90"),
        back("WX261120-009", "2026-11-20 23:59:59", "2026-11-21 17:00", "60"),
        back("WX261121-001", "2026-11-21 00:00:00", "2026-11-21 17:00", "45"),
        back("WX261119-004", "2026-11-19 09:00", "2026-11-23 09:20", "75.50"),
        back("WX261112-004", "2026-11-12 09:00", "2026-12-02 09:00", "35"),
    )

    def paid(number: str, amount: str, when: str, method: str) -> MoneyRow:
        return MoneyRow(
            number=number, kind="收款", amount=yuan(amount), at=at(when), method=method
        )

    def waived(number: str, amount: str, level: str, approver: str) -> WaiverRow:
        return WaiverRow(
            number=number,
            amount=yuan(amount),
            reason="特殊原因",
            applicant="演示管家",
            approver=approver,
            level=level,
            at=at("2026-11-10 10:00"),
        )

    return BookRows(
        slips=slips,
        money=(
            paid("WX261020-031", "80", "2026-10-21 10:40", "现金"),
            paid("WX261021-001", "120", "2026-10-23 10:00", "转账"),
            paid("WX261028-002", "100", "2026-10-29 10:00", "现金"),
            paid("WX261028-002", "200", "2026-11-25 10:00", "转账"),
            paid("WX261103-006", "200", "2026-11-25 10:00", "转账"),
            paid("WX261115-002", "150", "2026-11-15 17:15", "微信"),
            paid("WX261120-009", "60", "2026-11-24 10:00", "转账"),
            paid("WX261121-001", "45", "2026-11-21 17:00", "转账"),
            paid("WX261112-004", "35", "2026-11-12 12:00", "微信"),
            MoneyRow(
                number="WX261115-002",
                kind="调整",
                amount=yuan("-50"),
                at=at("2026-11-28 10:00"),
                note="降价",
            ),
            MoneyRow(
                number="WX261115-002",
                kind="退款",
                amount=yuan("50"),
                at=at("2026-11-28 10:00"),
                method="微信",
            ),
        ),
        waivers=(
            waived("WX261025-004", "500", "公司领导", "演示领导"),
            waived("WX261025-005", "499.99", "物业总监", "演示总监"),
        ),
        feedback=(
            FeedbackRow(
                number="WX261103-006",
                at=at("2026-11-20 17:30"),
                reason="报价争议",
                eta_at=at("2026-11-24"),
            ),
            FeedbackRow(
                number="WX261112-004",
                at=at("2026-11-20 17:30"),
                reason="单据遗失",
                eta_at=at("2026-12-02"),
            ),
        ),
        closings=(
            ClosingRow(period="2026-10", at=at("2026-10-21 10:00")),
            ClosingRow(period="2026-11", at=at("2026-11-23 10:00")),
            ClosingRow(period="2026-12", at=at("2026-12-21 10:00")),
        ),
    )


def large_book(count: int) -> BookRows:
    """``count`` slips of one year with the facts of a working desk."""
    start = datetime(2026, 1, 1, 8, 0)  # noqa: DTZ001 - local, made aware below
    slips: list[SlipRow] = []
    money: list[MoneyRow] = []
    callbacks: list[CallbackRow] = []
    serials: dict[str, int] = {}
    for index in range(count):
        local = start + timedelta(minutes=index * (500_000 // max(count, 1)))
        issued = local.replace(tzinfo=ZONE).astimezone(UTC)
        day = local.strftime("%y%m%d")
        serials[day] = serials.get(day, 0) + 1
        number = f"WX{day}-{serials[day]:03d}"
        room = f"{index % 8 + 1}-{index % 20 + 1}{index % 4 + 1:02d}"
        steps: dict[str, Any] = {
            "channel": "电话",
            "reported_at": issued - timedelta(minutes=3),
            "taken_by": f"演示前台{index % 3}",
            "trade": ("给排水", "强电", "弱电", "土建")[index % 4],
            "dispatched_at": issued + timedelta(minutes=6),
            "supervisor": f"演示主管{index % 4}",
            "received_at": issued + timedelta(minutes=8),
            "technicians": (f"演示技工{index % 9}",),
            "arrived_at": issued + timedelta(minutes=22),
            "done_at": issued + timedelta(minutes=80),
            "returned_at": issued + timedelta(minutes=150),
            "outcome": "完成",
            "result_text": f"已修复，更换配件 {index}",
        }
        if index % 3 == 0:
            slips.append(
                public_slip(
                    number,
                    local.isoformat(" "),
                    inspection="合格",
                    inspected_by="演示管家",
                    inspected_at=issued + timedelta(minutes=200),
                    **steps,
                )
            )
            continue
        slips.append(
            unit_slip(
                number,
                local.isoformat(" "),
                unit=room,
                place=room,
                owner_name=f"演示业户{room}",
                reporter=f"演示业户{room}",
                phone=f"1380000{index % 10_000:04d}",
                content=f"第 {index} 次报修：厨房水龙头漏水",
                labour_fee=yuan("60"),
                material_fee=yuan("25.50"),
                opinion="满意",
                sign_status="本人",
                signed_by=f"演示业户{room}",
                **steps,
            )
        )
        money.append(
            MoneyRow(
                number=number,
                kind="收款",
                amount=yuan("85.50"),
                method="微信",
                at=issued + timedelta(minutes=160),
                receipt_no=f"R{index:06d}",
            )
        )
        callbacks.append(
            CallbackRow(
                number=number,
                at=issued + timedelta(minutes=600),
                method="电话",
                result="接通",
                opinion="满意",
                called_by="演示管家",
            )
        )
    return BookRows(tuple(slips), tuple(money), callbacks=tuple(callbacks))


def without_rows(rows: Sequence[SheetRow]) -> list[SheetRow]:
    """Rows to compare: what stands in the cells, wherever they stand."""
    return [replace(row, row=0, bad=frozenset()) for row in rows]
