"""What becomes of a lead in a rep's hands: claimed, called, won, lost, given back; undone."""

from __future__ import annotations

from datetime import timedelta

from handlers import buttons, notices, wording
from handlers.buttons import Press
from handlers.channel import Button
from handlers.follow_up import enrolling
from handlers.marking import quote
from handlers.notices import Told
from handlers.posting import Draft
from handlers.prospect import satisfaction
from handlers.prospect.replies import in_rows
from handlers.relay import alerts, claiming, copies, ties, topics
from handlers.relay.ladder import REJECTED
from handlers.score import give_backs
from handlers.score.stages import move, put_back
from handlers.score.weighing import reached
from handlers.team.asking import Ask
from handlers.texts import Telling, say, telling
from scoring.lead import Lead, Stage
from scoring.lifecycle import may_move
from scoring.understanding.understand import understand
from scoring.weights import HANDLED
from storage.alerts import Alert
from storage.deeds import Deed
from storage.totals import LOST, WON

UNDO_FOR = timedelta(seconds=60)
# Why a rep gives a lead back, and where it goes then: on to the next rep, back to nurture, out.
REASONS = {
    "price": Stage.MQL,
    "wrong_need": Stage.MQL,
    "fake_number": Stage.DISQUALIFIED,
    "duplicate": Stage.DISQUALIFIED,
    "out_of_area": None,
    "other": None,
}
_SETTLED = {WON: Stage.CUSTOMER, LOST: Stage.LOST}


# --- taking -------------------------------------------------------------------------------


def claim(ask: Ask, alert: Alert) -> Draft | None:
    """Take the lead; the card itself changes, so nothing is said to the one who has it now."""
    if not claiming.claim(ask.work, ask.business, ask.abilities, alert, ask.member, ask.now):
        if alert.claimed_by == ask.member.id:
            return Draft(ask.say("alert.yours", lead=alert.lead_id))
        return Draft(claiming.too_late(ask.work, alert, ask.now, ask.language))
    ask.note("claim", alert.lead_id)
    lead = ask.work.leads.get(alert.lead_id)
    for one in _family(ask, lead) if lead is not None else ():
        _accept(ask, one)
    return None


def _family(ask: Ask, lead: Lead) -> list[Lead]:
    """The customer's leads, this one first: what ends or begins for one does so for all."""
    head = lead.tied_to or lead.id
    ids = dict.fromkeys((lead.id, head, *ask.work.leads.tied_to(head)))
    found = (ask.work.leads.get(one) for one in ids)
    return [one for one in found if one is not None and not ties.is_empty(one)]


def _accept(ask: Ask, lead: Lead) -> None:
    """Who was lost and comes back is an opportunity again; who has bought stays a customer."""
    if lead.stage in (Stage.LOST, Stage.DISQUALIFIED):
        lead = move(ask.work, lead, Stage.MQL, who=ask.who, why="came back", now=ask.now)
    if may_move(lead.stage, Stage.OPPORTUNITY):
        move(ask.work, lead, Stage.OPPORTUNITY, who=ask.who, why="accepted", now=ask.now)


# --- calling ------------------------------------------------------------------------------


def called(ask: Ask, lead: Lead) -> Draft | None:
    reached(ask.work, ask.business, lead, ask.now, f"called:{ask.message_id}", ask.member.id)
    standing = ask.work.alerts.open_of(lead.id)
    alert_id = standing.id if standing is not None else 0
    satisfaction.ask(ask.work, ask.business, ask.abilities, lead.id, alert_id, ask.now)
    return _touched(ask, lead, HANDLED)


def no_answer(ask: Ask, lead: Lead) -> Draft | None:
    ask.work.events.record(lead.id, "no_answer", ask.now, staff_id=ask.member.id)
    return _touched(ask, lead, "no_answer")


def _touched(ask: Ask, lead: Lead, kind: str) -> Draft | None:
    """The card tells it; where no card is open a line does."""
    ask.note(kind, lead.id)
    ask.work.alerts.touched(lead.id, ask.now)
    line = telling(f"alert.state_{kind}", name=ask.member.name)
    alert = ask.work.alerts.open_of(lead.id)
    if alert is None:
        return Draft(line(ask.language))
    copies.refresh(ask.work, ask.abilities, alert.id, ask.now, line)
    return None


# --- won and lost -------------------------------------------------------------------------


