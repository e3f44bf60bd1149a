"""Reading a CSV file row by row, plain or gzipped; what is wrong is said with its line."""

from __future__ import annotations

import csv
import gzip
import io
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO, cast

from handlers.csv_encoding import OLD_VIETNAMESE, UTF_8, Written, written

GZIP_MAGIC = b"\x1f\x8b"
# How other programs pack a workbook: a ZIP file, or the older OLE container.
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CHUNK = 1 << 20  # bytes read at once when a file is looked through
DELIMITERS = ",;\t|"
# Some programs tell Excel by a first line what stands between the cells.
_SEPARATOR = re.compile(r'"?sep=.?"?', re.IGNORECASE)
# Longer than any honest line, short enough to be held in memory.
LONGEST_LINE = 1_000_000
# What stands in a row for bytes that are no letter, where rows are tried one by one.
BROKEN_LETTER = "\ufffd"
SAVE_AS_UTF_8 = "save it again as 'CSV UTF-8'"


class CsvError(Exception):
    """The file cannot be used as it is; the message names the place and the cure."""


@dataclass(frozen=True, slots=True)
class TriedRow:
    """A row and the line it begins in; with a fault the cells are what stands there."""

    line: int
    cells: list[str]
    fault: CsvError | None = None


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A table in a file: its column names, and its rows as often as they are asked for."""

    path: Path
    delimiter: str
    names: tuple[str, ...]
    written: Written

    def rows(self) -> Iterator[list[str]]:
        """Each row under the header, as many cells as there are names. Empty lines are none."""
        reader = _reader(self.path, self.delimiter, self.written.encoding)
        next(reader)
        for line, cells in reader:
            yield self._fitted(line, cells)

    def tried_rows(self) -> Iterator[TriedRow]:
        """The same one by one: a row that cannot be read is handed over with its fault.

        What a short row lacks at its end is empty: some programs leave out the last commas.
        Raises CsvError only where nothing more can be read.
        """
        lines = _lines(self.path, self.written.encoding, tolerant=True)
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        while not next(reader):
            pass
        while True:
            line, cells = reader.line_num + 1, []
            try:
                cells = next(reader)
                if cells:
                    missing = [""] * (len(self.names) - len(cells))
                    yield TriedRow(line, self._fitted(line, cells + missing))
            except StopIteration:
                return
            except csv.Error as error:
                yield TriedRow(line, [], _torn(self.path, line, error))
            except CsvError as error:
                yield TriedRow(line, cells, error)

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
    found = _looked_through(path)
    lines = _lines(path, found.encoding)
    header = next(lines, "")
    if not header.strip():
        header = next(lines, "")
    if not header.strip():
        raise CsvError(f"{path}: the file is empty. The first line must name the columns.")
    delimiter = max(DELIMITERS, key=header.count)
    _, cells = next(_reader(path, delimiter, found.encoding))
    return CsvFile(path, delimiter, column_names(path, cells), found)


def column_names(path: Path, cells: list[str]) -> tuple[str, ...]:
    """The header's names, each once; a column without one gets one. Raises CsvError."""
    names = tuple(cell.strip() or f"column {i}" for i, cell in enumerate(cells, start=1))
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise CsvError(
            f"{path}, line 1: the column '{twice[0]}' stands there {names.count(twice[0])} times. "
            "Give each column a name of its own."
        )
    return names


def _looked_through(path: Path) -> Written:
    """The encoding of the whole file, which is read once for it."""
    try:
        with _opened(path) as file:
            if file.read(4) in WORKBOOKS:
                raise CsvError(f"{path}: a workbook, no CSV file; {SAVE_AS_UTF_8}.")
            file.seek(0)
            found = written(iter(lambda: file.read(_CHUNK), b""))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise CsvError(f"{path}: broken gzip file ({error}). Copy or pack it again.") from error
    except OSError as error:
        raise CsvError(f"{path}: cannot be read ({error.strerror or error}).") from error
    # In an encoding nobody knows the first strange line is named, when it is reached.
    return found if found.encoding else Written(UTF_8, found.lines)


def _reader(path: Path, delimiter: str, encoding: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines(path, encoding), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        raise _torn(path, reader.line_num, error) from error


def _torn(path: Path, line: int, error: csv.Error) -> CsvError:
    return CsvError(
        f"{path}, line {line}: {error}. "
        "Look for a double quote that is opened there or before and not closed."
    )


def _lines(path: Path, encoding: str, *, tolerant: bool = False) -> Iterator[str]:
    """Decode line by line, so that a fault has a line number and a huge file fits."""
    try:
        with _opened(path) as file:
            if encoding.startswith("utf-16"):
                yield from _wide_lines(path, file, encoding, tolerant)
                return
            number = 0
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                yield _decoded(path, number, line, encoding, tolerant)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise CsvError(f"{path}: broken gzip file ({error}). Copy or pack it again.") from error
    except OSError as error:
        raise CsvError(f"{path}: cannot be read ({error.strerror or error}).") from error


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    return cast(BinaryIO, gzip.open(path)) if packed else path.open("rb")


def _wide_lines(path: Path, file: BinaryIO, encoding: str, tolerant: bool) -> Iterator[str]:
    number = 0
    with io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="\n") as text:
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            yield _checked(path, number, line, tolerant)


def _decoded(path: Path, number: int, line: bytes, encoding: str, tolerant: bool) -> str:
    if encoding == OLD_VIETNAMESE:
        # It writes a tone as a mark of its own behind the vowel.
        text = unicodedata.normalize("NFC", line.decode(OLD_VIETNAMESE, "replace"))
        return _checked(path, number, text, tolerant)
    try:
        name = "utf-8-sig" if number == 1 else "utf-8"
        text = line.decode(name, "replace" if tolerant else "strict")
    except UnicodeDecodeError as error:
        raise CsvError(
            f"{path}, line {number}, byte {error.start + 1}: not UTF-8; {SAVE_AS_UTF_8}."
        ) from error
    return _checked(path, number, text, tolerant)


def _checked(path: Path, number: int, line: str, tolerant: bool) -> str:
    if number == 1 and _SEPARATOR.fullmatch(line.strip()):
        return "\n"  # an empty line: what follows keeps its number
    if len(line) > LONGEST_LINE:
        raise CsvError(
            f"{path}, line {number}: longer than {LONGEST_LINE:,} bytes. Is this a CSV file?"
        )
    if tolerant:
        return line.replace("\0", BROKEN_LETTER)
    if "\0" in line:
        raise CsvError(f"{path}, line {number}: holds a zero byte. Is this a CSV file?")
    return line
