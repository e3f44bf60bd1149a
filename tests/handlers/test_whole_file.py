"""A file is written whole or not at all, and a disk that takes no more is told of by its name."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from handlers.whole_file import write_whole


def test_a_full_disk_names_the_file_and_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "business.yaml"
    file.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as told:
        write_whole(file, "new")

    assert told.value.filename == str(file)
    assert [one.name for one in tmp_path.iterdir()] == ["business.yaml"]
    assert file.read_text() == "old"
