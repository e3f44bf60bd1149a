"""Words typed to what they say: commands, choices, facts, wishes and side questions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from handlers import buttons
from handlers.business import Business
from handlers.business_file.faq import FaqEntry
from handlers.business_file.questions import Option, Question
from handlers.buttons import Press
from handlers.channel import IncomingMessage
from handlers.faq.answers import answer_to
from handlers.follow_up.telling import choice_words
from handlers.prospect import behaviours, forms, satisfaction, several, time_wanted
from handlers.prospect.address import address_in
from handlers.prospect.dialogue import GREETING, SUMMARY, SURVEY, Dialogue, named
from handlers.prospect.hearing import hear_words, language_of, slots, surely_meant
from handlers.prospect.miswritten import bad_email_in, bad_phone_in, reaches
from handlers.prospect.need_named import need_named
from handlers.prospect.objecting import objects_to_score
from handlers.prospect.pressed import ACT_OF_BUTTON, TICK, chosen, pressed
from handlers.prospect.said import Act, Said
from handlers.prospect.spam import is_spam
from scoring.lead import Contact, Fact, FactValue, NeedStatus, Slot
from scoring.understanding.heard import Heard
from scoring.understanding.text import fold
from scoring.understanding.wishes.ways import asks_how, asks_whether

# What can be typed anywhere, folded; with the slash it is a command.
_WORDS = {
    Act.MENU: ("menu", "/menu"),
    Act.STOP: ("/stop", "/dung"),
    Act.PRIVACY: ("/privacy", "chinh sach", "xem chinh sach", "privacy", "policy"),
    Act.MY_DATA: ("/mydata", "du lieu cua toi", "my data"),
    Act.SCORE: ("cho cham diem lai", "cham diem lai", "score me again"),
    Act.DELETE: (
        *("/delete", "/xoa", "xoa", "xoa di", "xoa du lieu", "xoa du lieu cua toi"),
        *("delete", "delete my data"),
    ),
    Act.HUMAN: ("/human", "gap nhan vien", "gap nguoi that", "nguoi that", "human", "agent"),
    Act.SKIP: ("/skip", "bo qua", "skip", "qua cau khac", "cau khac", "next"),
    Act.BACK: ("/back", "quay lai", "tro lai", "back", "go back"),
    Act.CONTINUE: ("tiep tuc", "lam tiep", "tiep di", "tiep", "continue", "go on"),
    Act.RESTART: (
        *("bat dau lai", "lam lai", "lam lai tu dau", "tu dau", "hoi lai tu dau"),
        *("start over", "start again", "restart"),
    ),
    Act.AGREE: ("dong y", "dong y bat dau", "bat dau", "agree", "agree start", "start"),
    Act.VIETNAMESE: ("/lang vi", "tieng viet", "vietnamese"),
    Act.ENGLISH: ("/lang en", "tieng anh", "english"),
    Act.LANGUAGE: ("/lang",),
}
_ACT_OF_WORDS = {words: act for act, spellings in _WORDS.items() for words in spellings}
_ACT_OF_INTENT = {
    "affirm": Act.AFFIRM,
    "deny": Act.DENY,
    "opt_out": Act.STOP,
    "opt_in": Act.OPT_IN,
    "delete_data": Act.DELETE,
    "human_request": Act.HUMAN,
    "bot_challenge": Act.CHALLENGE,
    "abuse": Act.ABUSE,
    "not_interested": Act.NOT_INTERESTED,
    "complaint": Act.COMPLAINT,
    "greeting": Act.HELLO,
    "thanks": Act.THANKS,
    "goodbye": Act.GOODBYE,
    "correction": Act.CORRECTION,
    "postpone": Act.POSTPONE,
    "price_request": Act.PRICE,
    "objection_price": Act.TOO_DEAR,
    "discount_request": Act.DISCOUNT,
}
_FINAL = frozenset({Act.STOP, Act.DELETE})
# What no polite "ok em" and no yes in passing stands for: a law asks for a clear act.
_CLEARLY = frozenset({Act.ERASE, Act.PROMOTION_YES})
_CLEAR_YES = re.compile(r"\b(co|dong y|gui|nhan|muon|xoa|duoc|yes|sure|please|agree|delete)\b")
# The machine guesses an intent for any words; one that it hardly believes asks nothing of us.
LEAST_SURE = 0.5
_OTHER_NAVIGATION = " ‹›.!?,…👉"
# "I don't know", in a message that says little else.
_DONT_KNOW = re.compile(
    r"\b(chua|khong|ko|k|hong|hok) (biet|ro|chac|nghi ra|nghi toi)\b"
    r"|\b(don ?'?t|do not) know\b|\bno idea\b|\bnot sure\b|\bidk\b"
)
# "cái số 2 nhé", "chọn 2", "cái đầu tiên", "the second one": a choice by its place on the card.
_NUMBERED = re.compile(
    r"(?:(?:cho |lay |chon |em |anh |chi |minh )*)"
    r"(?:(?:cai |y |muc |lua chon |phuong an |option |choice |number |no )?(?:so |thu )?([1-9])"
    r"|(?:so|(?:cai|y|muc|lua chon|phuong an)(?: so| thu)) (mot|nhat|hai|ba|bon|tu|nam|sau)"
    r"|(?:cai |y |the )?(dau tien|dau|first|second|third)(?: one)?)"
    r"(?: nhe| nha| a| di| em| ban| please)*"
)
_ORDINALS = {
    **{"mot": 1, "nhat": 1, "dau": 1, "dau tien": 1, "first": 1, "hai": 2, "second": 2},
    **{"ba": 3, "third": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6},
}
_LITTLE = 5  # words
_FLUENT = 3  # words: fewer are the same in many languages
# Choices of a question have spellings of their own, and count as words.
_OF_A_QUESTION = ("q", TICK)
# Words about these are no answer to "what do you need?", whatever else they are.
_NOT_A_NEED = frozenset(
    {Act.COMPLAINT, Act.ABUSE, Act.NOT_INTERESTED, Act.PRICE, Act.TOO_DEAR, Act.DISCOUNT}
    | {Act.CHALLENGE, Act.DENY, Act.HUMAN, Act.POSTPONE, Act.DONT_KNOW}
)


def words_typed(
    message: IncomingMessage,
    message_id: int,
    dialogue: Dialogue,
    business: Business,
    language: str,
    now: datetime,
) -> Said:
    words = fold(message.text).strip(_OTHER_NAVIGATION)
    question = business.question(dialogue.question) if dialogue.question else None
    if question is not None and question.form == "multi":
        options = several.named(words, question)
        if options:
            return _several(options, question, message_id, language, now)
    typed = _typed_choice(words, dialogue)
    spelled = buttons.read(dialogue.labels.get(named(message.text), ""))
    means = choice_words(business, typed or spelled, language)
    if means:  # a choice under a follow-up says something of its own
        message, words = replace(message, text=means), fold(means)
    elif typed is not None:
        said = pressed(typed, message, message_id, business, language, now)
        return replace(said, by="number")
    elif spelled is not None and spelled.action not in _OF_A_QUESTION:
        return pressed(spelled, message, message_id, business, language, now)
    if is_spam(message.text):
        return Said(message_id, frozenset({Act.SPAM}), behaviours=("spam",))
    act = _ACT_OF_WORDS.get(words)
    if act is not None:
        return Said(message_id, frozenset({_meant(act, dialogue)}))
    if dialogue.open == SURVEY and dialogue.survey < 0 and time_wanted.rather_not(words):
        return Said(message_id, frozenset({Act.LATER}))  # typed instead of tapped
    option = _spelled_option(words, dialogue, business)
    if option is not None and dialogue.question is not None:
        return chosen(option, dialogue.question, message_id, business, language, now)
    understood = _understood(message, words, message_id, dialogue, business, now)
    if objects_to_score(message.text):
        return _objecting(understood)
    if satisfaction.is_comment(understood, dialogue):
        return Said(message_id, frozenset({Act.COMMENT}))
    return time_wanted.answering(understood, message.text, dialogue, business, now)


def _objecting(said: Said) -> Said:
    """The objection, and how to reach whoever wants a call all the same; it is no need."""
    acts = said.acts & {*_FINAL, Act.HUMAN} | {Act.NO_SCORE}
    facts = tuple(one for one in said.facts if one.slot is Slot.CONTACT)
    return replace(said, acts=acts, facts=facts)


def _several(
    options: tuple[Option, ...], question: Question, message_id: int, language: str, now: datetime
) -> Said:
    fact = Fact(question.id, several.together(options, language), message_id, now)
    return Said(message_id, facts=(fact,), slot=question.id, behaviours=("reply",))


def _meant(act: Act, dialogue: Dialogue) -> Act:
    """A yes to our last message presses its yes, whatever that is; "đồng ý" is such a yes."""
    press = buttons.read(dialogue.yes)
    if act not in (Act.AGREE, Act.AFFIRM) or press is None:
        return act
    return ACT_OF_BUTTON.get(press.action, act)


def _typed_choice(words: str, dialogue: Dialogue) -> Press | None:
    """A number typed instead of pressing the button it stands for: "2", "cái số 2", "số hai"."""
    found = _NUMBERED.fullmatch(words)
    said = words if found is None else found[1] or found[2] or found[3]
    place = _ORDINALS.get(said) or (int(said[:4]) if said.isascii() and said.isdigit() else 0)
    return buttons.read(dialogue.menu[place - 1]) if 1 <= place <= len(dialogue.menu) else None


def _spelled_option(words: str, dialogue: Dialogue, business: Business) -> Option | None:
    slot = dialogue.question
    question = business.question(slot) if slot is not None else None
    shown = [_shown_option(one, slot, business) for one in dialogue.menu]
    for option in (*(question.options if question else ()), *shown):
        if option is not None and words in map(_folded, option.spellings):
            return option
    return None


# The owner's own words, few, and every message is held against them.
_folded = lru_cache(maxsize=512)(fold)


def _shown_option(carried: str, slot: Slot | None, business: Business) -> Option | None:
    """The choice behind a button of the card on top, which an older version may have made."""
    press = buttons.read(carried)
    if slot is None or press is None or press.action != "q" or press.args[:1] != (slot.value,):
        return None
    return business.option(slot, press.args[-1])


def _understood(
    message: IncomingMessage,
    words: str,
    message_id: int,
    dialogue: Dialogue,
    business: Business,
    now: datetime,
) -> Said:
    heard = _heard(message.text, dialogue, business, now)
    heard = surely_meant(heard)
    faq = answer_to(message.text, business.faq)
    acts = _acts(heard)
    if acts & _FINAL:
        # Whoever wants to go is not questioned for what else he may have said.
        return Said(message_id, acts & _FINAL)
    is_marked = message.text.rstrip().endswith("?") or heard.has("question")
    asks = is_marked or asks_how(words) or asks_whether(words)
    if faq is not None:
        # "Your refund policy?" is a question: no anger, and no farewell where it asks.
        acts -= {Act.COMPLAINT} | ({Act.NOT_INTERESTED} if asks else set())
    values = slots(heard)
    own = need_named(message.text, dialogue, business) if Slot.NEED not in values else None
    if own is not None and faq is None:
        values[Slot.NEED] = own
    if dialogue.question is Slot.AUTHORITY and heard.authority and "gap" not in words.split():
        acts -= {Act.HUMAN}  # asked who decides, "sếp em" is the answer and no complaint to him
    if heard.contact is not None and not reaches(heard.contact):
        values.pop(Slot.CONTACT)
    passes = _passes(words, dialogue)
    if _is_no_need(heard, acts | ({Act.DONT_KNOW} if passes else set()), faq, business, now):
        values.pop(Slot.NEED)
    elif Act.COMPLAINT in acts and _is_in_need(heard, "complaint"):
        acts -= {Act.COMPLAINT}  # "xe cho 2 nguoi" wants a car, and complains of none
    if faq is not None:
        values = {slot: one for slot, one in values.items() if not _is_asked(one, faq)}
    question = business.question(dialogue.question) if dialogue.question else None
    if question is not None:
        # "Once the house stands" puts nothing off: it says when.
        told = {Act.POSTPONE} if Slot.NEED in values and question.form == "text" else set()
        is_aside = faq is not None or passes or bool(acts - told - {Act.AFFIRM, Act.HELLO})
        again = dialogue.misses > 0
        values = forms.answered(
            question, heard, values, business, now, is_aside=is_aside, asked_again=again
        )
        if question.id in values:
            acts -= told
    if passes and dialogue.question not in values:
        acts |= {Act.DONT_KNOW}
    facts = tuple(Fact(slot, value, message_id, now) for slot, value in values.items())
    if faq is None and behaviours.asks_how_to_meet(heard, words):
        acts |= {Act.HOW_TO_MEET}
    return Said(
        message_id,
        _with_yes_and_no(acts, words, dialogue, told=bool(facts)),
        facts,
        behaviours=behaviours.shown(heard, words, is_answered=asks and faq is not None),
        faq=faq,
        language=_language_heard(heard, acts, message),
        address=_address(heard, message.text),
        name=heard.contact.name or "" if heard.contact else "",
        fluent=heard.lang in ("vi", "en") and len(words.split()) >= _FLUENT,
        asks=asks,
        bad_phone=bad_phone_in(message.text, dialogue, heard),
        bad_email=bad_email_in(message.text, dialogue, heard),
    )


def _is_in_need(heard: Heard, intent: str) -> bool:
    """Whether an intent was heard in the very words that state a need."""
    if heard.need is None or heard.need.status is not NeedStatus.STATED:
        return False
    start, end = heard.need.span
    spans = [one.span for one in heard.intents if one.name == intent]
    return any(start < last and first < end for first, last in spans)


def _is_asked(value: FactValue, faq: FaqEntry) -> bool:
    """Whether the words of a value are the question's own: "cancel anytime?" is no date."""
    words = set() if isinstance(value, Contact) else set(fold(value.text).split())
    return bool(words) and any(words <= set(fold(phrase).split()) for phrase in faq.ask)


