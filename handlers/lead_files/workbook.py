"""The first sheet of a workbook, row by row, as if it had been saved as CSV."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from pathlib import Path

from handlers.csv_encoding import UTF_16_MARKS, Written
from handlers.csv_file import WORKBOOKS, CsvError, CsvFile, TriedRow, column_names, open_csv

# A workbook is packed, and is held in memory as a whole: a larger list comes as CSV.
LARGEST_WORKBOOK = 32 * 1024 * 1024  # bytes
_ENDINGS = frozenset((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"))
_HEAD = 4096  # bytes
_DIMENSION = re.compile(rb'<dimension ref="(?:[A-Z]{1,3}\d{1,7}:)?([A-Z]{1,3})(\d{1,7})"')
_MOST_CELLS = 50_000_000  # some 1.5 GB
# No text of ours holds these; one in UTF-16 has a mark in front.
_NO_LETTERS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
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
            head = file.read(_HEAD)
        size = path.stat().st_size
    except OSError as error:
        raise CsvError(f"{path}: cannot be read ({error.strerror or error}).") from error
    if not head.startswith(WORKBOOKS):
        if path.suffix.lower() in _ENDINGS and head and not _is_a_table(head):
            raise _no_workbook(path, "what stands in it is something else")
        return open_csv(path)
    if size > LARGEST_WORKBOOK:
        raise CsvError(
            f"{path}: a workbook of more than {LARGEST_WORKBOOK // 2**20} MB; save it as CSV UTF-8."
        )
    return _open_workbook(path)


def _open_workbook(path: Path) -> Workbook:
    from python_calamine import CalamineError, CalamineWorkbook

    if (last := _last_cell(path)) is not None:
        raise CsvError(
            f"{path}: something stands as far out as {last}. Delete the empty rows and columns "
            "around the table, or save it as 'CSV UTF-8'."
        )
    try:
        with CalamineWorkbook.from_path(path) as book:
            rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise _no_workbook(path, str(error)) from error
    if not rows:
        raise CsvError(f"{path}: the sheet is empty. Its first row must name the columns.")
    names = column_names(path, [_as_written(cell) for cell in rows[0]])
    return Workbook(path, names, Written("", len(rows)), rows)


def _last_cell(path: Path) -> str | None:
    """The last cell of a sheet that would fill the memory: every empty cell before it is held."""
    try:
        with zipfile.ZipFile(path) as book, book.open("xl/worksheets/sheet1.xml") as sheet:
            told = _DIMENSION.search(sheet.read(_HEAD))
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, NotImplementedError, RuntimeError):
        return None  # what is wrong with it is told by whoever reads it
    if told is None:
        return None
    columns = reduce(lambda far, letter: far * 26 + letter - ord("A") + 1, told[1], 0)
    cells = columns * int(told[2])
    return (told[1] + told[2]).decode() if cells > _MOST_CELLS else None


def _is_a_table(head: bytes) -> bool:
    """Whether a file that is only called a workbook may be CSV under a wrong name."""
    # Shops and banks give out web pages that are called workbooks.
    is_page = head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<")
    return head.startswith(UTF_16_MARKS) or not (is_page or _NO_LETTERS.search(head))


def _no_workbook(path: Path, why: str) -> CsvError:
    return CsvError(
        f"{path}: no workbook that can be read ({why}). It is damaged, locked by a password or of "
        "another kind: open it in a spreadsheet program and save it as .xlsx or 'CSV UTF-8'."
    )


def _as_written(cell: _Cell) -> str:
    """A cell as it reads on the screen: a telephone number is no 912345678.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell).strip()
