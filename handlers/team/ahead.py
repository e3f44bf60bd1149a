"""What lies ahead of a lead: its plan, and what starts a sequence."""

from __future__ import annotations

import calendar
import re

from handlers.follow_up import enrolling, plans
from handlers.posting import Draft
from handlers.team.asking import Ask


def plan(ask: Ask) -> Draft:
    """/plan ID: the follow-ups to come with their dates, and those that went or did not."""
    found = ask.visible()
    if found is None:
        return ask.no_lead()
    return Draft(plans.preview(ask.work, ask.business, ask.abilities, found, ask.now, ask.language))


def happened(ask: Ask) -> Draft:
    """/quote ID, /noshow ID: kept as an event; the sequences that wait for it begin."""
    found = ask.visible()
    if found is None:
        return ask.no_lead()
    if not ask.may_work_on(found):
        ask.note("refused", found.id)
        return Draft(ask.say("staff.not_yours"))
    key = f"{ask.command}:{found.id}:{ask.now:%Y-%m-%d}"
    ask.work.events.record(found.id, ask.command, ask.now, key=key, staff_id=ask.member.id)
    begun = enrolling.happened(ask.work, ask.business, found, ask.command, key, ask.now)
    said = ask.say(f"ahead.{ask.command}", lead=found.id)
    more = ask.say("ahead.begun" if begun else "ahead.not_begun")
    return Draft(f"{said} {more}")


def birthday(ask: Ask) -> Draft:
    """/birthday ID 20/10: known from then on, and wished well each year."""
    found = ask.visible()
    if found is None:
        return ask.no_lead()
    day = _DAY.search(ask.said.partition(" ")[2])
    if day is None or not _is_day(int(day[1]), int(day[2])):
        return Draft(ask.say("ahead.which_day"))
    ask.work.enrolments.know_birthday(found.id, f"{int(day[2]):02}-{int(day[1]):02}")
    return Draft(ask.say("ahead.birthday", lead=found.id, day=f"{day[1]}/{day[2]}"))


_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})\b")


def _is_day(day: int, month: int) -> bool:
    # 2024 had a 29 February: who was born on one has a birthday, too.
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1]
