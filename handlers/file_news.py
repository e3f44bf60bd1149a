"""What the owner and the managers are told of their file: what failed, and that it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities
from handlers.posting import Draft, post
from handlers.relay.audience import managers
from handlers.texts import Telling, say, telling
from storage.outbox import Urgency
from storage.store import Work

MOST_SHOWN = 8  # faults; the rest are counted


def refused(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    file: str,
    faults: tuple[str, ...],
    now: datetime,
) -> int:
    """A new version cannot be used; answers how many were told.

    The faults themselves are in the first language of the file, as `check` prints them.
    """

    def told(language: str) -> str:
        lines = [say("file.refused", language, file=file, count=len(faults)), *faults[:MOST_SHOWN]]
        if len(faults) > MOST_SHOWN:
            lines.append(say("file.more", language, count=len(faults) - MOST_SHOWN, file=file))
        return "\n".join((*lines, say("file.mend", language)))

    return _tell(work, abilities, told, now)


def mended(
    work: Work, business: Business, abilities: Mapping[str, Abilities], file: str, now: datetime
) -> int:
    """The file is good again, after they were told that it was not."""
    return _tell(work, abilities, telling("file.mended", file=file), now)


def _tell(work: Work, abilities: Mapping[str, Abilities], told: Telling, now: datetime) -> int:
    chats = [one for one in managers(work) if one.channel in abilities]
    for chat in chats:
        able = abilities[chat.channel]
        draft = Draft(told(chat.language))
        post(work, chat.channel, chat.chat_id, [draft], able, now, urgency=Urgency.ALERT)
    return len(chats)
