"""The process that draws: real pictures, started when wanted, ended when idle, never waited for."""

from __future__ import annotations

import asyncio
import re
import struct
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import vl_convert

from bot.config import Config
from bot.doctor import Mark
from bot.doctor_pictures import pictures
from bot.pictures.drawing import drawing
from bot.pictures.painter import WORKER, Painter
from bot.pictures.worker import FONTS
from handlers.chart import Bar, Chart, ChartKind, NotDrawnError
from handlers.texts import LANGUAGES, catalogue
from tests.waiting import until

PNG = b"\x89PNG\r\n\x1a\n"
SLOW = timedelta(seconds=60)
# A worker that answers nothing, and one that is gone at once.
STUCK = (sys.executable, "-c", "import sys; sys.stdin.read()")
GONE = (sys.executable, "-c", "")


def chart(number: int = 3, kind: ChartKind = ChartKind.ACROSS) -> Chart:
    bars = (Bar("Đỗ Quỳnh", (number, 1), "nhận 3"), Bar("Ưng Ỷ", (2, 0), "nhận 2"))
    return Chart(kind, "Phễu", "Tháng này", ("Nhận", "Thắng"), bars)


@pytest.fixture
async def painter() -> AsyncIterator[Painter]:
    async with Painter(patience=SLOW) as painter:
        yield painter


async def test_charts_become_pictures_for_a_phone_and_each_is_drawn_once(painter: Painter) -> None:
    across, columns = await painter.draw([chart(), chart(kind=ChartKind.COLUMNS)])
    again, other = await painter.draw([chart(), chart(4)])

    assert across.startswith(PNG)
    assert columns.startswith(PNG)
    width, height = struct.unpack(">II", across[16:24])
    assert 1000 < width < 1300
    # What Telegram takes as a photo.
    assert width + height < 10_000
    assert len(across) < 10_000_000
    assert again is across
    assert other != across


@pytest.mark.parametrize("most", [1, 2, 3, 7, 40])
def test_leads_are_measured_in_whole_ones_and_no_mark_stands_twice(most: int) -> None:
    svg = vl_convert.vegalite_to_svg(drawing(chart(most, ChartKind.COLUMNS)))

    marks = re.findall(r'<text[^>]*"end"[^>]*>(\d+)</text>', svg)
    assert len(marks) >= 2
    assert len(marks) == len(set(marks))


async def test_the_process_ends_when_idle_and_comes_back_when_wanted() -> None:
    async with Painter(idle=timedelta(seconds=0.2), patience=SLOW) as painter:
        assert not painter.works, "nobody has asked for a picture yet"
        await painter.draw([chart()])
        assert painter.works

        await until(lambda: not painter.works, within=30)
        [picture] = await painter.draw([chart(5)])

        assert picture.startswith(PNG)


@pytest.mark.parametrize("worker", [STUCK, GONE, ("/no/such/program",)])
async def test_what_cannot_be_drawn_in_time_is_given_up_and_leaves_no_process(
    worker: tuple[str, ...],
) -> None:
    async with Painter(worker=worker, patience=timedelta(seconds=0.5)) as painter:
        with pytest.raises(NotDrawnError):
            await painter.draw([chart()])

        assert not painter.works


async def test_somebody_who_waits_no_longer_does_not_spoil_the_next_picture(
    painter: Painter,
) -> None:
    [wanted] = await painter.draw([chart(7)])
    impatient = asyncio.create_task(painter.draw([chart(8)]))
    await asyncio.sleep(0)
    impatient.cancel()
    await asyncio.gather(impatient, return_exceptions=True)

    [other] = await painter.draw([chart(9)])

    assert other not in (b"", wanted)


def test_the_process_does_not_outlive_its_program() -> None:
    done = subprocess.run(WORKER, input=b"", capture_output=True, timeout=60, check=False)

    assert (done.returncode, done.stdout) == (0, b"")


def test_the_doctor_draws_one() -> None:
    config = Config()

    assert [one.mark for one in pictures(config)] == [Mark.GOOD]
    [finding] = pictures(config, GONE)
    assert finding.mark is Mark.WARNING
    assert finding.cure


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda file: file.stem)
def test_our_own_letters_draw_every_word_of_ours(file: Path) -> None:
    drawn = ("chart.", "funnel.", "summary.", "stats.period", "source.", "span.")
    letters = {
        letter
        for language in LANGUAGES
        for key, text in catalogue(language).items()
        if key.startswith(drawn)
        for letter in text
        if letter.isalpha() or letter in "≤–·>%()"
    }

    assert not letters - _letters_of(file.read_bytes())
    assert (FONTS / "OFL.txt").read_text().startswith("Copyright 2021 The Be Vietnam Pro")


def _letters_of(font: bytes) -> set[str]:
    """What a TrueType file can draw, by the format 4 of its table `cmap`."""
    count = struct.unpack(">H", font[4:6])[0]
    tables = (struct.unpack(">4sIII", font[12 + 16 * n : 28 + 16 * n]) for n in range(count))
    cmap = next(offset for name, _, offset, _ in tables if name == b"cmap")
    subtables = struct.unpack(">H", font[cmap + 2 : cmap + 4])[0]
    found: set[str] = set()
    for n in range(subtables):
        place = cmap + struct.unpack(">HHI", font[cmap + 4 + 8 * n : cmap + 12 + 8 * n])[2]
        if struct.unpack(">H", font[place : place + 2])[0] != 4:
            continue
        half = struct.unpack(">H", font[place + 6 : place + 8])[0]
        ends = struct.unpack(f">{half // 2}H", font[place + 14 : place + 14 + half])
        starts = struct.unpack(f">{half // 2}H", font[place + 16 + half : place + 16 + 2 * half])
        for first, last in zip(starts, ends, strict=True):
            found.update(map(chr, range(first, last + 1)))
    return found
