"""Lists of leads, and one lead in full: what a member may look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from handlers import buttons, hours, wording
from handlers.buttons import Press
from handlers.channel import Button
from handlers.follow_up import plans
from handlers.marking import name as shown_name
from handlers.marking import quote
from handlers.posting import Draft
from handlers.prospect import survey
from handlers.prospect.replies import ORDER
from handlers.score.reasons import evidence, reason_text, sentence, signed
from handlers.team.asking import Ask
from handlers.team.warmth import frozen_line
from handlers.texts import say
from scoring.lead import Contact, Fact, Lead, Reason, Stage, Temperature
from scoring.lifecycle import may_move
from storage.conversations import FORM_CONSENT
from storage.events import Snapshot
from storage.team import LISTED

PAGE = 8  # leads
# From so many outcomes on a chance is shown in percent; below it would say more than is known.
FEWEST_FOR_PERCENT = 300
_MOST_NOTES = 3
_ICONS = {Temperature.HOT: "🔥", Temperature.WARM: "🌤", Temperature.COLD: "❄"}
_CHIPS = ("all", "hot", "overdue", "today")
_OTHER_CHIPS = {"qua han": "overdue", "hom nay": "today", "overdue": "overdue", "today": "today"}
# Reminders that rang longer ago than this are no day's work any more.
_REMEMBERED = timedelta(days=30)
# How the language of /why may be asked for, folded.
_LANGUAGES = {"en": ("en", "english", "tieng anh"), "vi": ("vi", "vietnamese", "tieng viet")}
_SAID = {"nong": Temperature.HOT, "am": Temperature.WARM, "lanh": Temperature.COLD}


def leads(ask: Ask) -> Draft:
    """/leads: eight a page, the warmest first, with chips to narrow them."""
    return _page(ask, _chip_in(ask.rest), 0)


def today(ask: Ask) -> Draft:
    """/today: whom one wanted to come back to today."""
    return _page(ask, "today", 0)


def turn_page(ask: Ask, press: Press) -> Draft:
    """A chip or an arrow: the list itself changes."""
    chip = press.args[0] if press.args else "all"
    page = _page(ask, chip, press.number(1) or 0)
    return replace(page, edits_id=ask.message.platform_message_id)


def _page(ask: Ask, chip: str, page: int) -> Draft:
    """A rep sees his own and the pool, a manager all."""
    some = found(ask, chip, page)
    chips = tuple(
        Button(ask.say(f"chip.{one}"), buttons.data("leads", one, 0))
        for one in _CHIPS
        if one != chip
    )
    if not some:
        return Draft(ask.say("staff.no_leads"), (chips,) if chip != "all" else ())
    whose = ask.say("staff.of_all" if ask.member.manages else "staff.of_me")
    title = ask.say("staff.leads", of=whose, page=page + 1)
    paging: list[Button] = []
    if page:
        paging.append(Button(ask.say("staff.less"), buttons.data("leads", chip, page - 1)))
    if len(some) > PAGE:
        paging.append(Button(ask.say("staff.more"), buttons.data("leads", chip, page + 1)))
    shown = some[:PAGE]
    note_listed(ask, shown)
    rows = (*_turns(shown), tuple(paging), chips)
    lines = [title, *(lead_line(one, ask.language) for one in shown)]
    return Draft("\n".join(lines), tuple(row for row in rows if row))


def found(ask: Ask, chip: str, page: int) -> tuple[Lead, ...]:
    """The leads of a page, and one more where there is a next."""
    whose = None if ask.member.manages else ask.member.id
    if chip in ("today", "overdue"):
        return ask.work.lead_lists.these(_on_the_agenda(ask, chip), PAGE + 1, page * PAGE)
    return ask.work.lead_lists.listed(
        temperature=_temperature_of(chip), rep_id=whose, limit=PAGE + 1, offset=page * PAGE
    )


def note_listed(ask: Ask, shown: Sequence[Lead]) -> None:
    """Into the audit: whose names and masked numbers a list showed."""
    ask.note(LISTED, detail=numbers_of(shown))


def numbers_of(shown: Sequence[Lead]) -> str:
    """Leads as the audit names several: #1 #2."""
    return " ".join(f"#{one.id}" for one in shown)


