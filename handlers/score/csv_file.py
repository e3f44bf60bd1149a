"""Reading a CSV file row by row, plain or gzipped; what is wrong is said with its line."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO, cast

GZIP_MAGIC = b"\x1f\x8b"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ",;\t|"
# Longer than any honest line, short enough to be held in memory.
LONGEST_LINE = 1_000_000
SAVE_AS_UTF_8 = "save it again as 'CSV UTF-8'"


class CsvError(Exception):
    """The file cannot be used as it is; the message names the place and the cure."""


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A table in a file: its column names, and its rows as often as they are asked for."""

    path: Path
    delimiter: str
    names: tuple[str, ...]

    def rows(self) -> Iterator[list[str]]:
        """Each row under the header, as many cells as there are names. Empty lines are none."""
        reader = _reader(self.path, self.delimiter)
        next(reader)
        for line, cells in reader:
            yield self._fitted(line, cells)

    def place(self, name: str, meant: str) -> int:
        """Where a column stands; an unknown name is answered with the likeliest one."""
        if name in self.names:
            return self.names.index(name)
        hint = closest(name, self.names)
        raise CsvError(f"{self.path}: no column is called '{name}' ({meant}). {hint}")

    def _fitted(self, line: int, cells: list[str]) -> list[str]:
        wanted = len(self.names)
        if len(cells) > wanted and not any(cell.strip() for cell in cells[wanted:]):
            return cells[:wanted]
        if len(cells) != wanted:
            raise CsvError(
                f"{self.path}, line {line}: {len(cells)} cells, but the header has {wanted}. "
                f"Put a cell that holds {self.delimiter!r} or a line break in double quotes."
            )
        return cells


def closest(word: str, words: tuple[str, ...]) -> str:
    """A hint for a misspelled word: the likeliest one, or all there are."""
    spellings = {known.casefold(): known for known in words}
    likely = get_close_matches(word.casefold(), spellings, n=1)
    if likely:
        return f"Did you mean '{spellings[likely[0]]}'?"
    return f"There are: {', '.join(words[:20])}{' …' if len(words) > 20 else ''}."


def open_csv(path: Path) -> CsvFile:
    """Read the header. The delimiter is the one that the header uses most."""
    lines = _lines(path)
    header = next(lines, "")
    if not header.strip():
        raise CsvError(f"{path}: the file is empty. The first line must name the columns.")
    delimiter = max(DELIMITERS, key=header.count)
    _, cells = next(_reader(path, delimiter))
    names = tuple(cell.strip() or f"column {i}" for i, cell in enumerate(cells, start=1))
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise CsvError(
            f"{path}, line 1: the column '{twice[0]}' stands there {names.count(twice[0])} times. "
            "Give each column a name of its own."
        )
    return CsvFile(path, delimiter, names)


def _reader(path: Path, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines(path), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        raise CsvError(
            f"{path}, line {reader.line_num}: {error}. "
            "Look for a double quote that is opened there or before and not closed."
        ) from error


def _lines(path: Path) -> Iterator[str]:
    """Decode line by line, so that a fault has a line number and a huge file fits."""
    try:
        with _opened(path) as file:
            number = 0
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                yield _decoded(path, number, line)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise CsvError(f"{path}: broken gzip file ({error}). Copy or pack it again.") from error
    except OSError as error:
        raise CsvError(f"{path}: cannot be read ({error.strerror or error}).") from error


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    return cast(BinaryIO, gzip.open(path)) if packed else path.open("rb")


def _decoded(path: Path, number: int, line: bytes) -> str:
    if len(line) > LONGEST_LINE:
        raise CsvError(
            f"{path}, line {number}: longer than {LONGEST_LINE:,} bytes. Is this a CSV file?"
        )
    if number == 1 and line.startswith(UTF_16_MARKS):
        raise CsvError(f"{path}: written in UTF-16; {SAVE_AS_UTF_8}.")
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise CsvError(
            f"{path}, line {number}, byte {error.start + 1}: not UTF-8; {SAVE_AS_UTF_8}."
        ) from error
    if "\0" in text:
        raise CsvError(f"{path}, line {number}: holds a zero byte. Is this a CSV file?")
    return text
