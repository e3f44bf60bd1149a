"""Leads as rows of a spreadsheet: what is known of each, in which words, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers import hours, time_words, wording
from handlers.business import Business
from handlers.lead_files import cells
from handlers.lead_files.columns import Column
from handlers.relay.ties import is_empty
from handlers.texts import say
from scoring.lead import (
    Authority,
    Budget,
    Contact,
    FactValue,
    Lead,
    Slot,
    Stage,
    Temperature,
    Timing,
)
from storage.folding import folded
from storage.lead_lists import Chosen, Listed
from storage.store import Work

EXPORT = "export"
PAGE = 500  # leads read in one transaction
# In the order of the file. What is read back stands under the heading it is read from.
WRITTEN = (
    Column.LEAD,
    Column.NAME,
    Column.PHONE,
    Column.EMAIL,
    Column.COMPANY,
    Column.TEMPERATURE,
    Column.SCORE,
    Column.COMPLETENESS,
    Column.STAGE,
    Column.REP,
    Column.SOURCE,
    Column.NEED,
    Column.TIMING,
    Column.TIMING_ON,
    Column.TIMING_FROM,
    Column.TIMING_UNTIL,
    Column.BUDGET,
    Column.BUDGET_MIN,
    Column.BUDGET_MAX,
    Column.AUTHORITY,
    Column.CREATED,
    Column.HEARD,
    Column.TIED_TO,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which leads; None is all. `language` is that of the words we put in.

    Those that came on the day `since`, on the day `until`, and between.
    """

    language: str = "vi"
    temperature: Temperature | None = None
    stage: Stage | None = None
    rep: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and the number behind which the next page begins; 0 where there is none."""

    rows: tuple[tuple[str, ...], ...]
    next_after: int


class NotOnTheTeamError(LookupError):
    """Nobody on the team has this name; `team` is who is."""

    def __init__(self, name: str, team: tuple[str, ...]) -> None:
        super().__init__(name)
        self.team = team


def page(work: Work, business: Business, wanted: Wanted, after: int) -> Page:
    """A page of rows, each cell harmless in a spreadsheet. Raises NotOnTheTeamError."""
    team = _team(work)
    chosen = _chosen(team, business, wanted)
    listed = work.lead_lists.page(after=after, limit=PAGE, chosen=chosen)
    rows = tuple(
        _row(one, team, business, wanted.language) for one in listed if not is_empty(one.lead)
    )
    return Page(rows, listed[-1].lead.id if len(listed) == PAGE else 0)


def count(work: Work, business: Business, wanted: Wanted) -> int:
    """How many there are. Raises NotOnTheTeamError."""
    return work.lead_lists.count(_chosen(_team(work), business, wanted))


def _team(work: Work) -> dict[int, str]:
    return {one.id: one.name for one in work.team.everybody()}


def _chosen(team: dict[int, str], business: Business, wanted: Wanted) -> Chosen:
    rep_id = _rep_id(team, wanted.rep) if wanted.rep else None
    since = hours.at_time(business, wanted.since, time(0)) if wanted.since else None
    after = wanted.until + timedelta(days=1) if wanted.until else None
    until = hours.at_time(business, after, time(0)) if after else None
    return Chosen(wanted.temperature, wanted.stage, rep_id, since, until)


def note_export(work: Work, wanted: Wanted, count: int, who: str, now: datetime) -> None:
    """Into the audit: how many, which, and by whom."""
    told = " ".join(
        f"{name}={value}"
        for name, value in (
            ("temperature", wanted.temperature),
            ("stage", wanted.stage),
            ("rep", wanted.rep),
            ("since", wanted.since),
            ("until", wanted.until),
        )
        if value
    )
    work.team.note(who, EXPORT, now, detail=f"{count} leads {told}".strip())


def _rep_id(team: dict[int, str], name: str) -> int:
    found = next((one for one, known in team.items() if folded(known) == folded(name)), None)
    if found is None:
        raise NotOnTheTeamError(name, tuple(team.values()))
    return found


def _row(one: Listed, team: dict[int, str], business: Business, language: str) -> tuple[str, ...]:
    lead = one.lead
    known: dict[Column, str] = {
        Column.LEAD: str(lead.id),
        Column.TIED_TO: "" if lead.tied_to is None else str(lead.tied_to),
        Column.NAME: lead.name,
        Column.TEMPERATURE: say(f"temperature.{lead.temperature}", language),
        Column.SCORE: f"{lead.points:.0f}",
        Column.COMPLETENESS: str(lead.completeness),
        Column.STAGE: say(f"stage.{lead.stage}", language),
        Column.REP: team.get(lead.rep_id, "") if lead.rep_id is not None else "",
        Column.SOURCE: lead.source,
        Column.CREATED: _when(one.created_at, business),
        Column.HEARD: _when(one.heard_at, business) if one.heard_at else "",
        **_facts(lead, business, language),
    }
    return tuple(cells.harmless(known.get(column, "")) for column in WRITTEN)


def _facts(lead: Lead, business: Business, language: str) -> dict[Column, str]:
    """Each fact in the words it was said in, and what was understood beside it."""
    found: dict[Column, str] = {}
    for fact in lead.facts:
        match fact.value:
            case Contact() as contact:
                found[Column.PHONE] = "; ".join(map(cells.shown_phone, contact.phones))
                found[Column.EMAIL] = "; ".join(contact.emails)
                found[Column.COMPANY] = contact.company or ""
            case Timing() as timing:
                found[Column.TIMING] = timing.text or time_words.timing(timing, language)
                found[Column.TIMING_ON] = _day(hours.local_day(business, fact.learned_at))
                found[Column.TIMING_FROM] = _day(timing.earliest)
                found[Column.TIMING_UNTIL] = _day(timing.latest)
            case Budget() as budget:
                found[Column.BUDGET] = budget.text or wording.budget(budget, language)
                found[Column.BUDGET_MIN] = _amount(budget.min)
                found[Column.BUDGET_MAX] = _amount(budget.max)
            case other:
                column = Column.NEED if fact.slot is Slot.NEED else Column.AUTHORITY
                found[column] = other.text or _in_words(other, language)
    return found


def _in_words(value: FactValue, language: str) -> str:
    return wording.authority(value, language) if isinstance(value, Authority) else ""


def _when(at: datetime, business: Business) -> str:
    return f"{at.astimezone(hours.zone_of(business)):%Y-%m-%d %H:%M:%S}"


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _amount(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"