def won(ask: Ask, lead: Lead) -> Draft:
    """With the sum in any spelling; without one it is asked for."""
    if not _is_open(ask, lead):
        return Draft(ask.say("alert.closed", lead=lead.id))
    worth = amount_in(ask)
    if worth is None and not ask.rest:
        return ask_how_much(ask, lead)
    return _settle(ask, lead, WON, amount=worth)


def ask_how_much(ask: Ask, lead: Lead) -> Draft:
    without = Button(ask.say("alert.no_sum"), buttons.data("won_for", lead.id, 0))
    text = ask.say("alert.how_much", lead=lead.id)
    return Draft(text, ((without,),), asks=("won", lead.id))


def amount_in(ask: Ask) -> int | None:
    """The sum in what was said, whole dong."""
    heard = understand(ask.rest, now=ask.now, asked="budget")
    return round(heard.budget.max) if heard.budget and heard.budget.max else None


def won_for(ask: Ask, lead: Lead) -> Draft:
    """Won, and no sum told."""
    return _settle(ask, lead, WON)


def lost(ask: Ask, lead: Lead) -> Draft:
    """Asks for the reason by one tap; one that was typed with it will do."""
    if not _is_open(ask, lead):
        return Draft(ask.say("alert.closed", lead=lead.id))
    if ask.said:
        return _settle(ask, lead, LOST, why=lambda _: ask.said)
    choices = [
        Button(reason.of(ask.language), buttons.data("why_lost", lead.id, number))
        for number, reason in enumerate(ask.business.lost_reasons)
    ]
    return Draft(ask.say("alert.why_lost"), in_rows(choices))


def lost_because(ask: Ask, lead: Lead, press: Press) -> Draft:
    """The reason was tapped."""
    number = press.number(1)
    if number is None or number >= len(ask.business.lost_reasons):
        return Draft(ask.say("question.stale"))
    return _settle(ask, lead, LOST, why=ask.business.lost_reasons[number].of)


def _settle(
    ask: Ask, lead: Lead, kind: str, *, amount: int | None = None, why: Telling | None = None
) -> Draft:
    """A deal ends: the event, the move, the card; answers the line that says so."""
    if not _is_open(ask, lead):
        return Draft(ask.say("alert.closed", lead=lead.id))
    work, now, before = ask.work, ask.now, lead.stage
    key = f"{kind}:{lead.id}:{ask.message_id}"
    # Kept in the company's first language, so that like counts with like.
    reason = why(ask.business.languages[0]) if why is not None else ""
    work.events.record(
        lead.id, kind, now, key=key, staff_id=ask.member.id, amount=amount, detail=reason
    )
    lead = _ended(ask, lead, _SETTLED[kind], reason or kind)
    told = Told.WON if kind == WON else Told.LOST
    notices.tell(work, told, lead, now, amount=amount, reason=reason)
    work.takeovers.hand_back(lead.id)
    enrolling.happened(work, ask.business, lead, kind, key, now)

    def line(language: str) -> str:
        value = f" {wording.money(amount, language)}" if amount else ""
        told = quote(why(language)) if why is not None else ""
        return say(f"alert.state_{kind}", language, name=ask.member.name, value=value, reason=told)

    alert = _close_card(ask, lead, line)
    for tied in work.leads.tied_to(lead.id):
        work.follow_ups.stop(tied, kind, now)
    topics.follow(work, ask.abilities, lead.id, now)
    return _undoable(ask, lead, kind, before, alert, line, key)


def _is_open(ask: Ask, lead: Lead) -> bool:
    """There is a deal to end: of a lead in hand, or of a customer who wants something again."""
    if lead.stage is not Stage.CUSTOMER:
        return may_move(lead.stage, Stage.LOST)
    found = (ask.work.alerts.open_of(one.id) for one in _family(ask, lead))
    return any(alert is not None and alert.claimed_by is not None for alert in found)


def _ended(ask: Ask, lead: Lead, stage: Stage, why: str) -> Lead:
    """Who has bought once is a customer whatever becomes of his next deal."""
    if lead.stage is Stage.CUSTOMER:
        return lead
    if stage is Stage.CUSTOMER and may_move(lead.stage, Stage.OPPORTUNITY):
        lead = move(ask.work, lead, Stage.OPPORTUNITY, who=ask.who, why="accepted", now=ask.now)
    return move(ask.work, lead, stage, who=ask.who, why=why, now=ask.now)


# --- giving back --------------------------------------------------------------------------


