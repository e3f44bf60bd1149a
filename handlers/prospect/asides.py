"""What is said before the next question: answers, thanks, misses, and when a person comes."""

from __future__ import annotations

from dataclasses import replace

from handlers import hours, wording
from handlers.business_file.faq import FaqEntry
from handlers.prospect import call_told, resume
from handlers.prospect.dialogue import GREETING, PAUSED
from handlers.prospect.rights import opt_in
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn
from scoring.lead import Contact, Slot

# So many answers in a row that we did not understand offer a person, or fetch one.
MISSES_TO_OFFER, MISSES_TO_FETCH = 2, 3
# What is answered with one sentence, in the order in which it is said.
_ANSWERS = (
    (Act.STALE, "question.stale"),
    (Act.NOT_OWN_CARD, "question.own_card"),
    (Act.CHALLENGE, "question.challenge"),
    (Act.KEEP, "rights.kept"),
    (Act.OPT_IN, "rights.opted_in"),
    (Act.DONT_KNOW, "aside.never_mind"),
    (Act.HOW_TO_MEET, "booking.how"),
    (Act.RESTART, "resume.begins"),
)
# Small talk is answered where the message says nothing else; some of it ends the talk for now.
_SMALL_TALK = (
    (Act.GOODBYE, "aside.goodbye"),
    (Act.THANKS, "aside.welcome"),
    (Act.POSTPONE, "aside.take_your_time"),
    (Act.HELLO, "aside.here"),
    (Act.AFFIRM, "aside.choose"),
    (Act.DENY, "aside.choose"),
)
_PAUSES = frozenset({Act.GOODBYE, Act.POSTPONE})
_NO_QUESTION = _PAUSES | {Act.THANKS}


def answer(turn: Turn) -> None:
    """Everything that wants an answer beside the question that is open."""
    acts = turn.acts
    if Act.START in acts and turn.dialogue.open:
        turn.says("resume.hello" if resume.is_due(turn) else "greeting.again")
    if acts & {Act.ENGLISH, Act.VIETNAMESE, Act.LANGUAGE}:
        turn.says("rights.language")
    for act, key in _ANSWERS:
        if act in acts:
            turn.says(key)
    if Act.OPT_IN in acts:
        opt_in(turn)
    _answer_questions(turn)
    _answer_small_talk(turn)
    _answer_what_was_not_understood(turn)
    if Act.COMPLAINT in acts:
        turn.says("human.sorry")
        turn.may_ask = False
    call_told.settle(turn)
    if turn.wants_a_person or Act.COMPLAINT in acts:
        promise_a_person(turn)


def _answer_questions(turn: Turn) -> None:
    entries = dict.fromkeys(said.faq for said in turn.said if said.faq is not None)
    for entry in entries:
        if entry.ask[0] in turn.dialogue.told and _tells_price(turn, entry):
            turn.says("question.price_again")
            continue
        turn.lines.append(turn.voice.owners(entry.answer.of(turn.language)))
        turn.dialogue = turn.dialogue.tells(entry.ask[0])
    if entries or any(fact.slot is Slot.BUDGET for fact in turn.facts):
        return
    if Act.DISCOUNT in turn.acts:
        turn.says("question.discount")
    elif Act.TOO_DEAR in turn.acts:
        turn.says("question.too_dear")
    elif Act.PRICE in turn.acts:
        _say_price(turn)


def _say_price(turn: Turn) -> None:
    if knows_price(turn):
        turn.says("question.price_again")
        return
    turn.says("question.price")
    turn.dialogue = turn.dialogue.tells("given.price")


def knows_price(turn: Turn) -> bool:
    """Whether this customer was told what it costs, by us or by the owner's FAQ."""
    told = turn.dialogue.told
    return "given.price" in told or any(
        entry.ask[0] in told and _tells_price(turn, entry) for entry in turn.business.faq
    )


def _tells_price(turn: Turn, entry: FaqEntry) -> bool:
    return "{price_from}" in entry.answer.of(turn.language)


def _answer_small_talk(turn: Turn) -> None:
    if turn.lines or turn.tells or turn.wants_a_person or Act.START in turn.acts:
        return
    if turn.dialogue.unsure and turn.acts & {Act.AFFIRM, Act.DENY}:
        return  # a yes or a no to what we repeated
    if turn.dialogue.is_over and turn.acts & {Act.AFFIRM, Act.DENY}:
        return  # a yes or a no to the summary
    for act, key in _SMALL_TALK:
        if act in turn.acts:
            turn.says(key)
            turn.may_ask = turn.may_ask and act not in _NO_QUESTION
            if act in _PAUSES and not turn.dialogue.is_over:
                turn.dialogue = replace(turn.dialogue, open=PAUSED)
            return