def _on_the_agenda(ask: Ask, chip: str) -> tuple[int, ...]:
    whose = None if ask.member.manages else ask.member.id
    if chip == "overdue":
        entries = ask.work.agenda.undone(ask.now - _REMEMBERED, ask.now, whose)
    else:
        day = hours.local_day(ask.business, ask.now) + timedelta(days=1)
        end = hours.at_time(ask.business, day, time(0))
        entries = ask.work.agenda.ahead(ask.now, end, whose)
    return tuple(dict.fromkeys(one.lead_id for one in entries))


def _turns(shown: tuple[Lead, ...]) -> tuple[tuple[Button, ...], ...]:
    turns = [Button(f"#{one.id}", buttons.data("lead", one.id)) for one in shown]
    return tuple(tuple(turns[start : start + 4]) for start in range(0, len(turns), 4))


def find(ask: Ask) -> Draft:
    """/find: by name with or without marks, by the last digits of a number, by #id."""
    words = ask.said.strip()
    if not words:
        return Draft(ask.say("staff.what_to_find"))
    if words.startswith("#") and words[1:].isdigit():
        return lead(ask)
    whose = None if ask.member.manages else ask.member.id
    found = ask.work.lead_lists.find(words, rep_id=whose, limit=PAGE)
    if not found:
        return Draft(ask.say("staff.not_found"))
    note_listed(ask, found)
    return Draft("\n".join(lead_line(one, ask.language) for one in found), _turns(found))


def lead(ask: Ask) -> Draft:
    """/lead ID"""
    found = ask.visible()
    return ask.no_lead() if found is None else detail(ask, found)


def detail(ask: Ask, shown: Lead) -> Draft:
    """All that is known of a lead, as this member may see it."""
    lines = [lead_line(shown, ask.language)]
    # As on the card: whole for the one who claimed and for a manager, and not before a group.
    whole_number = ask.may_work_on(shown) and not ask.message.group
    for slot in ORDER:
        fact = shown.fact(slot)
        value = _value(fact, ask.language, whole_number=whole_number) if fact else ""
        name = ask.say(f"summary.{slot}")
        told = value or ask.say("summary.unknown")
        lines.append(ask.say("alert.fact", name=name, value=told))
    for asked, said in survey.answers_of(ask.work, ask.business, shown.id, ask.language):
        lines.append(ask.say("survey.line", asked=asked, said=said))
    rep = ask.work.team.member(shown.rep_id) if shown.rep_id else None
    if rep is not None:
        lines.append(ask.say("staff.detail_rep", name=rep.name))
    moves = [
        f"{ask.say(f'stage.{after}')} {wording.day(at)}"
        for at, _, after, _, _ in ask.work.stage_moves.of_lead(shown.id)
    ]
    if moves:
        lines.append(ask.say("staff.detail_history", moves=" → ".join(moves)))
    lines += _family(ask, shown)
    lines += _touches(ask, shown, ask.language)
    lines += _notes(ask, shown)
    return Draft("\n".join(lines), acts(ask, shown))


def _family(ask: Ask, shown: Lead) -> list[str]:
    """The same customer's other leads, by their chats."""
    head = shown.tied_to or shown.id
    others = [one for one in (head, *ask.work.leads.tied_to(head)) if one != shown.id]
    named = [
        f"#{one} ({channels})"
        for one in others
        if (channels := ", ".join(p.channel for p in ask.work.leads.prospects_of(one)))
    ]
    return [ask.say("merge.also", leads=", ".join(named))] if named else []


def _notes(ask: Ask, shown: Lead) -> list[str]:
    """What was agreed on a form, the last notes of the team, and when the next step is."""
    events = ask.work.events.of_lead(shown.id)
    agreed = [
        ask.say("staff.form_consent", day=wording.day(hours.local_day(ask.business, one.at)))
        for one in events
        if one.kind == FORM_CONSENT
    ]
    notes = [ask.say("staff.note", text=one.detail) for one in events if one.kind == "note"]
    ahead = [one for one in ask.work.agenda.ahead(ask.now) if one.lead_id == shown.id]
    zone = hours.zone_of(ask.business)
    dates = [
        ask.say("staff.next", time=wording.moment(one.at, ask.now, zone, ask.language))
        for one in ahead
    ]
    return [*agreed[-1:], *notes[-_MOST_NOTES:], *dates]


