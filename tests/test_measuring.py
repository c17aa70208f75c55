"""The table of measured figures says what was met and what was missed."""

from tests.measuring import Promise, Speed, lines_of, side_by_side


def test_a_goal_is_met_by_its_ratio_to_the_floor() -> None:
    assert Speed("save", ours=1.0, goal=5, floor=0.25).is_met
    assert not Speed("save", ours=1.3, goal=5, floor=0.25).is_met


def test_a_goal_without_a_floor_is_a_limit() -> None:
    assert Speed("paint", ours=60, goal=60).is_met
    assert not Speed("paint", ours=61, goal=60).is_met


def test_a_slow_floor_is_named() -> None:
    row = Speed("save", ours=1.0, goal=5, floor=0.5, figure=0.25)
    assert row.cells[-1] == "met, slow floor"


def test_a_promise_wants_all_its_tries() -> None:
    assert Promise("kills", tries=200, wanted=200, bad=0, seconds=9).is_met
    assert not Promise("kills", tries=199, wanted=200, bad=0, seconds=9).is_met
    assert not Promise("kills", tries=200, wanted=200, bad=1, seconds=9).is_met


def test_the_table_has_one_heading_for_a_kind_and_straight_columns() -> None:
    rows = [
        Speed("P1 派发", ours=1.0, goal=5, floor=0.25),
        Speed("P7 four copies", ours=9, goal=1.5, floor=5, figure=5),
    ]
    heading, first, second = lines_of(rows)
    assert heading.endswith("floor ms  figure  ours ms  ratio    goal  peak MB")
    assert first.split() == ["P1", "派发", "0.25", "1", "4", "≤", "5×", "met"]
    assert second.split()[-3:] == ["≤", "1.5×", "MISSED"]


def test_actions_are_measured_in_turn_and_the_first_round_is_left_out() -> None:
    done: list[str] = []
    times = side_by_side(2, lambda: done.append("floor"), lambda: done.append("ours"))
    assert done == ["floor", "ours"] * 3
    assert len(times) == 2
