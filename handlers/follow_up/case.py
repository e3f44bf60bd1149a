"""What is brought before the gate: a message nobody asked for just now, and the word on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handlers.business import Business
from handlers.channel import Abilities
from handlers.follow_up.calm import Hours
from scoring.lead import Lead, Stage, Temperature
from storage.leads import Prospect
from storage.store import Work

A_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's word: go ("" for a reason), or not for `reason`.

    Not now but at `move_to`; or by the fallback, where another way may do what this one
    cannot; or never. `ends` says that the rest of its sequence is over with it.
    """

    reason: str = ""
    move_to: datetime | None = None
    may_replace: bool = False
    ends: bool = False

    @property
    def goes(self) -> bool:
        return not self.reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """A message that somebody would get unasked, and what it depends on."""

    lead_id: int
    prospect: Prospect
    sequence: str
    planned_at: datetime  # whoever wrote since then has answered
    # In the running conversation: a nudge, a reminder of an appointment (docs/follow-ups.md).
    in_conversation: bool = False
    purpose: str = "contact"  # the consent it stands on
    outlives_reply: bool = False
    # A rep works the lead, and this goes out all the same: a quote's follow-up, care.
    beside_rep: bool = False
    stages: frozenset[Stage] | None = None  # None: every stage but those that are over
    temperatures: frozenset[Temperature] | None = None
    window: Hours | None = None
    content: str = ""  # tells the same text again; "" for one that may be repeated
    over: str = ""  # why its sequence has nothing more to do
    idle: str = ""  # why this step, and no other, has nothing more to do
    expires_at: datetime | None = None  # from then on it would come too late to mean anything


@dataclass(slots=True)
class Case:
    """A proposal before the gate, with what is looked up for it once."""

    work: Work
    business: Business
    abilities: Mapping[str, Abilities]
    proposal: Proposal
    now: datetime
    lead: Lead | None = field(init=False)
    _sent: tuple[datetime, ...] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        # Locked until the transaction ends: nobody moves it while we judge.
        self.lead = self.work.leads.get(self.proposal.lead_id)

    def sent(self) -> tuple[datetime, ...]:
        """When something was sent unasked in the last 24 hours."""
        if self._sent is None:
            since = self.now - A_DAY
            self._sent = self.work.sent_steps.times(self.proposal.lead_id, since)
        return self._sent

    def heard_at(self) -> datetime | None:
        return self.work.enrolments.heard_at(self.proposal.lead_id)
