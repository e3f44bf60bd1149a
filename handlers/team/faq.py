"""/faq: what customers asked and nobody answered; a tap and a line make an answer of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers import buttons
from handlers.buttons import Press
from handlers.channel import Button, Style
from handlers.faq.unanswered import Group, groups, nearest
from handlers.posting import Draft
from handlers.team.asking import Ask
from scoring.understanding.text import fold
from storage.team import Role
from storage.unanswered import DROPPED, Answered

SINCE = timedelta(days=60)
MOST_READ = 500
SHOWN = 5  # questions
WAITS = timedelta(minutes=15)  # for the answer, once a question was chosen
LONGEST_ANSWER = 1000
_ENOUGH = ("thoi", "huy", "bo", "cancel", "stop", "khong")


def faq(ask: Ask) -> Draft:
    """The most asked first, with what may be done about each."""
    if not ask.member.manages:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.MANAGER}")))
    found = _groups(ask)
    if not found:
        return Draft(ask.say("faq.none"))
    lines = [ask.say("faq.title")]
    rows: list[tuple[Button, ...]] = []
    for number, group in enumerate(found[:SHOWN], start=1):
        text = ask.say("faq.line", number=number, text=group.head.text)
        if len(group.questions) > 1:
            text += ask.say("faq.times", count=len(group.questions))
        row = [Button(ask.say("faq.answer", number=number), _data("new", group), Style.GOOD)]
        near = nearest(group, ask.business.faq)
        if near is not None:
            text += ask.say("faq.near", phrase=near.ask[0])
            row.append(Button(ask.say("faq.join", number=number), _data("join", group)))
        row.append(Button(ask.say("faq.drop", number=number), _data("drop", group)))
        lines.append(text)
        rows.append(tuple(row))
    if len(found) > SHOWN:
        lines.append(ask.say("faq.more", count=len(found) - SHOWN))
    return Draft("\n".join(lines), tuple(rows))


def pressed(ask: Ask, press: Press) -> Draft:
    """A button below the list."""
    group = _group(ask, press.number(1) or 0)
    if not ask.member.manages or group is None:
        return Draft(ask.say("faq.gone"))
    kind = press.args[0]
    if kind == "new":
        value = f"{group.head.id}|{ask.now.isoformat()}"
        ask.work.settings.put(_waiting(ask), value)
        return Draft(ask.say("faq.ask", text=group.head.text))
    near = nearest(group, ask.business.faq)
    if kind == "join" and near is not None:
        return _answer(ask, group, "", near.ask[0])
    if kind == "drop":
        ask.work.unanswered.settle([one.id for one in group.questions], DROPPED, ask.now)
        return Draft(ask.say("faq.dropped", text=group.head.text))
    return Draft(ask.say("faq.gone"))


def answered(ask: Ask) -> Draft | None:
    """The words after a question was chosen are its answer; None where none was."""
    chosen = ask.work.settings.get(_waiting(ask))
    if chosen is None or ask.message.group or not ask.message.text.strip():
        return None
    ask.work.settings.drop(_waiting(ask))
    number, _, since = chosen.partition("|")
    if ask.now - datetime.fromisoformat(since) > WAITS:
        return None
    if fold(ask.message.text).strip(" .!") in _ENOUGH:
        return Draft(ask.say("faq.left"))
    group = _group(ask, int(number))
    if group is None:
        return Draft(ask.say("faq.gone"))
    return _answer(ask, group, " ".join(ask.message.text.split())[:LONGEST_ANSWER], "")


def _answer(ask: Ask, group: Group, answer: str, entry: str) -> Draft:
    said = Answered(group.head.id, group.phrases, answer, entry, by=ask.member.id)
    taken = ask.work.unanswered.answer(said, [one.id for one in group.questions], ask.now)
    ask.note("faq", detail=group.head.text)
    return Draft(ask.say("faq.writing" if taken else "faq.gone"))


def _groups(ask: Ask) -> list[Group]:
    return groups(ask.work.unanswered.waiting(ask.now - SINCE, MOST_READ))


def _group(ask: Ask, question_id: int) -> Group | None:
    """The group a question is in by now: more may have been asked since the list was shown."""
    return next(
        (one for one in _groups(ask) if any(each.id == question_id for each in one.questions)),
        None,
    )


def _waiting(ask: Ask) -> str:
    return f"faq_answer:{ask.member.id}"


def _data(kind: str, group: Group) -> str:
    return buttons.data("faq", kind, group.head.id)
