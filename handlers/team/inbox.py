"""What the team's page shows: the leads of a member, and the chat of one that he has opened.

Whatever is done there is said or pressed in the member's own chat, as anywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers import buttons
from handlers.channel import Button, IncomingMessage, Kind, Style
from handlers.marking import name as shown_name
from handlers.marking import unmarked
from handlers.relay import passing_on
from handlers.team import lists
from handlers.team.asking import Ask
from scoring.lead import Lead
from storage.alerts import OFFERED
from storage.team import LISTED, VIEWED
from storage.transcript import Line

# So many of the last lines of each side are shown.
_LINES = 60
# Who goes on looking at a lead is noted again after so long.
_NOTED_AGAIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Row:
    """A lead in the list. `waits`: the last word was the prospect's."""

    id: int
    name: str
    temperature: str
    points: int
    stage: str
    rep: str
    said: str
    at: datetime | None
    waits: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line of the lead's chat; `who` is the member whose words it passed on, "" for others."""

    outgoing: bool
    at: datetime
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A lead as one member may see it."""

    id: int
    title: str
    facts: tuple[str, ...]
    acts: tuple[tuple[Button, ...], ...]
    chat: tuple[Spoken, ...]
    speaks: str  # who speaks with it instead of the bot, "" for nobody
    may_write: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """A page of the leads that a member may see.

    `noted`: it stands in the audit that he saw these, a page that stays open looks again and again.
    """

    rows: tuple[Row, ...]
    more: bool
    noted: bool
    numbers: str


def rows(ask: Ask, chip: str, page: int, words: str) -> Rows:
    if words:
        whose = None if ask.member.manages else ask.member.id
        found = ask.work.lead_lists.find(words, rep_id=whose, limit=lists.PAGE + 1)
    else:
        found = lists.found(ask, chip, page)
    shown = found[: lists.PAGE]
    numbers = lists.numbers_of(shown)
    noted = ask.work.team.listed_since(ask.who, numbers, ask.now - _NOTED_AGAIN)
    more = len(found) > lists.PAGE
    return Rows(tuple(_row(ask, one) for one in shown), more, noted or not shown, numbers)


def _row(ask: Ask, lead: Lead) -> Row:
    lines = _lines(ask, lead, limit=1)
    last = lines[-1] if lines else None
    rep = ask.work.team.member(lead.rep_id) if lead.rep_id else None
    return Row(
        lead.id,
        lead.name or ask.say("staff.anonymous"),
        lead.temperature.value,
        round(lead.points),
        ask.say(f"stage.{lead.stage}"),
        rep.name if rep is not None else "",
        passing_on.words_of(last, ask.language) if last is not None else "",
        last.at if last is not None else None,
        last is not None and not last.outgoing,
    )


def opened(ask: Ask, lead_id: int) -> Opened | None:
    """A lead with its chat; None for one that there is not, or that is another rep's."""
    lead = ask.work.leads.get(lead_id)
    if lead is None or not ask.may_see(lead):
        return None
    title, *facts = unmarked(lists.detail(ask, lead).text)[0].splitlines()
    speaking = ask.work.takeovers.active(lead.id, ask.now)
    speaker = ask.work.team.member(speaking.staff_id) if speaking is not None else None
    prospect = passing_on.chat_of(ask.work, lead)
    is_open = prospect is not None and prospect.reachable and prospect.opted_out_at is None
    return Opened(
        lead.id,
        title,
        tuple(facts),
        _acts(ask, lead, is_taken=speaker is not None),
        tuple(_spoken(ask, line) for line in _lines(ask, lead, limit=_LINES)),
        speaker.name if speaker is not None else "",
        is_open,
    )


def note_look(ask: Ask, lead_id: int) -> None:
    """Into the audit: who saw this lead, or was refused it."""
    lead = ask.work.leads.get(lead_id)
    if lead is not None:
        ask.note(VIEWED if ask.may_see(lead) else "refused", lead.id)


def note_listed(ask: Ask, numbers: str) -> None:
    """Into the audit: which leads a list showed, with their last words."""
    ask.note(LISTED, detail=numbers)


def is_noted(ask: Ask, lead_id: int) -> bool:
    """Whether this look is noted already: a page that stays open looks every few seconds."""
    return ask.work.team.saw_since(ask.who, lead_id, ask.now - _NOTED_AGAIN)


def _acts(ask: Ask, lead: Lead, *, is_taken: bool) -> tuple[tuple[Button, ...], ...]:
    """What may be done with it; one that is on offer is taken first."""
    alert = ask.work.alerts.open_of(lead.id)
    if alert is not None and alert.state == OFFERED:
        claim = Button(ask.say("alert.claim"), buttons.data("claim", alert.id), Style.GOOD)
        return ((claim,),)
    rows = lists.acts(ask, lead)
    if not (rows and is_taken):
        return rows
    back = Button(ask.say("takeover.give_back"), buttons.data("do", lead.id, "bot"))
    return ((back,), *rows)


def _lines(ask: Ask, lead: Lead, limit: int) -> list[Line]:
    """The last of each side that say something, oldest first."""
    prospect = passing_on.chat_of(ask.work, lead)
    if prospect is None:
        return []
    lines = ask.work.transcript.lines(prospect.channel, prospect.chat_id, limit=limit)
    return [one for one in lines if passing_on.words_of(one, ask.language)]


def _spoken(ask: Ask, line: Line) -> Spoken:
    by = line.payload.get("by") if line.outgoing else None
    member = ask.work.team.member(by) if by else None
    name = shown_name(member.name) if member is not None else ""
    return Spoken(
        line.outgoing,
        line.at,
        passing_on.words_of(line, ask.language),
        unmarked(name)[0],
    )


def looks_in(channel: str, chat_id: str, now: datetime) -> IncomingMessage:
    """A page that looks says nothing: where it looks from, as a message without words."""
    return IncomingMessage(channel, chat_id, "", Kind.TEXT, now)
