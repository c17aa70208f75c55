"""The figures of the dashboard are those of ``stats --json``, each with its slips."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.slip_list import Register
from models.statistics import BY_OTHER_TIMES, Dimension, FigureKey, Part
from reports.statistics_face import COHORT, FLOW, FRONT, OTHERS
from tests.ui.dashboard.conftest import Enter, Told, rest
from ui.dashboard.chosen import Days, Reach
from ui.dashboard.page import DashboardPage
from ui.dashboard.trend_chart import nice_top
from ui.shell.main_window import MainWindow
from ui.slip.register_page import RegisterPage
from ui.slip.slip_page import SlipPage

PERIOD = Days(Reach.PERIOD, date(2026, 10, 21), date(2026, 11, 21))
_K = FigureKey


def _period(enter: Enter, window: MainWindow, qtbot: QtBot) -> DashboardPage:
    page = enter()
    page.chosen.choose(PERIOD)
    rest(window, qtbot)
    return page


def _counts(page: DashboardPage) -> dict[FigureKey, str]:
    """The numbers of both sums, as they are shown."""
    buttons = {**page.overview.cohort.buttons, **page.overview.flow.buttons}
    return {key: button.text().rsplit(" ", 1)[1] for key, button in buttons.items()}


def test_what_is_shown_is_what_the_command_tells(
    month: None, enter: Enter, told: Told, window: MainWindow, qtbot: QtBot
) -> None:
    page = _period(enter, window, qtbot)
    said = told("2026-10-21", "2026-11-21")
    shown = _counts(page)
    for key in (*dict(COHORT).values(), *dict(FLOW).values()):
        if key.value in said:
            assert shown[key] == str(said[key.value]), key
    cells = {**page.overview.front.cells}
    assert page.overview.others is not None
    cells.update(page.overview.others.cells)
    assert cells[_K.COMPLETION_RATE].text() == f"{said['completion_rate']} %"
    assert cells[_K.COMPLETION_RATE].face.made_of == "9 / 12"
    for key in (_K.ARRIVAL, _K.SATISFACTION, _K.INSPECTION):
        rate = said[key.value]["rate"]
        assert cells[key].text() == ("—" if rate is None else f"{rate} %")
    # The worked example: three slips owe, one has paid without its paper.
    assert cells[_K.UNPAID].text() == "300.50"
    assert cells[_K.COMPLAINTS].text() == "—"
    assert cells[_K.COMPLAINTS].face.made_of == "not kept yet"
    assert page.overview.reasons is not None
    reasons = {
        line.name: line.value
        for line in page.overview.reasons.rows()
        if line.key is not None
    }
    assert reasons == said["reasons"]
    assert page.overview.split is not None
    trades = {
        line.name: (line.value, line.value - line.dark)
        for line in page.overview.split.rows()
        if line.key is not None
    }
    assert trades == {
        name: (row["effective"], row["completed"])
        for name, row in said["by_trade"].items()
    }


def test_every_figure_opens_as_many_slips_as_it_counts(
    month: None, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = _period(enter, window, qtbot)
    assert page.report is not None
    seen = 0
    for key in dict.fromkeys(
        [*FRONT, *OTHERS, *(key for _, key in COHORT), *(key for _, key in FLOW)]
    ):
        page.overview.open_figure(key)
        rest(window, qtbot)
        pane = page.behind
        assert pane is not None and pane.found is not None
        figure = page.report.now.figure(key)
        if isinstance(figure.numerator, int) and key not in (
            _K.RETURN_IN_TIME,
            _K.FEEDBACK,
            _K.GAP_CASES,
            _K.ARRIVAL_MINUTES,
            _K.FINISH_MINUTES,
        ):
            assert len(pane.found.ids) == figure.numerator, key
            seen += 1
        assert pane.rule.text()
        # What was issued in the range is said only of figures that count just that.
        is_by_issue = pane.known.text().startswith("Issued")
        assert is_by_issue is (key not in BY_OTHER_TIMES), key
        assert pane.table.row_count() == len(pane.found.ids)
        page.leave_behind()
    assert seen >= 15


def test_numerator_denominator_and_the_rest_are_told_apart(
    month: None, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = _period(enter, window, qtbot)
    page.overview.open_figure(_K.COMPLETION_RATE)
    rest(window, qtbot)
    pane = page.behind
    assert pane is not None
    found = {}
    for part in (Part.NUMERATOR, Part.DENOMINATOR, Part.MISSED):
        assert pane.found is not None
        assert pane.parts.value() is part
        found[part] = set(pane.found.ids)
        pane.next_part()
        rest(window, qtbot)
    assert [len(ids) for ids in found.values()] == [9, 12, 3]
    assert found[Part.DENOMINATOR] == found[Part.NUMERATOR] | found[Part.MISSED]


def test_a_bar_a_reason_and_a_row_open_their_slips(
    month: None, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = _period(enter, window, qtbot)
    overview = page.overview
    assert overview.trend is not None
    assert overview.reasons is not None
    assert overview.split is not None
    bars = overview.trend.bars
    assert sum(bar.effective for bar in bars.bars.rows) == 12
    place = next(at for at, bar in enumerate(bars.bars.rows) if bar.effective)
    expected = bars.bars.rows[place].effective
    bars.setFocus()
    bars.setCurrentIndex(bars.bars.index(place))
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    rest(window, qtbot)
    pane = page.behind
    assert pane is not None and pane.found is not None
    assert len(pane.found.ids) == expected
    page.leave_behind()
    assert bars.hasFocus()
    reason = overview.reasons.rows()[1]
    assert reason.key is not None
    overview.open_reason(reason.key)
    rest(window, qtbot)
    assert len(pane.found.ids) == reason.value
    page.leave_behind()
    overview.tell_apart(Dimension.AREA)
    for line in overview.split.rows()[1:]:
        assert line.key is not None
        overview.open_split(line.key)
        rest(window, qtbot)
        assert pane.found is not None
        assert len(pane.found.ids) == line.value
        page.leave_behind()


def test_the_slips_behind_open_in_the_register_and_no_others(
    month: None, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = _period(enter, window, qtbot)
    page.overview.open_figure(_K.COMPLETION_RATE)
    rest(window, qtbot)
    pane = page.behind
    assert pane is not None and pane.found is not None
    assert pane.found.in_register == {Register.UNIT: 8, Register.PUBLIC: 1}
    pane.open_first_register()
    register = window.front_page()
    assert isinstance(register, RegisterPage)
    rest(window, qtbot)
    assert register.table.row_count() == 8
    assert register.bar.given.text() == "Completion rate Counted"
    assert register.asked_in_words() == "Completion rate Counted"
    # They are no filter that survives: the next who wants everything has it.
    register.bar.given.click()
    rest(window, qtbot)
    assert register.table.row_count() > 8
    assert register.bar.given.isHidden()


def test_clearing_the_filters_of_the_register_can_be_taken_back(
    month: None, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = _period(enter, window, qtbot)
    page.overview.open_figure(_K.UNFINISHED)
    rest(window, qtbot)
    assert page.behind is not None
    page.behind.open_first_register()
    register = window.front_page()
    assert isinstance(register, RegisterPage)
    rest(window, qtbot)
    few = register.table.row_count()
    register.clear_filters()
    rest(window, qtbot)
    assert register.table.row_count() > few
    window.messages.offers()[0].click()
    rest(window, qtbot)
    assert register.table.row_count() == few


def test_old_slips_are_opened_from_their_list(
    month: None, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = _period(enter, window, qtbot)
    assert page.report is not None
    oldest = page.overview.oldest
    assert oldest is not None
    assert [row.number for row in oldest.rows()] == [
        slip.number for slip in page.report.oldest
    ]
    oldest.setFocus()
    qtbot.keyClick(oldest, Qt.Key.Key_Return)
    front = window.front_page()
    assert isinstance(front, SlipPage)
    rest(window, qtbot)
    assert front.subject == page.report.oldest[0].number


def test_the_axis_ends_on_a_round_number() -> None:
    tops = [nice_top(most) for most in (0, 1, 2, 3, 5, 9, 10, 11, 23, 41, 99, 101)]
    assert tops == [1, 1, 2, 3, 6, 10, 10, 20, 30, 60, 100, 200]
