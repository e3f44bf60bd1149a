"""The team's side of the chat: who asks what, and which file answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from handlers import buttons
from handlers.business import Business
from handlers.buttons import Press
from handlers.channel import Abilities, Button, IncomingMessage, Kind
from handlers.numbers import reports
from handlers.numbers.asked import ACTION as NUMBERS
from handlers.numbers.asked import View
from handlers.numbers.periods import MONTH
from handlers.posting import Draft, post
from handlers.queue import queue
from handlers.score import calibration, versions
from handlers.team import (
    ahead,
    campaigning,
    chatting,
    day,
    exporting,
    faq,
    language,
    lists,
    page,
    persona,
    scheduling,
)
from handlers.team.asking import Ask
from handlers.team.commands import ANYBODYS, Command, command_in
from handlers.team.deeds import DEEDS, meant
from handlers.team.places import (
    answer_to_our_question,
    answered_in,
    is_for_prospect,
    language_in,
    lead_named_by,
    typed_choice,
)
from handlers.team.pressing import PRESSES, pressed
from handlers.texts import say
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Member, Role

# Asking these reads much: they are read beside the writer, before the transaction.
_READ_ONLY: dict[str, Callable[[Work, Business, str, datetime, str], Draft]] = {
    "stats": partial(reports.answer, View.STATS),
    "sla": partial(reports.answer, View.REPS),
    "sources": partial(reports.answer, View.SOURCES),
    "report": partial(reports.answer, View.REPORT),
    "funnel": partial(reports.answer, View.FUNNEL),
    "cohort": partial(reports.answer, View.COHORTS),
    "journey": partial(reports.answer, View.JOURNEY),
    "queue": queue,
    "persona": persona.answer,
}
# The same, but what the owner is shown is more than what managers are.
_CALIBRATION = "calibration"
# What is asked, by whoever is on the team.
_QUESTIONS: dict[str, Callable[[Ask], Draft | None]] = {
    "faq": faq.faq,
    "leads": lists.leads,
    "lead": lists.lead,
    "why": lists.why,
    "models": versions.models,
    "canned": chatting.canned,
    "campaign": campaigning.campaign,
    "plan": ahead.plan,
    "quote_sent": ahead.happened,
    "no_show": ahead.happened,
    "birthday": ahead.birthday,
    "find": lists.find,
    "today": lists.today,
    "off": day.off,
    "language": language.language,
    "web": page.web,
    "on": day.on,
}
# Of managers alone.
_MANAGING: dict[str, Callable[[Ask], Draft | None]] = {
    "team": day.team,
    "export": exporting.export,
    "persona": persona.keep,
    "schedule": scheduling.schedule,
}


def _help(ask: Ask) -> Draft:
    """What may be typed; and what is done most often, by a tap."""
    role = "manager" if ask.member.manages else "rep"
    told = "\n".join(ask.say(f"{part}.help_{role}") for part in ("staff", "day"))
    presence = "on" if ask.member.is_away(ask.now) else "off"
    names = (("leads", "today"), (presence,))
    rows = tuple(tuple(_key(ask, name) for name in row) for row in names)
    if ask.member.manages:
        month = buttons.data(NUMBERS, View.REPORT, MONTH)
        rows += ((Button(ask.say("menu.report"), month),),)
    return Draft(told, rows)


def _key(ask: Ask, name: str) -> Button:
    return Button(ask.say(f"menu.{name}"), buttons.data("staff_menu", name))


class Staff:
    """Answers the team; who asks is looked up anew for every act."""

    def __init__(self, business: Business, abilities: Mapping[str, Abilities]) -> None:
        self._business = business
        self._first_language = business.languages[0]
        self._abilities = abilities

    def reads(self, message: IncomingMessage) -> bool:
        """Whether this asks for numbers that are read before the transaction."""
        if message.kind is Kind.BUTTON:
            return _turned(message) is not None
        command = command_in(message.text) if message.kind is Kind.TEXT else None
        return command is not None and _reads(command)

    def read(self, work: Work, message: IncomingMessage, now: datetime) -> Draft | None:
        """The numbers asked for; None for somebody who may not see them."""
        sender = message.sender_id if message.group else message.chat_id
        member = work.team.member_in(message.channel, sender)
        if member is None or not member.manages:
            return None
        spoken = language_in(work, member, message)
        turned = _turned(message)
        if turned is not None:
            return reports.turned(work, self._business, turned, now, spoken)
        command = command_in(message.text)
        if command is None or not _reads(command):
            return None
        if command.name == _CALIBRATION:
            owner = member.role is Role.OWNER
            return calibration.draft_of(work, self._business, now, spoken, owner=owner)
        return _READ_ONLY[command.name](work, self._business, command.rest, now, spoken)

    def on_message(
        self,
        work: Work,
        member: Member,
        message_id: int,
        message: IncomingMessage,
        now: datetime,
        *,
        numbers: Draft | None = None,
    ) -> None:
        """A member wrote or pressed."""
        work.staff_places.use(message.channel, message.chat_id, now)
        place = answered_in(work, member, message)
        ask = Ask(
            work,
            self._business,
            self._abilities,
            member,
            message,
            message_id,
            now,
            language=language_in(work, member, place),
            numbers=numbers,
        )
        typed = typed_choice(work, message)
        if message.kind is Kind.BUTTON or typed:
            draft = pressed(ask, typed or message.button)
        else:
            draft = self._written(replace(ask, context=lead_named_by(work, message)))
        if draft is not None:
            self._say(work, place, draft, now)

    # --- words ----------------------------------------------------------------------------

    def _written(self, ask: Ask) -> Draft | None:
        command = command_in(ask.message.text)
        if command is None or is_for_prospect(ask, command.name):
            return self._free_words(ask)
        ask = replace(ask, command=command.name, said=command.said, rest=command.rest)
        # What is said about a customer, or what he is looked for by, is no business of the audit;
        # which lead it was stands there as a look.
        speaks_of_him = command.name in DEEDS or command.name == "find"
        ask.note(command.name, detail="" if speaks_of_him else command.rest)
        if command.name in chatting.OF_THE_CHAT and not ask.names_a_number:
            in_hand = chatting.leads_in_hand(ask) if not ask.context else ()
            ask = replace(ask, context=in_hand[0]) if len(in_hand) == 1 else ask
        if command.name in _QUESTIONS:
            return _QUESTIONS[command.name](ask)
        if command.name in DEEDS:
            return self._told_to_do(ask)
        if not _is_for_managers(command.name):
            return _help(ask)
        if ask.member.manages:
            manages = _MANAGING.get(command.name)
            if scheduling.asks(command.name, command.rest):
                manages = scheduling.keep
            return ask.numbers if manages is None else manages(ask)
        ask.note("refused")
        role = ask.say(f"role.{Role.MANAGER}")
        return Draft(ask.say("staff.refused", role=role))

    def _told_to_do(self, ask: Ask) -> Draft | None:
        about, lead = ask.split()
        if lead is None:
            return ask.no_lead()
        lead = chatting.adopted(about, lead)
        return DEEDS[ask.command](about, meant(ask, ask.command, lead))

    def _free_words(self, ask: Ask) -> Draft | None:
        """No command: the answer to what was asked last, or help."""
        answer = faq.answered(ask)
        if answer is not None:
            return answer
        asked = answer_to_our_question(ask)
        if asked is not None:
            return asked
        if ask.context or chatting.names_a_lead(ask.message.text):
            return chatting.speak(ask)
        if chatting.leads_in_hand(ask):
            return chatting.go_on(ask)
        return None if ask.message.group else _help(ask)

    # --- strangers ------------------------------------------------------------------------

    def refuse_stranger(self, work: Work, message: IncomingMessage, now: datetime) -> bool:
        """A stranger gave a staff command: refused politely, and logged. False: it was none."""
        name = _asked_of_staff(message)
        if not name:
            return False
        work.team.note(f"{message.channel}:{message.chat_id}", "refused", now, detail=name)
        prospect = work.leads.prospect_in(message.channel, message.chat_id)
        if prospect is not None:  # whoever writes is not reminded, whatever he wrote
            work.follow_ups.cancel(prospect.id, "replied", now)
            work.outbox.cancel_follow_ups(message.channel, message.chat_id)
        role = Role.MANAGER if _is_for_managers(name) else Role.REP
        spoken = (prospect.language if prospect is not None else "") or self._first_language
        text = say("staff.refused", spoken, role=say(f"role.{role}", spoken))
        self._say(work, message, Draft(text), now)
        return True

    def _say(self, work: Work, message: IncomingMessage, draft: Draft, now: datetime) -> None:
        """Into the same chat, and there into the same topic."""
        if message.topic:
            opened = work.own_messages.named(message.channel, message.chat_id, message.topic)
            draft = replace(draft, topic_row=opened.id if opened is not None else 0)
        abilities = self._abilities[message.channel]
        # To staff, as everything that an answer in words may refer to.
        urgency = Urgency.ALERT if draft.asks is not None else Urgency.REPLY
        post(
            work,
            message.channel,
            message.chat_id,
            [draft],
            abilities,
            now,
            urgency=urgency,
            lead_id=draft.asks[1] if draft.asks is not None else None,
        )


def _reads(command: Command) -> bool:
    """Numbers now; not those that are to come by themselves."""
    is_read = command.name in (*_READ_ONLY, _CALIBRATION)
    return is_read and not scheduling.asks(command.name, command.rest)


def _is_for_managers(name: str) -> bool:
    return name in (*_READ_ONLY, *_MANAGING, _CALIBRATION)


def _turned(message: IncomingMessage) -> Press | None:
    """A press below numbers that stand there already: another period, another view."""
    press = buttons.read(message.button) if message.kind is Kind.BUTTON else None
    return press if press is not None and press.action == NUMBERS else None


def _asked_of_staff(message: IncomingMessage) -> str:
    """What only staff may do, by a command or by a button of a card that was once shown."""
    if message.kind is Kind.BUTTON:
        press = buttons.read(message.button)
        return press.action if press is not None and press.action in PRESSES else ""
    command = command_in(message.text) if message.kind is Kind.TEXT else None
    is_command = command is not None and message.text.startswith("/")
    return command.name if command and is_command and command.name not in ANYBODYS else ""
