"""The first sheet of a workbook, row by row, as if it had been saved as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from handlers.csv_encoding import Written
from handlers.csv_file import WORKBOOKS, CsvError, CsvFile, TriedRow, column_names, open_csv

# A workbook is packed, and is held in memory as a whole: a larger list comes as CSV.
LARGEST_WORKBOOK = 32 * 1024 * 1024  # bytes
_Cell = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Workbook:
    """A table in a workbook; the same to its reader as a `CsvFile`."""

    path: Path
    names: tuple[str, ...]
    written: Written
    _rows: Sequence[Sequence[_Cell]]

    def tried_rows(self) -> Iterator[TriedRow]:
        """Each row under the header, with its line; a sheet has no row that cannot be read."""
        for line, cells in enumerate(self._rows[1:], start=2):
            row = [_as_written(cell) for cell in cells]
            if any(row):
                yield TriedRow(line, row)


def open_list(path: Path) -> CsvFile | Workbook:
    """A list of leads, whatever a spreadsheet saved it as. Raises CsvError."""
    try:
        with path.open("rb") as file:
            is_workbook = file.read(4) in WORKBOOKS
        size = path.stat().st_size
    except OSError as error:
        raise CsvError(f"{path}: cannot be read ({error.strerror or error}).") from error
    if not is_workbook:
        return open_csv(path)
    if size > LARGEST_WORKBOOK:
        raise CsvError(
            f"{path}: a workbook of more than {LARGEST_WORKBOOK // 2**20} MB; save it as CSV UTF-8."
        )
    return _open_workbook(path)


def _open_workbook(path: Path) -> Workbook:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise CsvError(f"{path}: no workbook that can be read ({error}).") from error
    if not rows:
        raise CsvError(f"{path}: the sheet is empty. Its first row must name the columns.")
    names = column_names(path, [_as_written(cell) for cell in rows[0]])
    return Workbook(path, names, Written("", len(rows)), rows)


def _as_written(cell: _Cell) -> str:
    """A cell as it reads on the screen: a telephone number is no 912345678.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell).strip()
