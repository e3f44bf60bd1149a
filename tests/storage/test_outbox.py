"""Messages leave in order, once, and what may have arrived is held."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from functools import partial

import pytest

from storage.outbox import CANCELLED, DEAD, DUE, SENT, UNKNOWN, Outgoing, Urgency
from storage.store import Store, Work
from tests.fakes import MORNING

LEASE = timedelta(seconds=60)


def _put(
    work: Work, chat_id: str, text: str, urgency: Urgency = Urgency.REPLY, edits_row: int = 0
) -> int:
    payload = {"text": text, "edits_row": edits_row}
    return work.outbox.put("fake", chat_id, payload, MORNING, urgency=urgency)


async def _take(
    store: Store, now: datetime = MORNING, busy: frozenset[str] = frozenset(), limit: int = 100
) -> list[str]:
    """The texts claimed by one look."""
    rows = await store.run(
        lambda work: work.outbox.take_due("fake", now, busy=set(busy), limit=limit, lease=LEASE)
    )
    return [row.payload["text"] for row in rows]


async def _sending(store: Store, chat_id: str, urgency: Urgency = Urgency.REPLY) -> Outgoing:
    """A message whose request is under way."""
    await store.run(lambda work: _put(work, chat_id, "hello", urgency))
    (row,) = await store.run(
        lambda work: work.outbox.take_due("fake", MORNING, busy=set(), limit=1, lease=LEASE)
    )
    assert await store.run(lambda work: work.outbox.start(row.id, MORNING, LEASE))
    return row


def _left(work: Work, now: datetime | None) -> list[int]:
    return [one.id for one in work.outbox.left_sending(now)]


async def _counts(store: Store) -> dict[str, int]:
    backlog = await store.read(lambda work: work.outbox.backlog())
    return {state: count for state, count in backlog.counts.items() if count}


async def test_of_each_chat_the_oldest_goes_first_and_alone(store: Store) -> None:
    for text in ("lan 1", "lan 2", "hoa 1"):
        await store.run(partial(_put, chat_id=text.split()[0], text=text))

    assert await _take(store) == ["lan 1", "hoa 1"]
    assert await _take(store) == []  # the second must wait until the first is settled


async def test_the_urgent_go_first_over_all_chats(store: Store) -> None:
    for chat_id, urgency in (
        ("a", Urgency.FOLLOW_UP),
        ("b", Urgency.ALERT),
        ("c", Urgency.REPLY),
    ):
        await store.run(partial(_put, chat_id=chat_id, text=chat_id, urgency=urgency))

    assert await _take(store, limit=2) == ["c", "b"]
    assert await _take(store) == ["a"]


async def test_nothing_overtakes_a_message_that_waits_for_its_next_try(store: Store) -> None:
    first = await _sending(store, "lan")
    await store.run(lambda work: _put(work, "lan", "second", Urgency.REPLY))
    later = MORNING + timedelta(minutes=1)

    await store.run(lambda work: work.outbox.retry(first.id, later, "500"))

    assert await _take(store) == []
    assert await _take(store, later) == ["hello"]


async def test_a_chat_with_a_request_under_way_is_left_alone(store: Store) -> None:
    await store.run(lambda work: _put(work, "lan", "lan"))
    await store.run(lambda work: _put(work, "hoa", "hoa"))

    assert await _take(store, busy=frozenset({"lan"})) == ["hoa"]


async def test_ten_who_look_at_once_never_claim_the_same_message(store: Store) -> None:
    for number in range(20):
        await store.run(partial(_put, chat_id=f"chat {number}", text=str(number)))

    looks = await asyncio.gather(*(_take(store, limit=5) for _ in range(10)))

    claimed = [text for look in looks for text in look]
    assert len(claimed) == len(set(claimed))
    while more := await _take(store, limit=5):
        claimed += more
    assert sorted(claimed, key=int) == [str(n) for n in range(20)]


async def test_a_claimed_message_that_was_cancelled_does_not_start(store: Store) -> None:
    row = await store.run(lambda work: _put(work, "lan", "hello", Urgency.FOLLOW_UP))
    await _take(store)

    await store.run(lambda work: work.outbox.cancel_follow_ups("fake", "lan"))

    assert not await store.run(lambda work: work.outbox.start(row, MORNING, LEASE))


async def test_a_claimed_message_that_was_cancelled_is_not_put_back(store: Store) -> None:
    row = await store.run(lambda work: _put(work, "lan", "hello"))
    await _take(store)
    await store.run(lambda work: work.outbox.cancel_all("fake", "lan"))

    await store.run(lambda work: work.outbox.retry(row, MORNING, "stopped"))

    assert await _take(store) == []


async def test_a_message_starts_once(store: Store) -> None:
    row = await _sending(store, "lan")

    assert not await store.run(lambda work: work.outbox.start(row.id, MORNING, LEASE))


async def test_a_reply_cancels_follow_ups_and_leaves_answers(store: Store) -> None:
    await store.run(lambda work: _put(work, "lan", "follow-up", Urgency.FOLLOW_UP))
    await store.run(lambda work: _put(work, "lan", "answer"))
    await store.run(lambda work: _put(work, "hoa", "another's", Urgency.FOLLOW_UP))

    assert await store.run(lambda work: work.outbox.cancel_follow_ups("fake", "lan")) == 1
    assert await _take(store) == ["answer", "another's"]


@pytest.mark.parametrize("urgency", Urgency)
async def test_what_is_cancelled_on_its_way_is_not_tried_again(
    store: Store, urgency: Urgency
) -> None:
    row = await _sending(store, "lan", urgency)
    await store.run(lambda work: work.outbox.cancel_all("fake", "lan"))

    await store.run(lambda work: work.outbox.retry(row.id, MORNING, "500"))

    assert await _take(store, MORNING + timedelta(days=1)) == []


async def test_what_is_cancelled_on_its_way_and_arrives_counts_as_sent(store: Store) -> None:
    row = await _sending(store, "lan")
    await store.run(lambda work: work.outbox.cancel_all("fake", "lan"))

    await store.run(lambda work: work.outbox.sent(row.id, "p:1", MORNING))

    lines = await store.read(lambda work: work.transcript.lines("fake", "lan"))
    assert [line.payload["text"] for line in lines] == ["hello"]


async def test_a_claim_whose_owner_died_is_free_again_when_its_lease_is_over(
    store: Store,
) -> None:
    await store.run(lambda work: _put(work, "lan", "hello"))
    await _take(store)
    after = MORNING + LEASE + timedelta(seconds=1)

    await store.run(lambda work: work.outbox.release_claims(MORNING + LEASE))
    assert await _take(store) == []
    await store.run(lambda work: work.outbox.release_claims(after))

    assert await _take(store) == ["hello"]


async def test_a_request_whose_owner_died_is_found_at_a_start_or_after_its_lease(
    store: Store,
) -> None:
    row = await _sending(store, "lan")
    after = MORNING + LEASE + timedelta(seconds=1)

    for now, found in ((MORNING + LEASE, []), (after, [row.id]), (None, [row.id])):
        assert await store.read(partial(_left, now=now)) == found


async def test_what_is_in_doubt_is_held_and_shown_and_holds_up_nobody(store: Store) -> None:
    row = await _sending(store, "lan")
    await store.run(lambda work: _put(work, "lan", "the next"))

    await store.run(lambda work: work.outbox.in_doubt(row.id, "no answer"))
    await store.run(lambda work: work.outbox.release_claims())

    assert await _take(store, MORNING + timedelta(days=30)) == ["the next"]
    assert (await _counts(store))[UNKNOWN] == 1


async def test_a_message_given_up_is_shown_and_holds_up_nobody(store: Store) -> None:
    row = await _sending(store, "lan")
    await store.run(lambda work: _put(work, "lan", "the next"))

    await store.run(lambda work: work.outbox.dead(row.id, "refused"))

    assert await _take(store) == ["the next"]
    assert (await _counts(store))[DEAD] == 1


async def test_a_repeat_keeps_its_number(store: Store) -> None:
    row = await _sending(store, "minh", Urgency.ALERT)

    await store.run(lambda work: work.outbox.repeat(row.id, {"text": "again"}, MORNING))

    (again,) = await store.run(
        lambda work: work.outbox.take_due("fake", MORNING, busy=set(), limit=9, lease=LEASE)
    )
    assert (again.id, again.payload["text"], again.attempts) == (row.id, "again", 1)


async def test_a_change_names_the_message_it_changes(store: Store) -> None:
    card = await _sending(store, "lan")
    await store.run(lambda work: work.outbox.sent(card.id, "p:7", MORNING))
    await store.run(lambda work: _put(work, "lan", "changed", edits_row=card.id))

    (change,) = await store.run(
        lambda work: work.outbox.take_due("fake", MORNING, busy=set(), limit=9, lease=LEASE)
    )

    assert change.edits == "p:7"


async def test_what_has_not_left_is_changed_where_it_waits(store: Store) -> None:
    row = await store.run(lambda work: _put(work, "lan", "offered"))
    change = partial(_put, chat_id="lan", text="taken", edits_row=row)
    assert await store.run(change) == row

    sent = await store.run(
        lambda work: work.outbox.take_due("fake", MORNING, busy=set(), limit=9, lease=LEASE)
    )
    assert [(one.payload["text"], one.edits) for one in sent] == [("taken", "")]


async def test_of_changes_that_wait_only_the_newest_leaves(store: Store) -> None:
    row = await _sending(store, "lan")
    await store.run(lambda work: work.outbox.sent(row.id, "77", MORNING))
    for text in ("called", "won"):
        await store.run(partial(_put, chat_id="lan", text=text, edits_row=row.id))

    sent = await store.run(
        lambda work: work.outbox.take_due("fake", MORNING, busy=set(), limit=9, lease=LEASE)
    )
    assert [(one.payload["text"], one.edits) for one in sent] == [("won", "77")]


async def test_only_what_surely_never_left_is_withdrawn(store: Store) -> None:
    waiting = await store.run(lambda work: _put(work, "hoa", "offered"))
    assert await store.run(lambda work: work.outbox.withdraw(waiting))
    assert not await store.run(lambda work: work.outbox.withdraw(waiting))

    tried = await _sending(store, "lan", Urgency.ALERT)
    payload = {"text": "offered"}
    await store.run(lambda work: work.outbox.repeat(tried.id, payload, MORNING))
    assert not await store.run(lambda work: work.outbox.withdraw(tried.id))


async def test_a_group_that_moved_gets_what_waits(store: Store) -> None:
    await store.run(lambda work: _put(work, "-1", "hello"))

    await store.run(lambda work: work.outbox.move_chat("fake", "-1", "-100"))

    (row,) = await store.run(
        lambda work: work.outbox.take_due("fake", MORNING, busy=set(), limit=9, lease=LEASE)
    )
    assert row.chat_id == "-100"


async def test_the_backlog_counts_what_is_not_settled(store: Store) -> None:
    sent = await _sending(store, "lan")
    await store.run(lambda work: work.outbox.sent(sent.id, "p:1", MORNING))
    await store.run(lambda work: _put(work, "lan", "waits"))
    await store.run(lambda work: _put(work, "hoa", "dropped", Urgency.FOLLOW_UP))
    await store.run(lambda work: work.outbox.cancel_follow_ups("fake", "hoa"))

    backlog = await store.read(lambda work: work.outbox.backlog())

    assert backlog.counts == {DUE: 1}
    assert backlog.oldest_due == MORNING
    assert await store.read(lambda work: work.outbox.next_due()) == MORNING
    assert {SENT, CANCELLED}.isdisjoint(backlog.counts)
