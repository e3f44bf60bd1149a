"""The outbox goes out: limits, retries, receipts."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from handlers.channel import (
    AnswerLostError,
    Button,
    Channel,
    ChannelError,
    ChatClosedError,
    ChatMovedError,
    Enclosure,
    Limits,
    Mark,
    Media,
    MessageRefusedError,
    OutgoingMessage,
    Style,
    TextFile,
    TopicAct,
)
from handlers.clock import Clock
from handlers.front_desk import move_chat, set_reachable
from handlers.marking import quote
from handlers.relay import audience
from handlers.texts import say
from storage.outbox import Outgoing, Urgency
from storage.store import NotStoredError, Store, Work

log = structlog.get_logger()

# So many requests of one channel are under way at once; each channel has its own.
SENDERS = 16
# A sender that is silent for so long is taken for dead.
LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 8
_BACK_OFF = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0)  # seconds
_IDLE = 1.0  # seconds between looks when nothing rings
# A little over, for a clock at the far end that runs slower than ours.
_SECOND = timedelta(seconds=1.02)
_MINUTE = timedelta(seconds=61)
_LONGEST = _MINUTE


class Window:
    """At most `most` messages in any `span`, as the far end counts them; 0 is no limit.

    A message holds its place from before its request is written until `span` after the answer
    came. The far end heard it somewhere in between, so two that share a place are always heard
    more than `span` apart, however the wires jitter.
    """

    def __init__(self, most: int, span: timedelta) -> None:
        self._most = most
        self._span = span
        self._under_way = 0
        self._answered: deque[datetime] = deque()

    def is_free(self, now: datetime) -> bool:
        while self._answered and self._answered[0] <= now - self._span:
            self._answered.popleft()
        return self._most == 0 or len(self._answered) + self._under_way < self._most

    def take(self) -> None:
        """A request is about to be written."""
        self._under_way += 1

    def answered(self, now: datetime) -> None:
        """Its answer came, or will not come any more."""
        self._under_way -= 1
        self.remember(now)

    def remember(self, at: datetime) -> None:
        """A message that was sent before this window was opened."""
        if self._most:
            self._answered.append(at)

    @property
    def is_empty(self) -> bool:
        return not self._answered and not self._under_way


class ChatLimits:
    """Every limit of one chat at once: a group has one for the minute and one for the second."""

    def __init__(self, *windows: Window) -> None:
        self._windows = windows

    def is_free(self, now: datetime) -> bool:
        return all(one.is_free(now) for one in self._windows)

    def take(self) -> None:
        for one in self._windows:
            one.take()

    def answered(self, now: datetime) -> None:
        for one in self._windows:
            one.answered(now)

    def remember(self, at: datetime) -> None:
        for one in self._windows:
            one.remember(at)

    @property
    def is_empty(self) -> bool:
        return all(one.is_empty for one in self._windows)


@dataclass(slots=True)
class _Pump:
    """One channel's way out."""

    channel: Channel
    all_: Window
    bulk: Window
    busy: set[str] = field(default_factory=set)  # chats with a request under way
    chats: dict[str, ChatLimits] = field(default_factory=dict)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    paused_until: datetime | None = None
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    def window_of(self, chat_id: str) -> ChatLimits:
        return self.chats.setdefault(chat_id, _chat_window(self.channel, chat_id))


# A message nobody asked for, by its key, at the moment it would be written to the platform.
MayLeave = Callable[[Work, str, datetime], bool]


def _let_go(work: Work, key: str, now: datetime) -> bool:
    return True


