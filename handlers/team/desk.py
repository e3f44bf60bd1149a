"""The team's side of the chat: who asks what, and which file answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers import buttons, reports
from handlers.business import Business
from handlers.buttons import Press
from handlers.channel import Abilities, IncomingMessage, Kind
from handlers.follow_up import reminders
from handlers.posting import Draft, post
from handlers.prospect import funnel
from handlers.queue import queue
from handlers.relay import audience, copies, ties
from handlers.score import calibration, versions
from handlers.team import (
    ahead,
    campaigning,
    chatting,
    day,
    faq,
    language,
    lists,
    merging,
    outcomes,
    warmth,
)
from handlers.team.asking import Ask
from handlers.texts import Telling, say
from scoring.lead import Lead
from scoring.understanding.text import fold
from storage.alerts import CLOSED
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Member, Role

# Commands, and the Vietnamese words that say the same without slash and without marks.
_COMMANDS = {
    "faq": ("/faq", "cau hoi chua tra loi", "cau hoi khach"),
    "stats": ("/stats", "thong ke", "bao cao", "so lieu"),
    "funnel": ("/funnel", "pheu", "pheu cau hoi"),
    "leads": ("/leads", "khach cua toi", "danh sach khach", "danh sach lead"),
    "lead": ("/lead", "xem lead"),
    "why": ("/why", "vi sao"),
    "campaign": ("/campaign", "chien dich"),
    "plan": ("/plan", "ke hoach"),
    "queue": ("/queue", "hang doi"),
    "quote_sent": ("/quote", "da gui bao gia", "gui bao gia"),
    "no_show": ("/noshow", "lo hen", "khach lo hen"),
    "birthday": ("/birthday", "sinh nhat"),
    "won": ("/won", "thang don", "chot don"),
    "lost": ("/lost", "mat khach"),
    "called": ("/called", "da goi"),
    "no_answer": ("/noanswer", "khong nghe may"),
    "reject": ("/reject", "tra lai"),
    "chat": ("/chat", "mo chat"),
    "bot": ("/bot", "tra bot"),
    "note": ("/note", "/n", "ghi chu"),
    "canned": ("/m", "cau mau"),
    "temp": ("/temp", "nhiet do"),
    "calibration": ("/calibration", "hieu chuan", "do chinh xac"),
    "models": ("/models", "ban diem", "phien ban diem"),
    "find": ("/find", "tim"),
    "today": ("/today", "viec hom nay", "lich hom nay"),
    "next": ("/next", "hen lai", "nhac lai"),
    "meeting": ("/meet", "hen gap"),
    "hand_over": ("/assign", "chuyen khach"),
    "off": ("/off", "nghi toi", "nghi den", "nghi"),
    "on": ("/on", "lam lai"),
    "team": ("/team", "doi ngu"),
    "language": ("/lang", "tieng viet", "vietnamese", "tieng anh", "english"),
    "help": ("/help", "/start", "/menu", "tro giup"),
}
_FIRST_WORDS = {one.split()[0] for spellings in _COMMANDS.values() for one in spellings}
# Asking these reads much: they are read beside the writer, before the transaction.
_READ_ONLY: dict[str, Callable[[Work, Business, str, datetime, str], str]] = {
    "stats": reports.stats,
    "funnel": funnel.report,
    "queue": queue,
}
# What is asked, and what is done to one lead by whoever has it, by command or by button.
_QUESTIONS: dict[str, Callable[[Ask], Draft | None]] = {
    "faq": faq.faq,
    "leads": lists.leads,
    "lead": lists.lead,
    "why": lists.why,
    "calibration": calibration.calibration,
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
    "on": day.on,
}
_DEEDS: dict[str, Callable[[Ask, Lead], Draft | None]] = {
    "called": outcomes.called,
    "no_answer": outcomes.no_answer,
    "won": outcomes.won,
    "won_for": outcomes.won_for,
    "lost": outcomes.lost,
    "reject": outcomes.reject,
    "chat": chatting.open_chat,
    "bot": chatting.hand_back,
    "note": chatting.note,
    "temp": warmth.override,
    "next": day.next_date,
    "meeting": day.meeting,
    "hand_over": day.hand_over,
}
# Choices below a question about a lead: its number, then the number of the choice.
_CHOICES: dict[str, Callable[[Ask, Lead, Press], Draft | None]] = {
    "why_lost": outcomes.lost_because,
    "why_reject": outcomes.reject_because,
    "meet_at": day.meet_at,
    "give": day.give,
}
# Buttons that carry the number of the lead; those of a card carry the number of the alert.
_OF_A_LEAD = ("won_for",)
_OTHERS = (
    "bands",
    "campaign",
    "claim",
    "do",
    "faq",
    "lead",
    "leads",
    "lang",
    "undo",
    "snooze",
    "remove",
    "take_back",
    "merge",
    "merge_now",
    "model",
    "part",
)
# Of managers alone.
_MANAGING: dict[str, Callable[[Ask], Draft]] = {"team": day.team}
_PRESSES = frozenset((*_DEEDS, *_CHOICES, *_OTHERS))


@dataclass(frozen=True, slots=True)
class _Command:
    name: str
    said: str  # what follows it, as it was typed

    @property
    def rest(self) -> str:
        return " ".join(fold(self.said).split())


def _command(text: str) -> _Command | None:
    """The command a text is, with what follows it; None for other words."""
    typed = text.split()
    words = fold(" ".join(typed)).split()
    if not words:
        return None
    words[0] = words[0].partition("@")[0]  # /stats@our_bot, as groups send it
    if words[0] not in _FIRST_WORDS:  # every message of a prospect is looked at, too
        return None
    for name, spellings in _COMMANDS.items():
        for spelling in spellings:
            length = spelling.count(" ") + 1
            if " ".join(words[:length]) == spelling:
                return _Command(name, " ".join(typed[length:]))
    return None


def _help(ask: Ask) -> Draft:
    role = "manager" if ask.member.manages else "rep"
    return Draft("\n".join(ask.say(f"{part}.help_{role}") for part in ("staff", "day")))


class Staff:
    """Answers the team; who asks is looked up anew for every act."""

    def __init__(self, business: Business, abilities: Mapping[str, Abilities]) -> None:
        self._business = business
        self._first_language = business.languages[0]
        self._abilities = abilities

    def reads(self, message: IncomingMessage) -> bool:
        """Whether this asks for numbers that are read before the transaction."""
        command = _command(message.text) if message.kind is Kind.TEXT else None
        return command is not None and command.name in _READ_ONLY

    def read(self, work: Work, message: IncomingMessage, now: datetime) -> str:
        """The numbers asked for; "" for somebody who may not see them."""
        sender = message.sender_id if message.group else message.chat_id
        member = work.team.member_in(message.channel, sender)
        command = _command(message.text)
        if member is None or command is None or not member.manages:
            return ""
        spoken = _language_in(work, member, message)
        return _READ_ONLY[command.name](work, self._business, command.rest, now, spoken)

    def on_message(
        self,
        work: Work,
        member: Member,
        message_id: int,
        message: IncomingMessage,
        now: datetime,
        *,
        numbers: str = "",
    ) -> None:
        """A member wrote or pressed."""
        place = _answered_in(work, member, message)
        ask = Ask(
            work,
            self._business,
            self._abilities,
            member,
            message,
            message_id,
            now,
            language=_language_in(work, member, place),
        )
        typed = _typed_choice(work, message)
        if message.kind is Kind.BUTTON or typed:
            draft = self._pressed(ask, typed or message.button)
        else:
            draft = self._written(replace(ask, context=_context(work, message)), numbers)
        if draft is not None:
            self._say(work, place, draft, now)

    # --- words ----------------------------------------------------------------------------

    def _written(self, ask: Ask, numbers: str) -> Draft | None:
        command = _command(ask.message.text)
        if command is None or _is_for_prospect(ask, command.name):
            return self._free_words(ask)
        ask = replace(ask, command=command.name, said=command.said, rest=command.rest)
        ask.note(command.name, detail=command.rest)
        if command.name in _QUESTIONS:
            return _QUESTIONS[command.name](ask)
        if command.name in _DEEDS:
            return self._told_to_do(ask)
        if command.name not in _READ_ONLY and command.name not in _MANAGING:
            return _help(ask)
        if ask.member.manages:
            manages = _MANAGING.get(command.name)
            return Draft(numbers) if manages is None else manages(ask)
        ask.note("refused")
        role = ask.say(f"role.{Role.MANAGER}")
        return Draft(ask.say("staff.refused", role=role))

    def _told_to_do(self, ask: Ask) -> Draft | None:
        about, lead = ask.split()
        if lead is None:
            return ask.no_lead()
        lead = chatting.adopted(about, lead)
        return _DEEDS[ask.command](about, _meant(ask, ask.command, lead))

    def _free_words(self, ask: Ask) -> Draft | None:
        """No command: the answer to what was asked last, or help."""
        answer = faq.answered(ask)
        if answer is not None:
            return answer
        asked = _asked(ask)
        if asked is not None:
            return asked
        if ask.context or chatting.names_a_lead(ask.message.text):
            return chatting.speak(ask)
        return None if ask.message.group else _help(ask)

    # --- buttons --------------------------------------------------------------------------

    def _pressed(self, ask: Ask, carried: str) -> Draft | None:
        press = buttons.read(carried)
        if press is None or press.action not in _PRESSES:
            return Draft(ask.say("question.stale"))
        if press.action == "faq":
            return faq.pressed(ask, press)
        if press.action == "leads":
            return lists.turn_page(ask, press)
        if press.action == "lead":
            return lists.lead(replace(ask.about(press.number(0)), command="lead"))
        if press.action == "lang":
            return language.pressed(ask, press)
        if press.action == "merge":
            return merging.preview(ask, press)
        if press.action == "merge_now":
            return merging.merge(ask, press)
        if press.action == "part":
            return merging.part(ask, press)
        if press.action == "remove":
            return day.remove(ask, press)
        if press.action == "take_back":
            return day.take_back(ask, press)
        if press.action == "campaign":
            return campaigning.pressed(ask, press)
        if press.action == "snooze":
            return Draft(_put_off(ask, press)(ask.language))
        if press.action == "bands":
            return calibration.choose(ask, press)
        if press.action == "model":
            return versions.choose(ask, press)
        if press.action == "undo":
            return outcomes.undo(ask, press)
        if press.action == "do" and len(press.args) > 1 and press.args[1] in _DEEDS:
            return self._chosen(ask, Press(press.args[1], press.args[:1]))
        if press.action in _CHOICES or press.action in _OF_A_LEAD:
            return self._chosen(ask, press)
        return self._on_card(ask, press)

    def _chosen(self, ask: Ask, press: Press) -> Draft | None:
        lead = ask.seen(press.number(0) or 0)
        if lead is None:
            return Draft(ask.say("question.stale"))
        if not ask.may_work_on(lead):
            ask.note("refused", lead.id)
            return Draft(ask.say("staff.not_yours"))
        lead = _meant(ask, press.action, lead)
        if press.action in _CHOICES:
            return _CHOICES[press.action](ask, lead, press)
        return _DEEDS[press.action](ask, lead)

    def _on_card(self, ask: Ask, press: Press) -> Draft | None:
        """What stands on the card is for the one who claimed it, or a manager."""
        alert = ask.work.alerts.get(press.number(0) or 0)
        if alert is None:
            return Draft(ask.say("question.stale"))
        copies.settle_stray(ask.work, ask.abilities, alert, ask.message, ask.now)
        if press.action == "claim":
            return outcomes.claim(ask, alert)
        lead = ask.work.leads.get(alert.lead_id)
        if lead is None or not (ask.member.manages or alert.claimed_by == ask.member.id):
            ask.note("refused", alert.lead_id)
            return Draft(ask.say("staff.not_yours"))
        if alert.state == CLOSED:
            return Draft(ask.say("alert.closed", lead=lead.id))
        return _DEEDS[press.action](ask, _meant(ask, press.action, lead))

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
        role = Role.MANAGER if name in (*_READ_ONLY, *_MANAGING) else Role.REP
        spoken = (prospect.language if prospect is not None else "") or self._first_language
        text = say("staff.refused", spoken, role=say(f"role.{role}", spoken))
        self._say(work, message, Draft(text), now)
        return True

    def _say(self, work: Work, message: IncomingMessage, draft: Draft, now: datetime) -> None:
        """Into the same chat, and there into the same topic."""
        if message.topic:
            opened = work.outbox.named(message.channel, message.chat_id, message.topic)
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


# What is done to one chat; all else is done to the customer, whichever of his chats it is.
_OF_A_CHAT = ("chat", "bot", "note", "temp", "called", "no_answer")


def _meant(ask: Ask, action: str, lead: Lead) -> Lead:
    return lead if action in _OF_A_CHAT else ties.head_of(ask.work, lead)


def _is_for_prospect(ask: Ask, name: str) -> bool:
    """Words that begin like a command ("Tìm được rồi chị ơi") and stand where a lead hears them.

    There a command has its slash; but a note must never reach the prospect by mistake.
    """
    typed = not ask.message.text.startswith("/")
    return bool(ask.context) and typed and name not in _NEVER_MEANT_FOR_PROSPECTS


_NEVER_MEANT_FOR_PROSPECTS = ("note", "bot")


def _answered_in(work: Work, member: Member, message: IncomingMessage) -> IncomingMessage:
    """A tap in the group is answered in the member's own chat: it concerns nobody else."""
    if not message.group or message.kind is not Kind.BUTTON:
        return message
    own = (one for one in audience.chats_of(work, member.id) if one.channel == message.channel)
    chat = next(own, None)
    if chat is None:
        return message
    return replace(message, chat_id=chat.chat_id, group=False, topic="")


