"""Whether behaviour fades faster or slower than the rules say, by the business's own outcomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.learned.metrics import saving, surprises
from scoring.learned.own_training import STANDARD_ERRORS, Outcome, plain_chances

# Days from which to choose, and from how many outcomes on (docs/scoring.md).
CHOICES = (3.0, 7.0, 14.0, 30.0, 60.0)
FEWEST_OUTCOMES = 300
# A kind seen in fewer outcomes than this cannot tell how it fades.
FEWEST_WITH_KIND = 50
# Of log loss an outcome: less is not worth another number in the business file.
_WORTH_IT = 0.001

HalfLives = Mapping[str, float]  # days, by kind of behaviour
PointsUnder = Callable[[HalfLives], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Advice:
    """Other half-lives, and what they save on outcomes that took no part in choosing them."""

    half_lives: dict[str, float]  # days, the kinds alone that change
    gain: float  # of log loss, an outcome
    error: float
    later: int


def advise(
    points: PointsUnder, won: Sequence[bool], present: HalfLives, kinds: Sequence[str]
) -> Advice | None:
    """Half-lives chosen on the earlier half of the outcomes and proven on the later one.

    `points` answers the stage-0 points of each outcome, oldest first, under given half-lives;
    `kinds` are those that may change, the most frequent first. None where nothing is proven.
    """
    if len(won) < FEWEST_OUTCOMES:
        return None
    half = len(won) // 2
    chosen = _chosen(points, won[:half], present, kinds)
    changed = {kind: days for kind, days in chosen.items() if days != present[kind]}
    if not changed:
        return None
    before, after = (_later_surprises(points(one), won, half) for one in (present, chosen))
    saved = saving(before, after)
    if saved.gain < _WORTH_IT or not saved.is_sure(STANDARD_ERRORS):
        return None
    return Advice(changed, saved.gain, saved.error, len(after))


def _chosen(
    points: PointsUnder, won: Sequence[bool], present: HalfLives, kinds: Sequence[str]
) -> HalfLives:
    """One kind after the other takes the half-life that fits best, the others as they stand."""
    chosen, least = dict(present), _loss(points(present), won)
    for kind in kinds:
        for days in CHOICES:
            tried = {**chosen, kind: days}
            loss = _loss(points(tried), won)
            if loss < least - _WORTH_IT:
                chosen, least = tried, loss
    return chosen


def _loss(points: Sequence[float], won: Sequence[bool]) -> float:
    known = _outcomes(points, won)
    return sum(surprises(won, plain_chances(known, known))) / len(won)


def _later_surprises(points: Sequence[float], won: Sequence[bool], half: int) -> list[float]:
    known = _outcomes(points, won)
    return surprises(won[half:], plain_chances(known[:half], known[half:]))


def _outcomes(points: Sequence[float], won: Sequence[bool]) -> list[Outcome]:
    return [Outcome((), one, was_won) for one, was_won in zip(points, won, strict=False)]
