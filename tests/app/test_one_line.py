"""One line of a fast hand: what is understood of it, and that nothing is lost."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from app.one_line import OneLine, PartKind, is_said, read_one_line
from models.slip import JobType
from models.unit import AreaKind

NOW = datetime(2026, 11, 20, 16, 7, tzinfo=ZoneInfo("Asia/Shanghai"))


def _marked(typed: str, line: OneLine) -> list[tuple[str, str]]:
    return [(part.kind.value, typed[part.start : part.end]) for part in line.parts]


def test_room_fault_and_urgency_are_marked_where_they_stand() -> None:
    typed = "3-1502 厨房漏水 急"
    line = read_one_line(typed)
    assert _marked(typed, line) == [
        ("room", "3-1502"),
        ("content", "厨房漏水"),
        ("urgency", "急"),
    ]
    assert (line.room, line.content, line.job_type) == (
        "3-1502",
        "厨房漏水",
        JobType.URGENT,
    )
    assert line.area_kind is AreaKind.UNIT


@pytest.mark.parametrize(
    "typed",
    [
        "3-1502厨房漏水急",
        "3栋1502 厨房漏水 急",
        "3#1502 厨房漏水 紧急",
        "3# 1502厨房漏水 加急",
        "3 栋 1502 厨房漏水 急",
        "三栋1502室厨房漏水，急！",
        "３－１５０２　厨房漏水　急",
        "3—1502 厨房漏水 急",
        "3号楼1502 厨房漏水 急",
        "3#楼1502 厨房漏水 急",
        "厨房漏水 3-1502 急",
        "急 3-1502 厨房漏水",
        "3-1502\n厨房漏水\r\n急",
        "3-1502\t厨房漏水 特急",
        "  3-1502   厨房漏水   急  ",
        "3-1502急 厨房漏水",
        "急3-1502厨房漏水",
        "3-1502 厨房漏水（急）",
        "【急】3-1502 厨房漏水",
        "3-1502 厨房漏水(紧急)",
        "3-1502 厨房漏水 急急急",
        "3栋15楼1502 厨房漏水 急",
        "3栋1502号厨房漏水 急",
        "3号楼-1502 厨房漏水 急",
    ],
)
def test_a_room_is_known_however_it_is_written(typed: str) -> None:
    line = read_one_line(typed)
    assert (line.room, line.area, line.content) == ("3-1502", "3栋", "厨房漏水")
    assert line.is_urgent


@pytest.mark.parametrize(
    ("typed", "room"),
    [
        ("3栋2单元1502室 马桶堵", "3-2-1502"),
        ("3-2-1502 马桶堵", "3-2-1502"),
        ("A座1502 马桶堵", "A-1502"),
        ("12-803 马桶堵", "12-803"),
        ("十二栋803 马桶堵", "12-803"),
        ("C座-1201 马桶堵", "C-1201"),
        ("3栋-2单元-1502室 马桶堵", "3-2-1502"),
    ],
)
def test_entrances_letters_and_short_doors(typed: str, room: str) -> None:
    line = read_one_line(typed)
    assert (line.room, line.content) == (room, "马桶堵")


@pytest.mark.parametrize(
    ("typed", "area", "place", "content"),
    [
        ("12栋大堂 门禁不开", "12栋", "大堂", "门禁不开"),
        ("12栋大堂门禁不开", "12栋", "大堂", "门禁不开"),
        ("12 栋大堂 门禁不开", "12栋", "大堂", "门禁不开"),
        ("12#大堂 门禁不开", "12栋", "大堂", "门禁不开"),
        ("3 栋 A 立管渗水", "3栋", "A立管", "渗水"),
        ("12栋15楼走廊灯不亮", "12栋", "15楼走廊", "灯不亮"),
        ("12栋1单元5层电梯厅 灯不亮", "12栋", "1单元5层电梯厅", "灯不亮"),
        ("车库B1-037上方管道滴水", "车库", "B1-037", "上方管道滴水"),
        ("车库 B1-037 上方管道滴水", "车库", "B1-037", "上方管道滴水"),
        ("B1-037 灯不亮", "B1", "B1-037", "灯不亮"),
        ("地下车库B1层12号柱 照明不亮", "地下车库", "B1层12号柱", "照明不亮"),
        ("11 栋 B1 车库漏水", "11栋", "B1车库", "漏水"),
        ("大堂灯不亮", "大堂", "大堂", "灯不亮"),
        ("2号电梯异响", "2号电梯", "2号电梯", "异响"),
        ("3栋 停水", "3栋", "3栋", "停水"),
        ("屋面漏水", "屋面", "屋面", "漏水"),
        ("急 西门岗亭 灯坏", "西门", "岗亭", "灯坏"),
    ],
)
def test_public_places_are_known(
    typed: str, area: str, place: str, content: str
) -> None:
    line = read_one_line(typed)
    assert line.area_kind is AreaKind.PUBLIC
    assert (line.area, line.place, line.content) == (area, place, content)
    assert line.room == ""


@pytest.mark.parametrize(
    "typed", ["办公室空调不冷", "3楼会议室 投影坏", "监控室门锁坏"]
)
def test_offices_are_known(typed: str) -> None:
    assert read_one_line(typed).area_kind is AreaKind.OFFICE


@pytest.mark.parametrize(
    "typed",
    ["马桶堵了", "车位锁坏", "应急灯不亮", "门口灯坏", "漏水", "水管爆了 没人管"],
)
def test_a_thing_that_breaks_is_no_place(typed: str) -> None:
    line = read_one_line(typed)
    assert line.area_kind is None
    assert line.content == typed


@pytest.mark.parametrize(
    "typed",
    [
        "3-1502 应急灯不亮",
        "3-1502 紧急按钮坏了",
        "3-1502 业主着急",
        "3-1502 不急",
        "3-1502 水流很急",
        "3-1502 急救铃不响",
    ],
)
def test_a_word_with_急_in_it_is_not_urgent(typed: str) -> None:
    line = read_one_line(typed)
    assert not line.is_urgent
    assert line.content == typed.partition(" ")[2]


@pytest.mark.parametrize(
    "fault", ["室内跳闸", "室外机漏水", "房门打不开", "房间灯不亮", "房顶渗水"]
)
def test_a_word_that_begins_like_the_end_of_a_room_stays_whole(fault: str) -> None:
    line = read_one_line(f"3-1502{fault}")
    assert (line.room, line.content) == ("3-1502", fault)


@pytest.mark.parametrize(
    "typed",
    ["漏水 不紧急", "漏水，非紧急", "漏水 无需加急", "漏水 不算急", "漏水 不用急"],
)
def test_what_is_said_not_to_be_urgent_is_not(typed: str) -> None:
    line = read_one_line(f"3-1502 {typed}")
    assert not line.is_urgent
    assert line.content == typed


@pytest.mark.parametrize(
    "typed", ["3栋1502A 漏水", "3栋 1502a 漏水", "12栋15楼02室漏水"]
)
def test_somebodys_room_of_another_form_is_no_public_place(typed: str) -> None:
    line = read_one_line(typed)
    assert line.area_kind is None
    assert line.content == typed


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("3-1502 13812345678 漏水", "13812345678"),
        ("3-1502 138 1234 5678 漏水", "13812345678"),
        ("3-1502 138-1234-5678 漏水", "13812345678"),
        ("3-1502 １３８１２３４５６７８ 漏水", "13812345678"),
        ("3-1502 电话：13812345678 漏水", "13812345678"),
        ("3-1502 010-88881234转802 漏水", "010-88881234转802"),
        ("3-1502 88881234 漏水", "88881234"),
        ("13812345678 3-1502漏水", "13812345678"),
        ("3-1502 +86 138 1234 5678 漏水", "13812345678"),
        ("3-1502 8613812345678 漏水", "13812345678"),
        ("3-1502 （010）88881234 漏水", "010-88881234"),
        ("3-1502 010 88881234 漏水", "010-88881234"),
        ("3-1502 座机88881234 漏水", "88881234"),
        ("3-1502 400-800-8888 漏水", "400-800-8888"),
    ],
)
def test_a_telephone_number_is_known(typed: str, phone: str) -> None:
    line = read_one_line(typed)
    assert (line.room, line.phone, line.content) == ("3-1502", phone, "漏水")


@pytest.mark.parametrize(
    "said",
    [
        "订单12345678没送",
        "单号：12345678",
        "发票号是1234567 没开",
        "工单编号 12345678 没修",
    ],
)
def test_a_number_that_is_said_to_be_another_is_no_telephone(said: str) -> None:
    line = read_one_line(f"3-1502 {said}")
    assert (line.phone, line.content) == ("", said)
    both = read_one_line(f"3-1502 {said}，座机88881234")
    assert (both.phone, both.content) == ("88881234", said)


@pytest.mark.parametrize("before", ["电话", "号码", "座机号", "业主", "报修电话号码是"])
def test_words_before_a_telephone_do_not_hide_it(before: str) -> None:
    assert read_one_line(f"3-1502 漏水 {before}88881234").phone == "88881234"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("3-1502 王秀兰 卫生间灯不亮", "王秀兰"),
        ("3-1502 王先生 卫生间灯不亮", "王先生"),
        ("3-1502 李强 13812345678 卫生间灯不亮", "李强"),
        ("3-1502 李强13812345678 卫生间灯不亮", "李强"),
        ("12栋大堂 孙师傅 卫生间灯不亮", "孙师傅"),
    ],
)
def test_a_name_is_known_beside_what_it_belongs_to(typed: str, name: str) -> None:
    line = read_one_line(typed)
    assert (line.name, line.content) == (name, "卫生间灯不亮")


@pytest.mark.parametrize("typed", ["3-1502 马桶堵 快来", "3-1502 高压跳闸 没电"])
def test_a_fault_that_begins_like_a_surname_is_no_name(typed: str) -> None:
    line = read_one_line(typed)
    assert line.name == ""
    assert line.content == typed.partition(" ")[2]


@pytest.mark.parametrize(
    ("typed", "clue"),
    [
        ("陈淑敏 厨房漏水", "陈淑敏"),
        ("陈淑", "陈淑"),
        ("csm 厨房漏水", "csm"),
        ("5678 厨房漏水", "5678"),
        ("13812345678 厨房漏水", "13812345678"),
        ("1502 厨房漏水", "1502"),
        ("厨房漏水", ""),
        ("3-1502 厨房漏水", ""),
        ("12栋大堂 csm", ""),
        ("S12 漏水", "S12"),
        ("S12漏水", "S12"),
        ("3-1502A 漏水", "3-1502A"),
        ("商铺12漏水", "商铺12"),
        ("漏水 LG-05 急", "LG-05"),
        ("2个灯不亮", ""),
        ("3 1502 漏水", "3 1502"),
        ("急 3/1502漏水 王秀兰", "3/1502"),
        ("3　1502", "3 1502"),
        ("13812345678 3 1502 漏水", "3 1502"),
        ("2 盏灯 1502 不亮", ""),
    ],
)
def test_without_a_place_the_first_word_may_name_who_calls(
    typed: str, clue: str
) -> None:
    assert read_one_line(typed).clue == clue


@pytest.mark.parametrize(
    ("typed", "known", "kind"),
    [
        ("csm 厨房漏水", "csm", PartKind.NAME),
        ("5678 厨房漏水", "5678", PartKind.PHONE),
        ("3-1502陈淑敏厨房漏水", "陈淑敏", PartKind.NAME),
        ("陈淑敏厨房漏水", "陈淑敏", PartKind.NAME),
    ],
)
def test_what_the_directory_knows_is_no_fault(
    typed: str, known: str, kind: PartKind
) -> None:
    line = read_one_line(typed, known=frozenset({known}))
    assert line.content == "厨房漏水"
    assert (kind.value, known) in _marked(typed, line)


def test_how_the_directory_calls_a_unit_is_its_room_and_no_name() -> None:
    typed = "商铺12 车库门坏 急"
    line = read_one_line(typed, label="商铺12")
    assert _marked(typed, line)[0] == ("room", "商铺12")
    assert (line.name, line.area_kind, line.content) == ("", None, "车库门坏")
    assert not is_said(typed, "商铺1")
    assert is_said("ｃｓｍ 漏水", "csm")


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("3-1502 明天上午9点 换灯", "11-21 09:00"),
        ("3-1502 换灯 明天9:30", "11-21 09:30"),
        ("3-1502 下午5点半 换灯", "11-20 17:30"),
        ("3-1502 今晚七点 换灯", "11-20 19:00"),
        ("3-1502 约后天下午两点上门 换灯", "11-22 14:00"),
        ("3-1502 明天下午3:30-5:00 换灯", "11-21 15:30"),
        ("3-1502 明天下午3:30～5:00上门 换灯", "11-21 15:30"),
        ("3-1502 换灯，明天上午9点到下午两点半之间", "11-21 09:00"),
        ("3-1502 明天下午3点 - 5点换灯", "11-21 15:00"),
    ],
)
def test_an_appointment_is_read(typed: str, at: str) -> None:
    line = read_one_line(typed, NOW)
    assert line.appointment_at is not None
    assert f"{line.appointment_at:%m-%d %H:%M}" == at
    assert line.content == "换灯"


@pytest.mark.parametrize(
    "said",
    [
        "今天早上9点就漏",
        "3点漏水",
        "明天上午换灯",
        "今晚8点开始停水",
        "今晚8点到10点开始停水",
    ],
)
def test_what_is_no_moment_to_come_stays_in_the_fault(said: str) -> None:
    line = read_one_line(f"3-1502 {said}", NOW)
    assert line.appointment_at is None
    assert line.content == said


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "%",
        "_",
        "'",
        "😀",
        "3-1502 漏水😀%_'",
        "\x00\x1b3-1502\x00漏水",
        "\ud83d半个",
        "急急急",
        "3-" * 3000,
        "漏水" * 5000,
        "12栋" * 2500,
        "1" * 10_000,
        "ﬁ㍿3-1502 ½漏水",
    ],
)
def test_any_text_is_read_and_every_sign_is_accounted_for(typed: str) -> None:
    line = read_one_line(typed, NOW)
    ends = [0]
    for part in line.parts:
        assert ends[-1] <= part.start < part.end <= len(typed)
        gap = typed[ends[-1] : part.start]
        assert not any(sign.isalnum() for sign in gap), gap
        ends.append(part.end)
    assert not any(sign.isalnum() for sign in typed[ends[-1] :])


def test_two_rooms_in_one_line_keep_the_second_as_text() -> None:
    line = read_one_line("3-1502 漏到 3-1402")
    assert line.room == "3-1502"
    assert "3-1402" in line.content


def test_a_line_of_ten_thousand_signs_is_read_in_a_blink() -> None:
    import time

    read_one_line("大堂灯不亮")  # the word lists are read once
    began = time.perf_counter()
    for typed in (
        "陈淑敏12栋大堂3-15 急" * 700,
        "不" * 10_000,
        "漏水 " + "A1-" * 3300,
        "1-1" * 3300 + "漏",
        "（急" * 5000,
    ):
        read_one_line(typed, NOW)
    assert time.perf_counter() - began < 2.0
