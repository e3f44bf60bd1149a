"""The outbox goes out: within the limits, again when it must, never twice to a prospect."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from handlers.channel import (
    AnswerLostError,
    ChannelError,
    ChatClosedError,
    ChatMovedError,
    Limits,
    MessageRefusedError,
    OutgoingMessage,
    OutOfReachError,
    PartTakenError,
)
from handlers.delivery import Delivery
from handlers.relay.audience import STAFF_GROUP
from handlers.undelivered import MOST_ATTEMPTS
from storage.outbox import DEAD, SENT, UNKNOWN, Urgency
from storage.refusals import NotStoredError
from storage.store import Store, Work
from tests.fakes import FakeChannel, FakeClock

TELEGRAM = Limits(per_second=25, bulk_per_second=20, chat_per_second=1, group_per_minute=20)


@dataclass
class TimedChannel(FakeChannel):
    """Keeps when each message went out."""

    clock: FakeClock = field(default_factory=FakeClock)
    times: list[tuple[datetime, OutgoingMessage]] = field(default_factory=list)
    # How long each request is on its way before the platform hears it, in turn.
    delays: list[timedelta] = field(default_factory=list)

    async def send(self, message: OutgoingMessage) -> str:
        if self.delays:
            heard = self.clock.now() + self.delays.pop(0)
            while self.clock.now() < heard:
                await self.clock.sleep(0.01)
        platform_id = await super().send(message)
        self.times.append((self.clock.now(), message))
        return platform_id


@pytest.fixture
def clock() -> FakeClock:
    return FlowingClock()


@pytest.fixture
def channel(clock: FakeClock) -> TimedChannel:
    return TimedChannel(limits=TELEGRAM, clock=clock)


@pytest.fixture
def delivery(store: Store, channel: TimedChannel, clock: FakeClock) -> Delivery:
    return Delivery(store, {channel.name: channel}, clock)


async def put(store: Store, *chats: str, urgency: Urgency = Urgency.REPLY) -> list[int]:
    def unit(work: Work) -> list[int]:
        now = datetime.fromisoformat("2026-03-10T02:00:00+00:00")
        return [
            work.outbox.put("fake", chat, {"text": f"tin {place}"}, now, urgency=urgency)
            for place, chat in enumerate(chats)
        ]

    return await store.run(unit)


class FlowingClock(FakeClock):
    """Waiting takes no time of its own: time flows while `drain` lets it."""

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


async def drain(
    delivery: Delivery, clock: FakeClock, done: Callable[[], bool], haste: float = 5.0
) -> None:
    """Send until all is done, with time flowing `haste` times as fast as it really does."""
    async with asyncio.timeout(60):
        while not done():
            sending = asyncio.create_task(delivery.send_due())
            while not sending.done():
                await asyncio.sleep(0.001)
                clock.wind(timedelta(milliseconds=haste))
            await sending
            clock.wind(timedelta(milliseconds=20))


def most_in(times: list[datetime], span: timedelta) -> int:
    return max(sum(1 for one in times if first <= one < first + span) for first in times)


async def state_of(store: Store, row: int) -> str:
    counts = (await store.read(lambda work: work.outbox.backlog())).counts
    return next((state for state in (UNKNOWN, DEAD) if counts.get(state)), SENT)


async def test_thirty_a_second_over_the_whole_bot_and_none_is_left(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    await put(store, *(f"chat {number}" for number in range(70)))

    await drain(delivery, clock, lambda: len(channel.sent) == 70, haste=1.0)

    assert most_in([at for at, _ in channel.times], timedelta(seconds=1)) <= 30


async def test_one_a_second_in_a_chat_in_the_order_it_was_said(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    await put(store, "lan", "lan", "lan")

    await drain(delivery, clock, lambda: len(channel.sent) == 3)

    assert [one.text for one in channel.sent] == ["tin 0", "tin 1", "tin 2"]
    assert most_in([at for at, _ in channel.times], timedelta(seconds=1)) == 1


async def test_a_slow_wire_does_not_bring_two_messages_of_a_chat_together(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    channel.delays = [timedelta(seconds=0.9), timedelta(0), timedelta(seconds=0.4), timedelta(0)]
    await put(store, "lan", "lan", "lan", "lan")

    await drain(delivery, clock, lambda: len(channel.sent) == 4)

    assert most_in([at for at, _ in channel.times], timedelta(seconds=1)) == 1


async def test_what_the_last_process_sent_still_counts_after_a_restart(
    store: Store, channel: TimedChannel, clock: FakeClock
) -> None:
    await put(store, "lan", *["-100"] * 20)
    await drain(
        Delivery(store, {channel.name: channel}, clock),
        clock,
        lambda: len(channel.sent) == 21,
        haste=20.0,
    )
    channel.times.sort(key=lambda sent: sent[0])
    await put(store, "lan", "-100")

    restarted = Delivery(store, {channel.name: channel}, clock)
    await restarted.recover()
    await drain(restarted, clock, lambda: len(channel.sent) == 23, haste=20.0)

    def times(chat: str) -> list[datetime]:
        return [at for at, message in channel.times if message.chat_id == chat]

    assert most_in(times("lan"), timedelta(seconds=1)) == 1
    assert most_in(times("-100"), timedelta(minutes=1)) <= 20


async def test_twenty_a_minute_in_a_group(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    await put(store, *["-100"] * 25)

    await drain(delivery, clock, lambda: len(channel.sent) == 25, haste=20.0)

    assert most_in([at for at, _ in channel.times], timedelta(minutes=1)) <= 20


async def test_a_live_answer_goes_before_alerts_and_those_before_follow_ups(
    store: Store, channel: TimedChannel, clock: FakeClock
) -> None:
    channel.limits = Limits(per_second=1)  # where there is room they go side by side
    delivery = Delivery(store, {channel.name: channel}, clock)
    await put(store, "ngủ", urgency=Urgency.FOLLOW_UP)
    await put(store, "minh", urgency=Urgency.ALERT)
    await put(store, "lan")

    await drain(delivery, clock, lambda: len(channel.sent) == 3)

    assert [one.chat_id for one in channel.sent] == ["lan", "minh", "ngủ"]


async def test_a_rate_limit_pauses_the_whole_bot(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    channel.failures = [ChannelError("too many requests", 7, whole_channel=True)]
    await put(store, "lan")
    await delivery.send_due()
    await put(store, "hùng")

    await delivery.send_due()
    assert channel.sent == []
    clock.wind(timedelta(seconds=8))
    await drain(delivery, clock, lambda: len(channel.sent) == 2)


async def test_what_was_surely_not_sent_is_tried_again_and_given_up_in_the_end(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    channel.failures = [ChannelError("HTTP 502") for _ in range(MOST_ATTEMPTS)]
    rows = await put(store, "lan")

    for _ in range(MOST_ATTEMPTS):
        await delivery.send_due()
        clock.wind(timedelta(minutes=2))

    assert channel.failures == []
    assert await state_of(store, rows[0]) == DEAD


async def test_what_was_said_in_part_goes_on_with_the_rest_after_any_bad_day(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    whole = OutgoingMessage(0, "fake", "lan", "một hai ba")
    failed = [ChannelError("HTTP 502") for _ in range(MOST_ATTEMPTS - 2)]
    channel.failures = [PartTakenError(whole.left("hai ba")), *failed]
    rows = await put(store, "lan", "lan")

    await drain(delivery, clock, lambda: len(channel.sent) == 2)

    # In its place before what was said later, and the record keeps all of it.
    assert [message.text for message in channel.sent] == ["hai ba", "tin 1"]
    assert await state_of(store, rows[0]) == SENT
    said = await store.read(lambda work: work.transcript.lines("fake", "lan"))
    assert [line.payload["text"] for line in said] == ["tin 0", "tin 1"]


async def test_without_a_line_to_the_platform_nothing_is_given_up(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    away = [OutOfReachError("ConnectError") for _ in range(5 * MOST_ATTEMPTS)]
    channel.failures = [*away, ChannelError("HTTP 502")]
    rows = await put(store, "lan")

    while channel.failures:
        await delivery.send_due()
        clock.wind(timedelta(minutes=1))
    await delivery.send_due()

    assert await state_of(store, rows[0]) == SENT


async def test_an_answer_that_was_lost_holds_a_prospects_message(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    channel.failures = [AnswerLostError("read timeout")]
    rows = await put(store, "lan")

    await delivery.send_due()
    clock.wind(timedelta(hours=1))
    await delivery.send_due()

    assert channel.sent == []
    assert await state_of(store, rows[0]) == UNKNOWN


async def test_an_alert_in_doubt_is_sent_once_more_and_says_so(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    channel.failures = [AnswerLostError("read timeout")]
    await put(store, "minh", urgency=Urgency.ALERT)

    await drain(delivery, clock, lambda: len(channel.sent) == 1)
    channel.failures = [AnswerLostError("read timeout"), AnswerLostError("read timeout")]
    rows = await put(store, "minh", urgency=Urgency.ALERT)
    await drain(delivery, clock, lambda: not channel.failures)

    assert channel.sent[0].text == "(gửi lại) tin 0"
    assert await state_of(store, rows[0]) == UNKNOWN


async def test_a_closed_chat_is_marked_and_gets_nothing_more(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    now = clock.now()
    await store.run(
        lambda work: work.leads.find_or_create("fake", "lan", name="Lan", source="", now=now)
    )
    channel.failures = [ChatClosedError("bot was blocked by the user")]
    await put(store, "lan", "lan")

    await delivery.send_due()
    clock.wind(timedelta(seconds=5))
    await delivery.send_due()

    prospect = await store.read(lambda work: work.leads.prospect_in("fake", "lan"))
    assert prospect is not None
    assert not prospect.reachable
    assert channel.sent == []


async def test_what_the_platform_refuses_is_not_tried_again(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    channel.failures = [MessageRefusedError("message is too long")]
    rows = await put(store, "lan")

    await delivery.send_due()
    clock.wind(timedelta(hours=1))
    await delivery.send_due()

    assert channel.sent == []
    assert await state_of(store, rows[0]) == DEAD


@pytest.mark.parametrize(
    "trouble",
    [
        AnswerLostError("a line that broke off"),
        ChannelError("the file's platform wants a rest", 60.0, whole_channel=True),
        ChatClosedError("the file is another bot's"),
        NotStoredError("the database does not answer"),
    ],
)
async def test_a_file_that_cannot_be_fetched_says_nothing_of_the_chat_it_is_for(
    store: Store, channel: TimedChannel, clock: FakeClock, trouble: Exception
) -> None:
    troubles = [trouble]

    async def fetch(file: str) -> bytes:
        if troubles:
            raise troubles.pop()
        return file.encode()

    delivery = Delivery(store, {channel.name: channel}, clock, made={"elsewhere": fetch})
    media = ["photo", "F1", "elsewhere", "", ""]
    payload = {"text": "mặt bằng", "media": media}
    await store.run(lambda work: work.outbox.put("fake", "lan", payload, clock.now()))

    await delivery.send_due()
    await put(store, "minh")
    await delivery.send_due()
    assert [one.chat_id for one in channel.sent] == ["minh"], "the channel goes on"
    clock.wind(timedelta(seconds=70))
    await delivery.send_due()

    assert [one.chat_id for one in channel.sent] == ["minh", "lan"], "surely not sent: once more"
    assert channel.sent[1].media is not None
    assert channel.sent[1].media.content == b"F1"


async def test_a_group_that_moved_gets_its_message_under_the_new_id(
    store: Store, delivery: Delivery, channel: TimedChannel, clock: FakeClock
) -> None:
    await store.run(lambda work: work.settings.put(STAFF_GROUP, "fake:-1"))
    channel.failures = [ChatMovedError("-1001")]
    await put(store, "-1")

    await drain(delivery, clock, lambda: len(channel.sent) == 1)

    assert channel.sent[0].chat_id == "-1001"
    assert await store.read(lambda work: work.settings.get(STAFF_GROUP)) == "fake:-1001"


async def test_what_a_dead_sender_left_is_settled_at_the_next_start(
    store: Store, channel: TimedChannel, clock: FakeClock
) -> None:
    now = clock.now()
    rows = await put(store, "lan")
    lease = timedelta(seconds=60)
    await store.run(
        lambda work: work.outbox.take_due("fake", now, busy=set(), limit=1, lease=lease)
    )
    await store.run(lambda work: work.outbox.start(rows[0], now, lease))

    restarted = Delivery(store, {channel.name: channel}, clock)
    await restarted.recover()
    await restarted.send_due()

    assert channel.sent == [], "it may have arrived: it is held"
    assert await state_of(store, rows[0]) == UNKNOWN