def _language_in(work: Work, member: Member, place: IncomingMessage) -> str:
    """What is said in the group is said in the group's language, for all of it reads that."""
    return audience.group_language(work) if place.group else member.language


def _context(work: Work, message: IncomingMessage) -> int:
    """The lead in whose topic this was written, or whose card or line it answers."""
    for named in (message.reply_to, message.topic):
        said = work.outbox.named(message.channel, message.chat_id, named) if named else None
        if said is not None and said.lead_id is not None:
            return said.lead_id
    return 0


def _asked(ask: Ask) -> Draft | None:
    """The answer in words to what we asked a member last; None where we asked nothing."""
    place = (ask.message.channel, ask.message.chat_id)
    if ask.message.reply_to:
        said = ask.work.outbox.named(*place, ask.message.reply_to)
    elif not ask.message.group:
        said = ask.work.outbox.last_asked(*place, ask.now - _STILL_MEANT)
    else:
        said = None
    if said is None or said.asks is None or said.asks[0] not in _ANSWERS:
        return None
    what, lead_id = said.asks
    lead = ask.seen(lead_id)
    if lead is None or not ask.may_work_on(lead):
        return None
    words = " ".join(fold(ask.message.text).split())
    draft = _ANSWERS[what](replace(ask, said=ask.message.text, rest=words), lead)
    if draft is not None:
        ask.work.outbox.answered(said.id)
    elif ask.message.reply_to:
        # An answer to our question that we cannot read is no message to the prospect.
        draft = Draft(ask.say("staff.not_read"))
    return draft


