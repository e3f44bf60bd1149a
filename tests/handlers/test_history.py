"""Tests of how a file becomes a history."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from handlers.csv_file import CsvError
from handlers.score.history import MOST_ROWS, Request, read_history
from scoring.learned.history import History


class Reader:
    """Writes a text, reads it as a history, and keeps what was said."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "past.csv"
        self.said: list[str] = []

    def read(
        self,
        text: str,
        positive: str | None = None,
        exclude: tuple[str, ...] = (),
        time: str | None = None,
        most_rows: int = MOST_ROWS,
    ) -> History:
        self.path.write_text(text, encoding="utf-8")
        request = Request(self.path, "result", positive, exclude, time, most_rows)
        return read_history(request, say=self.said.append, progress=self.said.append)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


@pytest.mark.parametrize(
    ("answers", "positive"),
    [
        (["1", "0", "1"], "1"),
        (["No", "Yes", "Yes"], "Yes"),
        (["Won", "Lost", "Won"], "Won"),
        (["Thắng", "Thua", "Thắng"], "Thắng"),
        (["true", "false", "true"], "true"),
        (["A", "B", "A"], "B"),
    ],
)
def test_what_means_won_is_guessed_and_said(
    reader: Reader, answers: list[str], positive: str
) -> None:
    rows = "".join(f"{answer},x\n" for answer in answers)

    history = reader.read(f"result,source\n{rows}")

    assert history.positive == positive
    assert history.outcomes == [answer == positive for answer in answers]
    assert f"'{positive}'" in reader.said[0]


def test_a_named_answer_wins_against_all_others(reader: Reader) -> None:
    history = reader.read("result,source\na,x\nb,y\nc,z\nA ,w\n", positive="A")

    assert history.outcomes == [True, False, False, True]


def test_the_target_the_time_and_what_is_excluded_are_no_features(reader: Reader) -> None:
    text = 'result,when,source,"a, b"\n1,2,x,p\n0,1,y,q\n'

    history = reader.read(text, exclude=("a, b",), time="when")

    assert history.names == ("source",)
    assert history.rows == [("y",), ("x",)]
    assert history.outcomes == [False, True]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("9", "10"),
        ("2026-01-31", "2026-02-01"),
        ("31/01/2026", "01/02/2026"),
        ("31/01/2026 10:30", "01/02/2026 09:00"),
        ("2026-01-31T23:00:00+07:00", "2026-01-31T17:00:00Z"),
    ],
)
def test_times_order_the_rows_oldest_first(reader: Reader, old: str, new: str) -> None:
    history = reader.read(f"result,when,mark\n1,{new},new\n0,{old},old\n", time="when")

    assert [row[0] for row in history.rows] == ["old", "new"]


def test_without_a_time_the_files_order_counts_and_that_is_said(reader: Reader) -> None:
    history = reader.read("result,mark\n1,first\n0,second\n")

    assert [row[0] for row in history.rows] == ["first", "second"]
    assert any("No --time" in line for line in reader.said)


def test_rows_without_an_outcome_are_left_out_and_counted(reader: Reader) -> None:
    history = reader.read("result,source\n1,x\n ,y\n0,z\n")

    assert len(history.rows) == 2
    assert "1 rows without an outcome are left out." in reader.said


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("result,source\n", "no rows under the header"),
        ("result,source\n,x\n", "all 1 rows have it blank"),
        ("result\n1\n0\n", "no column is left to learn from"),
        ("result,source\n0,x\n0,y\n", "every row holds '0'"),
        ("result,source\na,x\nb,y\nc,z\n", "more than two answers"),
        ("result,source\n" + "".join(f"{i},x\n" for i in range(300)), "more than 200 different"),
        ("Results,source\n1,x\n0,y\n", "Did you mean 'Results'"),
    ],
)
def test_a_file_with_nothing_to_learn_is_refused(reader: Reader, text: str, complaint: str) -> None:
    with pytest.raises(CsvError, match=complaint):
        reader.read(text)


def test_a_positive_that_no_row_holds_is_refused_with_a_hint(reader: Reader) -> None:
    with pytest.raises(CsvError, match=r"no row holds 'Wonn'.*Did you mean 'Won'"):
        reader.read("result,source\nWon,x\nLost,y\n", positive="Wonn")


def test_an_unknown_column_to_exclude_is_refused(reader: Reader) -> None:
    with pytest.raises(CsvError, match=r"no column is called 'sorce'.*Did you mean 'source'"):
        reader.read("result,source\n1,x\n0,y\n", exclude=("sorce",))


def test_a_time_that_is_none_is_refused_with_its_row(reader: Reader) -> None:
    with pytest.raises(CsvError, match="row 2 under the header: 'last week' in 'when'"):
        reader.read("result,when,mark\n1,2026-01-01,x\n0,last week,y\n", time="when")


def test_a_long_file_gives_a_fair_sample_in_its_order(reader: Reader) -> None:
    rows = "".join(f"{i % 2},{i}\n" for i in range(5_000))

    history = reader.read(f"result,place\n{rows}", most_rows=500)

    places = [int(row[0]) for row in history.rows]
    assert len(places) == 500
    assert places == sorted(places)
    assert 2_200 < sum(places) / 500 < 2_800
    assert "5,000 rows: a fair sample of 500 is learned from." in reader.said


def test_ten_times_the_file_takes_no_more_memory(reader: Reader) -> None:
    def most_memory(rows: int) -> int:
        with reader.path.open("w", encoding="utf-8") as file:
            file.write("result,source\n")
            file.writelines(f"{place % 2},{place % 50}\n" for place in range(rows))
        request = Request(reader.path, "result", most_rows=300)
        tracemalloc.start()
        read_history(request, say=reader.said.append, progress=reader.said.append)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    most_memory(1_000)  # what is made once for all is made now
    assert most_memory(60_000) < 1.5 * most_memory(6_000)
