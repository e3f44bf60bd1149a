"""A lead's own topic in the team's group: opened with it, closed and reopened with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers.channel import Abilities, TopicAct
from handlers.marking import name, unmarked
from handlers.posting import Draft
from handlers.relay.audience import Chat, group, put
from handlers.texts import say
from scoring.lead import Lead, Stage
from storage.store import Work

# A group that would open no topic is not asked again for so long.
_NO_TOPICS_FOR = timedelta(hours=24)
OVER = (Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED)


def topic_for(
    work: Work, abilities: Mapping[str, Abilities], lead: Lead, chat: Chat, now: datetime
) -> int:
    """The outbox row that opens the lead's own topic in the team's group; 0 where it has none."""
    known = _row(work, lead.id, chat)
    if known or not abilities[chat.channel].topics:
        return known
    if work.takeovers.has_no_topics(chat.channel, chat.chat_id, now - _NO_TOPICS_FOR):
        return 0
    title = unmarked(say("takeover.topic", chat.language, lead=lead.id, name=name(lead.name)))[0]
    row = put(work, abilities, chat, lead.id, Draft("", opens_topic=title.strip()), now)
    work.takeovers.keep_topic(lead.id, chat.channel, chat.chat_id, row)
    return row


def topic_of(work: Work, lead_id: int) -> list[tuple[Chat, int]]:
    """The group in which the lead has an open topic, with the row that opened it."""
    return [(chat, row) for chat, row in places_of(work, lead_id) if work.outbox.platform_id(row)]


def follow(work: Work, abilities: Mapping[str, Abilities], lead_id: int, now: datetime) -> None:
    """The topic is closed while a lead is won, lost or disqualified and nobody wants it again.

    What was said there can still be read; a channel without topics has nothing to close.
    """
    places = places_of(work, lead_id)
    is_over = bool(places) and _is_over(work, lead_id, now)
    for chat, row in places:
        if not work.takeovers.topic_changes(row, closed=is_over):
            continue
        act = TopicAct.CLOSE if is_over else TopicAct.REOPEN
        put(work, abilities, chat, lead_id, Draft("", topic_row=row, topic_act=act), now)


def places_of(work: Work, lead_id: int) -> list[tuple[Chat, int]]:
    """Where the lead has a topic, with the outbox row that opens it."""
    return [(chat, row) for chat in group(work) if (row := _row(work, lead_id, chat))]


def delete(
    work: Work,
    abilities: Mapping[str, Abilities],
    places: list[tuple[Chat, int]],
    lead_id: int,
    now: datetime,
) -> None:
    """Its lead was erased: the topic goes with its name and all that was relayed into it."""
    for chat, row in places:
        name = say("takeover.topic_erased", chat.language, lead=lead_id)
        draft = Draft(name, topic_row=row, topic_act=TopicAct.DELETE)
        put(work, abilities, chat, None, draft, now)


def _is_over(work: Work, lead_id: int, now: datetime) -> bool:
    lead = work.leads.get(lead_id)
    if lead is None or lead.stage not in OVER:
        return False
    is_wanted = work.alerts.open_of(lead_id) is not None
    return not is_wanted and work.takeovers.active(lead_id, now) is None


def _row(work: Work, lead_id: int, chat: Chat) -> int:
    return work.takeovers.topic_row(lead_id, chat.channel, chat.chat_id)
