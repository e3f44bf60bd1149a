"""A step is planned once, fires once, and never without a consent that can be shown."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy.exc import IntegrityError

from storage.follow_ups import CANCELLED, NUDGE, REFUSED, SENT
from storage.leads import Prospect
from storage.store import Store, Work
from tests.fakes import MORNING

SOON = MORNING + timedelta(minutes=10)


async def _lan(store: Store) -> Prospect:
    def meet(work: Work) -> Prospect:
        prospect, _ = work.leads.find_or_create("fake", "lan", name="Lan", source="", now=MORNING)
        return prospect

    return await store.run(meet)


def _plan(
    work: Work,
    lan: Prospect,
    sequence: str = NUDGE,
    due_at: datetime = SOON,
    key: str = "f:1",
    consent_id: int | None = None,
) -> bool:
    return work.follow_ups.plan(
        lan.lead_id, lan, sequence, 1, due_at, MORNING, key=key, consent_id=consent_id
    )


def _consent(work: Work, lan: Prospect, given: bool) -> int:
    return work.conversations.consent(lan.id, "contact", given=given, text_version="1", now=MORNING)


def _settle(work: Work, step: int, state: str, at: datetime) -> None:
    work.follow_ups.settle(step, state, "", at)


async def test_a_key_is_planned_once(store: Store) -> None:
    lan = await _lan(store)

    planned = [await store.run(lambda work: _plan(work, lan)) for _ in range(3)]

    assert planned == [True, False, False]
    assert len(await store.read(lambda work: work.follow_ups.take_due(SOON))) == 1


async def test_a_step_outside_the_conversation_needs_a_consent(store: Store) -> None:
    lan = await _lan(store)

    with pytest.raises(IntegrityError, match="consent"):
        await store.run(lambda work: _plan(work, lan, "next_day"))

    assert await store.read(lambda work: work.follow_ups.of_lead(lan.lead_id)) == ()


async def test_with_a_consent_a_step_outside_the_conversation_stands(store: Store) -> None:
    lan = await _lan(store)
    consent = await store.run(partial(_consent, lan=lan, given=True))

    assert await store.run(lambda work: _plan(work, lan, "next_day", consent_id=consent))


async def test_a_consent_taken_back_does_not_stand(store: Store) -> None:
    lan = await _lan(store)
    for given in (True, False):
        await store.run(partial(_consent, lan=lan, given=given))

    assert await store.read(lambda work: work.conversations.agreed(lan.id, "contact")) is None


async def test_a_step_is_due_from_its_time_on(store: Store) -> None:
    lan = await _lan(store)
    await store.run(lambda work: _plan(work, lan))
    early = SOON - timedelta(seconds=1)

    assert await store.read(lambda work: work.follow_ups.take_due(early)) == ()
    (step,) = await store.read(lambda work: work.follow_ups.take_due(SOON))
    assert await store.run(lambda work: work.follow_ups.claim(step, early)) is None
    assert await store.run(lambda work: work.follow_ups.claim(step, SOON)) is not None


async def test_a_reply_cancels_all_that_waits_with_its_reason(store: Store) -> None:
    lan = await _lan(store)
    for key in ("f:1", "f:2"):
        await store.run(partial(_plan, lan=lan, key=key))
    step, _ = await store.read(lambda work: work.follow_ups.take_due(SOON))

    assert await store.run(lambda work: work.follow_ups.cancel(lan.id, "replied", MORNING)) == 2

    assert await store.run(lambda work: work.follow_ups.claim(step, SOON)) is None
    steps = await store.read(lambda work: work.follow_ups.of_lead(lan.lead_id))
    assert {(one.state, one.reason) for one in steps} == {(CANCELLED, "replied")}
    assert await store.read(lambda work: work.follow_ups.next_due()) is None


async def test_of_five_who_claim_a_step_at_once_one_settles_it(store: Store) -> None:
    lan = await _lan(store)
    await store.run(lambda work: _plan(work, lan))
    (step,) = await store.read(lambda work: work.follow_ups.take_due(SOON))

    def fire(work: Work) -> bool:
        if work.follow_ups.claim(step, SOON) is None:
            return False
        work.follow_ups.settle(step, SENT, "", SOON)
        return True

    fired = await asyncio.gather(*(store.run(fire) for _ in range(5)))

    assert sum(fired) == 1


async def test_a_step_that_was_moved_waits_for_its_new_time(store: Store) -> None:
    lan = await _lan(store)
    await store.run(lambda work: _plan(work, lan))
    (step,) = await store.read(lambda work: work.follow_ups.take_due(SOON))
    tomorrow = SOON + timedelta(days=1)

    await store.run(lambda work: work.follow_ups.move(step, tomorrow, "quiet_hours"))

    assert await store.read(lambda work: work.follow_ups.take_due(SOON)) == ()
    assert await store.read(lambda work: work.follow_ups.next_due()) == tomorrow


async def test_only_what_was_sent_and_is_no_nudge_counts_towards_the_cap(store: Store) -> None:
    lan = await _lan(store)
    consent = await store.run(partial(_consent, lan=lan, given=True))
    for number, (sequence, state) in enumerate(
        ((NUDGE, SENT), ("next_day", SENT), ("next_day", REFUSED), ("next_day", SENT))
    ):
        await store.run(
            partial(_plan, lan=lan, sequence=sequence, key=f"f:{number}", consent_id=consent)
        )
        step = (await store.read(lambda work: work.follow_ups.of_lead(lan.lead_id)))[-1].id
        at = SOON + timedelta(hours=number)
        await store.run(partial(_settle, step=step, state=state, at=at))

    assert len(await store.read(lambda work: work.sent_steps.times(lan.lead_id, MORNING))) == 2
    after_two = SOON + timedelta(hours=2)
    assert len(await store.read(lambda work: work.sent_steps.times(lan.lead_id, after_two))) == 1
