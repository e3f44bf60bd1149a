"""The requirement survey: a second flow after the first, asked only of whoever wants it."""

from __future__ import annotations

from dataclasses import replace

from handlers import buttons
from handlers.business import Business
from handlers.business_file.survey import SurveyQuestion
from handlers.channel import Button, Style
from handlers.posting import Draft
from handlers.prospect.dialogue import SUMMARY, SURVEY
from handlers.prospect.replies import Voice, in_rows, to_a_person
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn
from scoring.understanding.gibberish import says_nothing
from scoring.understanding.text import read
from storage.store import Work

KIND = "survey"
OFFER = "survey.offer"
_PASSES = frozenset({Act.SKIP, Act.DONT_KNOW})
_SMALL_WORDS = frozenset({Act.AFFIRM, Act.DENY, Act.SKIP, Act.DONT_KNOW, Act.SURVEY, Act.WORDLESS})
_YES_OR_NO = frozenset({Act.AFFIRM, Act.AGREE, Act.DENY})
_OFFERED = -1  # no question is open yet, but whether to begin
_LONGEST = 300  # characters of an answer in words


def offer(turn: Turn) -> Draft | None:
    """Once, and only where the owner has questions."""
    count = len(turn.business.survey)
    if not count or OFFER in turn.dialogue.told or turn.prospect.opted_out_at is not None:
        return None
    turn.dialogue = replace(turn.dialogue.tells(OFFER).opens(SURVEY), survey=_OFFERED)
    voice = turn.voice
    rows = (
        (
            Button(voice.say("survey.yes"), buttons.data("survey", 0), Style.GOOD),
            Button(voice.say("survey.no"), buttons.data("later")),
        ),
    )
    return Draft(voice.say(OFFER, count=count), rows)


def takes(turn: Turn) -> bool:
    """Whether this turn belongs to the survey: a tap of it, or words while it is open."""
    if Act.SURVEY in turn.acts:
        return True
    if turn.dialogue.open == SURVEY and turn.dialogue.survey == _OFFERED:
        return bool(turn.acts & _YES_OR_NO) and not turn.facts
    side_question = any(said.faq or said.asks or said.call_at for said in turn.said)
    return turn.dialogue.open == SURVEY and not side_question and turn.acts <= _SMALL_WORDS


def answer(turn: Turn) -> Draft:
    """Keep the answer and ask the next question; after the last say thanks."""
    numbers = next((said.numbers for said in turn.said if said.numbers), ())
    place = numbers[0] if numbers else turn.dialogue.survey
    questions = turn.business.survey
    if place == _OFFERED and Act.DENY in turn.acts:
        turn.dialogue = turn.dialogue.opens(SUMMARY)
        return Draft(turn.voice.say("question.anything"))
    is_beginning = len(numbers) == 1 or place == _OFFERED
    place = max(place, 0)
    if not is_beginning and place < len(questions):
        option = numbers[1] if len(numbers) > 1 else None
        if option is None and _says_nothing(turn) and not turn.dialogue.misses:
            return _asked_once_more(turn, questions[place], place)
        _keep(turn, questions[place], option)
        place += 1
    if place >= len(questions):
        turn.dialogue = turn.dialogue.opens(SUMMARY)
        return Draft(turn.voice.say("survey.thanks"))
    turn.dialogue = replace(turn.dialogue.opens(SURVEY), survey=place)
    return _card(turn, questions[place], place)


def _keep(turn: Turn, question: SurveyQuestion, option: int | None) -> None:
    if option is not None and option < len(question.options):
        said = question.options[option].of(turn.language)
    elif turn.acts & _PASSES or option is not None or _says_nothing(turn):
        return
    else:
        said = _typed(turn)[:_LONGEST]
    message = turn.said[-1].message_id
    turn.work.events.record(
        turn.lead.id,
        KIND,
        turn.now,
        key=f"survey:{turn.prospect.id}:{question.id}:{message}",
        message_id=message,
        detail=f"{question.id}: {said}",
    )


def _typed(turn: Turn) -> str:
    return " ".join(one.words for one in turn.said if one.words)


def _says_nothing(turn: Turn) -> bool:
    """A sticker, dots, a hand that fell on the keys; however short, all else is an answer."""
    return not turn.acts & (_PASSES | _YES_OR_NO) and says_nothing(read(_typed(turn)))


def _asked_once_more(turn: Turn, question: SurveyQuestion, place: int) -> Draft:
    """Politely, and once: what comes then is taken, or the question is left."""
    turn.dialogue = replace(turn.dialogue, misses=1)
    card = _card(turn, question, place)
    return replace(card, text=f"{turn.voice.say('survey.no_answer')}\n{card.text}")


def again(turn: Turn) -> Draft | None:
    """The open question once more, after something else was said; None where none is open."""
    place = turn.dialogue.survey
    if turn.dialogue.open != SURVEY or not 0 <= place < len(turn.business.survey):
        return None
    return _card(turn, turn.business.survey[place], place)


def _card(turn: Turn, question: SurveyQuestion, place: int) -> Draft:
    voice = turn.voice
    progress = voice.say("survey.progress", place=place + 1, count=len(turn.business.survey))
    choices = [
        Button(one.of(turn.language), buttons.data("survey", place, number))
        for number, one in enumerate(question.options)
    ]
    skip = Button(voice.say("card.skip"), buttons.data("skip"))
    text = f"{progress} {voice.owners(question.ask.of(turn.language))}"
    return Draft(text, (*in_rows(choices), (skip, to_a_person(voice))))


def given_by(work: Work, lead_id: int) -> dict[str, str]:
    """What a lead answered last to each question, by the question's id."""
    latest: dict[str, str] = {}
    for event in work.events.of_lead(lead_id):
        if event.kind == KIND:
            question, _, said = event.detail.partition(": ")
            latest[question] = said
    return latest


def answers_of(
    work: Work, business: Business, lead_id: int, language: str
) -> list[tuple[str, str]]:
    """What a lead answered last to each question: the question, the answer."""
    latest = given_by(work, lead_id)
    voice = Voice(business, language, "")
    asked = {one.id: voice.owners(one.ask.of(language)) for one in business.survey}
    return [(asked[name], said) for name, said in latest.items() if name in asked]
