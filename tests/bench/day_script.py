"""A day at the desk as key presses: five hundred actions, each with its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.keyboard import compose

_K = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_FAULTS = (
    "厨房水龙头漏水",
    "卫生间灯不亮",
    "门锁打不开",
    "马桶堵了 急",
    "客厅插座没电",
)
_WORDS = ("漏水", "马桶", "wang", "灯不亮", "解", "0080", "dianti")
_COURTS = (3, 13, 23, 33, 43)


@dataclass(frozen=True, slots=True)
class Press:
    """One key, or one sign as an input method commits it."""

    key: Qt.Key | None = None
    modifier: Qt.KeyboardModifier = _NONE
    sign: str = ""

    def do(self, window: QWidget) -> None:
        """Press it where the keyboard is."""
        popup = QApplication.activePopupWidget()
        target = popup or QApplication.focusWidget() or window
        if self.key is not None:
            QTest.keyClick(target, self.key, self.modifier)
        elif self.sign.isascii():
            QTest.keyClicks(target, self.sign)
        else:
            compose(target, self.sign)


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does in one go."""

    name: str
    presses: Sequence[Press]


def a_day(actions: int, numbers: Sequence[str]) -> Iterator[Act]:
    """So many actions; ``numbers`` are slips whose paper may come back."""
    done = 0
    for round_ in range(actions):
        for act in _round(round_, numbers[round_ % len(numbers)]):
            yield act
            done += 1
            if done == actions:
                return


def _round(number: int, slip: str) -> Iterator[Act]:
    court = _COURTS[number % len(_COURTS)]
    room = f"{court}-{number % 17 + 1}0{number % 3 + 1}"
    word = _WORDS[number % len(_WORDS)]
    yield Act("go to the front desk", [_ctrl(_K.Key_1)])
    yield Act("start a draft", [_ctrl(_K.Key_N)])
    yield Act("type a call", _typed(f"{room} {_FAULTS[number % len(_FAULTS)]}"))
    yield Act("issue", [_ctrl(_K.Key_Return)])
    yield Act("answer what was asked", [_ctrl(_K.Key_Return)])
    yield Act("go to the dispatcher", [_ctrl(_K.Key_2)])
    yield Act("look down the board", [_key(_K.Key_Down)] * 3)
    yield Act("assign", [_key(_K.Key_Return)])
    yield Act("name a technician", [*_typed("l"), _key(_K.Key_Return)])
    yield Act("leave the popup", [_key(_K.Key_Escape)])
    yield Act("go to the returns", [_ctrl(_K.Key_3)])
    yield Act("scan a paper", [*_typed(slip), _key(_K.Key_Return)])
    yield Act(
        "type what was done", [_key(_K.Key_Tab)] * 4 + _typed("更换配件，试用正常")
    )
    yield Act("take back", [_ctrl(_K.Key_Return)])
    yield Act("go to the registers", [_ctrl(_K.Key_4)])
    yield Act("scroll", [_key(_K.Key_PageDown)] * 5)
    yield Act("go to the end", [_key(_K.Key_End), _ctrl(_K.Key_End)])
    yield Act("filter by words", [_ctrl(_K.Key_F), *_typed(word)])
    yield Act("clear the filter", [_ctrl(_K.Key_Delete), _key(_K.Key_Escape)])
    yield Act("sort", [_key(_K.Key_Right), Press(_K.Key_Up, _CTRL)])
    yield Act("open a slip", [_key(_K.Key_Return)])
    yield Act("go through slips", [Press(_K.Key_Down, _ALT)] * 3)
    yield Act("look at its paper", [_ctrl(_K.Key_P)])
    yield Act("close the paper", [_key(_K.Key_Escape)])
    yield Act("go back", [_key(_K.Key_Escape)])
    yield Act("search everything", [_ctrl(_K.Key_K), *_typed(word)])
    yield Act("leave the search", [_key(_K.Key_Escape)] * 2)
    yield Act("go to the settings", [_ctrl(_K.Key_9)])
    yield Act("look for a unit", _typed(f"{court}-"))


def _key(key: Qt.Key) -> Press:
    return Press(key)


def _ctrl(key: Qt.Key) -> Press:
    return Press(key, _CTRL)


def _typed(text: str) -> list[Press]:
    return [Press(sign=sign) for sign in text]
