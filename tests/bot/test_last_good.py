"""A start with a file that has faults: the last good version, or a clear no."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bot.last_good import NAME, company, keep
from handlers.business import SAMPLE
from handlers.owners_file import BusinessFileError
from tests.handlers.business_file.small import SMALL, broken


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "business.yaml"
    file.write_text(SMALL)
    return file


def test_a_broken_file_starts_with_its_last_good_version(file: Path, tmp_path: Path) -> None:
    company(file, tmp_path / "data")
    file.write_text(broken("hot: 65", "hot: 650"))

    business, faults = company(file, tmp_path / "data")

    assert business.scoring.hot == 65
    assert faults == ("business.yaml:32:16 scoring.hot: 650 lớn quá, tối đa 100",)


def test_a_file_that_never_was_good_stops_the_start(file: Path, tmp_path: Path) -> None:
    file.write_text(broken("hot: 65", "hot: 650"))

    with pytest.raises(BusinessFileError, match="650"):
        company(file, tmp_path / "data")


def test_a_disk_that_takes_no_more_leaves_the_version_before(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(file, tmp_path / "data")
    file.write_text(f"{SMALL}# a word more\n")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    keep(file, tmp_path / "data")

    assert (tmp_path / "data" / NAME).read_text() == SMALL


def test_the_sample_company_is_not_kept(tmp_path: Path) -> None:
    company(SAMPLE, tmp_path)

    assert not (tmp_path / NAME).exists()


def test_a_folder_that_cannot_be_written_stops_nothing(file: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")

    keep(file, tmp_path / "data")

    assert company(file, tmp_path / "data")[1] == ()