def _passes(words: str, dialogue: Dialogue) -> bool:
    """Hardly more than "I don't know", while something is asked."""
    is_short = len(words.split()) <= _LITTLE
    return dialogue.question is not None and is_short and bool(_DONT_KNOW.search(words))


def _heard(text: str, dialogue: Dialogue, business: Business, now: datetime) -> Heard:
    """The message as an answer to what is open: a question, a yes or no, or both."""
    wants_a_yes = bool(dialogue.yes or dialogue.unsure) or dialogue.open in (GREETING, SUMMARY)
    if dialogue.question is not None:
        heard = hear_words(text, dialogue.question.value, business, now)
        if slots(heard) or not wants_a_yes:
            return heard
    return hear_words(text, "confirm" if wants_a_yes else None, business, now)


def _acts(heard: Heard) -> frozenset[Act]:
    return frozenset(
        _ACT_OF_INTENT[one.name]
        for one in heard.intents
        if one.name in _ACT_OF_INTENT and one.confidence >= LEAST_SURE
    )


def _with_yes_and_no(
    acts: frozenset[Act], words: str, dialogue: Dialogue, *, told: bool
) -> frozenset[Act]:
    """A typed yes or no does what the button of our last message would have done."""
    if Act.AFFIRM in acts:
        pressed = _meant(Act.AFFIRM, dialogue)
        is_clear = bool(_CLEAR_YES.search(words)) and not (told or Act.THANKS in acts)
        if pressed not in _CLEARLY or is_clear:
            acts = acts - {Act.AFFIRM} | {pressed}
    asked = _meant(Act.AFFIRM, dialogue)
    if asked is Act.PROMOTION_YES and acts & {Act.DENY, Act.NOT_INTERESTED}:
        return acts - {Act.DENY, Act.NOT_INTERESTED} | {Act.PROMOTION_NO}
    if Act.DENY in acts and not told:
        if asked is Act.ERASE:
            acts |= {Act.KEEP}
        elif dialogue.open == GREETING:
            acts |= {Act.NOT_INTERESTED}
    return acts


def _is_no_need(
    heard: Heard,
    acts: frozenset[Act],
    faq: FaqEntry | None,
    business: Business,
    now: datetime,
) -> bool:
    """Any words are a need where one was asked for, unless they surely say something else."""
    if heard.need is None or heard.need.status is NeedStatus.NONE:
        return False
    about_else = acts & _NOT_A_NEED or faq or (heard.contact is not None and heard.contact.name)
    return bool(about_else) and hear_words(heard.text, None, business, now).need is None


def _language_heard(heard: Heard, acts: frozenset[Act], message: IncomingMessage) -> str:
    """The language of the words; of a bare "hi", which is said everywhere, the platform's hint."""
    if acts == {Act.HELLO} and message.sender_language:
        return language_of(message)
    return heard.lang if heard.lang in ("vi", "en") else ""


def _address(heard: Heard, text: str) -> str:
    """The customer's own word for himself; never guessed from a name."""
    if heard.contact is not None and heard.contact.honorific in ("anh", "chị"):
        return heard.contact.honorific
    return address_in(text)
