"""A form filled in elsewhere becomes a lead: once, and with no more consent than it carries."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities, clean
from handlers.lead_files.arrivals import LONGEST_WORDS, Arrival, RowReader
from handlers.lead_files.cells import CellError
from handlers.lead_files.columns import Column, layout
from handlers.lead_files.taking_in import Fate, take_in
from handlers.prospect.behaviours import shown
from handlers.prospect.hearing import hear_words
from handlers.relay import alerts
from handlers.score.weighing import COMPLETE_ENOUGH, Happening, wake_of, weigh
from handlers.texts import say, version_of
from scoring.lead import Lead
from scoring.understanding.text import fold
from scoring.weights import NEVER_HOT
from storage.conversations import FORM_CONSENT
from storage.folding import folded
from storage.store import Work

FORM = "form"  # where nothing else says it: the source, and the list in the audit
REFUSED = "refused"
# What the fields of the consent are called, folded, with blanks between the words.
_CONSENT = ("consent", "agree", "agreed", "dong y", "dong y lien he", "toi dong y")
_TEXT = ("consent text", "agreement", "noi dung dong y", "van ban dong y")
# Only these are a yes. A box that is not ticked is mostly not sent at all.
_YES = ("true", "yes", "y", "1", "on", "x", "co", "dong y", "agree", "agreed", "i agree")
_FROM_CHATS = ("reply", "visit")


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a form: a `Fate`, or `REFUSED` with the reason in words."""

    fate: str
    lead_id: int | None = None
    consent: bool = False
    reason: str = ""

    def plain(self) -> dict[str, object]:
        known: dict[str, object] = {
            "fate": self.fate,
            "lead": self.lead_id,
            "consent": self.consent,
        }
        return {**known, "reason": self.reason} if self.reason else known


def take_form(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    fields: Mapping[str, str],
    now: datetime,
) -> Filled:
    """The same form again adds nothing.

    Without a consent, shown by the words that were agreed to, it is a row of a list: nobody is
    written to and no rep is woken. With one somebody waits for an answer.
    """
    consent = _consent(fields)
    try:
        arrival = _arrival(business, fields, now)
    except CellError as error:
        language = business.languages[0]
        reason = say(f"lead_file.refused.{error.key}", language, cell=error.cell[:60])
        return Filled(REFUSED, reason=reason)
    before = _known(work, arrival)
    taken = take_in(work, business, (arrival,), FORM, now, came_back=bool(consent))
    fate = taken.fates[0]
    if fate is Fate.ERASED:
        return Filled(fate, reason=say("lead_file.refused.erased", business.languages[0], cell=""))
    lead = _known(work, arrival)
    if lead is None:
        raise LookupError("the lead just taken in is gone")
    if consent:
        _note_consent(work, lead.id, consent, now)
        weighed = _counted(work, business, lead, arrival, fields, now)
        _wake_the_team(work, business, abilities, before, weighed, now)
    return Filled(fate, lead.id, bool(consent))


def _known(work: Work, arrival: Arrival) -> Lead | None:
    """Whose number or address it is; as `take_in` finds it."""
    owners = work.leads.owners(set(arrival.addresses))
    found = next((owners[one] for one in arrival.addresses if one in owners), None)
    return work.leads.get(found) if found is not None else None


def _arrival(business: Business, fields: Mapping[str, str], now: datetime) -> Arrival:
    arrival = RowReader(layout(tuple(fields), {}), business).arrival(1, tuple(fields.values()), now)
    return replace(arrival, source=arrival.source or FORM)


def _consent(fields: Mapping[str, str]) -> str:
    """The words that were agreed to; "" where nobody agreed, or nobody can show to what."""
    named = {" ".join(folded(name.replace("_", " ")).split()): one for name, one in fields.items()}
    given = next((named[one] for one in _CONSENT if one in named), "")
    text = next((named[one] for one in _TEXT if one in named), "")
    return clean(text).strip()[:LONGEST_WORDS] if folded(given).strip() in _YES else ""


def _note_consent(work: Work, lead_id: int, text: str, now: datetime) -> None:
    """Which text, when, and on a form: the evidence, each text once."""
    version = version_of(text)
    key = f"{FORM_CONSENT}:{lead_id}:{version}"
    work.events.record(lead_id, FORM_CONSENT, now, key=key, detail=f"{version}: {text}")


def _counted(
    work: Work,
    business: Business,
    lead: Lead,
    arrival: Arrival,
    fields: Mapping[str, str],
    now: datetime,
) -> Lead:
    """What the form shows of its writer counts, once."""
    spelled = json.dumps(dict(fields), sort_keys=True)
    once = hashlib.sha256(spelled.encode()).hexdigest()[:16]
    happenings = tuple(
        Happening(kind, f"{FORM}:{lead.id}:{once}:{kind}")
        for kind in _behaviours(business, arrival, fields, now)
    )
    return weigh(work, business, lead, now, happenings=happenings, cause=FORM).lead


def _wake_the_team(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    before: Lead | None,
    lead: Lead,
    now: datetime,
) -> None:
    """Against what it was before the form came: it was weighed once as it was taken in."""
    known = before or Lead(lead.id)
    wake = wake_of(lead, known.temperature, known.completeness >= COMPLETE_ENOUGH)
    if wake is not None and not any(one.kind in NEVER_HOT for one in lead.heat):
        alerts.offer(work, business, abilities, lead, wake, now)


def _behaviours(
    business: Business, arrival: Arrival, fields: Mapping[str, str], now: datetime
) -> tuple[str, ...]:
    places = layout(tuple(fields), {})
    needs = places.cell(Column.NEED, tuple(fields.values()))
    said = " ".join(filter(None, (needs, arrival.note)))
    heard = shown(hear_words(said, None, business, now), fold(said), is_answered=False)
    return ("contact_sent", *(kind for kind in heard if kind not in ("contact_sent", *_FROM_CHATS)))
