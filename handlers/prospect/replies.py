"""What to say next: ask only what is missing, one question a turn, then sum up."""

from __future__ import annotations

from handlers import buttons, wording
from handlers.business import Business
from handlers.business_file.offers import Offer
from handlers.business_file.questions import Question
from handlers.channel import Button, Style
from handlers.posting import Draft, Rows
from handlers.prospect.answers_given import applies
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.manners import manner, polish
from handlers.prospect.pressed import TICK
from handlers.texts import say_in
from scoring.lead import (
    BANT,
    Authority,
    Budget,
    BudgetStatus,
    BuyingRole,
    Contact,
    Fact,
    Lead,
    Need,
    NeedStatus,
    Slot,
    Timing,
    TimingStatus,
)
from scoring.understanding.text import fold
from storage.leads import Prospect

# Need before timing before budget before authority, the phone last (docs/conversation.md).
ORDER = (Slot.NEED, Slot.TIMING, Slot.BUDGET, Slot.AUTHORITY, Slot.CONTACT)
# Below this the bot asks again; below `SURE` it repeats the value.
HEARD_FROM = 0.5
SURE = 0.8


class Voice:
    """Sentences of the catalogue and the owner's, in one language to one customer."""

    def __init__(self, business: Business, language: str, address: str) -> None:
        self.language = language
        self._business = business
        self.manner = manner(business.tone, address, language)
        lowest, highest = business.offer_range
        self._values = {
            **self.manner.slots,
            "customer": self.manner.slots["you"],
            "Customer": self.manner.slots["You"],
            "company": business.company.name,
            "phone": business.company.phone,
            "price_from": wording.money(lowest, language),
            "price_to": wording.money(highest, language),
            "price_per": business.offers[0].price.unit(language),
        }

    def say(self, key: str, **values: object) -> str:
        return say_in(key, self.language, self.manner.region, {**self._values, **values})

    def polish(self, text: str) -> str:
        """A whole message in this company's manner."""
        return polish(text, self.language, self.manner)

    def owners(self, sentence: str, **values: str) -> str:
        """A sentence from the business file, its slots filled."""
        return sentence.format_map({**self._values, **values})


def language_of(prospect: Prospect, business: Business) -> str:
    """The prospect's language where the company speaks it, else the company's first."""
    known = prospect.language in business.languages
    return prospect.language if known else business.languages[0]


def is_answered(lead: Lead, slot: Slot) -> bool:
    fact = lead.fact(slot)
    if fact is None or fact.confidence < HEARD_FROM:
        return False
    if isinstance(fact.value, Contact):
        reaches = fact.value.phones or fact.value.emails or fact.value.handles
        return bool(reaches or fact.value.refused)
    return not (isinstance(fact.value, Need) and fact.value.status is NeedStatus.VAGUE)


def next_slot(lead: Lead, dialogue: Dialogue, business: Business) -> Slot | None:
    """The first thing we do not know yet and may ask."""
    for slot in ORDER:
        question = business.question(slot)
        if question is None or slot.value in dialogue.skipped:
            continue
        if not applies(question, lead, business):
            continue
        known = is_answered(lead, slot) or _is_only_curious(lead, slot, dialogue)
        if not known or slot.value in dialogue.anew:
            return slot
    return None


def _is_only_curious(lead: Lead, slot: Slot, dialogue: Dialogue) -> bool:
    """Asked what he needs, somebody said "just looking": to ask again would be to press him."""
    return slot is Slot.NEED and lead.fact(slot) is not None and slot.value in dialogue.asked


def greeting(business: Business, voice: Voice) -> Draft:
    """Disclose, promise the length, state purpose and erasure, offer a way to a human."""
    count = sum(1 for question in business.questions if question.id in BANT)
    text = "\n".join(
        (
            voice.say("greeting.hello"),
            voice.say("greeting.offer", count=count),
            voice.owners(business.consent.text.of(voice.language)),
        )
    )
    rows = (
        (Button(voice.say("greeting.agree"), buttons.data("agree"), Style.GOOD),),
        (
            Button(voice.say("greeting.policy"), buttons.data("privacy")),
            Button(voice.say("greeting.human"), buttons.data("human")),
        ),
    )
    return Draft(text, rows)


