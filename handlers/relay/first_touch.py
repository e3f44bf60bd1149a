"""After the claim: a human's first word is due, and who hears of it while it does not come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from handlers import buttons, wording
from handlers.business import Business
from handlers.channel import Abilities, Button
from handlers.marking import name as shown_name
from handlers.marking import relative
from handlers.posting import Draft
from handlers.relay.audience import Chat, chats_of, managers, tell
from handlers.relay.ladder import time_after
from handlers.texts import Telling, say, telling
from storage.alerts import Alert
from storage.store import Work

# Events: nobody had written or called in time; whoever has it was reminded before that.
SLA_BREACHED, REMINDED = "sla_breached", "first_touch_reminder"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claimed alert that nobody has touched, at the moment somebody is to hear of it."""

    work: Work
    abilities: Mapping[str, Abilities]
    alert: Alert
    claimed_at: datetime
    rep_id: int
    touch_by: datetime
    now: datetime

    def once(self, kind: str, share: float) -> bool:
        """False: it was said before, of this very claim."""
        key = f"{kind}:{self.alert.id}:{int(self.claimed_at.timestamp())}:{share}"
        recorded = self.work.events.record(
            self.alert.lead_id, kind, self.now, key=key, staff_id=self.rep_id
        )
        return recorded is not None


def first_look(business: Business, claimed_at: datetime) -> datetime:
    """When the clock looks at a claimed lead for the first time."""
    return _at(business, claimed_at, _STEPS[0][0])


def watch(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    now: datetime,
) -> datetime | None:
    """Say what is due to be said; answers when the next look is, None where all is said.

    Whoever was asleep, or whose clock jumped, is not reminded of what is late already: of the
    reminders only the newest is sent, while a breach is always told.
    """
    if alert.claimed_at is None or alert.claimed_by is None or alert.touched_at is not None:
        return None
    touch_by = _at(business, alert.claimed_at, 1.0)
    claim = _Claim(work, abilities, alert, alert.claimed_at, alert.claimed_by, touch_by, now)
    passed = [step for step in _STEPS if _at(business, claim.claimed_at, step[0]) <= now]
    for share, act in passed:
        if share >= 1.0 or share == passed[-1][0]:
            act(claim, share)
    ahead = _STEPS[len(passed) :]
    return _at(business, claim.claimed_at, ahead[0][0]) if ahead else None


def _at(business: Business, claimed_at: datetime, share: float) -> datetime:
    return time_after(business, claimed_at, business.routing.first_touch * share)


def _remind(claim: _Claim, share: float) -> None:
    """A word to the one who has it; on the second he may pass the lead on by a tap."""
    if not claim.once(REMINDED, share):
        return
    minutes = max(1, round((claim.touch_by - claim.now).total_seconds() / 60))
    lead = claim.work.leads.get(claim.alert.lead_id)
    called = shown_name(lead.name if lead is not None else "")
    keys = ("called", "hand_over") if share == _STEPS[1][0] else ("called",)

    def reminder(language: str) -> Draft:
        text = say(
            "alert.remind",
            language,
            lead=claim.alert.lead_id,
            name=called or say("alert.anonymous", language),
            time=relative(say("alert.within", language, count=minutes), claim.touch_by),
        )
        row = (
            Button(say(f"alert.{key}", language), buttons.data(key, claim.alert.id)) for key in keys
        )
        return Draft(text, (tuple(row),))

    _tell(claim, reminder, chats_of(claim.work, claim.rep_id))


def _tell_of_breach(claim: _Claim, share: float) -> None:
    """Nobody has written or called in time: the one who has it and the managers hear of it."""
    if claim.once(SLA_BREACHED, share):
        audience = (*chats_of(claim.work, claim.rep_id), *managers(claim.work))
        _tell(claim, _late("alert.untouched", claim), list(dict.fromkeys(audience)))


def _let_manager_decide(claim: _Claim, share: float) -> None:
    """Half as long again: a manager may give the lead to the others by a tap."""
    if not claim.once(REMINDED, share):
        return
    late = _late("alert.still_untouched", claim)

    def choice(language: str) -> Draft:
        label = say("alert.take_back", language)
        button = Button(label, buttons.data("take_back", claim.alert.id))
        return Draft(late(language), ((button,),))

    _tell(claim, choice, managers(claim.work))


def _late(key: str, claim: _Claim) -> Telling:
    rep = claim.work.team.member(claim.rep_id)
    span = partial(wording.span, (claim.now - claim.claimed_at).total_seconds())
    called = rep.name if rep is not None else ""
    return telling(key, name=called, span=span, lead=claim.alert.lead_id)


def _tell(claim: _Claim, said: Callable[[str], str | Draft], audience: list[Chat]) -> None:
    tell(claim.work, claim.abilities, audience, claim.alert.lead_id, said, claim.now)


# What is said at which share of the time that a first touch may take.
_STEPS: tuple[tuple[float, Callable[[_Claim, float], None]], ...] = (
    (0.5, _remind),
    (0.8, _remind),
    (1.0, _tell_of_breach),
    (1.5, _let_manager_decide),
)
