"""Who writes: a prospect, a member of staff, a group; each turn goes to the one who answers it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from handlers import strange_groups
from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage, Kind
from handlers.posting import Draft, post
from handlers.prospect.conversation import Conversation
from handlers.prospect.turn import Message
from handlers.relay.audience import STAFF_GROUP, is_group_of_team
from handlers.relay.ladder import lost_reader
from handlers.team.desk import Staff
from handlers.team.joining import code_in, on_code
from handlers.texts import say
from storage.store import Work

# What was read for those who asked for numbers, by message; None for who may not see them.
Numbers = Mapping[int, Draft | None]
NO_NUMBERS: Numbers = MappingProxyType({})


class FrontDesk:
    """The whole of what happens to a turn, as one plain function inside one transaction."""

    def __init__(self, business: Business, abilities: Mapping[str, Abilities]) -> None:
        self._abilities = abilities
        self.works_by(business)

    def works_by(self, business: Business) -> None:
        """The company as it is from now on; a turn under way ends by the old one."""
        self._business = business
        self._first_language = business.languages[0]
        self._conversation = Conversation(business, self._abilities)
        self._staff = Staff(business, self._abilities)

    def reads(self, message: IncomingMessage) -> bool:
        """Whether numbers must be read (`read`) before this message is handled."""
        return self._staff.reads(message)

    def read(self, work: Work, message: IncomingMessage, now: datetime) -> Draft | None:
        return self._staff.read(work, message, now)

    def on_turn(
        self,
        work: Work,
        messages: tuple[Message, ...],
        now: datetime,
        numbers: Numbers = NO_NUMBERS,
    ) -> None:
        talk: list[Message] = []
        for message_id, message in messages:
            if message.kind in _HOUSEKEEPING:
                self._keep_house(work, message, now)
            elif message.group:
                self._in_group(work, message_id, message, now, numbers.get(message_id))
            elif (code := code_in(message)) is not None:
                on_code(work, self._abilities, message, code, self._first_language, now)
            elif (member := work.team.member_in(message.channel, message.chat_id)) is not None:
                read = numbers.get(message_id)
                self._staff.on_message(work, member, message_id, message, now, numbers=read)
            elif not self._staff.refuse_stranger(work, message, now):
                talk.append((message_id, message))
        if talk:
            self._conversation.on_turn(work, tuple(talk), now)

    def is_of_the_team(self, work: Work, message: IncomingMessage) -> bool:
        return work.team.member_in(message.channel, message.chat_id) is not None

    def tell_too_many(self, work: Work, message: IncomingMessage, now: datetime) -> None:
        """One line, in the language of whoever writes more than we hear."""
        prospect = work.leads.prospect_in(message.channel, message.chat_id)
        language = (prospect.language if prospect is not None else "") or self._first_language
        draft = Draft(say("reception.too_many", language))
        abilities = self._abilities[message.channel]
        post(work, message.channel, message.chat_id, [draft], abilities, now)

    def _in_group(
        self,
        work: Work,
        message_id: int,
        message: IncomingMessage,
        now: datetime,
        numbers: Draft | None,
    ) -> None:
        """Only the team's own group is served, and there only the staff."""
        if not is_group_of_team(work, message.channel, message.chat_id):
            can = self._abilities[message.channel]
            strange_groups.spoken_to(work, self._business, can, message, now)
            return
        member = work.team.member_in(message.channel, message.sender_id)
        if member is not None:
            self._staff.on_message(work, member, message_id, message, now, numbers=numbers)

    def _keep_house(self, work: Work, message: IncomingMessage, now: datetime) -> None:
        if message.kind is Kind.MOVED:
            move_chat(work, message.channel, message.chat_id, message.text)
            return
        reachable = message.kind is Kind.UNBLOCKED
        set_reachable(work, message.channel, message.chat_id, reachable, now)
        if message.group and reachable:
            can = self._abilities[message.channel]
            strange_groups.entered(work, self._business, can, message, now)


_HOUSEKEEPING = (Kind.MOVED, Kind.BLOCKED, Kind.UNBLOCKED)


def move_chat(work: Work, channel: str, before: str, after: str) -> None:
    """A group became a supergroup: what is known of it is known of the new id."""
    if work.settings.get(STAFF_GROUP) == f"{channel}:{before}":
        work.settings.put(STAFF_GROUP, f"{channel}:{after}")
        # Its new id may have been taken for a stranger's group meanwhile: that is not left.
        work.outbox.cancel_all(channel, after)
    work.outbox.move_chat(channel, before, after)
    work.alert_cards.move_chat(channel, before, after)
    work.takeovers.move_chat(channel, before, after)


def set_reachable(work: Work, channel: str, chat_id: str, reachable: bool, now: datetime) -> None:
    """Somebody blocked us, or let us in again; what was to be sent to a closed chat is dropped."""
    work.leads.reachable(channel, chat_id, reachable)
    work.team.reachable(channel, chat_id, reachable)
    if not reachable:
        lost_reader(work, channel, chat_id, now)
    prospect = work.leads.prospect_in(channel, chat_id)
    if not reachable:
        work.outbox.cancel_all(channel, chat_id)
        if prospect is not None:
            work.follow_ups.cancel(prospect.id, "unreachable", now)