def menu(business: Business, voice: Voice) -> Draft:
    """What one can do once everything was asked."""
    ways = (("review", "review"), ("human", "human"), ("my_data", "mydata"), ("policy", "privacy"))
    pressed = [Button(voice.say(f"ways.{key}"), buttons.data(action)) for key, action in ways]
    if len(business.languages) > 1:
        pressed.append(Button(voice.say("ways.language"), buttons.data("speak")))
    return Draft(voice.say("ways.what"), in_rows(pressed))


def introduction(lead: Lead, business: Business, voice: Voice) -> str:
    """The greeting of somebody who came straight to the point."""
    hello, consent = voice.say("greeting.hello"), business.consent.text.of(voice.language)
    open_slots = [slot for slot in BANT if business.question(slot) and not is_answered(lead, slot)]
    length = (voice.say("greeting.length", count=len(open_slots)),) if open_slots else ()
    return " ".join((hello, *length, voice.owners(consent)))


def question_card(
    question: Question, dialogue: Dialogue, business: Business, voice: Voice
) -> Draft:
    """One question with its options, its progress, and the ways around it."""
    text = voice.owners(question.worded(dialogue.variant).of(voice.language))
    if question.id is Slot.CONTACT:
        around = _around(question, dialogue, voice)
        asks_phone = question.form == "phone"
        return Draft(text, around, ask_contact=voice.say("card.send_contact") if asks_phone else "")
    text = f"{_progress(question.id, business, voice)} {text}"
    if question.form == "multi":
        text = f"{text}\n{voice.say('card.several')}"
        options = _to_tick(question, dialogue, voice)
    else:
        options = _options(question, voice)
    if question.options and dialogue.is_fresh and question.form != "multi":
        text = f"{text}\n{voice.say('card.free')}"
    # Where a number is asked for, a typed 2 is the answer and presses nothing.
    numbered = question.form != "number" or bool(question.options)
    return Draft(text, (*options, *_around(question, dialogue, voice)), numbered=numbered)


def _progress(slot: Slot, business: Business, voice: Voice) -> str:
    asked = [one.id for one in business.questions if one.id in BANT]
    place = asked.index(slot) + 1
    dots = "●" * place + "○" * (len(asked) - place)
    return voice.say("card.progress", dots=dots, place=place, count=len(asked))


def _options(question: Question, voice: Voice) -> Rows:
    """Two short labels share a line; a long one has its own."""
    pressed = [
        Button(option.label.of(voice.language), buttons.data("q", question.id.value, option.key))
        for option in question.options
    ]
    return in_rows(pressed)


def _to_tick(question: Question, dialogue: Dialogue, voice: Voice) -> Rows:
    """Options to tick, several of them; once one is ticked one may say that is all."""
    pressed = [
        Button(
            ("✓ " if option.key in dialogue.ticked else "") + option.label.of(voice.language),
            buttons.data(TICK, question.id.value, option.key),
        )
        for option in question.options
    ]
    done = Button(voice.say("card.done"), buttons.data(TICK, question.id.value), Style.GOOD)
    return (*in_rows(pressed), (done,)) if dialogue.ticked else in_rows(pressed)


def in_rows(pressed: list[Button], widest: int = 28) -> Rows:
    rows: list[tuple[Button, ...]] = []
    for button in pressed:
        last = rows[-1] if rows else ()
        if len(last) == 1 and len(last[0].label) + len(button.label) <= widest:
            rows[-1] = (*last, button)
        else:
            rows.append((button,))
    return tuple(rows)


def _around(question: Question, dialogue: Dialogue, voice: Voice) -> Rows:
    """Back, where there is a question before; past it, where the owner allows; to a person."""
    ways = []
    if dialogue.came_before(question.id):
        ways.append(Button(voice.say("card.back"), buttons.data("back")))
    if question.skip:
        ways.append(Button(voice.say("card.skip"), buttons.data("skip")))
    human = to_a_person(voice)
    return (tuple(ways), (human,)) if len(ways) > 1 else ((*ways, human),)


def noted(
    facts: tuple[Fact, ...], known: Lead, voice: Voice, *, before_summary: bool = False
) -> str:
    """What we understood, said back: a doubtful value asks to be put right.

    The summary says it all by itself; before it only changes and doubts are worth a line.
    """
    told = [fact for fact in facts if fact.confidence >= HEARD_FROM]
    values = [fact for fact in told if not tells_nothing(fact)]
    if not values:
        return _never_mind(told, voice)
    words = " · ".join(wording.fact(one.value, voice.language) for one in values)
    if any(fact.confidence < SURE for fact in values):
        return voice.say("noted.unsure", facts=words)
    is_change = any(changes(known, fact, voice.language) for fact in values)
    if is_change:
        return voice.say("noted.changed", facts=words)
    return "" if before_summary else voice.say("noted.one", facts=words)


