"""Every event once, in the order it came, until it is handled or set aside."""

from __future__ import annotations

from functools import partial

import pytest

from storage.inbox import MOST_ATTEMPTS
from storage.store import Store, Work
from tests.fakes import MORNING


def _admit(work: Work, chat_id: str, key: str, payload: str = "{}") -> int | None:
    return work.inbox.admit("fake", chat_id, key, payload, MORNING)


async def test_an_event_is_admitted_once_however_often_it_comes(store: Store) -> None:
    first = await store.run(lambda work: _admit(work, "lan", "m:1", "the first"))
    again = await store.run(lambda work: _admit(work, "lan", "m:1", "the second"))

    assert first is not None
    assert again is None
    waiting = await store.read(lambda work: work.inbox.waiting("fake", "lan"))
    assert [one.payload for one in waiting] == ["the first"]


async def test_an_event_that_was_handled_is_not_admitted_again(store: Store) -> None:
    row = await store.run(lambda work: _admit(work, "lan", "m:1"))
    assert row is not None
    await store.run(lambda work: work.inbox.done((row,)))

    assert await store.run(lambda work: _admit(work, "lan", "m:1")) is None
    assert await store.read(lambda work: work.inbox.waiting("fake", "lan")) == ()


@pytest.mark.parametrize(
    ("channel", "chat_id", "key"),
    [("fake", "hoa", "m:1"), ("other", "lan", "m:1"), ("fake", "lan", "m:1:edited")],
)
async def test_another_chat_channel_or_edit_is_another_event(
    store: Store, channel: str, chat_id: str, key: str
) -> None:
    await store.run(lambda work: _admit(work, "lan", "m:1"))

    row = await store.run(lambda work: work.inbox.admit(channel, chat_id, key, "{}", MORNING))

    assert row is not None


async def test_a_chat_is_handed_over_in_the_order_it_was_admitted(store: Store) -> None:
    for number in (3, 1, 2):
        await store.run(partial(_admit, chat_id="lan", key=f"m:{number}", payload=str(number)))

    waiting = await store.read(lambda work: work.inbox.waiting("fake", "lan"))

    assert [one.payload for one in waiting] == ["3", "1", "2"]


async def test_after_a_restart_the_chats_that_wait_are_found_the_oldest_first(
    store: Store,
) -> None:
    rows = [
        await store.run(partial(_admit, chat_id=chat_id, key=str(number)))
        for number, chat_id in enumerate(("lan", "hoa", "lan", "tam"))
    ]
    done = tuple(row for row in (rows[0], rows[3]) if row is not None)
    await store.run(lambda work: work.inbox.done(done))

    chats = await store.read(lambda work: work.inbox.chats_waiting())

    assert chats == (("fake", "hoa"), ("fake", "lan"))
    assert await store.read(lambda work: work.inbox.oldest_waiting()) == MORNING


async def test_a_message_that_fails_five_times_is_set_aside_and_frees_its_chat(
    store: Store,
) -> None:
    bad = await store.run(lambda work: _admit(work, "lan", "m:1", "bad"))
    await store.run(lambda work: _admit(work, "lan", "m:2", "good"))
    assert bad is not None

    set_aside = [
        await store.run(lambda work: work.inbox.failed((bad,), "it raised"))
        for _ in range(MOST_ATTEMPTS)
    ]

    assert set_aside == [False] * (MOST_ATTEMPTS - 1) + [True]
    waiting = await store.read(lambda work: work.inbox.waiting("fake", "lan"))
    assert [one.payload for one in waiting] == ["good"]
    assert await store.read(lambda work: work.inbox.dead()) == 1
