"""The score learned from the business's own outcomes: the points, corrected, made a chance."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import asdict, dataclass

from scoring.learned.model import Model
from scoring.learned.predictor import Predictor, chance, shrunk
from scoring.learned.predictor import Reason as Effect
from scoring.weights import Bands

# One standard deviation to either side.
_BAND = 1.0


@dataclass(frozen=True, slots=True)
class OwnModel:
    """logit p = a + b (S - mean) / spread + the corrections, then recalibrated.

    `slope_covariance` is that of b with every weight of the corrections and, last, with itself.
    `warm` and `hot` are the chances that are shown as the owner's thresholds, so that a new
    version does not move what 65 means to a rep (docs/scoring.md).
    """

    corrections: Model
    mean: float
    spread: float
    slope: float
    slope_covariance: tuple[float, ...]
    warm: float
    hot: float
    shift: float = 0.0
    stretch: float = 1.0

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, allow_nan=False, sort_keys=True)

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a lead becomes a customer, its band, and what speaks for and against it."""

    chance: float
    low: float
    high: float
    logit: float
    effects: tuple[Effect, ...]


class Judge:
    """An own model made ready to answer, in plain Python."""

    def __init__(self, model: OwnModel) -> None:
        self.model = model
        self._corrections = Predictor(model.corrections)

    def chance(self, cells: tuple[str, ...], points: float) -> Chance:
        """The chance of a lead with these features and this many points of stage 0."""
        model = self.model
        score = (points - model.mean) / model.spread
        found = self._corrections.weigh(cells)
        covariance = model.slope_covariance
        variance = (
            found.variance
            + 2 * score * sum([covariance[place] for place in found.places])
            + score * score * covariance[-1]
        )
        logit = found.logit + model.slope * score
        logit = model.shift + model.stretch * shrunk(logit, variance)
        width = _BAND * abs(model.stretch) * math.sqrt(max(variance, 0.0))
        return Chance(
            chance(logit), chance(logit - width), chance(logit + width), logit, found.reasons
        )

    def shown(self, logit: float, bands: Bands) -> float:
        """The chance on the scale of the points: its thresholds lie where the owner's lie.

        A line through both, in the logit; 0 to 100.
        """
        low, high = _logit(self.model.warm), _logit(self.model.hot)
        points = bands.warm + (logit - low) * (bands.hot - bands.warm) / (high - low)
        return min(100.0, max(0.0, points))


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def from_json(text: str) -> OwnModel:
    """A model back from `OwnModel.to_json`. Raises ValueError for anything else."""
    # Only here: whoever serves one has read it once.
    from pydantic import TypeAdapter

    return TypeAdapter(OwnModel).validate_json(text, strict=True)
