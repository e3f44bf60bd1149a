"""/web: a link that opens the team's page as the one who asked; and the way out again."""

from __future__ import annotations

from datetime import datetime

from handlers.follow_up.links import PUBLIC_ADDRESS
from handlers.posting import Draft
from handlers.relay.ladder import lost_reader
from handlers.team.asking import Ask
from handlers.team.joining import JOIN, PAGE_FOR, open_page
from storage.store import Work

PATH = "/inbox"


def web(ask: Ask) -> Draft:
    """In private only: whoever takes the link first is let in as this member."""
    if ask.message.group:
        return Draft(ask.say("page.in_private"))
    code = open_page(ask.work, ask.member, ask.now)
    minutes = round(PAGE_FOR.total_seconds() / 60)
    address = ask.work.settings.get(PUBLIC_ADDRESS)
    if not address:
        return Draft(ask.say("page.code", path=PATH, code=code, minutes=minutes))
    # After the hash: it reaches no server log.
    link = f"{address.rstrip('/')}{PATH}#start={JOIN}{code}"
    return Draft(ask.say("page.link", link=link, minutes=minutes))


def leave(work: Work, channel: str, chat_id: str, now: datetime) -> None:
    """The member is reached there no more: a lead that was offered there alone goes on at once."""
    member = work.team.member_in(channel, chat_id)
    if member is None:
        return
    work.staff_places.close(channel, chat_id, now)
    work.team.note(f"staff:{member.id}", "left_place", now)
    lost_reader(work, channel, chat_id, now)