# --- what was not understood ----------------------------------------------------------------


def is_miss(turn: Turn) -> bool:
    """Words, or a picture, came and told us nothing."""
    if turn.acts == {Act.WORDLESS}:
        return turn.dialogue.open != ""
    if turn.wants_a_person:
        return False
    return turn.dialogue.open not in ("", GREETING) and not any(
        said.acts or said.facts or said.faq or said.bad_phone or said.bad_email
        for said in turn.said
    )


def fetches_a_person(turn: Turn) -> bool:
    """Too many misses in a row, this one counted."""
    return is_miss(turn) and turn.dialogue.misses + 1 >= MISSES_TO_FETCH


def _answer_what_was_not_understood(turn: Turn) -> None:
    bad_phone = next((said.bad_phone for said in turn.said if said.bad_phone), "")
    bad_email = next((said.bad_email for said in turn.said if said.bad_email), "")
    if bad_phone:
        turn.says("question.phone_wrong", phone=bad_phone)
    elif bad_email:
        turn.says("question.email_wrong", email=bad_email)
    elif is_miss(turn):
        _answer_miss(turn)
    else:
        turn.dialogue = replace(turn.dialogue, misses=0)


def _answer_miss(turn: Turn) -> None:
    fetched = fetches_a_person(turn)
    misses = turn.dialogue.misses + 1
    turn.dialogue = replace(turn.dialogue, misses=misses)
    if fetched:
        turn.may_ask = False
        # A person was fetched; another sticker needs no other answer until he is here.
        if misses == MISSES_TO_FETCH or Act.WORDLESS not in turn.acts:
            promise_a_person(turn)
    elif misses >= MISSES_TO_OFFER:
        turn.says("question.miss_again")
    elif Act.WORDLESS in turn.acts:
        turn.says("question.wordless")
    else:
        asks = any(said.asks for said in turn.said)
        turn.says(_without_an_answer(turn) if asks else _what_is_wanted(turn))


def _without_an_answer(turn: Turn) -> str:
    """Once all is summed up no card with a way to a person stands below: the words name one."""
    if not turn.dialogue.is_over:
        return "question.cannot_answer"
    is_awaited = turn.work.alerts.open_of(turn.lead.id) is not None
    return "question.answered_by_a_person" if is_awaited else "question.ask_for_a_person"


def _what_is_wanted(turn: Turn) -> str:
    """A question without choices says by an example what answers it."""
    slot = turn.dialogue.question
    question = turn.business.question(slot) if slot is not None else None
    if question is not None and question.form in _EXAMPLES and not question.options:
        return f"question.wanted_{question.form}"
    return "question.miss"


_EXAMPLES = frozenset({"number", "email", "date", "money"})


# --- when a person comes --------------------------------------------------------------------


def promise_a_person(turn: Turn) -> None:
    """Say when somebody answers; nothing where nobody was woken, for that would be no promise."""
    alert = turn.work.alerts.open_of(turn.lead.id)
    if alert is None or turn.promised:
        return
    turn.promised = True
    owner = turn.work.team.member(alert.claimed_by) if alert.claimed_by else None
    if owner is not None:
        turn.says("human.taken", name=owner.name)
    elif hours.is_open(turn.business, turn.now):
        turn.says("human.soon")
    else:
        turn.says("human.later", time=_opening(turn))


def what_comes_next(turn: Turn) -> str:
    """The end of the summary: when somebody calls, as far as that is sure."""
    fact = turn.lead.fact(Slot.CONTACT)
    value = fact.value if fact is not None else None
    if not isinstance(value, Contact) or not (value.phones or value.emails or value.handles):
        return turn.voice.say("summary.here")
    if turn.work.alerts.open_of(turn.lead.id) is None:
        return turn.voice.say("summary.passed_on")
    if turn.promised:
        return ""
    if hours.is_open(turn.business, turn.now):
        return turn.voice.say("summary.soon")
    return turn.voice.say("summary.later", time=_opening(turn))


def _opening(turn: Turn) -> str:
    opening = hours.next_opening(turn.business, turn.now)
    return wording.moment(opening, turn.now, hours.zone_of(turn.business), turn.language)
