"""How the program is: what /readyz says and /metrics counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from prometheus_client import CollectorRegistry, Gauge

from bot.engine import STUCK_AFTER, LocalEngine
from bot.health import Check, Health
from handlers.clock import Clock
from storage.outbox import DEAD, DUE, UNKNOWN, Backlog
from storage.refusals import NotStoredError
from storage.store import Store, Work

# A message that waits longer than this says that something is stuck.
LATE = timedelta(minutes=2)
# A probe wants its answer sooner than SQLite gives up on a lock.
ANSWER_WITHIN = 2.0  # seconds


class VitalSigns:
    """`refused` counts, by channel, the webhooks that showed no right secret."""

    def __init__(
        self,
        store: Store,
        engine: LocalEngine,
        clock: Clock,
        metrics: CollectorRegistry,
        refused: Mapping[str, Callable[[], int]],
    ) -> None:
        self._store = store
        self._engine = engine
        self._clock = clock
        self._started = datetime.now(UTC)
        self._outbox = Gauge("duyen_outbox_rows", "Messages by state", ["state"], registry=metrics)
        self._inbox = Gauge(
            "duyen_inbox_oldest_seconds", "Age of the oldest unanswered", registry=metrics
        )
        self._heart = Gauge(
            "duyen_clock_heartbeat_seconds", "Since the clock last looked", registry=metrics
        )
        self._heart.set_function(self._since_heartbeat)
        self._notices = Gauge(
            "duyen_notices", "Notices to another program by state", ["state"], registry=metrics
        )
        webhooks = Gauge(
            "duyen_webhooks_refused", "Calls with a wrong secret", ["channel"], registry=metrics
        )
        for channel, count in refused.items():
            webhooks.labels(channel).set_function(count)

    async def read(self) -> Health:
        """Ready while the database takes writes, the clock goes and nothing waits too long."""
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                await self._store.run(_touch)
                oldest, dead, backlog, notices = await self._store.glance(_lag)
        except TimeoutError:
            problem = f"no answer in {ANSWER_WITHIN:g} s: see that no other program holds it"
            return Health(False, (Check("database", False, problem),))
        except NotStoredError as error:
            return Health(False, (Check("database", False, str(error)),))
        except Exception as error:
            problem = f"{type(error).__name__}: see that the disk is not full and the file is there"
            return Health(False, (Check("database", False, problem),))
        checks = (
            Check("database", True),
            self._clock_check(),
            self._age("inbox", oldest),
            self._age("outbox", backlog.oldest_due),
            # Shown, not fatal: an operator looks, new messages are still welcome.
            Check("set aside", True, f"{dead} inbox, {backlog.counts.get(DEAD, 0)} outbox"),
            Check("in doubt", True, f"{backlog.counts.get(UNKNOWN, 0)}"),
            Check("notices", True, f"{notices.get(DUE, 0)} wait, {notices.get(DEAD, 0)} given up"),
        )
        for state in (DUE, UNKNOWN, DEAD):
            self._outbox.labels(state).set(backlog.counts.get(state, 0))
        for state in (DUE, DEAD):
            self._notices.labels(state).set(notices.get(state, 0))
        return Health(all(check.ok for check in checks), checks)

    def _clock_check(self) -> Check:
        seconds = self._since_heartbeat()
        return Check("clock", seconds < STUCK_AFTER.total_seconds(), f"{seconds:.0f} s ago")

    def _since_heartbeat(self) -> float:
        return (datetime.now(UTC) - (self._engine.heartbeat or self._started)).total_seconds()

    def _age(self, name: str, oldest: datetime | None) -> Check:
        age = timedelta(0) if oldest is None else max(timedelta(0), self._clock.now() - oldest)
        if name == "inbox":
            self._inbox.set(age.total_seconds())
        return Check(name, age < LATE, f"oldest waits {age.total_seconds():.0f} s")


def _touch(work: Work) -> None:
    """A write that leaves nothing behind, to see that writes are taken."""
    work.settings.put("last_health_check", "ok")


def _lag(work: Work) -> tuple[datetime | None, int, Backlog, dict[str, int]]:
    backlog, notices = work.outbox.backlog(), work.notices.standing()
    return work.inbox.oldest_waiting(), work.inbox.dead(), backlog, notices
