"""A message that has not, or may not have, arrived: later, once more, held, or given up."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from handlers.channel import (
    AnswerLostError,
    Channel,
    ChannelError,
    ChatClosedError,
    ChatMovedError,
    MessageRefusedError,
    PartTakenError,
)
from handlers.front_desk import move_chat, set_reachable
from handlers.marking import quote
from handlers.payload import with_rest
from handlers.relay import audience
from handlers.strange_groups import LEAVING, leave
from handlers.texts import say, telling
from storage.outbox import Outgoing, Urgency
from storage.store import Work

log = structlog.get_logger()

MOST_ATTEMPTS = 8
_BACK_OFF = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0)  # seconds


class Undelivered:
    """What becomes of a row of the outbox, by the channel's own word or its silence."""

    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels

    def settle(self, work: Work, row: Outgoing, error: ChannelError, now: datetime) -> None:
        match error:
            case ChatMovedError():
                work.outbox.retry(row.id, now, "the chat moved")
                move_chat(work, row.channel, row.chat_id, error.new_chat_id)
            case ChatClosedError():
                log.info("message dropped, chat closed", message=row.id)
                self._closed(work, row, now)
            case MessageRefusedError():
                log.warning("message refused", message=row.id, reason=str(error))
                self._refused(work, row, str(error), now)
            case AnswerLostError():
                self.in_doubt(work, row, now)
            case PartTakenError():
                work.outbox.go_on(row.id, with_rest(row.payload, error.rest), now)
            case _:
                self._again(work, row, error, now)

    def in_doubt(self, work: Work, row: Outgoing, now: datetime) -> None:
        """It may have arrived. A prospect is not sent it twice; staff see the same number again."""
        # To change a message, or a topic, to what it is already, or to leave a group once more,
        # does no harm either.
        changes = row.edits or row.payload.get("topic_act") or row.payload.get("leaves")
        if self._channels[row.channel].resends_are_harmless or changes:
            work.outbox.retry(row.id, now, "the answer was lost")
        elif _may_repeat(row):
            language = audience.language_in(work, row.channel, row.chat_id)
            work.outbox.repeat(row.id, _repeated(row.payload, language), now)
        else:
            log.warning("message in doubt, held", message=row.id)
            work.outbox.in_doubt(row.id, "the answer was lost")
            self._tell_writer(work, row, now)

    def _again(self, work: Work, row: Outgoing, error: ChannelError, now: datetime) -> None:
        """Surely not sent: later, and not for ever."""
        attempts = row.attempts + 1
        if attempts >= MOST_ATTEMPTS and not error.whole_channel:
            log.error("message given up", message=row.id, attempts=attempts)
            self._refused(work, row, str(error), now)
            return
        wait = error.retry_after or _BACK_OFF[min(attempts, len(_BACK_OFF)) - 1]
        # A spread, so that what failed together does not come back together.
        work.outbox.retry(
            row.id,
            now + timedelta(seconds=wait * random.uniform(1.0, 1.1)),
            str(error),
            counts=not error.whole_channel,
        )

    def _closed(self, work: Work, row: Outgoing, now: datetime) -> None:
        work.outbox.dead(row.id, "the chat is closed")
        self._tell_writer(work, row, now)
        set_reachable(work, row.channel, row.chat_id, False, now)
        if row.key.startswith(LEAVING):
            # We may not even say why: then without a word.
            leave(work, self._channels[row.channel].abilities, row.channel, row.chat_id, now)

    def _refused(self, work: Work, row: Outgoing, reason: str, now: datetime) -> None:
        work.outbox.dead(row.id, reason)
        self._tell_writer(work, row, now)

    def _tell_writer(self, work: Work, row: Outgoing, now: datetime) -> None:
        """Somebody of the staff wrote this: he must know that it may not have arrived."""
        if row.payload.get("by") and row.urgency is Urgency.REPLY:
            abilities = {name: channel.abilities for name, channel in self._channels.items()}
            text = telling("takeover.undelivered", text=quote(row.payload["text"]))
            chats = audience.chats_of(work, row.payload["by"])
            audience.tell(work, abilities, chats, None, text, now)


def _may_repeat(row: Outgoing) -> bool:
    """A card is shown once more; a topic that may be open is not opened again."""
    opens = row.payload.get("opens_topic")
    return row.urgency is Urgency.ALERT and not opens and not row.payload.get("repeated")


def _repeated(payload: dict[str, Any], language: str) -> dict[str, Any]:
    """The same card, saying that it is the same."""
    head = say("alert.repeat", language)
    marks = [[start + len(head), *rest] for start, *rest in payload.get("marks", ())]
    again = {name: value for name, value in payload.items() if name != "rest"}
    return {**again, "text": head + payload["text"], "marks": marks, "repeated": True}
