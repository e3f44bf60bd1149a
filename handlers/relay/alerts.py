"""A lead turned hot: offer it, climb the ladder, settle who has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers import hours, wording
from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage
from handlers.marking import name, unmarked
from handlers.posting import Draft, post
from handlers.relay import rotation
from handlers.relay.cards import card
from handlers.score.weighing import Wake
from handlers.texts import say
from scoring.lead import Lead
from storage.alerts import Alert, Card
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Account, Member, Role

STAFF_GROUP = "staff_group"  # setting: "channel:chat id" of the team's group
_LANGUAGE = "vi"
# Events: a rep gave a lead back; a lead was taken back from a rep who let it lie.
REJECTED, RECALLED = "rejected", "recalled"
_UNFORGOTTEN = timedelta(days=30)
MOST_AT_ONCE = 20  # reps who are shown a lead in their own chats on the rung of the team
# A group that would open no topic is not asked again for so long.
_NO_TOPICS_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Chat:
    """Where a card goes: a member's private chat, or the team's group (no member)."""

    staff_id: int | None
    channel: str
    chat_id: str


def offer(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    wake: Wake,
    now: datetime,
) -> None:
    """Put a lead before the reps, at once or when the office opens.

    While one of its alerts is open there is no second one, unless nobody took it and it has
    turned hot since: then it rings anew.
    """
    standing = work.alerts.open_of(lead.id)
    if standing is not None:
        hotter = wake is Wake.HOT and standing.reason != Wake.HOT
        if standing.claimed_by is not None or not hotter:
            refresh(work, abilities, standing.id, now)
            return
        work.alerts.close(standing.id, now)
        refresh(work, abilities, standing.id, now, say("alert.hotter", _LANGUAGE))
    whose = standing.offered_to if standing is not None else None
    _ring(work, business, abilities, lead, wake.value, now, turn_of=whose)


def offer_again(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    reason: str,
    now: datetime,
) -> None:
    """A lead that came back from a rep rings anew, for the others first."""
    lead = replace(lead, rep_id=None)
    work.leads.save(lead)
    _ring(work, business, abilities, lead, reason, now)


def _ring(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    reason: str,
    now: datetime,
    *,
    turn_of: int | None = None,
) -> None:
    opening = hours.next_opening(business, now)
    holds = business.routing.out_of_hours == "hold"
    rings_at = opening if holds else now
    alert_id = work.alerts.open(
        lead.id,
        reason,
        rings_at,
        now,
        touch_by=time_after(business, now, business.routing.first_touch),
        promised=wording.clock(opening, hours.zone_of(business)) if opening > now else "",
        offer=", ".join(rotation.offer_names(work, business, lead, _LANGUAGE)),
    )
    if turn_of is not None:
        # It was his turn already when the lead was not so hot.
        work.alerts.offered_first(alert_id, turn_of, now)
    work.events.record(lead.id, "alert", now, key=f"alert:{alert_id}", detail=reason)
    if rings_at <= now:
        climb(work, business, abilities, _alert(work, alert_id), now)


def _alert(work: Work, alert_id: int) -> Alert:
    found = work.alerts.get(alert_id)
    if found is None:
        raise LookupError(f"alert {alert_id} is gone")
    return found


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
        _show(work, abilities, alert, lead, audience, now)
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
    waited = wording.span((now - alert.created_at).total_seconds(), _LANGUAGE)
    text = say("alert.unclaimed", _LANGUAGE, span=waited, lead=alert.lead_id)
    tell(work, abilities, managers(work), alert.lead_id, text, now)


def tell(
    work: Work,
    abilities: Mapping[str, Abilities],
    chats: Iterable[Chat],
    lead_id: int | None,
    text: str,
    now: datetime,
) -> None:
    """Say a line about a lead to some of the staff."""
    for chat in chats:
        post(
            work,
            chat.channel,
            chat.chat_id,
            [Draft(text)],
            abilities[chat.channel],
            now,
            urgency=Urgency.ALERT,
            lead_id=lead_id,
        )


# --- who is shown the card ----------------------------------------------------------------


def _first(work: Work, business: Business, alert: Alert, lead: Lead, now: datetime) -> list[Chat]:
    """The lead's own rep where it has one, else the one whose turn it is, or every rep."""
    declined = declined_by(work, alert)
    own = [one for one in work.team.accounts(*Role) if one.member.id == lead.rep_id]
    if own and lead.rep_id not in declined:
        return _chats(own)
    if business.routing.mode == "team":
        return _team(work, business, alert, lead, now)
    here = rotation.at_work(work, business, now, without=declined)
    if offered := [one for one in here if one.member.id == alert.offered_to]:
        return _chats(offered)
    turn = rotation.turn_of(work, business, lead, now, without=declined)
    for one in turn[:1]:
        work.alerts.offered_first(alert.id, one.member.id, now)
    return _chats(turn)