def reject(ask: Ask, lead: Lead) -> Draft:
    """Asks why by one tap."""
    if not _is_open(ask, lead):
        return Draft(ask.say("alert.closed", lead=lead.id))
    choices = [
        Button(ask.say(f"reject.{reason}"), buttons.data("why_reject", lead.id, number))
        for number, reason in enumerate(REASONS)
    ]
    return Draft(ask.say("reject.why", lead=lead.id), in_rows(choices))


def reject_because(ask: Ask, lead: Lead, press: Press) -> Draft:
    """The reason was tapped: the lead goes where the reason sends it."""
    number = press.number(1)
    if number is None or number >= len(REASONS) or not _is_open(ask, lead):
        return Draft(ask.say("question.stale"))
    reason = tuple(REASONS)[number]
    work, now, before = ask.work, ask.now, lead.stage
    key = f"{REJECTED}:{lead.id}:{ask.message_id}"
    work.events.record(lead.id, REJECTED, now, key=key, staff_id=ask.member.id, detail=reason)
    ask.note(REJECTED, lead.id, reason)
    words = telling(f"reject.{reason}")
    line = telling("alert.state_rejected", name=ask.member.name, reason=words)
    alert = _close_card(ask, lead, line)
    work.takeovers.hand_back(lead.id)
    lead = give_backs.learn_from(work, ask.business, lead, reason, key, ask.member.id, now)
    goes_to = REASONS[reason]
    if goes_to is not None:
        if may_move(lead.stage, goes_to):
            lead = move(work, lead, goes_to, who=ask.who, why=reason, now=now)
        lead = ties.has_rep(work, lead, None)
        topics.follow(work, ask.abilities, lead.id, now)
    else:
        wake = alert.reason if alert is not None else "hot"
        alerts.offer_again(work, ask.business, ask.abilities, lead, wake, now)
    return _undoable(ask, lead, REJECTED, before, alert, line, key)


# --- undoing ------------------------------------------------------------------------------


def _close_card(ask: Ask, lead: Lead, line: Telling) -> Alert | None:
    """Every card of the customer says it; answers the alert of the lead itself, to be undone."""
    found = [ask.work.alerts.open_of(one.id) for one in _family(ask, lead)]
    for alert in filter(None, found):
        ask.work.alerts.close(alert.id, ask.now)
        copies.refresh(ask.work, ask.abilities, alert.id, ask.now, line)
    return found[0]


def _undoable(
    ask: Ask, lead: Lead, kind: str, stage: Stage, alert: Alert | None, line: Telling, key: str
) -> Draft:
    before = {
        "stage": stage.value,
        "rep": ask.member.id,
        "alert": alert.id if alert is not None else 0,
        "key": key,
    }
    deed_id = ask.work.deeds.keep(lead.id, ask.member.id, kind, before, ask.now)
    button = Button(ask.say("undo.button"), buttons.data("undo", deed_id))
    return Draft(line(ask.language), ((button,),))


def undo(ask: Ask, press: Press) -> Draft:
    """Within a minute, by the one who did it, and only while nobody has acted since."""
    number = press.number(0) or 0
    deed = ask.work.deeds.undo(number, ask.member.id, ask.now - UNDO_FOR, ask.now)
    if deed is None:
        return Draft(ask.say("undo.too_late"))
    return _restored(ask, deed)


def _restored(ask: Ask, deed: Deed) -> Draft:
    work, now = ask.work, ask.now
    lead = work.leads.get(deed.lead_id)
    newer = work.alerts.open_of(deed.lead_id)
    if lead is None or (newer is not None and newer.claimed_by is not None):
        return Draft(ask.say("undo.too_late"))
    if newer is not None:
        work.alerts.close(newer.id, now)
        line = telling("undo.done", lead=lead.id)
        copies.refresh(work, ask.abilities, newer.id, now, line)
    work.events.undo(deed.before["key"])
    stage = Stage(deed.before["stage"])
    lead = give_backs.unlearn(work, ask.business, lead, deed.before["key"], now)
    if lead.stage is not stage:
        lead = put_back(work, lead, stage, who=ask.who, now=now)
    ties.has_rep(work, lead, deed.before["rep"])
    if deed.before["alert"]:
        due_at = now + ask.business.routing.recall
        work.alerts.reopen(deed.before["alert"], deed.before["rep"], due_at)
        copies.refresh(work, ask.abilities, deed.before["alert"], now)
    topics.follow(work, ask.abilities, lead.id, now)
    ask.note("undo", lead.id, deed.kind)
    return Draft(ask.say("undo.done", lead=lead.id))
