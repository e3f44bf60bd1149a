"""The team's buttons: each press is checked against the person who pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handlers import buttons
from handlers.buttons import Press
from handlers.follow_up import reminders
from handlers.numbers import reports
from handlers.numbers.asked import ACTION as NUMBERS
from handlers.numbers.asked import SHEET
from handlers.posting import Draft
from handlers.relay import copies
from handlers.score import calibration, versions
from handlers.team import (
    campaigning,
    day,
    exporting,
    faq,
    language,
    lists,
    merging,
    outcomes,
    scheduling,
)
from handlers.team.asking import Ask
from handlers.team.deeds import CHOICES, DEEDS, meant
from storage.alerts import CLOSED
from storage.team import Role

CLAIM = "claim"


def pressed(ask: Ask, carried: str) -> Draft | None:
    """Answer a press by what its button carries; None where a card itself answers it."""
    press = buttons.read(carried)
    if press is None or press.action not in PRESSES:
        return Draft(ask.say("question.stale"))
    if press.action in _ANSWERED:
        return _ANSWERED[press.action](ask, press)
    if press.action in CHOICES:
        return _chosen(ask, press)
    return _on_card(ask, press)


_MENU: dict[str, Callable[[Ask], Draft]] = {
    "leads": lists.leads,
    "today": lists.today,
    "off": day.off,
    "on": day.on,
}


def _from_menu(ask: Ask, press: Press) -> Draft:
    asked = _MENU.get(press.args[0]) if press.args else None
    return asked(ask) if asked is not None else Draft(ask.say("question.stale"))


def _show(ask: Ask, press: Press) -> Draft:
    return lists.lead(replace(ask.about(press.number(0)), command="lead"))


def _turn_numbers(ask: Ask, press: Press) -> Draft:
    """Another period or view of the numbers: they change where they stand.

    Where choices are typed nothing was read before: then it is read here.
    """
    if not ask.member.manages:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.MANAGER}")))
    draft = ask.numbers or reports.turned(ask.work, ask.business, press, ask.now, ask.language)
    if draft.charts and ask.abilities[ask.message.channel].albums:
        return draft  # words cannot be changed into pictures
    return replace(draft, edits_id=ask.message.platform_message_id)


def _sheet(ask: Ask, press: Press) -> Draft:
    """The leads of the period whose numbers stand there, as a file."""
    if not ask.member.manages:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.MANAGER}")))
    return exporting.export_of(ask, press)


def _do(ask: Ask, press: Press) -> Draft | None:
    """A deed below a lead that is shown: its number, then which."""
    deed = press.args[1] if len(press.args) > 1 else ""
    if deed not in DEEDS:
        return Draft(ask.say("question.stale"))
    return _chosen(ask, Press(deed, press.args[:1]))


def _chosen(ask: Ask, press: Press) -> Draft | None:
    """What carries the number of the lead; what a card carries is the number of the alert."""
    lead = ask.seen(press.number(0) or 0)
    if lead is None:
        return Draft(ask.say("question.stale"))
    if not ask.may_work_on(lead):
        ask.note("refused", lead.id)
        return Draft(ask.say("staff.not_yours"))
    lead = meant(ask, press.action, lead)
    if press.action in CHOICES:
        return CHOICES[press.action](ask, lead, press)
    return DEEDS[press.action](ask, lead)


def _on_card(ask: Ask, press: Press) -> Draft | None:
    """What stands on the card is for the one who claimed it, or a manager."""
    alert = ask.work.alerts.get(press.number(0) or 0)
    if alert is None:
        return Draft(ask.say("question.stale"))
    copies.settle_stray(ask.work, ask.abilities, alert, ask.message, ask.now)
    if press.action == CLAIM:
        return outcomes.claim(ask, alert)
    lead = ask.work.leads.get(alert.lead_id)
    if lead is None or not (ask.member.manages or alert.claimed_by == ask.member.id):
        ask.note("refused", alert.lead_id)
        return Draft(ask.say("staff.not_yours"))
    if alert.state == CLOSED:
        return Draft(ask.say("alert.closed", lead=lead.id))
    return DEEDS[press.action](ask, meant(ask, press.action, lead))


def _put_off(ask: Ask, press: Press) -> Draft:
    """A reminder that rang: done, or later."""
    span = press.args[1] if len(press.args) > 1 else ""
    number = press.number(0) or 0
    step = ask.work.follow_ups.get(number)
    if span == "done" and step is not None and step.staff_id == ask.member.id:
        key = f"reminder_done:{number}"
        ask.work.events.record(
            step.lead_id, "reminder_done", ask.now, key=key, staff_id=ask.member.id
        )
        ask.work.alerts.touched(step.lead_id, ask.now)
    told = reminders.snooze(ask.work, ask.business, number, ask.member.id, span, ask.now)
    return Draft(told(ask.language))


_ANSWERED: dict[str, Callable[[Ask, Press], Draft | None]] = {
    "bands": calibration.choose,
    "campaign": campaigning.pressed,
    "do": _do,
    "faq": faq.pressed,
    "lang": language.pressed,
    "lead": _show,
    "leads": lists.turn_page,
    "merge": merging.preview,
    "merge_now": merging.merge,
    "model": versions.choose,
    NUMBERS: _turn_numbers,
    "part": merging.part,
    "remove": day.ask_to_remove,
    "remove_now": day.remove,
    SHEET: _sheet,
    scheduling.ACTION: scheduling.pressed,
    scheduling.CALLED_OFF: scheduling.call_off,
    "snooze": _put_off,
    "staff_menu": _from_menu,
    "take_back": day.take_back,
    "undo": outcomes.undo,
    "won_for": _chosen,
}
PRESSES = frozenset((*DEEDS, *CHOICES, *_ANSWERED, CLAIM))