def _team(work: Work, business: Business, alert: Alert, lead: Lead, now: datetime) -> list[Chat]:
    """The team's group, and in their own chats the next in line: of two hundred reps not all,

    for a platform that takes 25 messages a second would be eight seconds at one lead.
    """
    without = declined_by(work, alert)
    here = rotation.in_line(work, business, lead, now, MOST_AT_ONCE, without=without)
    return [*_chats(here), *_group(work)]


def _everybody(
    work: Work, business: Business, alert: Alert, lead: Lead, now: datetime
) -> list[Chat]:
    """Whoever is not away, on shift or not, manager and owner too."""
    return _chats(one for one in work.team.accounts(*Role) if not one.member.is_away(now))


def _managers(
    work: Work, business: Business, alert: Alert, lead: Lead, now: datetime
) -> list[Chat]:
    return managers(work)


def managers(work: Work) -> list[Chat]:
    """Where managers can be reached; where there is none, the owner."""
    return _chats(work.team.accounts(Role.MANAGER)) or _chats(work.team.accounts(Role.OWNER))


def chats_of(work: Work, staff_id: int) -> list[Chat]:
    """The private chats of one member."""
    return _chats(one for one in work.team.accounts(*Role) if one.member.id == staff_id)


def _group(work: Work) -> list[Chat]:
    channel, _, chat_id = (work.settings.get(STAFF_GROUP) or "").partition(":")
    return [Chat(None, channel, chat_id)] if chat_id else []


def _chats(accounts: Iterable[Account]) -> list[Chat]:
    return [Chat(one.member.id, one.channel, one.chat_id) for one in accounts]


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
    reached |= {(chat.channel, chat.chat_id) for chat in _group(work)}
    for alert in work.alerts.offered_in(channel, chat_id):
        cards = {(one.channel, one.chat_id) for one in work.alerts.cards(alert.id)}
        if not cards & reached:
            work.alerts.look_again(alert.id, now)


def _show(
    work: Work,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    lead: Lead,
    audience: list[Chat],
    now: datetime,
) -> None:
    """Send the card to those of the audience who have not got it."""
    have = {(shown.channel, shown.chat_id) for shown in work.alerts.cards(alert.id)}
    new = [chat for chat in audience if (chat.channel, chat.chat_id) not in have]
    for chat in new:
        topic_row = _topic(work, abilities, lead, chat, now) if chat.staff_id is None else 0
        draft = replace(card(work, alert, lead, chat.staff_id), topic_row=topic_row)
        row = _send(work, abilities, lead.id, chat, draft, now)
        work.alerts.shown(alert.id, chat.staff_id, chat.channel, chat.chat_id, row)


def _topic(
    work: Work, abilities: Mapping[str, Abilities], lead: Lead, chat: Chat, now: datetime
) -> int:
    """The outbox row that opens the lead's own topic in the team's group; 0 where it has none."""
    known = work.takeovers.topic_row(lead.id, chat.channel, chat.chat_id)
    if known or not abilities[chat.channel].topics:
        return known
    if work.takeovers.has_no_topics(chat.channel, chat.chat_id, now - _NO_TOPICS_FOR):
        return 0
    title = unmarked(say("takeover.topic", _LANGUAGE, lead=lead.id, name=name(lead.name)))[0]
    row = _send(work, abilities, lead.id, chat, Draft("", opens_topic=title.strip()), now)
    work.takeovers.keep_topic(lead.id, chat.channel, chat.chat_id, row)
    return row


def topic_of(work: Work, lead_id: int) -> list[tuple[Chat, int]]:
    """The group in which the lead has an open topic, with the row that opened it."""
    return [
        (chat, row)
        for chat in _group(work)
        if (row := work.takeovers.topic_row(lead_id, chat.channel, chat.chat_id))
        and work.outbox.platform_id(row)
    ]


def _send(
    work: Work,
    abilities: Mapping[str, Abilities],
    lead_id: int,
    chat: Chat,
    draft: Draft,
    now: datetime,
) -> int:
    return post(
        work,
        chat.channel,
        chat.chat_id,
        [draft],
        abilities[chat.channel],
        now,
        urgency=Urgency.ALERT,
        lead_id=lead_id,
    )


# --- who takes it -------------------------------------------------------------------------


def claim(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    member: Member,
    now: datetime,
) -> bool:
    """Take a lead: of any number of taps at once exactly one wins. The cards tell everybody."""
    if not work.alerts.claim(alert.id, member.id, now):
        return False
    lead = work.leads.get(alert.lead_id)
    if lead is None:
        return False
    work.events.record(
        lead.id, "claimed", now, key=f"claimed:{alert.id}", staff_id=member.id, detail=member.name
    )
    work.leads.save(replace(lead, rep_id=member.id))
    work.alerts.look_again(alert.id, time_after(business, now, business.routing.first_touch))
    _reach_claimer(work, abilities, alert, member, now)
    refresh(work, abilities, alert.id, now)
    return True


