"""The clock on one machine: knows when to look, not what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from handlers.clock import Clock
from storage.refusals import NotStoredError

log = structlog.get_logger()

TICK = timedelta(seconds=1)
SWEEP = timedelta(seconds=15)
# Without a heartbeat for so long the clock is taken to stand still.
STUCK_AFTER = timedelta(seconds=30)
# Between two looks at the same rows: one that cannot be worked is not tried without a breath.
_BREATH = 0.02  # seconds
# Does what is due, and answers when the next row falls due.
Look = Callable[[], Awaitable[datetime | None]]


class LocalEngine:
    """APScheduler as a clock over our own rows: its jobs live in memory and carry nothing.

    Every second, and at the moment the next row falls due, it looks. Each look has a hand of its
    own, so that a long one (a thousand follow-ups at nine) makes no other (a ladder) late. A look
    that was missed is made up by the next one, so nothing is lost with the process. `chores` may
    take minutes; the clock does not stand still for that.
    """

    def __init__(
        self,
        looks: tuple[Look, ...],
        sweep: Callable[[], Awaitable[None]],
        send: Callable[[], None],
        clock: Clock,
        chores: tuple[Look, ...] = (),
    ) -> None:
        self._sweep = sweep
        self._send = send
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._hands = tuple(_Hand(look, self._looked) for look in looks)
        self._all_hands = (*self._hands, *(_Hand(look, self._looked) for look in chores))
        self._turning: list[asyncio.Task[None]] = []

    @property
    def heartbeat(self) -> datetime | None:
        """When the hand that stands longest last looked; None until all have."""
        beats = [hand.heartbeat for hand in self._hands]
        known = [beat for beat in beats if beat is not None]
        return min(known) if len(known) == len(beats) else None

    def start(self) -> None:
        often = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler.add_job(
            self._tick, "interval", seconds=TICK.total_seconds(), id="tick", **often
        )
        self._scheduler.add_job(
            self._sweep_up, "interval", seconds=SWEEP.total_seconds(), id="sweep", **often
        )
        self._scheduler.start()
        self._turning = [
            asyncio.create_task(hand.turn(), name="hand of the clock") for hand in self._all_hands
        ]
        for hand in self._all_hands:  # what fell due while the house was closed
            hand.wake()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        for task in self._turning:
            task.cancel()

    def ring(self, due_at: datetime) -> None:
        """A row was committed that falls due then: the store's bell."""
        if due_at <= self._clock.now():
            self._send()
            return
        for hand in self._hands:
            if hand.next is None or due_at < hand.next:
                self._set_alarm(hand, due_at)

    async def ring_now(self) -> None:
        """The clock was wound: look at once, and answer when all is done that is due."""
        for hand in self._all_hands:
            await hand.look()

    async def _tick(self) -> None:
        for hand in self._all_hands:
            hand.wake()

    async def _sweep_up(self) -> None:
        try:
            await self._sweep()
        except NotStoredError as error:
            log.warning("the clock could not sweep, it sweeps again", reason=str(error))
        except Exception:
            log.exception("the clock's sweep failed, it sweeps again")

    def _looked(self, hand: _Hand, due_at: datetime | None) -> None:
        if due_at is not None:
            self._set_alarm(hand, due_at)
        self._send()

    def _set_alarm(self, hand: _Hand, due_at: datetime) -> None:
        hand.next = due_at
        # The product's time may be wound ahead of the machine's: the wait is what counts.
        wait = due_at - self._clock.now()
        if wait <= timedelta(0):
            hand.wake()
        elif wait < TICK and self._scheduler.running:
            self._scheduler.add_job(
                hand.woken,
                "date",
                run_date=datetime.now(UTC) + wait,
                id=f"alarm {id(hand)}",
                replace_existing=True,
                misfire_grace_time=None,
            )


class _Hand:
    """One look, taken again and again: never twice at once, and no ring is lost meanwhile."""

    def __init__(self, look: Look, looked: Callable[[_Hand, datetime | None], None]) -> None:
        self._look = look
        self._looked = looked
        self._bell = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self.next: datetime | None = None
        self.heartbeat: datetime | None = None

    def wake(self) -> None:
        self._bell.set()

    async def woken(self) -> None:
        """The same for the scheduler, which would call a plain function in another thread."""
        self.wake()

    async def turn(self) -> None:
        """Look whenever it rings, until cancelled."""
        while True:
            await self._bell.wait()
            self._bell.clear()
            await self.look()
            await asyncio.sleep(_BREATH)

    async def look(self) -> None:
        # One error must not stop the clock: nobody would ring it again.
        try:
            async with self._one_at_a_time:
                self.next = None
                due_at = await self._look()
                self.heartbeat = datetime.now(UTC)
                self._looked(self, due_at)
        except NotStoredError as error:
            log.warning("the clock could not look, it looks again", reason=str(error))
        except Exception:
            log.exception("the clock's look failed, it looks again")
