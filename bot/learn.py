"""The verbs `learn` and `predict`: a file in, a model or a table out."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated, NoReturn

import typer

from handlers.csv_file import CsvError
from handlers.score.history import PROGRESS_EVERY, Request
from handlers.score.learning import learn as learn_history
from handlers.score.learning import load_model
from handlers.score.learning import predict as predict_rows
from handlers.whole_file import write_whole
from scoring.learned.record import ModelFileError, to_json

HEADER = ("row", "probability", "points", "reasons")


def learn(
    file: Annotated[Path, typer.Argument(help="The history: a CSV file, plain or gzipped.")],
    target: Annotated[str, typer.Option(help="The column that holds the outcome.")],
    model: Annotated[Path, typer.Option(help="Where to write the model.")],
    positive: Annotated[
        str | None, typer.Option(help="The value that means won; guessed if left out.")
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(help="Columns to leave out, parted by commas; may be given again."),
    ] = None,
    time: Annotated[
        str | None, typer.Option(help="The column to order the rows by, oldest first.")
    ] = None,
) -> None:
    """Fit the learned score on a history; print how it fares on later rows, and what leaks."""
    _refuse_where_no_model_can_be(model, file)
    request = Request(file, target, positive, _names(exclude or []), time)
    try:
        learned = learn_history(request, say=typer.echo, progress=_progress)
        write_whole(model, to_json(learned))
    except CsvError as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{model}: cannot be written ({error.strerror or error}).")
    typer.echo(f"Model of {learned.outcomes:,} outcomes written to {model}.")


def predict(
    file: Annotated[Path, typer.Argument(help="The leads: a CSV file, plain or gzipped.")],
    model: Annotated[Path, typer.Option(help="A model that `learn` has written.")],
) -> None:
    """Print `row,probability,points,reasons` as CSV, a line for each row of the file."""
    try:
        predictions = predict_rows(file, load_model(model))
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(HEADER)
        for row, prediction in enumerate(predictions):
            reasons = "; ".join(reason.text for reason in prediction.main_reasons())
            table.writerow((row, f"{prediction.probability:.6f}", prediction.points, reasons))
            if row and row % PROGRESS_EVERY == 0:
                _progress(f"{row:,} rows …")
        sys.stdout.flush()
    except (CsvError, ModelFileError) as error:
        _fail(str(error))
    except BrokenPipeError:
        # Whoever read us has seen enough (`| head`); Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _names(options: list[str]) -> tuple[str, ...]:
    """`a,b` and `"a, with a comma",b` alike."""
    cells = (cell.strip() for row in csv.reader(options, skipinitialspace=True) for cell in row)
    return tuple(cell for cell in cells if cell)


def _refuse_where_no_model_can_be(model: Path, history: Path) -> None:
    """Before the work, not after it."""
    if model.is_dir():
        _fail(f"--model is {model}, a folder: name a file in it, {model / 'model.json'} say.")
    if not model.parent.is_dir():
        _fail(f"{model.parent}: there is no such folder for --model. Make it first.")
    if model.exists() and history.exists() and model.samefile(history):
        _fail(f"--model is {model}, the history itself, and would be written over: name another.")
    try:
        with TemporaryFile(dir=model.parent):
            return
    except OSError as error:
        _fail(
            f"--model is {model}: nothing can be written there ({error.strerror}). Give this user "
            f"the right to, or name a file in another folder."
        )


def _progress(line: str) -> None:
    typer.echo(line, err=True)


def _fail(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(1)
