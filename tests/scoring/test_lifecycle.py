"""The stages: what the evidence lifts a lead to, and what a rep may do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.lead import FactValue, Heat, Lead, Stage, Temperature
from scoring.lifecycle import RECENT, climb, may_move
from scoring.score import Score, score
from scoring.temperature import hot_until, temperature
from tests.scoring.any_lead import NOW, OFFERS, TODAY, budget, fact, leads, need, timing

_MACHINE = (Stage.NEW, Stage.MQL, Stage.SQL)
_ALLOWED = {
    (Stage.NEW, Stage.OPPORTUNITY),
    (Stage.MQL, Stage.OPPORTUNITY),
    (Stage.SQL, Stage.OPPORTUNITY),
    (Stage.OPPORTUNITY, Stage.CUSTOMER),
    (Stage.NEW, Stage.LOST),
    (Stage.MQL, Stage.LOST),
    (Stage.SQL, Stage.LOST),
    (Stage.OPPORTUNITY, Stage.LOST),
    (Stage.NEW, Stage.DISQUALIFIED),
    (Stage.MQL, Stage.DISQUALIFIED),
    (Stage.SQL, Stage.DISQUALIFIED),
    (Stage.OPPORTUNITY, Stage.DISQUALIFIED),
    (Stage.SQL, Stage.MQL),
    (Stage.OPPORTUNITY, Stage.MQL),
    (Stage.LOST, Stage.MQL),
    (Stage.DISQUALIFIED, Stage.MQL),
}


def weigh(lead: Lead) -> Score:
    return score(lead, NOW, today=TODAY, offer_range=OFFERS)


def _lead(*values: FactValue, heat: tuple[Heat, ...] = (), hot: bool = False) -> Lead:
    warmth = Temperature.HOT if hot else Temperature.COLD
    return Lead(1, facts=tuple(map(fact, values)), heat=heat, temperature=warmth)


_ALIVE = Heat("reply", 4, NOW)
_ASLEEP = Heat("reply", 4, NOW - RECENT - timedelta(minutes=1))
_PRINTER, _SOON, _MONEY = need(text="máy in"), timing(0, 3), budget(9**8, 9**8)


@pytest.mark.parametrize("before", Stage)
@pytest.mark.parametrize("after", Stage)
def test_a_rep_moves_a_lead_where_the_table_allows(before: Stage, after: Stage) -> None:
    assert may_move(before, after) is ((before, after) in _ALLOWED)


@pytest.mark.parametrize(
    ("lead", "stage"),
    [
        (_lead(), Stage.NEW),
        (_lead(_PRINTER, heat=(_ALIVE,)), Stage.NEW),
        (_lead(_PRINTER, _SOON, heat=(_ALIVE,)), Stage.MQL),
        (_lead(_PRINTER, _SOON), Stage.NEW),
        (_lead(_PRINTER, _SOON, heat=(_ASLEEP,)), Stage.NEW),
        (_lead(_PRINTER, _SOON, heat=(Heat("opt_out", 1, NOW),)), Stage.NEW),
        (_lead(_PRINTER, _SOON, heat=(_ALIVE,), hot=True), Stage.SQL),
        (_lead(_PRINTER, _MONEY, heat=(_ALIVE,), hot=True), Stage.SQL),
        (_lead(_SOON, _MONEY, heat=(_ALIVE,), hot=True), Stage.MQL),  # hot for what?
        (_lead(_PRINTER, heat=(_ALIVE,), hot=True), Stage.NEW),
        (replace(_lead(hot=True), hot_until=NOW + timedelta(hours=1)), Stage.SQL),
        (replace(_lead(hot=True), hot_until=NOW), Stage.NEW),
    ],
)
def test_the_evidence_lifts_a_lead(lead: Lead, stage: Stage) -> None:
    assert climb(lead, weigh(lead), NOW) is stage


def test_warm_by_points_is_enough_for_marketing() -> None:
    lead = _lead()

    weighed = replace(weigh(lead), points=35.0)

    assert climb(lead, weighed, NOW) is Stage.MQL
    assert climb(lead, replace(weighed, points=34.9), NOW) is Stage.NEW


@given(leads, st.sampled_from(Stage), st.sampled_from(Temperature))
def test_the_machine_never_steps_down_nor_past_sql(
    lead: Lead, stage: Stage, before: Temperature
) -> None:
    lead = replace(lead, stage=stage, hot_until=hot_until(lead))
    weighed = weigh(lead)
    warmth = temperature(weighed.points, before, NOW, hot_until=lead.hot_until)
    lead = replace(lead, temperature=warmth)

    after = climb(lead, weighed, NOW)

    if stage in _MACHINE:
        assert after in _MACHINE[_MACHINE.index(stage) :]
        assert climb(replace(lead, stage=after), weighed, NOW) is after
    else:
        assert after is stage
