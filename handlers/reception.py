"""The one door in: stored before it is acknowledged, one message at a time per chat."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import partial
from itertools import takewhile
from typing import Any

import structlog

from handlers.channel import IncomingMessage, Kind
from handlers.clock import Clock
from handlers.flood import Flood
from handlers.front_desk import NO_NUMBERS, FrontDesk, Numbers
from handlers.prospect.turn import Message
from storage.inbox import Admitted
from storage.refusals import NotStoredError
from storage.store import Store, Work

log = structlog.get_logger()

ShowTyping = Callable[[str, str], Awaitable[None]]  # channel, chat id
Chat = tuple[str, str]
# A database that did not store a turn is asked again after so many seconds.
_UNTIL_STORED = 1.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait for the rest of a burst: short messages in a row are one turn."""

    quiet: timedelta = timedelta(seconds=1.2)
    ceiling: timedelta = timedelta(seconds=6)
    # Between the tries of a turn that failed, seconds; the last of them from then on.
    patience: tuple[float, ...] = (0.2, 1.0, 3.0, 10.0)

    def before_retry(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row, the first is 1."""
        return self.patience[min(failures, len(self.patience)) - 1]


@dataclass(slots=True)
class _Lane:
    """One chat's queue: who works it off, and how its burst stands."""

    task: asyncio.Task[None]
    first_at: datetime
    last_at: datetime
    hurry: bool  # the last message wants an answer now
    reports: bool  # somebody may have asked for numbers
    woken: int = 0  # how often something came for it


class Reception:
    """Admits every message and hands the turns of a chat to the front desk, one after another."""

    def __init__(
        self,
        store: Store,
        desk: FrontDesk,
        clock: Clock,
        pace: Pace | None = None,
        show_typing: ShowTyping | None = None,
        flood: Flood | None = None,
    ) -> None:
        """Without a `flood` nothing is too many."""
        self._flood = flood
        self._show_typing = show_typing
        self._store = store
        self._desk = desk
        self._clock = clock
        self._pace = pace or Pace()
        self._lanes: dict[Chat, _Lane] = {}
        self._closing = asyncio.Event()

    async def admit(self, message: IncomingMessage) -> None:
        """Store a message; when this returns it is safe to acknowledge it.

        A repeat is stored once, and what is too much of one chat not at all. Raises what the
        database raises: then nothing is stored.
        """
        now = self._clock.now()
        if message.kind is Kind.SEEN:
            # Nothing was said: no window opens, no turn begins, and a repeat changes nothing.
            chats = (message.chat_id, message.sender_id)
            await self._store.run(
                lambda work: work.transcript.seen(message.channel, chats, message.seen, now)
            )
            return
        if self._flood is not None and await self._is_too_much(message, self._flood, now):
            return
        payload = _as_text(message)
        row = await self._store.run(
            lambda work: work.inbox.admit(
                message.channel, message.chat_id, message.key, payload, now
            )
        )
        if row is not None and self._flood is not None:
            self._flood.count(message)
        if row is not None and not self._closing.is_set():
            self._wake(
                (message.channel, message.chat_id),
                # In a group nobody waits for our typing sign, and nothing is a burst for us.
                hurry=message.group or _is_urgent(message),
                reports=self._desk.reads(message),
            )

    async def _is_too_much(self, message: IncomingMessage, flood: Flood, now: datetime) -> bool:
        """Whoever writes more than a person can is told so, and not heard for the minute."""
        if not flood.is_over(message, now):
            return False
        if await self._store.read(lambda work: self._desk.is_of_the_team(work, message)):
            return False
        if flood.may_tell(message):
            log.warning("messages dropped, a chat floods us", channel=message.channel)
            await self._store.run(lambda work: self._desk.tell_too_many(work, message, now))
        return True

    async def recover(self) -> None:
        """After a start: take up what was stored and not handled."""
        for chat in await self._store.read(lambda work: work.inbox.chats_waiting()):
            self._wake(chat, hurry=True, reports=True)

    async def close(self) -> None:
        """Finish the turns under way; what waits stays stored for the next start."""
        self._closing.set()
        tasks = [lane.task for lane in self._lanes.values()]
        for lane in self._lanes.values():
            lane.hurry = True
        await asyncio.gather(*tasks, return_exceptions=True)

    async def idle(self) -> None:
        """Wait until nothing that was admitted is left to answer."""
        while self._lanes:
            await asyncio.gather(*(lane.task for lane in self._lanes.values()))

    @property
    def lanes(self) -> int:
        """How many chats are being served just now."""
        return len(self._lanes)

    # --- lanes --------------------------------------------------------------------------

    def _wake(self, chat: Chat, *, hurry: bool, reports: bool) -> None:
        now = self._clock.now()
        lane = self._lanes.get(chat)
        if lane is None:
            task = asyncio.create_task(self._work_off(chat), name=f"lane {chat[0]}")
            self._lanes[chat] = _Lane(task, now, now, hurry, reports)
        else:
            lane.last_at = now
            lane.hurry = lane.hurry or hurry
            lane.reports = lane.reports or reports
            lane.woken += 1

    async def _work_off(self, chat: Chat) -> None:
        """Answer this chat until nothing more of it waits; then the lane is gone."""
        failures = 0
        lane = self._lanes[chat]
        try:
            while True:
                await self._wait_for_the_rest(chat, lane)
                woken = lane.woken
                try:
                    # After a failure one message at a time, so that one bad one stands alone.
                    more = await self._serve(chat, lane, one=failures > 0)
                    failures = 0
                except NotStoredError as error:
                    # The database's bad day is no fault of the message, and not counted as one.
                    log.warning("turn not stored", channel=chat[0], reason=str(error))
                    await self._pause(_UNTIL_STORED)
                    more = True
                except Exception:
                    log.exception("turn failed", channel=chat[0])
                    failures, more = failures + 1, True
                    await self._set_back(chat)
                    await self._pause(self._pace.before_retry(failures))
                # What was woken while we served is not lost: it is looked for once more.
                if self._closing.is_set() or not (more or lane.woken != woken):
                    return
                lane.first_at = lane.last_at = self._clock.now()
                lane.hurry = True
        finally:
            del self._lanes[chat]

    async def _pause(self, seconds: float) -> None:
        """Wait before the next try, but not when we are to stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()

    async def _wait_for_the_rest(self, chat: Chat, lane: _Lane) -> None:
        """Until the chat is quiet for a moment, or its last message cannot wait."""
        if not lane.hurry and self._show_typing is not None:
            with suppress(TimeoutError):  # a sign is not worth waiting for
                async with asyncio.timeout(self._pace.quiet.total_seconds()):
                    await self._show_typing(*chat)
        while not lane.hurry and not self._closing.is_set():
            now = self._clock.now()
            until = min(lane.last_at + self._pace.quiet, lane.first_at + self._pace.ceiling)
            if now >= until:
                return
            await asyncio.sleep(min(0.1, (until - now).total_seconds()))

    async def _serve(self, chat: Chat, lane: _Lane, *, one: bool) -> bool:
        """One turn in one transaction; whether more may wait behind it."""
        now = self._clock.now()
        numbers = await self._numbers(chat, now) if lane.reports else NO_NUMBERS
        turn = partial(self._turn, chat=chat, now=now, one=one, numbers=numbers)
        more, lane.reports = await self._store.run(turn)
        return more

    def _turn(
        self, work: Work, *, chat: Chat, now: datetime, one: bool, numbers: Numbers
    ) -> tuple[bool, bool]:
        """Whether more waits behind this turn, and whether numbers must be read for it first:
        who asks for some while others are read has his own.
        """
        waiting = work.inbox.waiting(*chat)
        messages = tuple(map(_message, waiting[:1] if one else waiting))
        turn = tuple(takewhile(lambda one: one[0] in numbers or not self._asks(one), messages))
        if turn:
            self._desk.on_turn(work, turn, now, numbers)
            work.inbox.done(tuple(row_id for row_id, _ in turn))
        return len(turn) < len(waiting), len(turn) < len(messages)

    async def _numbers(self, chat: Chat, now: datetime) -> Numbers:
        """A report is read beside the writer, before the turn that sends it."""
        waiting = await self._store.read(lambda work: work.inbox.waiting(*chat))
        return {
            row_id: await self._store.read(partial(self._desk.read, message=message, now=now))
            for row_id, message in filter(self._asks, map(_message, waiting))
        }

    def _asks(self, one: Message) -> bool:
        return self._desk.reads(one[1])

    async def _set_back(self, chat: Chat) -> None:
        """Count the failure of the first message; after five it is set aside for good."""

        def count(work: Work) -> bool:
            waiting = work.inbox.waiting(*chat)
            return bool(waiting) and work.inbox.failed((waiting[0].id,), "turn failed")

        try:
            if await self._store.run(count):
                log.error("message set aside after repeated failures", channel=chat[0])
        except NotStoredError as error:
            log.warning("failure not counted", channel=chat[0], reason=str(error))
        except Exception:
            log.exception("failure not counted", channel=chat[0])


def _is_urgent(message: IncomingMessage) -> bool:
    """A tap, a command, a question or a phone number is not kept waiting for more.

    Pictures are: an album comes as one message a picture, and has no end mark.
    """
    if message.kind is not Kind.TEXT:
        return message.kind is not Kind.ATTACHMENT
    text = message.text.rstrip()
    digits = sum(one.isdigit() for one in text)
    return text.startswith("/") or text.endswith("?") or digits >= 9


def _as_text(message: IncomingMessage) -> str:
    plain = {name: value for name in _FIELDS if (value := getattr(message, name))}
    plain["sent_at"] = message.sent_at.isoformat()
    return json.dumps(plain, ensure_ascii=False)


_FIELDS = tuple(one.name for one in fields(IncomingMessage))


def _message(row: Admitted) -> Message:
    plain: dict[str, Any] = json.loads(row.payload)
    known = {key: value for key, value in plain.items() if key in _FIELDS}
    known["kind"] = Kind(known["kind"])
    known["sent_at"] = datetime.fromisoformat(known["sent_at"])
    return row.id, IncomingMessage(**known)