def acts(ask: Ask, shown: Lead) -> tuple[tuple[Button, ...], ...]:
    """What may be done with a lead that is open, each by a tap."""
    if not ask.may_work_on(shown) or not may_move(shown.stage, Stage.LOST):
        return ()
    keys = (("called", "no_answer", "chat"), ("next", "meeting", "note"), ("won", "lost"))
    return tuple(
        tuple(Button(ask.say(f"alert.{key}"), buttons.data("do", shown.id, key)) for key in row)
        for row in (*keys, ("hand_over", "reject"))
    )


def why(ask: Ask) -> Draft:
    """/why ID: the score taken apart, each reason with the words it came from.

    In the language that follows the number ("12 en"), else in the reader's own.
    """
    found = ask.visible()
    language = _language_in(ask)
    taken = ask.work.events.last_snapshot(found.id) if found is not None else None
    if found is None or taken is None:
        return ask.no_lead()
    lines = [
        say(
            "staff.why_title",
            language,
            lead=found.id,
            points=round(taken.score),
            temperature=say(f"temperature.{taken.temperature}", language),
        )
    ]
    lines += filter(None, (_chance(ask, taken, language), frozen_line(found, language)))
    lines += (sentence(taken, language, ask.business), "")
    for one in sorted(taken.reasons, key=lambda reason: -reason.points):
        lines.append(
            say(
                "staff.why_line",
                language,
                points=signed(one.points),
                text=reason_text(one.key, language),
                words=_evidence(ask, one, language),
            )
        )
    parts = {
        name: f"{getattr(taken, name):.1f}".removesuffix(".0")
        for name in ("qualification", "fit", "engagement", "penalty")
    }
    lines.append(say("staff.why_sum", language, **parts))
    lines += _touches(ask, found, language)
    return Draft("\n".join(lines))


def _touches(ask: Ask, shown: Lead, language: str) -> list[str]:
    """What was sent unasked lately, and what was not and why."""
    told = plans.touches(ask.work, ask.business, shown.id, language)
    return [say("plan.past", language), *told] if told else []


def _chance(ask: Ask, taken: Snapshot, language: str) -> str:
    """How likely it is won, with its band, once there are outcomes enough to say so."""
    version = ask.work.models.version(taken.model) if taken.model else None
    learned_from = version.metrics.get("outcomes", 0) if version is not None else 0
    if learned_from < FEWEST_FOR_PERCENT or taken.chance is None:
        return ""
    told = {"chance": taken.chance, "low": taken.low or 0.0, "high": taken.high or 0.0}
    return say(
        "staff.why_chance",
        language,
        count=learned_from,
        **{name: f"{100 * one:.0f}" for name, one in told.items()},
    )


def _language_in(ask: Ask) -> str:
    """ "12 en", "12 tiếng Anh": who reads over a rep's shoulder may have no Vietnamese."""
    _, _, asked = ask.rest.partition(" ")
    return next((one for one, words in _LANGUAGES.items() if asked in words), ask.language)


def _evidence(ask: Ask, reason: Reason, language: str) -> str:
    """The words a reason came from, or when the behaviour was last seen."""
    if reason.words:
        return say("staff.why_words", language, words=quote(evidence(reason, language)))
    if reason.at is None:
        return ""
    local = reason.at.astimezone(hours.zone_of(ask.business))
    clock = f"{local.hour}:{local:%M}"
    return say("staff.why_at", language, clock=clock, day=wording.day(local.date()))


def lead_line(shown: Lead, language: str) -> str:
    return say(
        "staff.lead_line",
        language,
        icon=_ICONS[shown.temperature],
        lead=shown.id,
        name=shown_name(shown.name) or say("staff.anonymous", language),
        points=round(shown.points),
        stage=say(f"stage.{shown.stage}", language),
    )


def _value(fact: Fact, language: str, *, whole_number: bool) -> str:
    if isinstance(fact.value, Contact) and fact.value.phones and not whole_number:
        return ", ".join(map(wording.masked, fact.value.phones))
    return wording.fact(fact.value, language)


def _chip_in(words: str) -> str:
    other = next((chip for said, chip in _OTHER_CHIPS.items() if said in words), "")
    warmth = temperature_in(words)
    return other or (warmth.value if warmth is not None else "all")


def temperature_in(words: str) -> Temperature | None:
    """The temperature that is named in words, folded."""
    found = (_SAID.get(word) or _temperature_of(word) for word in words.split())
    return next(filter(None, found), None)


def _temperature_of(name: str) -> Temperature | None:
    return Temperature(name) if name in set(Temperature) else None