class Delivery:
    """Sends what stands in the outbox. A slow channel never holds up another."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        clock: Clock,
        may_leave: MayLeave | None = None,
        folder: Path | None = None,
    ) -> None:
        """`may_leave` judges a follow-up's message once more in the transaction that starts it.

        `folder` is the business file's: the owner's pictures and documents lie there.
        """
        self._folder = folder
        self._may_leave = may_leave or _let_go
        self._store = store
        self._clock = clock
        self._closing = False
        self._pumps = {name: _pump(channel) for name, channel in channels.items()}

    def ring(self) -> None:
        """Something is due: look now, not at the next tick."""
        for pump in self._pumps.values():
            pump.bell.set()

    async def recover(self) -> None:
        """At the start of the only process: settle what the last one left on its way."""
        now = self._clock.now()
        await self._store.run(lambda work: work.outbox.release_claims())
        orphans = await self._store.run(lambda work: self._settle_orphans(work, None, now))
        for pump in self._pumps.values():
            await self._remember(pump, orphans, now)

    async def _remember(self, pump: _Pump, orphans: Sequence[Outgoing], now: datetime) -> None:
        """The platform goes on counting what the last process sent, or may have sent."""
        name = pump.channel.name
        sent = await self._store.run(lambda work: work.outbox.sent_since(name, now - _LONGEST))
        sent += tuple((row.chat_id, now) for row in orphans if row.channel == name)
        for chat_id, at in sent:
            pump.window_of(chat_id).remember(at)
            pump.all_.remember(at)

    async def sweep(self) -> None:
        """Now and then: take back what a dead sender held."""
        now = self._clock.now()
        await self._store.run(lambda work: work.outbox.release_claims(now))
        await self._store.run(lambda work: self._settle_orphans(work, now, now))

    async def run(self) -> None:
        """Pump every channel until cancelled."""
        async with asyncio.TaskGroup() as group:
            for pump in self._pumps.values():
                group.create_task(self._run(pump), name=f"delivery {pump.channel.name}")

    async def send_due(self) -> None:
        """Send what is due now and wait until it is settled: for tests and the terminal."""
        for pump in self._pumps.values():
            while await self._send_some(pump) or pump.tasks:
                await asyncio.gather(*pump.tasks)

    async def close(self) -> None:
        """No new claims; what is under way is finished."""
        self._closing = True
        self.ring()
        for pump in self._pumps.values():
            await asyncio.gather(*pump.tasks, return_exceptions=True)

    # --- pumping ------------------------------------------------------------------------

    async def _run(self, pump: _Pump) -> None:
        while not self._closing:
            pump.bell.clear()
            try:
                sent = await self._send_some(pump)
            except Exception:
                # The database has a bad day; the rows are still there when it is over.
                log.exception("outbox cannot be read", channel=pump.channel.name)
                sent = 0
                await asyncio.sleep(_IDLE)
            if not sent:
                await _wait(pump.bell, self._patience(pump))

    def _patience(self, pump: _Pump) -> float:
        """While limits hold rows back the next look is soon, else at the next tick."""
        return 0.05 if pump.chats or not pump.all_.is_empty else _IDLE

    async def _send_some(self, pump: _Pump) -> int:
        """Claim what may go now, and start sending it; answers how many."""
        now = self._clock.now()
        room = SENDERS - len(pump.tasks)
        if room <= 0 or (pump.paused_until is not None and now < pump.paused_until):
            return 0
        if not pump.all_.is_free(now):
            return 0
        closed = {chat for chat, window in pump.chats.items() if not window.is_free(now)}
        pump.chats = {chat: one for chat, one in pump.chats.items() if not one.is_empty}
        rows = await self._store.run(
            lambda work: work.outbox.take_due(
                pump.channel.name, now, busy=pump.busy | closed, limit=room, lease=LEASE
            )
        )
        for row in rows:
            pump.busy.add(row.chat_id)
            task = asyncio.create_task(self._send(pump, row), name="send")
            pump.tasks.add(task)
            task.add_done_callback(pump.tasks.discard)
        return len(rows)

    async def _send(self, pump: _Pump, row: Outgoing) -> None:
        try:
            if await self._has_place(pump, row):
                await self._send_in_place(pump, row)
        except Exception:
            log.exception("message stays unsettled", message=row.id)
        finally:
            pump.busy.discard(row.chat_id)
            pump.bell.set()

    async def _has_place(self, pump: _Pump, row: Outgoing) -> bool:
        """Wait for a place under the limits; False where the house closes meanwhile."""
        while True:
            now = self._clock.now()
            paused = pump.paused_until is not None and now < pump.paused_until
            bulk = row.urgency is Urgency.FOLLOW_UP
            if not paused and pump.all_.is_free(now) and (not bulk or pump.bulk.is_free(now)):
                return True
            if self._closing:
                await self._put_back(row, now)
                return False
            await self._clock.sleep(0.02)

    async def _send_in_place(self, pump: _Pump, row: Outgoing) -> None:
        """Mark the row, since from here on it may be out, and send it."""
        windows: list[Window | ChatLimits] = [pump.all_, pump.window_of(row.chat_id)]
        if row.urgency is Urgency.FOLLOW_UP:
            windows.append(pump.bulk)
        for window in windows:
            window.take()
        try:
            now = self._clock.now()
            if await self._store.run(lambda work: self._start(work, row, now)):
                await self._send_one(pump, row)
        finally:
            for window in windows:
                window.answered(self._clock.now())

    def _start(self, work: Work, row: Outgoing, now: datetime) -> bool:
        """What nobody asked for is judged once more: the wait may have lasted into the night."""
        if row.urgency is Urgency.FOLLOW_UP and not self._may_leave(work, row.key, now):
            work.outbox.recall(row.id)
            return False
        return work.outbox.start(row.id, now, LEASE)

    async def _put_back(self, row: Outgoing, now: datetime) -> None:
        await self._store.run(lambda work: work.outbox.retry(row.id, now, "stopped"))

    async def _send_one(self, pump: _Pump, row: Outgoing) -> None:
        try:
            message = await self._with_content(_message(row))
            platform_id = await pump.channel.send(message)
        except ChannelError as error:
            await self._failed(pump, row, error)
        else:
            now = self._clock.now()
            await self._record(lambda work: _settle_sent(work, row, platform_id, now))

    async def _with_content(self, message: OutgoingMessage) -> OutgoingMessage:
        """A file that came by another channel is fetched there: no platform knows another's.

        What lies beside the business file is read; what is not there any more is left out.
        """
        if message.encloses:
            read = await asyncio.to_thread(_read, message.encloses, self._folder)
            message = replace(message, encloses=read)
        media = message.media
        if media is None or media.channel == message.channel or media.channel not in self._pumps:
            return message
        content = await self._pumps[media.channel].channel.fetch(media.file)
        return replace(message, media=replace(media, content=content))

    # --- what may go wrong --------------------------------------------------------------

    async def _failed(self, pump: _Pump, row: Outgoing, error: ChannelError) -> None:
        now = self._clock.now()
        match error:
            case ChatMovedError():
                await self._record(lambda work: self._moved(work, row, error, now))
            case ChatClosedError():
                log.info("message dropped, chat closed", message=row.id)
                await self._record(lambda work: self._closed(work, row, now))
            case MessageRefusedError():
                log.warning("message refused", message=row.id, reason=str(error))
                await self._record(lambda work: self._refused(work, row, str(error), now))
            case AnswerLostError():
                await self._record(lambda work: self._in_doubt(work, row, now))
            case _:
                if error.whole_channel:
                    pump.paused_until = now + timedelta(seconds=error.retry_after)
                await self._record(lambda work: self._again(work, row, error, now))

    async def _record(self, unit: Callable[[Work], None]) -> None:
        """The answer is known to us alone: keep at it until it is stored, or the house closes."""
        while True:
            try:
                await self._store.run(unit)
                return
            except NotStoredError as error:
                if self._closing:
                    raise
                log.warning("answer not stored, tried again", reason=str(error))
                await self._clock.sleep(_IDLE)

    def _refused(self, work: Work, row: Outgoing, reason: str, now: datetime) -> None:
        work.outbox.dead(row.id, reason)
        self._tell_writer(work, row, now)

    def _tell_writer(self, work: Work, row: Outgoing, now: datetime) -> None:
        """Somebody of the staff wrote this: he must know that it may not have arrived."""
        if row.payload.get("by") and row.urgency is Urgency.REPLY:
            abilities = {name: pump.channel.abilities for name, pump in self._pumps.items()}
            text = say("takeover.undelivered", "vi", text=quote(row.payload["text"]))
            chats = audience.chats_of(work, row.payload["by"])
            audience.tell(work, abilities, chats, None, text, now)

    def _again(self, work: Work, row: Outgoing, error: ChannelError, now: datetime) -> None:
        """Surely not sent: later, and not for ever."""
        attempts = row.attempts + 1
        if attempts >= MOST_ATTEMPTS and not error.whole_channel:
            log.error("message given up", message=row.id, attempts=attempts)
            self._refused(work, row, str(error), now)
            return
        wait = error.retry_after or _BACK_OFF[min(attempts, len(_BACK_OFF)) - 1]
        # A spread, so that what failed together does not come back together.
        work.outbox.retry(
            row.id, now + timedelta(seconds=wait * random.uniform(1.0, 1.1)), str(error)
        )

    @staticmethod
    def _moved(work: Work, row: Outgoing, error: ChatMovedError, now: datetime) -> None:
        work.outbox.retry(row.id, now, "the chat moved")
        move_chat(work, row.channel, row.chat_id, error.new_chat_id)

    def _closed(self, work: Work, row: Outgoing, now: datetime) -> None:
        work.outbox.dead(row.id, "the chat is closed")
        self._tell_writer(work, row, now)
        set_reachable(work, row.channel, row.chat_id, False, now)

    def _in_doubt(self, work: Work, row: Outgoing, now: datetime) -> None:
        """It may have arrived. A prospect is not sent it twice; staff see the same number again."""
        # To change a message, or a topic, to what it is already does no harm either.
        changes = row.edits or row.payload.get("topic_act")
        if self._pumps[row.channel].channel.resends_are_harmless or changes:
            work.outbox.retry(row.id, now, "the answer was lost")
        elif _may_repeat(row):
            work.outbox.repeat(row.id, _repeated(row.payload), now)
        else:
            log.warning("message in doubt, held", message=row.id)
            work.outbox.in_doubt(row.id, "the answer was lost")
            self._tell_writer(work, row, now)

    def _settle_orphans(
        self, work: Work, expired: datetime | None, now: datetime
    ) -> tuple[Outgoing, ...]:
        orphans = work.outbox.left_sending(expired)
        for row in orphans:
            # One that is still in our own hands only waits for its answer to be stored.
            if row.channel in self._pumps and row.chat_id not in self._pumps[row.channel].busy:
                self._in_doubt(work, row, now)
        return orphans


def _pump(channel: Channel) -> _Pump:
    limits: Limits = channel.limits
    return _Pump(
        channel,
        Window(limits.per_second, _SECOND),
        Window(limits.bulk_per_second, _SECOND),
    )


def _chat_window(channel: Channel, chat_id: str) -> ChatLimits:
    limits: Limits = channel.limits
    second = Window(limits.chat_per_second, _SECOND)
    if channel.is_group(chat_id):
        return ChatLimits(Window(limits.group_per_minute, _MINUTE), second)
    return ChatLimits(second)


def _may_repeat(row: Outgoing) -> bool:
    """A card is shown once more; a topic that may be open is not opened again."""
    opens = row.payload.get("opens_topic")
    return row.urgency is Urgency.ALERT and not opens and not row.payload.get("repeated")


def _repeated(payload: dict[str, Any]) -> dict[str, Any]:
    """The same card, saying that it is the same."""
    head = say("alert.repeat", "vi")
    marks = [[start + len(head), *rest] for start, *rest in payload.get("marks", ())]
    return {**payload, "text": head + payload["text"], "marks": marks, "repeated": True}


def _settle_sent(work: Work, row: Outgoing, platform_id: str, now: datetime) -> None:
    work.outbox.sent(row.id, platform_id, now)
    if row.edits and platform_id != row.edits and row.payload.get("edits_row"):
        work.outbox.now_called(row.payload["edits_row"], platform_id)


def _message(row: Outgoing) -> OutgoingMessage:
    payload = row.payload
    return OutgoingMessage(
        id=row.id,
        channel=row.channel,
        chat_id=row.chat_id,
        text=payload["text"],
        buttons=tuple(tuple(map(_button, line)) for line in payload.get("buttons", ())),
        edits=row.edits,
        ask_contact=payload.get("ask_contact", ""),
        hide_keyboard=payload.get("hide_keyboard", False),
        marks=tuple(map(_mark, payload.get("marks", ()))),
        topic=row.topic,
        opens_topic=payload.get("opens_topic", ""),
        topic_act=TopicAct(payload["topic_act"]) if payload.get("topic_act") else None,
        media=Media(*payload["media"]) if "media" in payload else None,
        file=TextFile(**payload["file"]) if payload.get("file") else None,
        encloses=tuple(Enclosure(*one) for one in payload.get("encloses", ())),
    )


def _read(enclosures: tuple[Enclosure, ...], folder: Path | None) -> tuple[Enclosure, ...]:
    found = []
    for one in enclosures:
        file = folder / one.address if folder is not None and not one.is_in_web else None
        if one.is_in_web:
            found.append(one)
        elif file is not None and file.is_file():
            found.append(replace(one, content=file.read_bytes()))
        else:
            log.warning("a file of the business file's is not there", file=one.address)
    return tuple(found)


def _button(plain: dict[str, Any]) -> Button:
    return Button(plain["label"], plain["data"], Style(plain["style"]), plain.get("copies", ""))


def _mark(plain: list[Any]) -> Mark:
    start, length, at = plain
    return Mark(start, length, datetime.fromtimestamp(at, UTC) if at else None)


async def _wait(bell: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        pass
