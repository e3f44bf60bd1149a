"""The breach kit: whose data was within reach in a time, which data, and who of the team saw it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers import hours
from handlers.business import Business
from handlers.lead_files import cells
from handlers.lead_files.giving_out import EXPORT, PAGE
from handlers.relay.ties import is_empty
from handlers.texts import say
from scoring.lead import Contact, Lead, Slot
from storage.exposure import SHOWN_CARD, Look, Traces
from storage.lead_lists import Chosen, Listed
from storage.store import Work
from storage.team import LISTED, VIEWED

BREACH = "breach"
# In the order of the files. `lead` and `messages` are numbers.
PEOPLE = (
    "lead",
    "name",
    "phone",
    "email",
    "channels",
    "held",
    "messages",
    "created",
    "first_said",
    "heard",
    "seen_by",
)
LOOKS = ("at", "who", "role", "act", "leads", "detail")
_SEEING = (VIEWED, LISTED, EXPORT, SHOWN_CARD)
_LISTED = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True)
class Reach:
    """From when to when somebody may have had what was not his; `language` of our words."""

    since: datetime
    until: datetime
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class People:
    """Rows without their last cell, which the looks tell; 0 where there is no next page."""

    rows: tuple[tuple[str, ...], ...]
    next_after: int


@dataclass(frozen=True, slots=True)
class Looks:
    """Rows, and beside each who saw which leads by it: none for no look, `everybody` for all."""

    rows: tuple[tuple[str, ...], ...]
    seen: tuple[tuple[str, tuple[int, ...]], ...]
    next_after: int


EVERYBODY = (0,)  # what a file that was taken out showed: nobody kept whom


def heads(columns: Iterable[str], language: str) -> list[str]:
    return [say(f"breach.column.{one}", language) for one in columns]


def people(work: Work, business: Business, reach: Reach, after: int) -> People:
    """Everybody of whom we held something before the end of that time, and hold it still."""
    listed = work.lead_lists.page(after=after, limit=PAGE, chosen=Chosen(until=reach.until))
    traces = work.exposure.of([one.lead.id for one in listed], reach.until)
    rows = tuple(
        tuple(map(cells.harmless, _person(one, traces[one.lead.id], business, reach.language)))
        for one in listed
        if not is_empty(one.lead)
    )
    return People(rows, listed[-1].lead.id if len(listed) == PAGE else 0)


def _person(one: Listed, traces: Traces, business: Business, language: str) -> Iterator[str]:
    lead = one.lead
    known = next((fact.value for fact in lead.facts if isinstance(fact.value, Contact)), None)
    yield str(lead.id)
    yield lead.name
    yield "; ".join(map(cells.shown_phone, known.phones)) if known else ""
    yield "; ".join(known.emails) if known else ""
    yield ", ".join(traces.channels)
    yield ", ".join(say(f"breach.held.{what}", language) for what in _held(lead, known, traces))
    yield str(traces.messages)
    yield _when(one.created_at, business)
    yield _when(traces.first_said_at, business)
    yield _when(one.heard_at, business)


def _held(lead: Lead, known: Contact | None, traces: Traces) -> Iterator[str]:
    """The kinds of data, as a notice to the authority names them."""
    slots = {fact.slot for fact in lead.facts}
    held = {
        "name": bool(lead.name),
        "phone": bool(known and known.phones),
        "email": bool(known and known.emails),
        "company": bool(known and known.company),
        "chat": bool(traces.channels),
        "messages": bool(traces.messages),
        "need": Slot.NEED in slots,
        "timing": Slot.TIMING in slots,
        "budget": Slot.BUDGET in slots,
        "authority": Slot.AUTHORITY in slots,
        "files": bool(traces.files),
        "appointments": bool(traces.appointments),
        "notes": bool(traces.notes),
        "birthday": traces.birthday,
        # Law 91/2025 counts behaviour among the sensitive data.
        "behaviour": True,
    }
    return (what for what, is_held in held.items() if is_held)


def looks(work: Work, business: Business, reach: Reach, after: int) -> Looks:
    """What the audit has of that time."""
    found = work.exposure.looks(reach.since, reach.until, after, PAGE)
    return _told(work, business, reach, found)


def cards(work: Work, business: Business, reach: Reach, after: int) -> Looks:
    """The cards that went to members in that time."""
    found = work.exposure.cards(reach.since, reach.until, after, PAGE)
    return _told(work, business, reach, found)


def _told(work: Work, business: Business, reach: Reach, found: tuple[Look, ...]) -> Looks:
    team = {f"staff:{one.id}": one for one in work.team.everybody()}
    rows, seen = [], []
    for one in found:
        member = team.get(one.who)
        name = member.name if member is not None else one.who
        role = say(f"role.{member.role}", reach.language) if member is not None else ""
        leads = _leads(one)
        shown = " ".join(f"#{number}" for number in leads if number)
        detail = "" if one.action == LISTED else one.detail
        row = (_when(one.at, business), name, role, one.action, shown, detail)
        rows.append(tuple(map(cells.harmless, row)))
        seen.append((name, leads if one.action in _SEEING else ()))
    return Looks(tuple(rows), tuple(seen), found[-1].id if len(found) == PAGE else 0)


def _leads(look: Look) -> tuple[int, ...]:
    if look.action == LISTED:
        return tuple(int(number) for number in _LISTED.findall(look.detail))
    if look.action == EXPORT and look.detail:
        return EVERYBODY
    return (look.lead_id,) if look.lead_id is not None else ()


def note_breach(work: Work, reach: Reach, count: int, who: str, now: datetime) -> None:
    """Into the audit: the kit itself is a list of people."""
    span = f"{reach.since.isoformat()} {reach.until.isoformat()}"
    work.team.note(who, BREACH, now, detail=f"{count} people {span}")


def _when(at: datetime | None, business: Business) -> str:
    return f"{at.astimezone(hours.zone_of(business)):%Y-%m-%d %H:%M:%S}" if at is not None else ""
