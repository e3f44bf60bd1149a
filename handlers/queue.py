"""/queue: what is due, sent, refused and in doubt, at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers import hours, wording
from handlers.business import Business
from handlers.channel import Abilities
from handlers.follow_up.plans import reason_words
from handlers.posting import Draft, post
from handlers.texts import say
from storage import outbox
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Role

_LANGUAGE = "vi"
_A_DAY = timedelta(hours=24)


def queue(work: Work, business: Business, rest: str, now: datetime) -> str:
    """How the work ahead stands; `rest` of the command is not read."""
    standing = work.queue.standing(now, now + _A_DAY, now - _A_DAY)
    backlog = work.outbox.backlog().counts
    local = now.astimezone(hours.zone_of(business))
    refused = sum(count for _, count in standing.refused)
    lines = [
        say("queue.title", _LANGUAGE, time=f"{local:%H:%M %d/%m}"),
        say("queue.due", _LANGUAGE, now=standing.due, soon=standing.soon, later=standing.later),
        say("queue.sent", _LANGUAGE, count=standing.sent),
        say("queue.refused", _LANGUAGE, count=refused),
        *(
            say("queue.reason", _LANGUAGE, reason=reason_words(reason), count=count)
            for reason, count in standing.refused
        ),
        say(
            "queue.outbox",
            _LANGUAGE,
            waiting=sum(backlog.get(one, 0) for one in _ON_THEIR_WAY),
            doubt=backlog.get(outbox.UNKNOWN, 0),
            dead=backlog.get(outbox.DEAD, 0),
        ),
    ]
    if standing.doubtful_leads:
        leads = ", ".join(f"#{one}" for one in standing.doubtful_leads)
        lines.append(say("queue.doubtful", _LANGUAGE, leads=leads))
    if standing.failed:
        lines.append(say("queue.failed", _LANGUAGE, count=standing.failed))
    return "\n".join(lines)


def tell_stuck(
    work: Work, *, abilities: Mapping[str, Abilities], now: datetime, still: timedelta
) -> None:
    """The bell stands still: to every owner, with what waits behind it."""
    waits = work.queue.standing(now, now, now).due
    span = wording.span(still.total_seconds(), _LANGUAGE)
    tell_owners(work, say("queue.stuck", _LANGUAGE, span=span, count=waits), abilities, now)


def tell_going(work: Work, *, abilities: Mapping[str, Abilities], now: datetime) -> None:
    tell_owners(work, say("queue.goes_again", _LANGUAGE), abilities, now)


def tell_owners(work: Work, text: str, abilities: Mapping[str, Abilities], now: datetime) -> None:
    """To every owner; to the managers where there is none."""
    accounts = work.team.accounts(Role.OWNER) or work.team.accounts(Role.MANAGER)
    for one in accounts:
        can = abilities[one.channel]
        post(work, one.channel, one.chat_id, [Draft(text)], can, now, urgency=Urgency.ALERT)


_ON_THEIR_WAY = (outbox.DUE, outbox.CLAIMED, outbox.SENDING)
