"""The ladder: to whom a lead on offer goes next, and at which minute of office time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from handlers import hours, wording
from handlers.business import Business
from handlers.channel import Abilities
from handlers.relay import copies, rotation
from handlers.relay.audience import Chat, chats, group, managers, tell
from handlers.texts import telling
from scoring.lead import Lead
from storage.alerts import Alert
from storage.store import Work
from storage.team import Role

# Events: a rep gave a lead back; a lead was taken back from a rep who let it lie.
REJECTED, RECALLED = "rejected", "recalled"
_UNFORGOTTEN = timedelta(days=30)
# While so many messages to the team wait, more cards would only come too late: about four
# seconds' worth at Telegram's pace. Then a rung asks these few, the group and the managers.
CROWDED, FEW = 100, 2
MOST_AT_ONCE = 20  # reps who are shown a lead in their own chats on the rung of the team


def climb(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    now: datetime,
) -> None:
    """Show it to the next in line: a rep, the team, everybody, the managers.

    A rung's time is reckoned from the alert's own, so that a late look makes no later rung.
    """
    lead = work.leads.get(alert.lead_id)
    if lead is None:
        return
    rung = alert.rung
    while rung < len(_RUNGS):
        audience = _RUNGS[rung](work, business, alert, lead, now)
        rung += 1
        copies.show(work, abilities, alert, lead, audience, now)
        if rung == len(_RUNGS):
            _tell_managers(work, abilities, alert, now)
        if audience:
            break  # a rung on which nobody stands is passed at once
    ladder = business.routing.ladder
    waits = (ladder.team, ladder.everybody, ladder.manager)
    due = time_after(business, alert.created_at, waits[rung - 1]) if rung <= len(waits) else None
    work.alerts.climbed(alert.id, rung, due)


def time_after(business: Business, start: datetime, span: timedelta) -> datetime:
    """In office time; in plain time for a company whose alerts ring at any hour."""
    if business.routing.out_of_hours == "ring":
        return start + span
    return hours.after(business, start, span)


def _tell_managers(
    work: Work, abilities: Mapping[str, Abilities], alert: Alert, now: datetime
) -> None:
    waited = partial(wording.span, (now - alert.created_at).total_seconds())
    text = telling("alert.unclaimed", span=waited, lead=alert.lead_id)
    tell(work, abilities, managers(work), alert.lead_id, text, now)


# --- who is shown the card ----------------------------------------------------------------


def _first(work: Work, business: Business, alert: Alert, lead: Lead, now: datetime) -> list[Chat]:
    """The lead's own rep where it has one, else the one whose turn it is, or every rep."""
    declined = declined_by(work, alert)
    own = [one for one in work.team.accounts(*Role) if one.member.id == lead.rep_id]
    if own and lead.rep_id not in declined:
        return chats(own)
    if business.routing.mode == "team":
        return _team(work, business, alert, lead, now)
    here = rotation.at_work(work, business, now, without=declined)
    if offered := [one for one in here if one.member.id == alert.offered_to]:
        return chats(offered)
    turn = rotation.turn_of(work, business, lead, now, without=declined)
    for one in turn[:1]:
        work.alerts.offered_first(alert.id, one.member.id, now)
    return chats(turn)


def _team(work: Work, business: Business, alert: Alert, lead: Lead, now: datetime) -> list[Chat]:
    """The team's group, and in their own chats the next in line: of two hundred reps not all,

    for a platform that takes 25 messages a second would be eight seconds at one lead.
    """
    without = declined_by(work, alert)
    count = FEW if work.outbox.is_crowded(CROWDED) else MOST_AT_ONCE
    here = rotation.in_line(work, business, lead, now, count, without=without)
    return [*chats(here), *group(work)]


def _everybody(
    work: Work, business: Business, alert: Alert, lead: Lead, now: datetime
) -> list[Chat]:
    """Whoever is not away, on shift or not, manager and owner too."""
    if work.outbox.is_crowded(CROWDED):
        without = declined_by(work, alert)
        few = rotation.in_line(work, business, lead, now, 2 * FEW, without=without)
        return [*chats(few), *managers(work)]
    return chats(one for one in work.team.accounts(*Role) if not one.member.is_away(now))


def _managers(
    work: Work, business: Business, alert: Alert, lead: Lead, now: datetime
) -> list[Chat]:
    return managers(work)


def declined_by(work: Work, alert: Alert) -> frozenset[int]:
    """The reps who lately gave this lead back, or let it lie: others are asked first."""
    since = alert.created_at - _UNFORGOTTEN
    return frozenset(
        event.staff_id
        for event in work.events.of_lead(alert.lead_id)
        if event.kind in (REJECTED, RECALLED) and event.staff_id is not None and event.at >= since
    )


_RUNGS = (_first, _team, _everybody, _managers)


def lost_reader(work: Work, channel: str, chat_id: str, now: datetime) -> None:
    """A chat was closed to us: a lead that only stood there does not wait for its rung."""
    reached = {(one.channel, one.chat_id) for one in work.team.accounts(*Role)}
    reached |= {(chat.channel, chat.chat_id) for chat in group(work)}
    for alert in work.alerts.offered_in(channel, chat_id):
        shown = {(one.channel, one.chat_id) for one in work.alert_cards.of_alert(alert.id)}
        if not shown & reached:
            work.alerts.look_again(alert.id, now)
