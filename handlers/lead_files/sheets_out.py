"""Rows into a file that a spreadsheet opens: CSV, or a workbook where the name says so."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from handlers.lead_files import cells
from handlers.lead_files.columns import Column

WORKBOOK = ".xlsx"
TABLES = (".csv", WORKBOOK)  # the endings there are
# They are amounts: a spreadsheet may count with them.
_NUMBERS = frozenset(
    (
        Column.LEAD,
        Column.TIED_TO,
        Column.SCORE,
        Column.COMPLETENESS,
        Column.BUDGET_MIN,
        Column.BUDGET_MAX,
    )
)
_WIDTH = 18  # letters


class Sheet(Protocol):
    """A table that grows row by row and is a file when it is closed."""

    def row(self, row: Sequence[str]) -> None: ...
    def close(self) -> None: ...


def new_sheet(file: Path, as_named: str, columns: Sequence[str], heads: Sequence[str]) -> Sheet:
    """An empty table in `file`, which nobody else on this machine may read."""
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    kind = _Workbook if as_named.lower().endswith(WORKBOOK) else _Csv
    return kind(file, columns, heads)


class _Csv:
    def __init__(self, file: Path, columns: Sequence[str], heads: Sequence[str]) -> None:
        # The mark at the head tells a spreadsheet that the letters are UTF-8.
        self._file = file.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(heads)

    def row(self, row: Sequence[str]) -> None:
        self._writer.writerow(row)

    def close(self) -> None:
        self._file.close()


class _Workbook:
    def __init__(self, file: Path, columns: Sequence[str], heads: Sequence[str]) -> None:
        from xlsxwriter import Workbook  # slow to import

        # No word of a lead becomes a formula or a link, whatever it looks like.
        words = {"strings_to_formulas": False, "strings_to_urls": False}
        self._book = Workbook(str(file), {"constant_memory": True, **words})
        self._sheet = self._book.add_worksheet()
        self._numbers = [column in _NUMBERS for column in columns]
        self._next = 1
        self._sheet.freeze_panes(1, 2)
        self._sheet.set_column(0, len(columns) - 1, _WIDTH)
        bold = self._book.add_format({"bold": True})
        for at, head in enumerate(heads):
            self._sheet.write_string(0, at, head, bold)

    def row(self, row: Sequence[str]) -> None:
        for at, cell in enumerate(row):
            if cell and self._numbers[at]:
                self._sheet.write_number(self._next, at, float(cell))
            elif cell:
                # Here a text is a text: it needs no quote to be harmless.
                self._sheet.write_string(self._next, at, cells.plain(cell))
        self._next += 1

    def close(self) -> None:
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:  # it hides what the disk said
            raise error.args[0] from error
