"""Every score that was ever kept can be had again, to the last bit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.business import Business
from handlers.business_file.scoring import Scoring
from handlers.score.replaying import Replay, replays
from handlers.score.weighing import Happening, weigh
from scoring.lead import BANT, FactValue, Lead, Profile, Slot
from scoring.weights import GIVEN_BACK, HANDLED, KINDS, PENALTIES
from storage.store import Store, Work
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House
from tests.scoring.any_lead import fact, profiles, values

DEARER = SAMPLE_BUSINESS.model_copy(update={"scoring": Scoring(hot=70, warm=40)})
_TALK = (
    "Em cần máy tính tiền cho 2 quầy",
    "tầm 30 triệu",
    "cần trong tuần này",
    "em là chủ quán",
    "gọi cho em nhé 0912 345 678",
)


def _replays(work: Work, lead_id: int = 1) -> tuple[Replay, ...]:
    lead = work.leads.get(lead_id)
    assert lead is not None
    return replays(work, lead)


async def test_a_conversation_replays_bit_by_bit(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    for words in _TALK:
        await house.says("lan", words)
        await house.passes(hours=7)
    await house.taps("minh", "✋")
    await house.taps("minh", "📞")

    found = await house.store.run(_replays)

    assert len(found) >= len(_TALK)
    assert all(one.is_equal for one in found)
    assert found[-1].kept.cause == HANDLED
    assert all(one.kept.rules and one.kept.cause for one in found)


async def test_a_score_of_before_replays_under_the_rules_of_then(store: Store) -> None:
    lead_id = await store.run(lambda work: work.leads.create(name="", source="", now=MORNING))
    for number, business in enumerate((SAMPLE_BUSINESS, DEARER, SAMPLE_BUSINESS)):
        now = MORNING + timedelta(days=number)
        await store.run(partial(_calls, lead_id=lead_id, business=business, now=now))

    found = await store.run(partial(_replays, lead_id=lead_id))

    assert len({one.kept.rules for one in found}) == 2
    assert all(one.is_equal for one in found)


def _calls(work: Work, lead_id: int, business: Business, now: datetime) -> None:
    happenings = (Happening("reply", f"reply:{now}"), Happening("call_me", f"call:{now}"))
    weigh(work, business, _lead(work, lead_id), now, happenings=happenings)


def _lead(work: Work, lead_id: int) -> Lead:
    lead = work.leads.get(lead_id)
    assert lead is not None
    return lead


_Step = tuple[int, list[FactValue], list[str], Profile, frozenset[Slot], bool]
_kinds = st.sampled_from([*KINDS, *PENALTIES, HANDLED, *GIVEN_BACK])
_steps = st.lists(
    st.tuples(
        st.integers(0, 40 * 24 * 60),  # minutes since the step before
        st.lists(values, max_size=2),
        st.lists(_kinds, max_size=4),
        profiles,
        st.frozensets(st.sampled_from(BANT), max_size=2),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=_steps)
async def test_whatever_happens_to_a_lead_replays_bit_by_bit(
    sqlite_store: Store,
    steps: list[tuple[int, list[FactValue], list[str], Profile, frozenset[Slot], bool]],
) -> None:
    def live(work: Work) -> tuple[Replay, ...]:
        now = MORNING
        lead_id = work.leads.create(name="", source="", now=now)
        for number, (minutes, told, kinds, profile, in_vain, dearer) in enumerate(steps):
            now += timedelta(minutes=minutes)
            facts = tuple(replace(fact(one, number + 1), learned_at=now) for one in told)
            work.leads.learn(lead_id, facts)
            lead = replace(_lead(work, lead_id), profile=profile)
            weigh(
                work,
                DEARER if dearer else SAMPLE_BUSINESS,
                lead,
                now,
                happenings=tuple(
                    Happening(kind, f"{lead_id}:{number}:{place}")
                    for place, kind in enumerate(kinds)
                ),
                asked_in_vain=in_vain,
                message_id=number + 1,
            )
        return _replays(work, lead_id)

    found = await sqlite_store.run(live)

    assert len(found) == len(steps)
    assert all(one.is_equal for one in found)