def changes(known: Lead, fact: Fact, language: str) -> bool:
    """Whether this puts another value in the place of one that was said before."""
    before = known.fact(fact.slot)
    if before is None or tells_nothing(before):
        return False
    return wording.fact(before.value, language) != wording.fact(fact.value, language)


def is_vague(fact: Fact) -> bool:
    return isinstance(fact.value, Need) and fact.value.status is NeedStatus.VAGUE


def tells_nothing(fact: Fact) -> bool:
    """There is nothing yet, or nothing to be said: no reason to read it back."""
    match fact.value:
        case Need():
            return fact.value.status is not NeedStatus.STATED
        case Budget():
            return fact.value.status is not BudgetStatus.KNOWN
        case Timing():
            return fact.value.status is not TimingStatus.KNOWN
        case Authority():
            return fact.value.role is BuyingRole.UNKNOWN
        case Contact():
            return not (fact.value.phones or fact.value.emails or fact.value.handles)


def _never_mind(told: list[Fact], voice: Voice) -> str:
    if any(isinstance(fact.value, Contact) for fact in told):
        return voice.say("noted.no_number")
    return voice.say("aside.never_mind") if told else ""


def offer_for(lead: Lead, business: Business) -> Offer | None:
    """The offer whose name the customer's need says; None where it names none, or several."""
    fact = lead.fact(Slot.NEED)
    value = fact.value if fact is not None else None
    if not isinstance(value, Need):
        return None
    said = fold(value.text)
    named = [
        offer for offer in business.offers if any(fold(name) in said for name in offer.name.spoken)
    ]
    return named[0] if len(named) == 1 else None


def price_of(offer: Offer | None, business: Business, voice: Voice) -> str:
    """What the offer costs; without one, from the cheapest to the dearest."""
    if offer is None:
        return voice.say("question.price")
    name, unit = offer.name.of(voice.language), offer.price.unit(voice.language)
    return voice.say(
        "given.price",
        offer=name if voice.language == "en" else wording.inside(name),
        low=wording.money(offer.price.lowest, voice.language),
        high=wording.money(offer.price.highest, voice.language),
        per=voice.say("given.per", per=unit) if unit else "",
    )


def to_a_person(voice: Voice) -> Button:
    """The way out that stands on every card."""
    return Button(voice.say("card.human"), buttons.data("human"))


def summary(lead: Lead, business: Business, voice: Voice, *, ask_consent: bool) -> Draft:
    """All we know on one card; every line can be put right."""
    lines = [voice.say("summary.title")]
    edits: list[Button] = []
    for slot in ORDER:
        if business.question(slot) is None:
            continue
        name = voice.say(f"summary.{slot}")
        lines.append(line(lead, slot, voice))
        edits.append(Button(voice.say("summary.edit", name=name), buttons.data("edit", slot.value)))
    if ask_consent:
        lines.append(voice.say("summary.consent"))
        yes = Button(voice.say("summary.consent_yes"), buttons.data("agree"), Style.GOOD)
    else:
        yes = Button(voice.say("summary.right"), buttons.data("right"), Style.GOOD)
    return Draft("\n".join(lines), ((yes,), *in_rows(edits, widest=40), (to_a_person(voice),)))


def line(lead: Lead, slot: Slot, voice: Voice) -> str:
    """One line of a summary: what it is, and what we know of it."""
    name = voice.say(f"summary.{slot}")
    return voice.say("summary.line", name=name, value=_value(lead, slot, voice))


def _value(lead: Lead, slot: Slot, voice: Voice) -> str:
    fact = lead.fact(slot)
    if fact is None or fact.confidence < HEARD_FROM:
        return voice.say("summary.unknown")
    return wording.fact(fact.value, voice.language)


def what_we_know(lead: Lead, name: str, agreed: bool, voice: Voice) -> str:
    """The answer to /mydata."""
    lines = [voice.say("rights.mine")]
    if name:
        lines.append(voice.say("rights.mine_name", name=name))
    lines += [line(lead, slot, voice) for slot in ORDER]
    given = voice.say("yes.true" if agreed else "yes.false")
    lines.append(voice.say("rights.mine_consent", given=given))
    return "\n".join(lines)
