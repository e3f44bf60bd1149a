"""What follows the summary, none of it a duty: a time for the call, a mark, a survey, offers."""

from __future__ import annotations

from dataclasses import replace

from handlers.follow_up import enrolling
from handlers.posting import Draft
from handlers.prospect import booking, promotion, satisfaction, survey
from handlers.prospect.dialogue import SUMMARY
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn

_PROMOTION = frozenset({Act.PROMOTION, Act.PROMOTION_YES, Act.PROMOTION_NO})
ACTS = (
    frozenset({Act.BOOK, Act.REBOOK, Act.ANY_TIME, Act.RATE, Act.COMMENT, Act.LATER}) | _PROMOTION
)
_HAS_ENOUGH = frozenset({Act.LATER, Act.DENY, Act.SKIP})
_MARK = 2  # numbers on the button of a mark: the alert, the mark


def next_card(turn: Turn) -> Draft | None:
    """The next of them that makes sense now; None where nothing is left."""
    time = booking.offer(turn) if booking.is_called_for(turn) else None
    return time or survey.offer(turn) or promotion.offer(turn)


def answer(turn: Turn) -> None:
    """A tap on one of them, or the words that answer the survey."""
    if turn.acts & _PROMOTION:
        turn.drafts.append(_promotion(turn))
        return
    if Act.COMMENT in turn.acts:
        turn.drafts.append(satisfaction.commented(turn))
        return
    draft = survey.answer(turn) if survey.takes(turn) else _settled(turn)
    if not draft.buttons and not _has_enough(turn):
        draft = _with(draft, promotion.offer(turn))
    edits = turn.dialogue.card if turn.pressed else 0
    turn.drafts.append(replace(draft, edits_row=edits))


def _has_enough(turn: Turn) -> bool:
    """Who passed, or is not content, is not asked for one thing more."""
    numbers = next((said.numbers for said in turn.said if said.numbers), ())
    is_bad = Act.RATE in turn.acts and len(numbers) == _MARK and numbers[1] <= satisfaction.BAD
    return is_bad or bool(turn.acts & _HAS_ENOUGH)


def _promotion(turn: Turn) -> Draft:
    """The question and its answer stay on the screen as they are: they are evidence."""
    if Act.PROMOTION in turn.acts:
        return promotion.question(turn.business, turn.voice)
    said = promotion.answer(turn)
    if Act.PROMOTION_YES in turn.acts:
        enrolling.catch_up(turn.work, turn.business, turn.lead, turn.prospect, turn.now)
    return said


def _settled(turn: Turn) -> Draft:
    numbers = next((said.numbers for said in turn.said if said.numbers), ())
    if Act.RATE in turn.acts and len(numbers) == _MARK:
        return satisfaction.rated(turn, *numbers)
    if Act.BOOK in turn.acts and numbers:
        draft = booking.settle(turn, numbers)
    elif Act.REBOOK in turn.acts:
        draft = booking.offer(turn) or Draft(turn.voice.say("booking.soon"))
    elif Act.LATER in turn.acts:
        draft = Draft(turn.voice.say("question.anything"))
    else:
        draft = Draft(turn.voice.say("booking.soon"))
    if draft.buttons:
        return draft
    turn.dialogue = turn.dialogue.opens(SUMMARY)
    more = survey.offer(turn) if turn.acts & {Act.BOOK, Act.ANY_TIME} else None
    return _with(draft, more)


def _with(draft: Draft, more: Draft | None) -> Draft:
    """What comes next stands below what was just settled, in the same message."""
    if more is None:
        return draft
    return replace(draft, text=f"{draft.text}\n{more.text}", buttons=more.buttons)
