"""What follows the summary, none of it a duty: a time for the call, a mark, a survey."""

from __future__ import annotations

from dataclasses import replace

from handlers.posting import Draft
from handlers.prospect import booking, satisfaction, survey
from handlers.prospect.dialogue import SUMMARY
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn

ACTS = frozenset({Act.BOOK, Act.ANY_TIME, Act.RATE, Act.LATER})
_MARK = 2  # numbers on the button of a mark: the alert, the mark


def next_card(turn: Turn) -> Draft | None:
    """The next of them that makes sense now; None where nothing is left."""
    time = booking.offer(turn) if booking.is_called_for(turn) else None
    return time or survey.offer(turn)


def answer(turn: Turn) -> None:
    """A tap on one of them, or the words that answer the survey."""
    draft = survey.answer(turn) if survey.takes(turn) else _settled(turn)
    edits = turn.dialogue.card if turn.pressed else 0
    turn.drafts.append(replace(draft, edits_row=edits))


def _settled(turn: Turn) -> Draft:
    numbers = next((said.numbers for said in turn.said if said.numbers), ())
    if Act.RATE in turn.acts and len(numbers) == _MARK:
        draft = satisfaction.rated(turn, *numbers)
    elif Act.BOOK in turn.acts and numbers:
        draft = booking.settle(turn, numbers)
    elif Act.LATER in turn.acts:
        draft = Draft(turn.voice.say("question.anything"))
    else:
        draft = Draft(turn.voice.say("booking.soon"))
    if draft.buttons:
        return draft
    turn.dialogue = turn.dialogue.opens(SUMMARY)
    more = survey.offer(turn) if turn.acts & {Act.BOOK, Act.ANY_TIME} else None
    if more is None:
        return draft
    return replace(draft, text=f"{draft.text}\n{more.text}", buttons=more.buttons)
