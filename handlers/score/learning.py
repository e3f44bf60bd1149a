"""Learning from the past, and using what was learned on a file of leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handlers.csv_file import CsvError, CsvFile, open_csv
from handlers.score.history import Request, Say, read_history
from scoring.learned.history import History, drop_useless
from scoring.learned.leakage import suspicions
from scoring.learned.model import Check, CurvePoint, Model, Validation
from scoring.learned.predictor import Prediction, Predictor
from scoring.learned.record import ModelFileError, from_json

# Below these the bot keeps to points and shows no percentages.
FEW_OUTCOMES = 50
FEW_OF_A_KIND = 10


def learn(request: Request, say: Say, progress: Say) -> Model:
    """Fit and check; findings go to `say`, signs of life to `progress`."""
    history, dropped = drop_useless(read_history(request, say, progress))
    for column in dropped:
        say(f"Column '{column.name}' is not used: {column.why}.")
    if not history.names:
        raise CsvError(f"{request.path}: no column says anything about the outcome.")
    for suspicion in suspicions(history):
        say(
            f"WARNING, leakage? Column '{suspicion.name}': {suspicion.why}. If it is filled in "
            f'after the outcome, learn again with --exclude "{suspicion.name}".'
        )
    few = min(sum(history.outcomes), len(history.outcomes) - sum(history.outcomes))
    if len(history.outcomes) < FEW_OUTCOMES or few < FEW_OF_A_KIND:
        say(f"WARNING: only {len(history.outcomes)} outcomes, {few} of one kind: trust the order.")
    return _fitted(history, say, progress)


def _fitted(history: History, say: Say, progress: Say) -> Model:
    # NumPy is needed to learn, not to serve: only here is it loaded.
    from scoring.learned.training import add_pairs
    from scoring.learned.training import learn as fit
    from scoring.learned.validation import (
        borders,
        curve_point,
        curve_sizes,
        forecast,
        may_keep,
        saved_by_pairs,
        summary,
    )

    forecasts = []
    for start, end in borders(history):
        progress(f"checking: rows {start + 1:,} to {end:,} from those before …")
        forecasts.append(forecast(history, start, end))
    pairs = saved_by_pairs(forecasts)
    keep = may_keep(pairs)
    if pairs.gain:
        kept = "kept" if keep else "not kept"
        say(f"Pairs of columns save {pairs.gain:.4f} ± {pairs.error:.4f} log loss later: {kept}.")
    curve = []
    for size in curve_sizes(history):
        progress(f"learning curve: {size:,} outcomes …")
        curve.append(curve_point(history, size))
    check, unseen = summary(forecasts, keep)
    validation = Validation(check, unseen, tuple(curve))
    for line in _report(validation):
        say(line)
    progress(f"fitting all {len(history.rows):,} rows …")
    fitted = fit(history)
    return (add_pairs(fitted) if keep else fitted).model(validation)


def _report(validation: Validation) -> Iterator[str]:
    if validation.check is None:
        yield "Too few outcomes for a check in time order."
        return
    yield "Checked in time order, each tenth of the later half from all rows before it:"
    yield f"  {_figures(validation.check)}"
    if validation.unseen is not None:
        yield "  without rows that repeat an earlier one exactly:"
        yield f"  {_figures(validation.unseen)}"
    if validation.curve:
        yield "Learning curve, the last fifth from so many outcomes before it:"
        yield from (_curve_line(point) for point in validation.curve)


def _figures(check: Check) -> str:
    return (
        f"AUC {check.auc:.3f}  log loss {check.log_loss:.3f}  ECE {check.ece:.3f}  "
        f"lift at 10 % {check.lift_10:.2f}  at 20 % {check.lift_20:.2f}  "
        f"({check.won:,} won of {check.rows:,})"
    )


def _curve_line(point: CurvePoint) -> str:
    return (
        f"  {point.outcomes:>6,}  AUC {point.check.auc:.3f}  "
        f"log loss {point.check.log_loss:.3f}  ECE {point.check.ece:.3f}"
    )


def load_model(path: Path) -> Model:
    """Read a model file; raise ModelFileError for one that cannot be used."""
    try:
        return from_json(path.read_bytes())
    except OSError as error:
        raise ModelFileError(f"{path}: cannot be read ({error.strerror or error}).") from error
    except ModelFileError as error:
        raise ModelFileError(f"{path}: {error}") from error


def predict(path: Path, model: Model) -> Iterator[Prediction]:
    """One prediction a row, in order. The whole file is checked first, nothing is kept."""
    file = open_csv(path)
    predictor = Predictor(model)
    places = _places(file, predictor.names)
    for _ in file.rows():
        pass
    return (predictor.predict([cells[i] for i in places]) for cells in file.rows())


def _places(file: CsvFile, names: Sequence[str]) -> list[int]:
    return [file.place(name, "the model needs it") for name in names]
