"""Tests of the check in time order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from scoring.learned.validation import (
    Forecast,
    borders,
    curve_point,
    curve_sizes,
    forecast,
    may_keep,
    saved_by_pairs,
    summary,
)
from tests.scoring.learned.made_up import crossed, history


def test_every_row_of_the_later_half_is_forecast_once_from_earlier_ones() -> None:
    found = borders(history(203))

    assert found[0][0] == 102
    assert found[-1][1] == 203
    assert all(left[1] == right[0] for left, right in pairwise(found))


def test_a_good_history_checks_out_well_and_calibrated() -> None:
    known = history(2_000)

    figures, _ = summary([forecast(known, *block) for block in borders(known)], pairs=False)

    assert figures is not None
    assert figures.rows == 1_000
    assert figures.auc > 0.8
    assert figures.ece < 0.05
    assert figures.lift_10 > 1.5


def test_too_few_rows_or_one_kind_of_outcome_give_no_check() -> None:
    known = history(200)

    assert borders(history(20)) == []
    assert borders(replace(known, outcomes=[False] * 199 + [True])) == []
    assert summary([], pairs=False) == (None, None)
    assert curve_sizes(history(20)) == []


def test_rows_that_repeat_earlier_ones_are_also_judged_apart() -> None:
    known = history(400)
    numbered = [(*row, f"{i / 7}") for i, row in enumerate(known.rows)]
    copied = [*numbered[:-100], *numbered[:100]]
    names = (*known.names, "amount")
    history_with_copies = replace(known, names=names, rows=copied)

    figures, unseen = summary(
        [forecast(history_with_copies, *block) for block in borders(history_with_copies)],
        pairs=False,
    )

    assert figures is not None
    assert unseen is not None
    assert (figures.rows, unseen.rows) == (200, 100)


def test_the_learning_curve_falls_with_more_outcomes() -> None:
    known = history(3_000)

    curve = [curve_point(known, size) for size in curve_sizes(known)]

    assert [point.outcomes for point in curve] == [50, 100, 200, 500, 1_000, 2_000]
    assert curve[-1].check.log_loss < curve[0].check.log_loss


def test_pairs_are_kept_where_later_rows_prove_them() -> None:
    known = crossed(3_000)

    judged = saved_by_pairs([forecast(known, *block) for block in borders(known)])

    assert judged.gain > 0.1
    assert may_keep(judged)


def test_pairs_are_not_kept_where_columns_alone_say_it() -> None:
    known = history(2_500)

    judged = saved_by_pairs([forecast(known, *block) for block in borders(known)])

    assert not may_keep(judged)


def test_later_rows_have_a_veto_but_chance_has_none() -> None:
    outcomes = [True, False] * 50
    worse = Forecast(outcomes, [0.7, 0.3] * 50, [0.6, 0.4] * 50, [False] * 100)
    as_good = Forecast(outcomes, [0.7, 0.3] * 50, [0.71, 0.31, 0.7, 0.3] * 25, [False] * 100)

    assert not may_keep(saved_by_pairs([worse]))
    assert may_keep(saved_by_pairs([as_good]))


def test_where_no_pair_was_found_none_is_kept() -> None:
    assert not may_keep(saved_by_pairs([]))
    assert not may_keep(
        saved_by_pairs([Forecast([True, False], [0.7, 0.3], [0.7, 0.3], [False] * 2)])
    )
