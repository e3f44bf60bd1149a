"""What is due, read from the tables: the engine only says when to look."""

from __future__ import annotations

import asyncio
import calendar
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

import structlog

from handlers import hours
from handlers.briefing import PATIENCE, brief, due_briefing, escalate
from handlers.business import Business
from handlers.channel import Abilities
from handlers.clock import Clock
from handlers.faq.faq_writer import FaqWriter
from handlers.follow_up import campaigns, enrolling
from handlers.follow_up.follow_ups import DueSteps
from handlers.numbers import schedules
from handlers.relay import escalation
from handlers.retention import Retention
from handlers.score.upkeep import Upkeep
from storage.campaigns import RUNNING
from storage.follow_ups import TO_STAFF
from storage.refusals import NotStoredError
from storage.store import Store, Work

log = structlog.get_logger()

# So many rows are taken up at one look; the rest are seen at the next.
A_LOOK = 200
# So many of them share a COMMIT.
AT_ONCE = 50
# While so many follow-ups of a channel wait to leave, no more are written for it: at 20 a second
# ten seconds' worth.
ROOM = 200
_AGAIN = timedelta(minutes=1)
_A_MINUTE = timedelta(minutes=1)
_A_DAY = timedelta(days=1)


class Due:
    """Rings the ladders and the follow-ups whose time has come, each in its own transaction."""

    def __init__(
        self,
        store: Store,
        business: Business,
        abilities: Mapping[str, Abilities],
        clock: Clock,
        file: Path | None = None,
    ) -> None:
        self._store = store
        self._abilities = abilities
        self._clock = clock
        self._briefed = ""
        self._brief_from = datetime.min.replace(tzinfo=UTC)
        self._escalated: datetime | None = None
        self._upkeep = Upkeep(store, business, abilities)
        self._retention = Retention(store, business, abilities)
        self._faq = FaqWriter(store, file, abilities, clock)
        self._birthdays_of: date | None = None
        self.works_by(business)

    def works_by(self, business: Business) -> None:
        """The company as it is from now on."""
        self._business = business
        self._follow_ups = DueSteps(business, self._abilities)
        self._upkeep.works_by(business)
        self._retention.works_by(business)

    @property
    def looks(self) -> tuple[Callable[[], Awaitable[datetime | None]], ...]:
        """Each answers when its next row falls due; they may run side by side."""
        return self.climb, self.follow_up

    async def look(self) -> datetime | None:
        """Do all that is due now, one after another; answers when the next row falls due."""
        times = [await look() for look in (*self.looks, self.tend)]
        return min((one for one in times if one is not None), default=None)

    async def climb(self) -> datetime | None:
        """The rungs of the ladders, and the claimed leads that nobody has touched."""
        now = self._clock.now()
        rungs = await self._store.read(lambda work: work.alerts.take_due(now, A_LOOK))
        done = True
        for start in range(0, len(rungs), AT_ONCE):
            climbs = (partial(self._alert_due, alert_id=one, now=now) for one in rungs[start:])
            done &= all(await asyncio.gather(*map(self._each, islice(climbs, AT_ONCE))))
        # One that failed is still due: it is no reason to look again before the next tick.
        return await self._store.read(lambda work: work.alerts.next_due()) if done else None

    async def follow_up(self) -> datetime | None:
        """The steps, and what is told at its time."""
        now = self._clock.now()
        await self._greet_birthdays(now)
        await self._campaigns(now)
        full = await self._store.read(self._full_channels)
        steps = await self._store.read(partial(self._due_steps, full=full, now=now))
        for start in range(0, len(steps), AT_ONCE):
            # Together, so that they share a COMMIT.
            await asyncio.gather(*(self._step(one, now) for one in steps[start : start + AT_ONCE]))
        await self._brief(now)
        await self._tell_numbers(now)
        await self._faq.look()
        # What waits for room on its channel is no reason to look again at once.
        after = now if full else None
        step = await self._store.read(lambda work: work.follow_ups.next_due(after))
        # One that failed is still due: it is no reason to look again before the next tick.
        told = await self._store.read(lambda work: work.schedules.next_due(now))
        return min((one for one in (step, told) if one is not None), default=None)

    async def tend(self) -> None:
        """What is not due at any minute: of very many leads it takes many, and no step waits."""
        now = self._clock.now()
        await self._upkeep.look(now)
        await self._retention.look(now)

    def may_leave(self, work: Work, key: str, now: datetime) -> bool:
        """For the delivery: whether a follow-up's message may still go."""
        return self._follow_ups.may_leave(work, key, now)

    def _full_channels(self, work: Work) -> tuple[str, ...]:
        """A thousand that are due at nine leave at their channel's pace: the rest wait as steps,
        judged when their turn comes, and not as messages.
        """
        return work.queue.full_channels(ROOM, tuple(self._abilities))

    def _due_steps(self, work: Work, full: tuple[str, ...], now: datetime) -> tuple[int, ...]:
        if not full:
            return work.follow_ups.take_due(now, A_LOOK)
        with_room = [one for one in self._abilities if one not in full]
        return work.follow_ups.take_due_on((TO_STAFF, *with_room), now, A_LOOK)

    async def _campaigns(self, now: datetime) -> None:
        """The next handful of leads of each campaign; those that fail or annoy are stopped."""
        for run in await self._store.read(lambda work: work.campaigns.open()):
            if run.state == RUNNING:
                choose = partial(
                    campaigns.choose_some,
                    business=self._business,
                    abilities=self._abilities,
                    campaign_id=run.id,
                    now=now,
                )
                await self._each(choose)
            # Counted beside the writer: of a large campaign that is much for every second.
            if await self._store.read(partial(campaigns.what_ends, run=run)) is not None:
                watch = partial(
                    campaigns.watch, abilities=self._abilities, campaign_id=run.id, now=now
                )
                await self._each(watch)

    async def _step(self, step_id: int, now: datetime) -> None:
        """One step; what cannot be judged comes later, and not for ever."""
        try:
            await self._store.run(partial(self._follow_ups.on_due, follow_up_id=step_id, now=now))
        except NotStoredError as error:
            # The database's bad day is no fault of the step, and not counted as one.
            log.warning("follow-up not stored", follow_up=step_id, reason=str(error))
        except Exception as error:
            log.exception("follow-up failed, it is tried again", follow_up=step_id)
            reason = type(error).__name__
            again_at = now + _AGAIN
            await self._each(lambda work: work.follow_ups.failed(step_id, again_at, reason, now))

    async def _greet_birthdays(self, now: datetime) -> None:
        """Once a day: whose birthday it is comes into the sequence for it."""
        today = hours.local_day(self._business, now)
        if self._birthdays_of == today:
            return
        born = await self._store.read(lambda work: work.enrolments.born_on(_birthdays(today)))
        for start in range(0, len(born), AT_ONCE):
            greetings = (
                partial(self._greet, lead_id=one, year=today.year, now=now)
                for one in born[start : start + AT_ONCE]
            )
            await asyncio.gather(*map(self._each, greetings))
        self._birthdays_of = today

    def _greet(self, work: Work, lead_id: int, year: int, now: datetime) -> None:
        lead = work.leads.get(lead_id)
        if lead is not None:
            enrolling.happened(work, self._business, lead, "birthday", str(year), now)

    async def _brief(self, now: datetime) -> None:
        """The staff's agenda and wrap-up; every minute, what climbs to the manager."""
        due = due_briefing(self._business, now)
        if due and due != self._briefed and now >= self._brief_from:
            if await self._brief_each(due, now):
                self._briefed = due
            else:
                self._brief_from = now + _A_MINUTE
        if self._escalated is None or abs(now - self._escalated) >= _A_MINUTE:
            self._escalated = now
            before = now - PATIENCE
            if await self._store.read(lambda work: work.agenda.undone(before - _A_DAY, before)):
                await self._each(lambda work: escalate(work, self._business, self._abilities, now))

    async def _brief_each(self, due: str, now: datetime) -> bool:
        """Each of the staff in his own transaction; False: somebody's failed, to be tried again."""
        team = await self._store.read(lambda work: work.team.active())
        done = True
        for start in range(0, len(team), AT_ONCE):
            briefings = (
                partial(
                    brief,
                    business=self._business,
                    abilities=self._abilities,
                    due=due,
                    staff_id=one.id,
                    now=now,
                )
                for one in team[start : start + AT_ONCE]
            )
            done &= all(await asyncio.gather(*map(self._each, briefings)))
        return done

    async def _tell_numbers(self, now: datetime) -> None:
        """What managers want told by itself: read beside the writer, then put into the outbox."""
        for one in await self._store.read(lambda work: work.schedules.due(now)):
            try:
                draft = await self._store.read(
                    partial(schedules.written, business=self._business, wanted=one, now=now)
                )
            except Exception:
                log.exception("numbers not written, they are tried again", schedule=one.id)
                continue
            send = partial(
                schedules.send,
                business=self._business,
                abilities=self._abilities,
                wanted=one,
                draft=draft,
                now=now,
            )
            await self._each(send)

    async def _each(self, unit: Callable[[Work], object]) -> bool:
        """One row that fails must not keep the others waiting; whether it was done."""
        try:
            await self._store.run(unit)
        except NotStoredError as error:
            log.warning("due row not stored, it is tried again", reason=str(error))
            return False
        except Exception:
            log.exception("due row failed, it is tried again")
            return False
        return True

    def _alert_due(self, work: Work, alert_id: int, now: datetime) -> None:
        alert = work.alerts.lock_due(alert_id, now)
        if alert is not None:
            escalation.on_due(work, self._business, self._abilities, alert, now)


def _birthdays(today: date) -> tuple[str, ...]:
    """Who was born on a 29 February is wished well on the 28th where the year has no other."""
    days = [f"{today:%m-%d}"]
    if (today.month, today.day) == (2, 28) and not calendar.isleap(today.year):
        days.append("02-29")
    return tuple(days)
