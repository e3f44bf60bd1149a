"""What time alone does to the leads: they cool by the hour, and at night we learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

import structlog

from handlers import hours
from handlers.business import Business
from handlers.channel import Abilities
from handlers.posting import Draft, post
from handlers.relay import alerts
from handlers.score import calibration, exploring
from handlers.score.night import at_night
from handlers.score.rules import rules_of
from handlers.score.weighing import looks_stale, weigh
from scoring.lead import Lead
from scoring.weights import NEVER_HOT
from storage.store import Store, Work
from storage.team import Account, Role

log = structlog.get_logger()

COOL_EVERY = timedelta(hours=1)
SETTLED_AFTER = timedelta(minutes=2)
# By local time: nobody is talked to at this hour, and the day's outcomes are in.
NIGHT = time(3, 15)
# When news and the report of the week are read: the office has just opened.
READ_AT = time(8)
# So many leads are looked at in one transaction: a message must not wait long behind it.
A_HANDFUL = 25


class Upkeep:
    """Keeps the stored scores true while nobody says a word."""

    def __init__(
        self, store: Store, business: Business, abilities: Mapping[str, Abilities]
    ) -> None:
        self._store = store
        self._business = business
        self._abilities = abilities
        self._cool_at: datetime | None = None

    def works_by(self, business: Business) -> None:
        """The company as it is from now on; leads come under its new numbers within the hour."""
        self._business = business

    async def look(self, now: datetime) -> None:
        """Do what is due; between two looks of an hour this asks nothing of the database."""
        if self._cool_at is not None and now < self._cool_at:
            return
        if self._cool_at is None:  # just started: whoever is waiting comes first
            self._cool_at = now + SETTLED_AFTER
            return
        self._cool_at = now + COOL_EVERY
        night = await self._store.run(lambda work: self._night_begins(work, now))
        await self._cool(now, all_of_them=night)
        if hours.is_open(self._business, now):
            await self._store.run(
                lambda work: exploring.draw(work, self._business, self._abilities, now)
            )
        await self._in_the_morning(now)
        if night:
            try:
                await at_night(self._store, self._business, now)
            except Exception:
                log.exception("the night's learning failed, the score in force stays")

    def _night_begins(self, work: Work, now: datetime) -> bool:
        """Whether this is the first look after the hour of the night; once a day."""
        local = now.astimezone(hours.zone_of(self._business))
        day = local.date() if local.time() >= NIGHT else local.date() - timedelta(days=1)
        if (work.settings.get(_LAST_NIGHT) or "") >= day.isoformat():
            return False
        work.settings.put(_LAST_NIGHT, day.isoformat())
        return True

    async def _in_the_morning(self, now: datetime) -> None:
        """What the night found waits until somebody is up to read it."""
        local = now.astimezone(hours.zone_of(self._business))
        if local.time() < READ_AT:
            return
        await self._store.run(lambda work: self._news_of_the_night(work, now))
        monday = local.date() - timedelta(days=local.weekday())
        if local.date() == monday:
            # Much is read for it: beside the writer, and then it is sent.
            report = await self._store.read(lambda work: self._report(work, monday, now))
            await self._store.run(lambda work: self._report_of_the_week(work, report, monday, now))

    def _news_of_the_night(self, work: Work, now: datetime) -> None:
        """The owner hears what happened to the learned score; of each thing once."""
        for night in work.nights.untold():
            for account in work.team.accounts(Role.OWNER):
                self._tell(work, account, Draft(night.news[account.member.language]), now)
            work.nights.told(night, now)

    def _report(self, work: Work, monday: date, now: datetime) -> dict[Account, Draft]:
        """Whether hot was hot, for whoever manages; nothing where it was told or is not known."""
        if _was_told(work, monday) or not calibration.judged_leads(work, now):
            return {}
        drafts: dict[tuple[str, bool], Draft] = {}
        found = {}
        for account in work.team.accounts(Role.MANAGER, Role.OWNER):
            language, owner = account.member.language, account.member.role is Role.OWNER
            if (language, owner) not in drafts:
                drafts[language, owner] = calibration.draft_of(
                    work, self._business, now, language, owner=owner
                )
            found[account] = drafts[language, owner]
        return found

    def _report_of_the_week(
        self, work: Work, report: Mapping[Account, Draft], monday: date, now: datetime
    ) -> None:
        """On Monday whoever manages hears it; once a week."""
        if _was_told(work, monday):
            return
        work.settings.put(_LAST_REPORT, monday.isoformat())
        for account, draft in report.items():
            self._tell(work, account, draft, now)

    def _tell(self, work: Work, account: Account, draft: Draft, now: datetime) -> None:
        abilities = self._abilities.get(account.channel)
        if abilities is not None:
            post(work, account.channel, account.chat_id, [draft], abilities, now)

    async def _cool(self, now: datetime, *, all_of_them: bool) -> None:
        """Weigh anew whom time has changed: by the hour the warm and hot, at night every lead."""
        after = 0
        while True:
            found = await self._store.read(partial(_fading, after=after, warm_only=not all_of_them))
            if not found:
                return
            after = found[-1]
            await self._store.run(partial(self.weigh, lead_ids=found, now=now))

    def weigh(self, work: Work, lead_ids: Sequence[int], now: datetime) -> None:
        """Look whether time has changed these leads, and weigh anew those that it has."""
        for lead_id in lead_ids:
            lead = work.leads.get(lead_id)
            if lead is None or not looks_stale(work, self._business, lead, now):
                continue
            known = lead.rules == rules_of(self._business, lead.bands).hash
            weighed = weigh(work, self._business, lead, now, cause="time" if known else "rules")
            # A date that was named has come near; sample leads have nobody behind them to call.
            if weighed.wake is not None and self._can_be_called(work, weighed.lead):
                alerts.offer(work, self._business, self._abilities, weighed.lead, weighed.wake, now)

    @staticmethod
    def _can_be_called(work: Work, lead: Lead) -> bool:
        silent = any(one.kind in NEVER_HOT for one in lead.heat)
        return not silent and bool(work.leads.prospects_of(lead.id))


_LAST_NIGHT = "last_night"
_LAST_REPORT = "last_calibration"


def _was_told(work: Work, monday: date) -> bool:
    return (work.settings.get(_LAST_REPORT) or "") >= monday.isoformat()


def _fading(work: Work, after: int, *, warm_only: bool) -> tuple[int, ...]:
    return work.leads.fading(after=after, limit=A_HANDFUL, warm_only=warm_only)
