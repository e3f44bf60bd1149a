"""What a hot lead's card says, to each reader what he may see."""

from __future__ import annotations

from handlers import buttons, wording
from handlers.channel import Button, Style
from handlers.marking import name, quote, relative
from handlers.posting import Draft, Rows
from handlers.prospect.replies import ORDER, is_answered
from handlers.relay.audience import Chat
from handlers.score.reasons import sentence
from handlers.texts import say
from scoring.lead import Contact, Lead, Slot
from storage.alerts import CLAIMED, CLOSED, Alert
from storage.store import Work

_A_SHORT_WHILE = 60  # minutes


def card(work: Work, alert: Alert, lead: Lead, reader: Chat, state: str = "") -> Draft:
    """The card as one reader may see it: the number is whole for the one who claimed.

    What people wrote stands on it as one line of quoted or named words in which nothing can
    be pressed, so that no name and no text can pass for a line of ours.
    """
    mine, language, points = is_mine(alert, reader), reader.language, round(lead.points)
    lines = [say(f"alert.{alert.reason}", language, lead=lead.id, points=points)]
    taken = work.events.last_snapshot(lead.id)
    lines += filter(None, (state, sentence(taken, language) if taken is not None else ""))
    lines.append(_who(work, alert, lead, language, whole_number=mine))
    lines += _facts(lead, language)
    lines += _times(alert, language)
    return Draft("\n".join(lines), _buttons(alert, lead, language, mine=mine))


def is_mine(alert: Alert, reader: Chat) -> bool:
    """Whether this reader has claimed it, and so sees the whole number and may act."""
    claimer = alert.claimed_by if alert.state == CLAIMED else None
    return claimer is not None and claimer == reader.staff_id


def _who(work: Work, alert: Alert, lead: Lead, language: str, *, whole_number: bool) -> str:
    prospects = work.leads.prospects_of(lead.id)
    show = wording.national if whole_number else wording.masked
    phone = show(phone_of(lead)) if phone_of(lead) else say("alert.no_phone", language)
    called = name(lead.name) or say("alert.anonymous", language)
    channel = ", ".join(dict.fromkeys(one.channel for one in prospects))
    who = say("alert.who", language, name=called, phone=phone, channel=channel)
    source = say("alert.source", language, source=name(lead.source)) if lead.source else ""
    # A rep from before this alert, not the one who has just claimed it.
    comes_back = lead.rep_id is not None and alert.claimed_by is None
    known = say("alert.known_customer", language) if comes_back or lead.tied_to else ""
    known += say("alert.tied", language, lead=lead.tied_to) if lead.tied_to else ""
    return who + source + known


def phone_of(lead: Lead) -> str:
    """The number we would call first, E.164; "" where none is known."""
    fact = lead.fact(Slot.CONTACT)
    value = fact.value if fact is not None else None
    return value.phones[0] if isinstance(value, Contact) and value.phones else ""


def _facts(lead: Lead, language: str) -> list[str]:
    """What is known of BANT, each with the words it was said in."""
    lines: list[str] = []
    for slot in ORDER:
        fact = lead.fact(slot)
        if fact is None or not is_answered(lead, slot) or isinstance(fact.value, Contact):
            continue
        label = say(f"summary.{slot}", language)
        words = quote(fact.value.text)
        quoted = say("alert.said", language, words=words)
        value = wording.fact(fact.value, language)
        if value == fact.value.text:
            lines.append(say("alert.fact", language, name=label, value=quoted))
        else:
            lines.append(f"{say('alert.fact', language, name=label, value=quote(value))} {quoted}")
    return lines


def _times(alert: Alert, language: str) -> list[str]:
    """What it is about, what the prospect was promised, and how long there is."""
    lines: list[str] = []
    offers = alert.offers.get(language)
    if offers:
        lines.append(say("alert.offer", language, offer=offers))
    if alert.promised:
        lines.append(say("alert.promised", language, time=alert.promised))
    if alert.touch_by is not None and alert.touched_at is None and alert.state != CLOSED:
        minutes = max(1, round((alert.touch_by - alert.created_at).total_seconds() / 60))
        # Over a night the minutes say nothing; what was promised does.
        short = say("alert.within", language, count=minutes)
        words = short if minutes <= _A_SHORT_WHILE else alert.promised or short
        deadline = relative(words, alert.touch_by)
        lines.append(say("alert.deadline", language, time=deadline))
    return lines


def _buttons(alert: Alert, lead: Lead, language: str, *, mine: bool) -> Rows:
    def button(key: str, style: Style = Style.PLAIN) -> Button:
        return Button(say(f"alert.{key}", language), buttons.data(key, alert.id), style)

    if mine:
        phone = phone_of(lead)
        number = wording.national(phone)
        copy = (Button(say("alert.copy", language, phone=number), "", copies=number),)
        return (
            *((copy,) if phone else ()),
            (button("called"), button("no_answer")),
            (button("chat"), button("next"), button("meeting")),
            (button("won", Style.GOOD), button("lost", Style.BAD)),
            (button("note"), button("hand_over"), button("reject")),
        )
    if alert.state in (CLAIMED, CLOSED):
        return ()
    return ((button("claim", Style.GOOD),),)