def _reach_claimer(
    work: Work, abilities: Mapping[str, Abilities], alert: Alert, member: Member, now: datetime
) -> None:
    """Somebody who claimed in the group gets the card, with the number, in his private chat."""
    if any(shown.staff_id == member.id for shown in work.alerts.cards(alert.id)):
        return
    claimed = work.alerts.get(alert.id)
    lead = work.leads.get(alert.lead_id)
    own = [one for one in work.team.accounts(member.role) if one.member.id == member.id]
    if claimed is not None and lead is not None:
        _show(work, abilities, claimed, lead, _chats(own), now)


def refresh(
    work: Work,
    abilities: Mapping[str, Abilities],
    alert_id: int,
    now: datetime,
    state: str = "",
) -> None:
    """Change every copy of the card in place to how things stand."""
    alert = work.alerts.get(alert_id)
    lead = work.leads.get(alert.lead_id) if alert is not None else None
    if alert is None or lead is None:
        return
    owner = work.team.member(alert.claimed_by) if alert.claimed_by else None
    for shown in work.alerts.cards(alert_id):
        told = state or _owner_line(owner, shown)
        draft = card(work, alert, lead, shown.staff_id, told)
        chat = Chat(shown.staff_id, shown.channel, shown.chat_id)
        _send(work, abilities, lead.id, chat, replace(draft, edits_row=shown.outbox_id), now)


def _owner_line(owner: Member | None, shown: Card) -> str:
    if owner is None:
        return ""
    key = "alert.claimed" if shown.staff_id == owner.id else "alert.taken"
    return say(key, _LANGUAGE, name=owner.name)


def hand_over(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    taker: Member,
    now: datetime,
) -> None:
    """The lead's open alert is another's now: he gets the card, the others see whose it is."""
    alert = work.alerts.open_of(lead.id)
    if alert is None:
        return
    due_at = time_after(business, now, business.routing.first_touch)
    work.alerts.hand_over(alert.id, taker.id, due_at, now)
    _reach_claimer(work, abilities, alert, taker, now)
    refresh(work, abilities, alert.id, now)


def shut(
    work: Work, abilities: Mapping[str, Abilities], chats: Iterable[Chat], now: datetime
) -> None:
    """Every open card in these chats goes blank: its reader is on the staff no more."""
    for chat in chats:
        for lead_id, row in work.alerts.open_cards_in(chat.channel, chat.chat_id):
            blank = Draft(say("alert.no_more", _LANGUAGE), edits_row=row)
            _send(work, abilities, lead_id, chat, blank, now)


def settle_stray(
    work: Work,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    message: IncomingMessage,
    now: datetime,
) -> None:
    """A button of a copy that we thought lost was pressed: that copy shows it is one.

    A card whose answer was lost is sent once more; if the first did arrive there are two, and
    only the second is changed in place. Its reader's tap tells us of the first.
    """
    place = (message.channel, message.chat_id)
    if not message.platform_message_id or not abilities[message.channel].edits:
        return
    shown = any((one.channel, one.chat_id) == place for one in work.alerts.cards(alert.id))
    if not shown or work.outbox.named(*place, message.platform_message_id) is not None:
        return
    text = say("alert.twice", _LANGUAGE, lead=alert.lead_id)
    stray = Draft(text, edits_id=message.platform_message_id)
    post(work, *place, [stray], abilities[message.channel], now, lead_id=alert.lead_id)


def renew(work: Work, abilities: Mapping[str, Abilities], lead_id: int, now: datetime) -> None:
    """The lead told more: its cards say it, too."""
    alert = work.alerts.open_of(lead_id)
    if alert is not None:
        refresh(work, abilities, alert.id, now)


def withdraw(work: Work, abilities: Mapping[str, Abilities], lead_id: int, now: datetime) -> None:
    """The prospect wants silence: an alert that nobody took ends, and the cards say so."""
    alert = work.alerts.open_of(lead_id)
    if alert is None:
        return
    if alert.claimed_by is None:
        work.alerts.close(alert.id, now)
    refresh(work, abilities, alert.id, now, say("alert.stopped", _LANGUAGE))


def erase(work: Work, abilities: Mapping[str, Abilities], lead_id: int, now: datetime) -> None:
    """Erase a lead; of its cards nothing stays but the line that says so."""
    alert = work.alerts.open_of(lead_id)
    cards = work.alerts.cards(alert.id) if alert is not None else ()
    work.erasure.erase(lead_id)
    line = say("alert.erased", _LANGUAGE, lead=lead_id)
    for shown in cards:
        post(
            work,
            shown.channel,
            shown.chat_id,
            [Draft(line, edits_row=shown.outbox_id)],
            abilities[shown.channel],
            now,
            urgency=Urgency.ALERT,
        )


def too_late(work: Work, alert: Alert, now: datetime) -> str:
    """What the one who tapped second is told."""
    current = work.alerts.get(alert.id) or alert
    owner = work.team.member(current.claimed_by) if current.claimed_by else None
    if owner is None or current.claimed_at is None:
        return say("alert.closed", _LANGUAGE, lead=alert.lead_id)
    ago: timedelta = now - current.claimed_at
    span = wording.span(max(1.0, ago.total_seconds()), _LANGUAGE)
    return say("alert.too_late", _LANGUAGE, name=owner.name, span=span)
