"""The outbox goes out: limits, retries, receipts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from handlers.channel import (
    Channel,
    ChannelError,
    Enclosure,
    Limits,
    MessageRefusedError,
    OutgoingMessage,
)
from handlers.chart import Chart, NotDrawnError
from handlers.clock import Clock
from handlers.payload import charts_of, message_of
from handlers.undelivered import Undelivered
from handlers.windows import LONGEST, SECOND, ChatLimits, Window, chat_window
from storage.erasure import FAREWELL
from storage.outbox import Outgoing, Urgency
from storage.refusals import NotStoredError
from storage.store import Store, Work

log = structlog.get_logger()

# So many requests of one channel are under way at once; each channel has its own.
SENDERS = 16
# A sender that is silent for so long is taken for dead.
LEASE = timedelta(seconds=60)
# Where the row itself is the delivery a page may fetch a goodbye for so long; nothing that was
# called back or left in doubt stands longer, either.
_FAREWELL_STANDS = timedelta(minutes=10)
_IDLE = 1.0  # seconds between looks when nothing rings


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
        return self.chats.setdefault(chat_id, chat_window(self.channel, chat_id))


# A message nobody asked for, by its key, at the moment it would be written to the platform.
MayLeave = Callable[[Work, str, datetime], bool]


# The content of a file that came by a channel, or is made here, by what `Media.file` calls it;
# raises ChannelError or NotStoredError where it is not to be had.
Fetch = Callable[[str], Awaitable[bytes]]
# Charts as pictures; raises NotDrawnError, in good time before a sender is taken for dead.
Draw = Callable[[Sequence[Chart]], Awaitable[tuple[bytes, ...]]]


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
        made: Mapping[str, Fetch] | None = None,
        draw: Draw | None = None,
    ) -> None:
        """`may_leave` judges a follow-up's message once more in the transaction that starts it.

        `folder` is the business file's: the owner's pictures and documents lie there. `made`
        makes the files that no channel brought, by the name that `Media.channel` has for them.
        Without `draw` the words of a report go alone.
        """
        self._fetch = {name: channel.fetch for name, channel in channels.items()} | dict(made or {})
        self._folder = folder
        self._draw = draw
        self._may_leave = may_leave or _let_go
        self._store = store
        self._clock = clock
        self._closing = False
        self._pumps = {name: _pump(channel) for name, channel in channels.items()}
        self._undelivered = Undelivered(channels)

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
        sent = await self._store.run(lambda work: work.outbox.sent_since(name, now - LONGEST))
        sent += tuple((row.chat_id, now) for row in orphans if row.channel == name)
        for chat_id, at in sent:
            pump.window_of(chat_id).remember(at)
            pump.all_.remember(at)

    async def sweep(self) -> None:
        """Now and then: take back what a dead sender held."""
        now = self._clock.now()
        await self._store.run(lambda work: work.outbox.release_claims(now))
        await self._store.run(lambda work: self._settle_orphans(work, now, now))
        await self._store.run(lambda work: work.erasure.forget_farewells(now - _FAREWELL_STANDS))

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
            except Exception as error:
                # The database has a bad day; the rows are still there when it is over.
                _tell(error, "outbox cannot be read", channel=pump.channel.name)
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
            # Before it is marked: who is killed over the drawing has surely sent nothing.
            pictures = await self._drawn(row)
            if await self._has_place(pump, row):
                await self._send_in_place(pump, row, pictures)
        except Exception as error:
            _tell(error, "message stays unsettled", message=row.id)
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

    async def _drawn(self, row: Outgoing) -> tuple[bytes, ...]:
        """The pictures of a report; where they cannot be made the words say all the same."""
        charts = charts_of(row.payload)
        if not charts or self._draw is None:
            return ()
        try:
            return await self._draw(charts)
        except NotDrawnError as error:
            log.warning("pictures not drawn, the words go alone", message=row.id, reason=str(error))
            return ()

    async def _send_in_place(self, pump: _Pump, row: Outgoing, pictures: tuple[bytes, ...]) -> None:
        """Mark the row, since from here on it may be out, and send it."""
        windows: list[Window | ChatLimits] = [pump.all_, pump.window_of(row.chat_id)]
        if row.urgency is Urgency.FOLLOW_UP:
            windows.append(pump.bulk)
        # Each picture of an album counts as a message.
        windows *= max(1, len(pictures))
        for window in windows:
            window.take()
        try:
            now = self._clock.now()
            if await self._store.run(lambda work: self._start(work, row, now)):
                await self._send_one(pump, row, pictures)
        finally:
            for window in windows:
                window.answered(self._clock.now())

    def _start(self, work: Work, row: Outgoing, now: datetime) -> bool:
        """What nobody asked for is judged once more: the wait may have lasted into the night."""
        begun = "rest" in row.payload
        unasked = row.urgency is Urgency.FOLLOW_UP and not begun
        if unasked and not self._may_leave(work, row.key, now):
            work.outbox.recall(row.id)
            return False
        return work.outbox.start(row.id, now, LEASE)

    async def _put_back(self, row: Outgoing, now: datetime) -> None:
        await self._store.run(lambda work: work.outbox.retry(row.id, now, "stopped"))

    async def _send_one(self, pump: _Pump, row: Outgoing, pictures: tuple[bytes, ...]) -> None:
        message = replace(message_of(row), pictures=pictures)
        try:
            message = await self._with_content(message)
        except (ChannelError, NotStoredError) as error:
            await self._failed(pump, row, _not_to_be_had(error))
            return
        try:
            platform_id = await pump.channel.send(message)
        except ChannelError as error:
            await self._failed(pump, row, error)
        else:
            now = self._clock.now()
            await self._record(lambda work: self._arrived(pump, work, row, platform_id, now))

    def _arrived(
        self, pump: _Pump, work: Work, row: Outgoing, platform_id: str, now: datetime
    ) -> None:
        work.outbox.sent(row.id, platform_id, now)
        if row.edits and platform_id != row.edits and row.payload.get("edits_row"):
            work.own_messages.now_called(row.payload["edits_row"], platform_id)
        _forget_farewell(pump, work, row)

    async def _with_content(self, message: OutgoingMessage) -> OutgoingMessage:
        """A file that came by another channel is fetched there: no platform knows another's.

        What lies beside the business file is read; what is not there any more is left out.
        """
        if message.encloses:
            read = await asyncio.to_thread(_read, message.encloses, self._folder)
            message = replace(message, encloses=read)
        media = message.media
        if media is None or media.channel == message.channel or media.channel not in self._fetch:
            return message
        content = await self._fetch[media.channel](media.file)
        return replace(message, media=replace(media, content=content))

    # --- what may go wrong --------------------------------------------------------------

    async def _failed(self, pump: _Pump, row: Outgoing, error: ChannelError) -> None:
        now = self._clock.now()
        if error.whole_channel:
            pump.paused_until = now + timedelta(seconds=error.retry_after)
        await self._record(lambda work: self._settle(pump, work, row, error, now))

    def _settle(
        self, pump: _Pump, work: Work, row: Outgoing, error: ChannelError, now: datetime
    ) -> None:
        self._undelivered.settle(work, row, error, now)
        _forget_farewell(pump, work, row)

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

    def _settle_orphans(
        self, work: Work, expired: datetime | None, now: datetime
    ) -> tuple[Outgoing, ...]:
        orphans = work.outbox.left_sending(expired)
        for row in orphans:
            # One that is still in our own hands only waits for its answer to be stored.
            if row.channel in self._pumps and row.chat_id not in self._pumps[row.channel].busy:
                self._undelivered.in_doubt(work, row, now)
        return orphans


def _pump(channel: Channel) -> _Pump:
    limits: Limits = channel.limits
    return _Pump(
        channel,
        Window(limits.per_second, SECOND),
        Window(limits.bulk_per_second, SECOND),
    )


def _forget_farewell(pump: _Pump, work: Work, row: Outgoing) -> None:
    """Whom we said goodbye to is erased to the last row, once nothing depends on it any more."""
    if row.key.startswith(FAREWELL) and not pump.channel.resends_are_harmless:
        work.erasure.forget_farewell(row.id)


def _not_to_be_had(error: ChannelError | NotStoredError) -> ChannelError:
    """What kept a file from us, for the message that it belongs to, of which nothing was sent.

    It says nothing of the chat or the channel that the message is for.
    """
    if isinstance(error, MessageRefusedError):
        return error
    return ChannelError(str(error), getattr(error, "retry_after", 0.0))


def _read(enclosures: tuple[Enclosure, ...], folder: Path | None) -> tuple[Enclosure, ...]:
    found = []
    for one in enclosures:
        if one.is_in_web:
            found.append(one)
        elif folder is not None:
            try:
                found.append(replace(one, content=(folder / one.address).read_bytes()))
            except OSError as error:
                log.warning(
                    "a file of the business file's cannot be read",
                    file=one.address,
                    reason=error.strerror,
                )
    return tuple(found)


def _tell(error: Exception, what: str, **where: object) -> None:
    """A database's bad day is said in a line, again and again; any other error with its place."""
    if isinstance(error, NotStoredError):
        log.warning(what, reason=str(error), **where)
    else:
        log.exception(what, **where)


async def _wait(bell: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        pass