def _put_off(ask: Ask, press: Press) -> Telling:
    span = press.args[1] if len(press.args) > 1 else ""
    number = press.number(0) or 0
    step = ask.work.follow_ups.get(number)
    if span == "done" and step is not None and step.staff_id == ask.member.id:
        key = f"reminder_done:{number}"
        ask.work.events.record(
            step.lead_id, "reminder_done", ask.now, key=key, staff_id=ask.member.id
        )
        ask.work.alerts.touched(step.lead_id, ask.now)
    return reminders.snooze(ask.work, ask.business, number, ask.member.id, span, ask.now)


def _sum_told(ask: Ask, lead: Lead) -> Draft | None:
    return outcomes.won(ask, lead) if outcomes.amount_in(ask) is not None else None


# What a question in words is answered by.
_ANSWERS: dict[str, Callable[[Ask, Lead], Draft | None]] = {
    "won": _sum_told,
    chatting.NOTE: chatting.note,
    day.NEXT: day.next_date,
    day.MEETING: day.meeting,
}
# An answer that comes later than this is an answer to something else.
_STILL_MEANT = timedelta(minutes=10)


def _typed_choice(work: Work, message: IncomingMessage) -> str:
    """What a bare number stands for on a channel without buttons; "" for other words."""
    if not (message.text.isascii() and message.text.isdigit()):
        return ""
    menu = work.outbox.last_menu(message.channel, message.chat_id)
    number = int(message.text[:4])
    return menu[number - 1] if 1 <= number <= len(menu) else ""


# Commands of prospects, too.
_ANYBODYS = ("help", "language")


def _asked_of_staff(message: IncomingMessage) -> str:
    """What only staff may do, by a command or by a button of a card that was once shown."""
    if message.kind is Kind.BUTTON:
        press = buttons.read(message.button)
        return press.action if press is not None and press.action in _PRESSES else ""
    command = _command(message.text) if message.kind is Kind.TEXT else None
    is_command = command is not None and message.text.startswith("/")
    return command.name if command and is_command and command.name not in _ANYBODYS else ""
