"""《回访记录表》: every call of its time once, with the exact columns."""

import io
from datetime import datetime, timedelta

from app.callback import CallBack, call_back
from app.callback_count import count_callbacks
from app.database import Database
from app.desk import Desk
from models.callback import CallbackMethod, CallbackResult
from models.callback_coverage import CallbackShare
from models.slip import OwnerOpinion, SlipState
from models.text import untranslated
from models.unit import AreaKind
from reports.callback_sheet import CallbackSheet, CallLine, write_pdf
from reports.callback_sheet_load import load
from tests.clock import SITE, Clock
from tests.makers import make_slip
from tests.reports.paper import pages_of, size_of, text_of
from tests.reports.slips import RARE_NAME

LINE = CallLine(
    called_at=datetime(2026, 11, 20, 9, 5, tzinfo=SITE),
    number="WX261119-001",
    room="3-1502",
    who=RARE_NAME,
    opinion="A",
    called_by="演示管家",
    remark="使用正常",
)


def sheet(*lines: CallLine) -> CallbackSheet:
    return CallbackSheet(
        centre="演示物业服务中心",
        procedure="ML-CS-016",
        from_at=datetime(2026, 10, 21, tzinfo=SITE),
        until_at=datetime(2026, 11, 21, tzinfo=SITE),
        known_at=datetime(2026, 11, 23, 10, 0, tzinfo=SITE),
        unit=CallbackShare(7, 7, 5),
        public=CallbackShare(0, 0, 0),
        lines=lines,
    )


def pdf(wanted: CallbackSheet) -> bytes:
    out = io.BytesIO()
    write_pdf(wanted, out, untranslated)
    return out.getvalue()


def test_the_sheet_has_the_columns_of_the_document() -> None:
    made = pdf(sheet(LINE))
    text = text_of(made)
    assert "回访记录表" in text
    for heading in ("日期", "单号", "房号", "受访人", "A-B-C", "回访人", "备注"):
        assert heading in text, heading
    for cell in ("11-2009:05", "WX261119-001", "3-1502", RARE_NAME, "使用正常"):
        assert cell in text, cell
    assert "5of7reached,71.43%,2stillneeded" in text
    assert "nonetocall,—" in text
    width, height = size_of(made)
    assert width < height


def test_every_call_stands_there_once_over_as_many_pages_as_it_takes() -> None:
    lines = [
        CallLine(
            called_at=LINE.called_at + timedelta(minutes=n),
            number=f"WX261119-{n:03d}",
            room=LINE.room,
            who=LINE.who,
            opinion="B",
            called_by=LINE.called_by,
            remark="备注很长，" * (n % 5 * 4),
        )
        for n in range(1, 161)
    ]
    made = pdf(sheet(*lines))
    pages = pages_of(made)
    assert len(pages) > 3
    text = text_of(made)
    assert all(text.count(line.number) == 1 for line in lines)
    assert all("意见A-B-C" in "".join(page.split()) for page in pages)
    assert pdf(sheet(*lines)) == made


def test_nobody_called_is_said() -> None:
    assert "Nobodywascalledinthistime." in text_of(pdf(sheet()))


def test_the_calls_of_the_time_are_read(
    database: Database, desk: Desk, clock: Clock
) -> None:
    start = desk.now()
    slip = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    clock.advance(hours=1)

    def call(result: CallbackResult, method: CallbackMethod, **more: object) -> None:
        order = CallBack(slip.id, method, result, **more)  # type: ignore[arg-type]
        database.write(call_back, desk, order)

    call(CallbackResult.UNREACHABLE, CallbackMethod.PHONE)
    clock.advance(hours=1)
    call(
        CallbackResult.REACHED,
        CallbackMethod.VISIT,
        is_normal=False,
        satisfaction=OwnerOpinion.DISSATISFIED,
        comment="又漏了",
    )
    end = desk.now()
    clock.advance(days=1)
    call(
        CallbackResult.REACHED,
        CallbackMethod.PHONE,
        satisfaction=OwnerOpinion.FAIR,
    )

    covered = database.read(count_callbacks, desk, start, end, desk.now())
    found = database.read(load, desk, covered)
    assert [line.remark for line in found.lines] == ["未接通"]
    covered = database.read(
        count_callbacks, desk, start, end + timedelta(seconds=1), desk.now()
    )
    found = database.read(load, desk, covered)

    first, second = found.lines
    assert (first.opinion, first.number, first.room) == ("", slip.number, "3栋 3-1502")
    assert (second.opinion, second.remark) == ("C", "上门，使用不正常，又漏了")
    assert (second.who, second.called_by) == ("演示业户", desk.actor)
    assert found.unit == CallbackShare(1, 1, 1)
