"""The copies of a card: shown in chats, changed in place, blanked where nobody may read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from handlers.channel import Abilities, IncomingMessage
from handlers.posting import Draft, post
from handlers.relay.audience import Chat, chat_of, put
from handlers.relay.cards import card, is_mine
from handlers.relay.topics import follow, topic_for
from handlers.texts import Telling, say
from scoring.lead import Lead
from storage.alerts import OFFERED, Alert
from storage.store import Work
from storage.team import Member


class _Drafts:
    """One alert's card for any number of readers: written once for all who may see the same."""

    def __init__(self, work: Work, alert: Alert, lead: Lead) -> None:
        self._work, self._alert, self._lead = work, alert, lead
        self._written: dict[tuple[bool, str, str], Draft] = {}

    def of(self, reader: Chat, state: str = "") -> Draft:
        key = (is_mine(self._alert, reader), reader.language, state)
        if key not in self._written:
            self._written[key] = card(self._work, self._alert, self._lead, reader, state)
        return self._written[key]


def show(
    work: Work,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    lead: Lead,
    audience: list[Chat],
    now: datetime,
) -> None:
    """Send the card to those of the audience who have not got it."""
    have = {(shown.channel, shown.chat_id) for shown in work.alert_cards.of_alert(alert.id)}
    new = [chat for chat in audience if (chat.channel, chat.chat_id) not in have]
    if any(chat.staff_id is None for chat in new):
        follow(work, abilities, lead.id, now)
    drafts = _Drafts(work, alert, lead)
    for chat in new:
        topic_row = topic_for(work, abilities, lead, chat, now) if chat.staff_id is None else 0
        draft = replace(drafts.of(chat), topic_row=topic_row)
        row = put(work, abilities, chat, lead.id, draft, now)
        work.alert_cards.shown(alert.id, chat.staff_id, chat.channel, chat.chat_id, row)


def refresh(
    work: Work,
    abilities: Mapping[str, Abilities],
    alert_id: int,
    now: datetime,
    state: Telling | None = None,
) -> None:
    """Change every copy of the card in place to how things stand.

    A copy that has not left yet, and would only say that somebody else has the lead, never does.
    """
    alert = work.alerts.get(alert_id)
    lead = work.leads.get(alert.lead_id) if alert is not None else None
    if alert is None or lead is None:
        return
    owner = work.team.member(alert.claimed_by) if alert.claimed_by else None
    drafts = _Drafts(work, alert, lead)
    for shown in work.alert_cards.of_alert(alert_id):
        chat = chat_of(work, shown)
        is_over = alert.state != OFFERED and not is_mine(alert, chat)
        if is_over and work.outbox.withdraw(shown.outbox_id):
            work.alert_cards.not_shown(alert.id, shown.outbox_id)
            continue
        told = state(chat.language) if state is not None else _owner_line(owner, chat)
        draft = drafts.of(chat, told)
        put(work, abilities, chat, lead.id, replace(draft, edits_row=shown.outbox_id), now)


def _owner_line(owner: Member | None, reader: Chat) -> str:
    if owner is None:
        return ""
    key = "alert.claimed" if reader.staff_id == owner.id else "alert.taken"
    return say(key, reader.language, name=owner.name)


def renew(work: Work, abilities: Mapping[str, Abilities], lead_id: int, now: datetime) -> None:
    """The lead told more: its cards say it, too."""
    alert = work.alerts.open_of(lead_id)
    if alert is not None:
        refresh(work, abilities, alert.id, now)


def shut(
    work: Work, abilities: Mapping[str, Abilities], chats: Iterable[Chat], now: datetime
) -> None:
    """Every open card in these chats goes blank: its reader is on the staff no more."""
    for chat in chats:
        for lead_id, row in work.alert_cards.newest_in(chat.channel, chat.chat_id):
            blank = Draft(say("alert.no_more", chat.language), edits_row=row)
            put(work, abilities, chat, lead_id, blank, now)


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
    cards = work.alert_cards.of_alert(alert.id)
    shown = next((one for one in cards if (one.channel, one.chat_id) == place), None)
    if shown is None or work.own_messages.named(*place, message.platform_message_id) is not None:
        return
    text = say("alert.twice", chat_of(work, shown).language, lead=alert.lead_id)
    stray = Draft(text, edits_id=message.platform_message_id)
    post(work, *place, [stray], abilities[message.channel], now, lead_id=alert.lead_id)
