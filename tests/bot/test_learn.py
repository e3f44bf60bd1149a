"""Tests of the verbs `learn` and `predict` as they are typed."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.learn import learn, predict
from tests.scoring.learned.made_up import history

app = typer.Typer()
app.command()(learn)
app.command()(predict)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def past(tmp_path: Path) -> Path:
    known = history(600)
    path = tmp_path / "past.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["lead id", *known.names, known.target, "status"])
        for i, (row, won) in enumerate(zip(known.rows, known.outcomes, strict=True)):
            table.writerow([f"L-{i}", *row, "yes" if won else "no", "đóng" if won else "mở"])
    return path


def test_a_history_is_learned_checked_and_used(past: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.json"

    learned = run("learn", past, "--target", "bought", "--exclude", "status", "--model", model)
    predicted = run("predict", past, "--model", model)

    assert learned.exit_code == 0
    for words in ("AUC 0.", "log loss 0.", "ECE 0.", "lift at 10 %", "Learning curve", "lead id"):
        assert words in learned.stdout
    assert "WARNING" not in learned.stdout
    assert "checking" in learned.stderr
    assert predicted.exit_code == 0
    table = list(csv.DictReader(io.StringIO(predicted.stdout)))
    assert [row["row"] for row in table] == [str(i) for i in range(600)]
    assert all(0 < float(row["probability"]) < 1 for row in table)
    assert all(re.fullmatch(r"-?\d+", row["points"]) for row in table)
    assert re.match(r"\S.* \S+: [+-]\d+(; |$)", table[0]["reasons"])


def test_a_column_that_leaks_is_warned_about(past: Path, tmp_path: Path) -> None:
    said = run("learn", past, "--target", "bought", "--model", tmp_path / "model.json")

    assert "WARNING, leakage? Column 'status'" in said.stdout
    assert '--exclude "status"' in said.stdout


def test_a_fault_is_one_line_on_stderr_and_leaves_nothing_behind(
    past: Path, tmp_path: Path
) -> None:
    said = run("learn", past, "--target", "bougth", "--model", tmp_path / "model.json")

    assert said.exit_code == 1
    assert len(said.stderr.splitlines()) == 1
    assert "Did you mean 'bought'?" in said.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["past.csv"]


def test_a_failed_attempt_leaves_the_model_of_before_alone(past: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    model.write_text("the model of before")
    past.write_text("bought,source\nyes,x\nyes,y\n")

    said = run("learn", past, "--target", "bought", "--model", model)

    assert said.exit_code == 1
    assert model.read_text() == "the model of before"


@pytest.mark.parametrize(
    ("model", "says"),
    [
        ("no/model.json", "no such folder"),
        (".", "a folder: name a file in it"),
        ("past.csv", "the history itself"),
        ("/proc/model.json", "nothing can be written there"),
    ],
)
def test_where_no_model_can_be_is_said_before_the_work(
    past: Path, tmp_path: Path, model: str, says: str
) -> None:
    said = run("learn", past, "--target", "bought", "--model", tmp_path / model)

    assert said.exit_code == 1
    assert says in said.stderr
    assert said.stdout == ""
    assert past.stat().st_size > 0


def test_a_broken_row_at_the_end_stops_predict_before_the_first_line(
    past: Path, tmp_path: Path
) -> None:
    model = tmp_path / "model.json"
    run("learn", past, "--target", "bought", "--exclude", "status", "--model", model)
    with past.open("a", encoding="utf-8") as file:
        file.write("a,row,too,short\n")

    said = run("predict", past, "--model", model)

    assert said.exit_code == 1
    assert said.stdout == ""
    assert "line 602" in said.stderr


def test_predict_names_a_column_that_the_file_lacks(past: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    run("learn", past, "--target", "bought", "--exclude", "status", "--model", model)
    leads = tmp_path / "leads.csv"
    leads.write_text("source,visit,city\nGoogle,3,Huế\n", encoding="utf-8")

    said = run("predict", leads, "--model", model)

    assert said.exit_code == 1
    assert "no column is called 'visits'" in said.stderr
    assert "Did you mean 'visit'?" in said.stderr


@pytest.mark.parametrize("text", ["", "{", '{"version": 1}'])
def test_predict_refuses_what_is_no_model(past: Path, tmp_path: Path, text: str) -> None:
    model = tmp_path / "model.json"
    model.write_text(text)

    said = run("predict", past, "--model", model)

    assert said.exit_code == 1
    assert said.stdout == ""
    assert "model.json" in said.stderr


def test_a_file_with_a_header_only_has_no_rows_to_predict(past: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    run("learn", past, "--target", "bought", "--exclude", "status", "--model", model)
    leads = tmp_path / "leads.csv"
    leads.write_text("source,visits,city\n")

    said = run("predict", leads, "--model", model)

    assert said.exit_code == 0
    assert said.stdout == "row,probability,points,reasons\n"


def test_a_small_history_is_learned_with_a_warning(tmp_path: Path) -> None:
    past = tmp_path / "past.csv"
    past.write_text("bought,source\n" + "yes,Friend\nno,Ad\n" * 10)

    said = run("learn", past, "--target", "bought", "--model", tmp_path / "model.json")

    assert said.exit_code == 0
    assert "WARNING: only 20 outcomes" in said.stdout
    assert "Too few outcomes for a check" in said.stdout
