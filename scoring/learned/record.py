"""A learned model as JSON text, and back: nothing unsound gets in."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import asdict
from itertools import pairwise

from scoring.learned.model import VERSION, Model


class ModelFileError(Exception):
    """This text is no model we can serve; the message says what is wrong with it."""


def to_json(model: Model) -> str:
    return json.dumps(asdict(model), ensure_ascii=False, allow_nan=False)


def from_json(text: str | bytes) -> Model:
    """Read a model back; raise ModelFileError for anything but what `to_json` wrote."""
    try:
        fields = json.loads(text)
    except ValueError as error:
        raise ModelFileError(f"not JSON: {error}") from error
    if not isinstance(fields, dict) or "version" not in fields:
        raise ModelFileError("not a learned model: it has no version")
    if fields["version"] != VERSION:
        raise ModelFileError(
            f"version is {fields['version']!r}, but {VERSION} is what this program reads: "
            "learn the model again"
        )
    # Only here: it takes longer to load than many a model to learn.
    from pydantic import TypeAdapter, ValidationError

    try:
        model = TypeAdapter(Model).validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ModelFileError(f"{place}: {first['msg']}") from error
    for complaint in _complaints(model):
        raise ModelFileError(complaint)
    return model


def _complaints(model: Model) -> Iterator[str]:
    """What types alone cannot say."""
    for place, values in _numbers(model):
        if not all(math.isfinite(value) for value in values):
            yield f"{place}: every number must be finite"
    for i, effect in enumerate(model.columns):
        column = effect.column
        if len(effect.weights) != column.size:
            yield f"columns.{i}.weights: {len(effect.weights)} for {column.size} parts"
        if any(left >= right for left, right in pairwise(column.cuts)):
            yield f"columns.{i}.column.cuts: must rise"
        if effect.variance < 0:
            yield f"columns.{i}.variance: must not be negative"
    names = [effect.column.name for effect in model.columns]
    if len(set(names)) < len(names):
        yield "columns: a name stands twice"
    yield from _pair_complaints(model)
    width = 1 + sum(len(effect.weights) for effect in model.columns)
    width += sum(len(pair.weights) for pair in model.pairs)
    if [len(row) for row in model.covariance] != list(range(1, width + 1)):
        yield f"covariance: must be a triangle of {width} rows"


def _numbers(model: Model) -> Iterator[tuple[str, tuple[float, ...]]]:
    yield "intercept", (model.intercept,)
    for i, effect in enumerate(model.columns):
        yield f"columns.{i}", (*effect.column.cuts, *effect.weights, effect.mean, effect.variance)
    for i, pair in enumerate(model.pairs):
        yield f"pairs.{i}", (*pair.weights, pair.mean)
    for i, row in enumerate(model.covariance):
        yield f"covariance.{i}", row


def _pair_complaints(model: Model) -> Iterator[str]:
    for i, pair in enumerate(model.pairs):
        if not 0 <= pair.first < pair.second < len(model.columns):
            yield f"pairs.{i}: first and second must name two columns by position"
            return
        sides = ((pair.first, pair.first_groups), (pair.second, pair.second_groups))
        for position, groups in sides:
            if len(groups) != model.columns[position].column.size or min(groups) < 0:
                yield f"pairs.{i}: a group for each part of column {position}"
                return
        if len(pair.cells) != (max(pair.first_groups) + 1) * (max(pair.second_groups) + 1):
            yield f"pairs.{i}.cells: one for each two groups"
        if {cell for cell in pair.cells if cell is not None} != set(range(len(pair.weights))):
            yield f"pairs.{i}.cells: each weight must be named"
