"""The points: the table of docs/scoring.md, and the laws that hold for every lead."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring.engagement import warmed
from scoring.lead import (
    BudgetStatus,
    BuyingRole,
    FactValue,
    Horizon,
    Lead,
    NeedStatus,
    Profile,
    Slot,
    TimingStatus,
)
from scoring.score import Score, State, score
from scoring.weights import KINDS, PENALTIES, Weights
from tests.scoring.any_lead import (
    NOW,
    OFFERS,
    TODAY,
    Happened,
    anything,
    authority,
    budget,
    fact,
    heat_of,
    in_vain,
    leads,
    need,
    raising,
    timing,
)

MOST = Weights()


def weigh(lead: Lead, now: datetime = NOW, asked_in_vain: frozenset[Slot] = frozenset()) -> Score:
    today = TODAY + (now - NOW)
    return score(lead, now, today=today, offer_range=OFFERS, asked_in_vain=asked_in_vain)


def knowing(*values: FactValue) -> Lead:
    return Lead(1, facts=tuple(map(fact, values)))


def keys(result: Score) -> list[str]:
    return [reason.key for reason in result.reasons]


# --- the table: qualification -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "points", "state"),
    [
        (need(text="áo cho công ty"), 14, State.POSITIVE),
        (need(text="a printer for the office"), 14, State.POSITIVE),
        (need(text="máy in", count=20), 14, State.POSITIVE),
        (need(text="máy in"), 7, State.PARTIAL),
        (need(NeedStatus.VAGUE, text="gì đó cho nhà"), 7, State.PARTIAL),
        (need(NeedStatus.NONE), 0, State.NEGATIVE),
        (need(count=20, sure=0.49), 0, State.UNKNOWN),
        (timing(0, 10), 12, State.POSITIVE),
        (timing(0, 14), 12, State.POSITIVE),
        (timing(14, 14), 12, State.POSITIVE),
        (timing(15, 15), 8, State.POSITIVE),
        (timing(10, 24), 8, State.POSITIVE),  # the middle of the window tells: day 17
        (timing(92, 92), 8, State.POSITIVE),
        (timing(93, 93), 3, State.PARTIAL),
        (timing(400, None), 3, State.PARTIAL),
        (timing(None, None), 0, State.NEGATIVE),
        (timing(-30, -1), 0, State.UNKNOWN),
        (timing(0, 5, TimingStatus.UNKNOWN), 0, State.UNKNOWN),
        (budget(50_000_000, 50_000_000), 8, State.POSITIVE),
        (budget(50_000_000, 70_000_000), 4, State.PARTIAL),
        (budget(None, 50_000_000), 4, State.PARTIAL),
        (budget(2_000_000, 3_000_000), 0, State.NEGATIVE),  # -4, and Q is never below 0
        (budget(50_000, 50_000, currency="USD"), 4, State.PARTIAL),
        (budget(None, None, BudgetStatus.REFUSED), 0, State.NEGATIVE),
        (budget(None, None, BudgetStatus.UNKNOWN), 0, State.UNKNOWN),
        (authority(BuyingRole.DECISION_MAKER), 6, State.POSITIVE),
        (authority(BuyingRole.NO_AUTHORITY, approved=False), 0, State.NEGATIVE),
        (authority(BuyingRole.INFLUENCER, approved=True), 6, State.POSITIVE),
        (authority(BuyingRole.INFLUENCER), 3, State.PARTIAL),
        (authority(BuyingRole.JOINT), 3, State.PARTIAL),
        (authority(BuyingRole.UNKNOWN), 0, State.UNKNOWN),
    ],
)
def test_a_fact_is_worth_its_points(value: FactValue, points: float, state: State) -> None:
    result = weigh(knowing(value))

    assert result.qualification == points
    assert result.states[fact(value).slot] is state


def test_all_four_letters_at_their_best_are_forty_points() -> None:
    result = weigh(
        knowing(
            need(text="áo cho công ty"),
            timing(0, 3),
            budget(50_000_000, 50_000_000),
            authority(BuyingRole.DECISION_MAKER),
        )
    )

    assert result.qualification == 40
    assert result.completeness == 100


def test_a_budget_below_the_floor_takes_four_from_the_rest() -> None:
    result = weigh(knowing(need(text="áo cho công ty"), budget(1_000_000, 2_000_000)))

    assert result.qualification == 14 - 4
    assert "budget.below" in keys(result)


@pytest.mark.parametrize("slot", [Slot.TIMING, Slot.BUDGET, Slot.AUTHORITY])
def test_what_was_asked_twice_in_vain_costs_three_while_it_is_unknown(slot: Slot) -> None:
    known = knowing(need(text="áo cho công ty"))

    assert weigh(known, asked_in_vain=frozenset({slot})).qualification == 14 - 3
    assert weigh(known, asked_in_vain=frozenset({Slot.NEED})).qualification == 14


def test_the_newest_fact_of_a_kind_counts() -> None:
    assert weigh(knowing(timing(0, 3), timing(200, 300))).qualification == 3


def test_a_date_comes_nearer_while_nobody_says_a_word() -> None:
    lead = knowing(timing(100, 100))

    later = [weigh(lead, NOW + timedelta(days=passed)).qualification for passed in (0, 50, 90, 101)]

    assert later == [3, 8, 12, 0]


def test_urgent_was_urgent_two_weeks_ago() -> None:
    urgent = replace(timing(None, None), horizon=Horizon.IMMEDIATE)
    lead = knowing(urgent)

    states = [
        weigh(lead, NOW + timedelta(days=days)).states[Slot.TIMING] for days in (0, 14, 15, 300)
    ]

    assert states == [State.POSITIVE, State.POSITIVE, State.UNKNOWN, State.UNKNOWN]


def test_from_a_day_on_is_over_when_nobody_came_back_to_it() -> None:
    lead = knowing(timing(10, None))

    states = [weigh(lead, NOW + timedelta(days=days)).states[Slot.TIMING] for days in (20, 103)]

    assert states == [State.POSITIVE, State.UNKNOWN]


# --- the table: what was said two ways ----------------------------------------------------------

YES = authority(BuyingRole.DECISION_MAKER)
NO = authority(BuyingRole.NO_AUTHORITY)
UNSURE_NO = authority(BuyingRole.NO_AUTHORITY, 0.6)


@pytest.mark.parametrize(
    ("said", "state", "points"),
    [
        ((YES, NO), State.NEGATIVE, 0),  # a sure answer corrects
        ((YES, UNSURE_NO), State.CONFLICTING, 0),  # an unsure one leaves it open
        ((YES, UNSURE_NO, UNSURE_NO), State.NEGATIVE, 0),  # said twice
        ((YES, UNSURE_NO, YES), State.POSITIVE, 6),  # settled
        ((UNSURE_NO, YES), State.POSITIVE, 6),
        ((NO, authority(BuyingRole.INFLUENCER, 0.7)), State.CONFLICTING, 0),
        ((YES, authority(BuyingRole.INFLUENCER, 0.7)), State.PARTIAL, 3),  # less, no contradiction
    ],
)
def test_a_slot_said_two_ways_is_open_until_it_is_settled(
    said: tuple[FactValue, ...], state: State, points: float
) -> None:
    facts = tuple(fact(value, message) for message, value in enumerate(said, start=1))

    result = weigh(Lead(1, facts=facts))

    assert result.states[Slot.AUTHORITY] is state
    assert result.qualification == points
    assert result.completeness == (0 if state is State.CONFLICTING else 25)


def test_two_answers_in_one_message_leave_the_slot_open() -> None:
    result = weigh(Lead(1, facts=(fact(YES, 7), fact(NO, 7))))

    assert result.states[Slot.AUTHORITY] is State.CONFLICTING


# --- the table: relationship and penalties ----------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "points"),
    [
        (Profile(), 0),
        (Profile(existing_customer=True), 12),
        (Profile(referral=True), 8),
        (Profile(in_area=True), 4),
        (Profile(verified=True), 4),
        (Profile(existing_customer=True, competitor_named=True), 8),
        (Profile(competitor_named=True), 0),
        (Profile(existing_customer=True, referral=True, in_area=True, verified=True), 20),
        (Profile(existing_customer=False, referral=False, verified=False), 0),
    ],
)
def test_a_relationship_is_worth_its_points(profile: Profile, points: float) -> None:
    assert weigh(Lead(1, profile=profile)).fit == points


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        ("spam", 100),
        ("abuse", 100),
        ("opt_out", 100),
        ("out_of_area", 20),
        ("job_seeker", 30),
        ("supplier", 30),
    ],
)
def test_a_penalty_counts_once_and_does_not_fade(kind: str, points: float) -> None:
    lead = Lead(1, heat=heat_of([(kind, NOW), (kind, NOW)]))

    assert weigh(lead).penalty == points
    assert weigh(lead, NOW + timedelta(days=365)).penalty == points


def test_out_of_area_counts_once_whoever_tells_it() -> None:
    lead = Lead(1, heat=heat_of([("out_of_area", NOW)]), profile=Profile(in_area=False))

    assert weigh(lead).penalty == 20


# --- the table: behaviour ---------------------------------------------------------------------

EVENTS = [
    ("quote_request", 30, 60, 14),
    ("consult_booked", 30, 60, 14),
    ("checkout_started", 30, 60, 14),
    ("call_me", 30, 60, 14),
    ("add_to_cart", 15, 30, 3),
    ("product_question", 10, 30, 7),
    ("contact_sent", 10, 10, 30),
    ("reply", 4, 16, 7),
    ("link_click", 3, 12, 7),
    ("visit", 1, 6, 3),
    ("open", 0.5, 2, 3),
]


def felt(raw: float) -> float:
    return 40 * (1 - math.exp(-raw / 40))


@pytest.mark.parametrize(("kind", "weight", "cap", "half_life"), EVENTS)
def test_behaviour_counts_fades_by_half_and_has_a_cap(
    kind: str, weight: float, cap: float, half_life: float
) -> None:
    once = Lead(1, heat=heat_of([(kind, NOW)]))
    often = Lead(1, heat=heat_of([(kind, NOW)] * 100))
    half = NOW + timedelta(days=half_life)

    assert weigh(once).engagement == pytest.approx(felt(weight), abs=1e-9)
    assert weigh(once, half).engagement == pytest.approx(felt(weight / 2), abs=1e-9)
    assert weigh(often).engagement == pytest.approx(felt(cap), abs=1e-9)


def test_a_follow_up_without_a_reply_takes_three_and_nine_at_most() -> None:
    asked = [("quote_request", NOW)]
    ignored = ("no_reply", NOW)

    once = Lead(1, heat=heat_of([*asked, ignored]))
    often = Lead(1, heat=heat_of([*asked, *[ignored] * 10]))

    assert weigh(once).engagement == pytest.approx(felt(27), abs=1e-9)
    assert weigh(often).engagement == pytest.approx(felt(21), abs=1e-9)
    assert weigh(Lead(1, heat=heat_of([ignored]))).engagement == 0


def test_the_table_is_the_table_of_the_code() -> None:
    told = {(kind, weight, cap, days) for kind, weight, cap, days in EVENTS}
    told.add(("no_reply", -3, -9, 14))

    assert told == {
        (kind, rule.weight, rule.cap, rule.half_life_days) for kind, rule in KINDS.items()
    }


def test_an_unknown_kind_of_behaviour_is_refused() -> None:
    with pytest.raises(KeyError):
        warmed((), "telepathy", NOW)


# --- laws -------------------------------------------------------------------------------------


@given(leads, in_vain)
def test_points_stay_between_0_and_100_and_parts_in_their_bounds(
    lead: Lead, asked: frozenset[Slot]
) -> None:
    result = weigh(lead, asked_in_vain=asked)

    assert 0 <= result.points <= 100
    assert 0 <= result.qualification <= MOST.qualification_most
    assert 0 <= result.fit <= MOST.fit_most
    assert 0 <= result.engagement <= MOST.engagement_most
    assert result.penalty >= 0
    assert 0 <= result.completeness <= 100


@given(leads, in_vain)
def test_the_reasons_add_up_to_the_score(lead: Lead, asked: frozenset[Slot]) -> None:
    result = weigh(lead, asked_in_vain=asked)

    # To the last bit, and in any order: a total that is not its log is what sellers complain of.
    points = [reason.points for reason in result.reasons]
    assert sum(points) == sum(reversed(points)) == result.points
    assert all(points)


@pytest.mark.parametrize(
    ("value", "kind", "slot"),
    [
        (budget(50_000_000, 50_000_000), "price_rejected", Slot.BUDGET),
        (need(text="áo cho công ty"), "need_rejected", Slot.NEED),
    ],
)
def test_what_a_rep_gave_back_for_counts_until_something_newer_is_said(
    value: FactValue, kind: str, slot: Slot
) -> None:
    said = fact(value)
    before = replace(said, learned_at=NOW - timedelta(days=2))
    told = heat_of([(kind, NOW - timedelta(days=1))])

    given_back = weigh(Lead(1, facts=(before,), heat=told))
    said_again = weigh(Lead(1, facts=(before, said), heat=told))

    assert given_back.states[slot] is State.NEGATIVE
    assert given_back.points == 0
    assert said_again == weigh(Lead(1, facts=(before, said)))


@given(leads, in_vain)
def test_the_score_is_its_parts_kept_in_bounds(lead: Lead, asked: frozenset[Slot]) -> None:
    result = weigh(lead, asked_in_vain=asked)

    total = result.qualification + result.fit + result.engagement - result.penalty
    assert result.points == pytest.approx(min(100, max(0, total)), abs=1e-9)


_BEST: tuple[FactValue, ...] = (
    need(text="áo cho công ty"),
    timing(0, 3),
    budget(50_000_000, 50_000_000),
    authority(BuyingRole.DECISION_MAKER),
)


@given(leads, in_vain, st.sampled_from(_BEST))
def test_the_best_answer_to_a_question_never_lowers_the_score(
    lead: Lead, asked: frozenset[Slot], value: FactValue
) -> None:
    before = weigh(lead, asked_in_vain=asked).points

    after = weigh(lead.learn((fact(value),)), asked_in_vain=asked).points

    assert after >= before - 1e-9


@given(leads, in_vain, st.sampled_from((*_BEST, need(), timing(200, 300), budget(None, 9**9))))
def test_a_positive_fact_about_what_was_unknown_never_lowers_the_score(
    lead: Lead, asked: frozenset[Slot], value: FactValue
) -> None:
    learned = fact(value)
    before = weigh(lead, asked_in_vain=asked)
    assume(before.states[learned.slot] is State.UNKNOWN)

    assert weigh(lead.learn((learned,)), asked_in_vain=asked).points >= before.points - 1e-9


@given(leads, st.sampled_from([kind for kind, rule in KINDS.items() if rule.weight > 0]))
def test_a_sign_of_interest_never_lowers_the_score(lead: Lead, kind: str) -> None:
    warmer = Lead(1, facts=lead.facts, heat=warmed(lead.heat, kind, NOW), profile=lead.profile)

    assert weigh(warmer).points >= weigh(lead).points - 1e-9


@given(raising, st.lists(st.integers(0, 200), min_size=2, max_size=6))
def test_interest_only_fades_while_nothing_happens(
    happened: list[Happened], passed: list[int]
) -> None:
    lead = Lead(1, heat=heat_of(happened))

    points = [weigh(lead, NOW + timedelta(days=days)).points for days in sorted(passed)]

    assert all(later <= earlier + 1e-9 for earlier, later in pairwise(points))


@given(leads, in_vain)
def test_the_same_lead_at_the_same_time_weighs_the_same(lead: Lead, asked: frozenset[Slot]) -> None:
    assert weigh(lead, asked_in_vain=asked) == weigh(lead, asked_in_vain=asked)


@settings(max_examples=200)
@given(st.data())
def test_the_order_in_which_events_are_counted_does_not_matter(data: st.DataObject) -> None:
    happened = data.draw(anything)
    shuffled = data.draw(st.permutations(happened))

    one = {heat.kind: heat for heat in heat_of(happened)}
    other = {heat.kind: heat for heat in heat_of(shuffled)}

    assert one.keys() == other.keys()
    for kind, heat in one.items():
        assert heat.value == pytest.approx(other[kind].value, abs=1e-9)
        assert kind in PENALTIES or heat.at == other[kind].at


@given(st.permutations(list(KINDS)))
def test_the_order_of_events_of_one_moment_does_not_matter(kinds: list[str]) -> None:
    heat = heat_of([(kind, NOW) for kind in kinds])
    straight = heat_of([(kind, NOW) for kind in KINDS])

    assert sorted(heat, key=lambda one: one.kind) == sorted(straight, key=lambda one: one.kind)


@given(raising)
def test_counting_as_it_happens_gives_the_sum_of_the_table(happened: list[Happened]) -> None:
    heat = heat_of(happened)

    for one in heat:
        rule = KINDS[one.kind]
        summed = sum(
            rule.weight * 2 ** (-((NOW - at) / timedelta(days=1)) / rule.half_life_days)
            for kind, at in happened
            if kind == one.kind
        )
        faded = one.value * 2 ** (-((NOW - one.at) / timedelta(days=1)) / rule.half_life_days)
        assert faded == pytest.approx(summed, abs=1e-9)


@given(leads, in_vain, st.data())
def test_a_named_reason_taken_away_moves_the_score_the_stated_way(
    lead: Lead, asked: frozenset[Slot], data: st.DataObject
) -> None:
    result = weigh(lead, asked_in_vain=asked)
    named = [
        one
        for one in result.reasons
        if one.key.split(".")[0] in {*Slot, "engagement"} and "in_vain" not in one.key
    ]
    assume(named)
    reason = data.draw(st.sampled_from(named))
    about, _, kind = reason.key.partition(".")

    without = replace(
        lead,
        facts=tuple(one for one in lead.facts if one.slot != about),
        heat=tuple(one for one in lead.heat if one.kind != kind),
    )

    # Nothing else may take its place: a slot that falls silent is one that was asked in vain.
    after = weigh(without, asked_in_vain=asked - {Slot(about)} if about in set(Slot) else asked)
    moved = after.points - result.points
    assert moved <= 1e-9 if reason.points > 0 else moved >= -1e-9
