"""Tests of reading CSV files, the sound and the broken."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.csv_file import CsvError, open_csv

Write = Callable[[bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: bytes) -> Path:
        path = tmp_path / "leads.csv"
        path.write_bytes(content)
        return path

    return written


@pytest.mark.parametrize(
    "content",
    [
        b"name,city\nLan,Hue\n",
        b"\xef\xbb\xbfname,city\r\nLan,Hue\r\n",
        b"name;city\nLan;Hue",
        b"\xef\xbb\xbfsep=;\r\nname;city\r\nLan;Hue\r\n",
        "sep=\t\r\nname\tcity\r\nLan\tHue\r\n".encode("utf-16"),
        b"name\tcity\n\nLan\tHue\n\n",
        b'"name","city"\n"Lan","Hue"\n',
        b"name,city\nLan,Hue,,\n",
        gzip.compress(b"name,city\nLan,Hue\n"),
    ],
)
def test_tables_as_programs_write_them_are_read(write: Write, content: bytes) -> None:
    file = open_csv(write(content))

    assert file.names == ("name", "city")
    assert list(file.rows()) == [["Lan", "Hue"]]
    assert list(file.rows()) == [["Lan", "Hue"]]
    assert [tried.cells for tried in file.tried_rows()] == [["Lan", "Hue"]]


def test_a_quoted_cell_may_hold_the_delimiter_and_a_line_break(write: Write) -> None:
    file = open_csv(write('name,note\nLan,"Huế, gần chợ\ngọi chiều"\n'.encode()))

    assert list(file.rows()) == [["Lan", "Huế, gần chợ\ngọi chiều"]]


def test_a_column_without_a_name_gets_one(write: Write) -> None:
    assert open_csv(write(b",city\n0,Hue\n")).names == ("column 1", "city")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "the file is empty"),
        (b"\n", "the file is empty"),
        (b"a,b,a\n1,2,3\n", "line 1: the column 'a' stands there 2 times"),
        (b"a,b\n1,2\n1,2,3\n", "line 3: 3 cells, but the header has 2"),
        (b"a,b\n1\n", "line 2: 1 cells, but the header has 2"),
        (b"a,b\n1,Hu\xeb\n", "line 2, byte 5: not UTF-8"),
        # TCVN3 and VNI, older than Unicode: read as anything else they are a jumble.
        (b"a,b\n1,H\xe5 t\xaan\n", "line 2, byte 4: not UTF-8"),
        (b"a,b\n1,Nguye\xe3n Th\xf2\n", "line 2, byte 8: not UTF-8"),
        (b"PK\x03\x04\x14\x00", "a workbook, no CSV file"),
        (b"a,b\n1,\x00\n", "line 2: holds a zero byte"),
        (b'a,b\n1,"open\n2,3\n', "unexpected end of data"),
        (b"a,b\n1," + b"x" * 1_000_001, "line 2: longer than 1,000,000 bytes"),
        (b'a,b\n1,"' + b"word,\n" * 50_000, "field larger than field limit"),
        (gzip.compress(b"a,b\n1,2\n" * 5_000)[:-20], "broken gzip file"),
    ],
)
def test_a_broken_file_is_refused_with_place_and_cure(
    write: Write, content: bytes, complaint: str
) -> None:
    with pytest.raises(CsvError, match=complaint) as caught:
        list(open_csv(write(content)).rows())

    assert "leads.csv" in str(caught.value)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CsvError, match="No such file"):
        open_csv(tmp_path / "nowhere.csv")
    with pytest.raises(CsvError, match="directory"):
        open_csv(tmp_path)


def test_a_misspelled_column_is_answered_with_the_likeliest(write: Write) -> None:
    file = open_csv(write(b"Converted,City\n1,Hue\n"))

    with pytest.raises(CsvError, match="Did you mean 'Converted'"):
        file.place("converted", "the target")
    with pytest.raises(CsvError, match="There are: Converted, City"):
        file.place("xyz", "the target")
