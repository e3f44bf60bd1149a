"""What a step of a sequence says: in the lead's language, for its temperature, with a way out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from handlers import buttons
from handlers.business import Business
from handlers.business_file.sequences import Sequence
from handlers.buttons import Press
from handlers.channel import Button, Enclosure, Style
from handlers.follow_up import links
from handlers.follow_up.sequences import definition
from handlers.posting import Draft
from handlers.prospect import promotion, replies
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.open_question import no_thanks
from handlers.prospect.replies import Voice
from scoring.lead import Lead, Need, Slot
from storage.conversations import MARKETING
from storage.follow_ups import FollowUp
from storage.leads import Prospect
from storage.store import Work


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a step, and in which voice it speaks to him."""

    business: Business
    voice: Voice
    lead: Lead
    name: str
    rep: str


def message(
    work: Work,
    business: Business,
    step: FollowUp,
    prospect: Prospect,
    lead: Lead,
    dialogue: Dialogue,
    now: datetime,
) -> tuple[Draft, Dialogue] | None:
    """The step in the lead's language and for its temperature; None where the step is gone."""
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    if enrolment is None:
        return None
    sequence = definition(enrolment)
    language = replies.language_of(prospect, business)
    rep = work.team.member(lead.rep_id) if lead.rep_id else None
    reader = Reader(
        business,
        Voice(business, language, dialogue.you),
        lead,
        lead.name or prospect.name,
        rep.name if rep is not None else business.company.name,
    )
    place = step.step - 1
    planned = sequence.steps[place]
    if planned.asks == MARKETING:
        promotion.note_asked(work, prospect, now)
    if planned.link is not None:
        own = links.tracked(work, planned.link, lead.id, enrolment.id, now)
        steps = (*sequence.steps[:place], planned.model_copy(update={"link": own}))
        sequence = sequence.model_copy(update={"steps": (*steps, *sequence.steps[place + 1 :])})
    return told(sequence, place, reader, dialogue)


def told(
    sequence: Sequence, place: int, reader: Reader, dialogue: Dialogue
) -> tuple[Draft, Dialogue]:
    """One step as it is read, with its buttons and the way out."""
    step, voice = sequence.steps[place], reader.voice
    text = _fill(step.text(reader.lead.temperature, voice.language), reader)
    rows = tuple(_choices(sequence, place, voice.language))
    question = reader.business.question(step.question) if step.question else None
    if question is not None and not replies.is_answered(reader.lead, question.id):
        dialogue = replace(dialogue, shown=0).asks(question.id)
        card = replies.question_card(question, dialogue, reader.business, voice)
        text, rows = f"{text}\n{card.text}", (*rows, *card.buttons)
    if step.asks == MARKETING:
        card = promotion.question(reader.business, voice)
        text, rows = f"{text}\n{card.text}", (*rows, *card.buttons)
    if step.invite is not None:
        rows = (*rows, (Button(step.invite.of(voice.language), buttons.data("human"), Style.GOOD),))
    # An address is no sentence: it is not polished.
    polished = voice.polish(text)
    text = "\n".join(filter(None, (polished, step.link)))
    if sequence.purpose == MARKETING:
        text = voice.say("sequence.advert", text=text)  # Decree 91/2020: labelled as what it is
    enclosed = (("photo", step.photo), ("document", step.file))
    encloses = tuple(Enclosure(kind, address) for kind, address in enclosed if address)
    draft = Draft(text, (*rows, no_thanks(voice)), encloses=encloses)
    return draft, dialogue


def _choices(sequence: Sequence, place: int, language: str) -> tuple[tuple[Button, ...], ...]:
    pressed = [
        Button(choice.label.of(language), buttons.data("say", sequence.id, place, number))
        for number, choice in enumerate(sequence.steps[place].choices)
    ]
    return replies.in_rows(pressed)


def _fill(text: str, reader: Reader) -> str:
    voice = reader.voice
    need = reader.lead.fact(Slot.NEED)
    said = need.value.text if need is not None and isinstance(need.value, Need) else ""
    nothing = voice.say("sequence.your_need")
    return voice.owners(text, name=reader.name, rep=reader.rep, need=said or nothing)


def choice_words(business: Business, press: Press | None, language: str) -> str:
    """What pressing a step's choice says; "" for another button, or a choice that is gone."""
    place, number = (press.number(1), press.number(2)) if press is not None else (None, None)
    if press is None or press.action != "say" or place is None or number is None:
        return ""
    steps = next((one.steps for one in _known(business) if one.id == press.args[0]), ())
    choices = steps[place].choices if place < len(steps) else ()
    return choices[number].words(language) if number < len(choices) else ""


def _known(business: Business) -> Iterator[Sequence]:
    """Every sequence that the file tells of, the campaigns' own too."""
    yield from business.sequences.running
    for campaign in business.campaigns:
        yield from business.mailing(campaign).sequences
