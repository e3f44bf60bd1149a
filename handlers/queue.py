"""/queue: what is due, sent, refused and in doubt, at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from handlers import hours, wording
from handlers.business import Business
from handlers.channel import Abilities
from handlers.follow_up.plans import reason_words
from handlers.posting import Draft, post
from handlers.texts import Telling, say, telling
from storage import notices, outbox
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Role

_A_DAY = timedelta(hours=24)


def queue(work: Work, business: Business, rest: str, now: datetime, language: str) -> Draft:
    """How the work ahead stands; `rest` of the command is not read."""
    standing = work.queue.standing(now, now + _A_DAY, now - _A_DAY)
    backlog = work.outbox.backlog().counts
    local = now.astimezone(hours.zone_of(business))
    refused = sum(count for _, count in standing.refused)
    lines = [
        say("queue.title", language, time=f"{local:%H:%M %d/%m}"),
        say("queue.due", language, now=standing.due, soon=standing.soon, later=standing.later),
        say("queue.sent", language, count=standing.sent),
        say("queue.refused", language, count=refused),
        *(
            say("queue.reason", language, reason=reason_words(reason, language), count=count)
            for reason, count in standing.refused
        ),
        say(
            "queue.outbox",
            language,
            waiting=sum(backlog.get(one, 0) for one in _ON_THEIR_WAY),
            doubt=backlog.get(outbox.UNKNOWN, 0),
            dead=backlog.get(outbox.DEAD, 0),
        ),
    ]
    if standing.doubtful_leads:
        leads = ", ".join(f"#{one}" for one in standing.doubtful_leads)
        lines.append(say("queue.doubtful", language, leads=leads))
    if standing.failed:
        lines.append(say("queue.failed", language, count=standing.failed))
    told = work.notices.standing()
    if told:
        waiting, dead = told.get(notices.DUE, 0), told.get(notices.DEAD, 0)
        lines.append(say("queue.notices", language, waiting=waiting, dead=dead))
    return Draft("\n".join(lines))


def tell_stuck(
    work: Work, *, abilities: Mapping[str, Abilities], now: datetime, still: timedelta
) -> None:
    """The bell stands still: to every owner, with what waits behind it."""
    waits = work.queue.standing(now, now, now).due
    span = partial(wording.span, still.total_seconds())
    tell_owners(work, telling("queue.stuck", span=span, count=waits), abilities, now)


def tell_going(work: Work, *, abilities: Mapping[str, Abilities], now: datetime) -> None:
    tell_owners(work, telling("queue.goes_again"), abilities, now)


def tell_owners(
    work: Work, told: Telling, abilities: Mapping[str, Abilities], now: datetime
) -> None:
    """To every owner; to the managers where there is none."""
    accounts = work.team.accounts(Role.OWNER) or work.team.accounts(Role.MANAGER)
    for one in accounts:
        can = abilities[one.channel]
        draft = Draft(told(one.member.language))
        post(work, one.channel, one.chat_id, [draft], can, now, urgency=Urgency.ALERT)


_ON_THEIR_WAY = (outbox.DUE, outbox.CLAIMED, outbox.SENDING)
