"""A group that is not the team's: one polite sentence, and we are gone."""

from __future__ import annotations

from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage
from handlers.posting import Draft, post
from handlers.relay import audience
from handlers.texts import say
from storage.store import Work

LEAVING = "leaving"  # head of the key of the sentence that says so


def entered(
    work: Work, business: Business, abilities: Abilities, message: IncomingMessage, now: datetime
) -> None:
    """Somebody took us into a group: a stranger's is left, the team is told how it is made theirs.

    Of the team's own group nothing is said: there it works already.
    """
    if not abilities.leaves or audience.is_group_of_team(work, message.channel, message.chat_id):
        return
    if work.team.member_in(message.channel, message.sender_id) is not None:
        _say(work, business, abilities, message, "not_yet", now)
    else:
        _say(work, business, abilities, message, LEAVING, now)
        leave(work, abilities, message.channel, message.chat_id, now)


def spoken_to(
    work: Work, business: Business, abilities: Abilities, message: IncomingMessage, now: datetime
) -> None:
    """Words in a group in which we have never said anything: we came while nobody looked.

    Where we have, it may have been the team's once: its old cards stand there.
    """
    is_stranger = work.team.member_in(message.channel, message.sender_id) is None
    if is_stranger and not work.own_messages.has_reached(message.channel, message.chat_id):
        entered(work, business, abilities, message, now)


def leave(work: Work, abilities: Abilities, channel: str, chat_id: str, now: datetime) -> None:
    """Behind whatever waits to be said there."""
    post(work, channel, chat_id, [Draft("", leaves=True)], abilities, now)


def _say(
    work: Work,
    business: Business,
    abilities: Abilities,
    message: IncomingMessage,
    key: str,
    now: datetime,
) -> None:
    spoken = message.sender_language.partition("-")[0]
    language = spoken if spoken in business.languages else business.languages[0]
    text = say(f"groups.{key}", language, company=business.company.name, group=message.chat_id)
    said = f"{key}:{message.channel}:{message.chat_id}:{message.key}"
    post(work, message.channel, message.chat_id, [Draft(text)], abilities, now, key=said[:128])
