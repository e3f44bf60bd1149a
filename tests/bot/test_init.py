"""`init` as it is typed: what it asks, what it writes, and what it never touches unasked."""

from __future__ import annotations

import asyncio
import json
import stat
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.new_company import TRADES
from handlers.owners_file import load
from tests.bot.typed import Typed
from tests.emulators.telegram.emulator import Emulator

ANSWERS = "Spa Hoa Sen\n3\nvi\n\n"


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    return Typed(tmp_path)


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with Emulator() as emulator:
        emulator.bot()
        yield emulator


async def with_bot(
    telegram: Emulator, typed: Typed, *words: str
) -> subprocess.CompletedProcess[str]:
    """`init` with the emulator in place of Telegram."""
    address = ("--telegram-api-url", telegram.url)
    return await asyncio.to_thread(typed, "init", *address, *words)


def settings(typed: Typed) -> dict[str, str]:
    lines = (typed.folder / ".env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and line[0] != "#")


def test_answers_make_a_company(typed: Typed) -> None:
    done = typed.fresh("init", stdin=ANSWERS)

    assert (done.returncode, done.stderr) == (0, "")
    company = load(typed.folder / "business.yaml")
    assert company.company.name == "Spa Hoa Sen"
    assert [one.id for one in company.offers] == ["cham-da", "massage", "lieu-trinh"]
    assert company.languages == ("vi", "en")
    assert settings(typed) == {"DUYEN_BUSINESS_FILE": "business.yaml"}
    assert stat.S_IMODE((typed.folder / ".env").stat().st_mode) == 0o600
    assert typed("check").returncode == 0


def test_the_schema_for_editors_lies_beside_the_file(typed: Typed) -> None:
    typed("init", stdin=ANSWERS)

    schema = json.loads((typed.folder / "business.schema.json").read_text())
    assert schema == json.loads(typed("check", "--schema").stdout)
    assert {"company", "offers", "questions", "faq"} <= set(schema["properties"])
    first = (typed.folder / "business.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=./business.schema.json"


@pytest.mark.parametrize("trade", TRADES)
def test_flags_leave_nothing_to_ask(typed: Typed, trade: str) -> None:
    done = typed("init", "--company", 'A "B" #1: {C}', "--trade", trade, "--language", "en")

    assert done.returncode == 0, done.stderr
    company = load(typed.folder / "business.yaml")
    assert (company.company.name, company.languages[0]) == ('A "B" #1: {C}', "en")


async def test_a_token_is_checked_and_the_owner_gets_a_link(
    telegram: Emulator, typed: Typed
) -> None:
    token = telegram.bot().token
    told = ("--company", "An", "--trade", "furniture", "--language", "vi", "--staff-group", "-1001")

    done = await with_bot(telegram, typed, *told, "--telegram-token", token)

    assert done.returncode == 0, done.stderr
    assert f"✓ Telegram @{telegram.bot().username}" in done.stdout
    assert f"https://t.me/{telegram.bot().username}?start=join_" in done.stdout
    assert settings(typed)["DUYEN_TELEGRAM_TOKEN"] == token
    assert settings(typed)["DUYEN_STAFF_GROUP"] == "-1001"
    assert "Bot chưa ở trong nhóm -1001" in done.stdout
    assert token not in done.stdout


async def test_a_token_that_telegram_refuses_is_not_kept(telegram: Emulator, typed: Typed) -> None:
    told = ("--company", "An", "--trade", "spa", "--language", "vi")

    done = await with_bot(telegram, typed, *told, "--telegram-token", "123:wrong")

    assert done.returncode == 1
    assert "Telegram không nhận token này" in done.stderr
    assert not (typed.folder / ".env").exists()


def test_without_network_the_token_is_kept_and_it_is_said(typed: Typed) -> None:
    told = ("--company", "An", "--trade", "spa", "--language", "vi", "--telegram-token", "123:abc")

    done = typed("init", *told, "--telegram-api-url", "http://127.0.0.1:9")

    assert done.returncode == 0
    assert "Chưa kiểm tra được token vì không có mạng" in done.stdout
    assert settings(typed)["DUYEN_TELEGRAM_TOKEN"] == "123:abc"


def test_a_file_that_is_there_is_not_written_over_unasked(typed: Typed) -> None:
    typed("init", stdin=ANSWERS)
    file = typed.folder / "business.yaml"
    file.write_text(file.read_text() + "# mine\n")

    for words in ((), ("--company", "Khác", "--trade", "spa")):
        done = typed("init", *words)

        assert done.returncode == 0
        assert "business.yaml is kept as it is" in done.stdout
        assert file.read_text().endswith("# mine\n")


@pytest.mark.parametrize(("words", "answers"), [((), "có\n"), (("--overwrite",), "")])
def test_written_over_the_old_file_is_still_there(
    typed: Typed, words: tuple[str, ...], answers: str
) -> None:
    typed("init", stdin=ANSWERS)
    (typed.folder / "business.yaml").write_text("# mine\n")

    done = typed("init", *words, stdin=f"{answers}Nhà Xinh\nnội thất\nvi\n\n")

    assert done.returncode == 0, done.stderr
    assert load(typed.folder / "business.yaml").company.name == "Nhà Xinh"
    assert (typed.folder / "business.yaml.old-1").read_text() == "# mine\n"


def test_other_lines_of_env_stay(typed: Typed) -> None:
    env = typed.folder / ".env"
    env.write_text("# ours\nDUYEN_HTTP_PORT=9000\nOTHER=1\nDUYEN_TELEGRAM_TOKEN=old\n")
    told = ("--company", "An", "--trade", "spa", "--language", "vi", "--telegram-token", "123:abc")

    typed("init", *told, "--telegram-api-url", "http://127.0.0.1:9")

    assert env.read_text() == (
        "# ours\nDUYEN_HTTP_PORT=9000\nOTHER=1\nDUYEN_TELEGRAM_TOKEN=123:abc\n"
        "DUYEN_BUSINESS_FILE=business.yaml\n"
    )


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), "--company is missing"),
        (("--company", "An"), "--trade is missing"),
        (("--company", "An", "--trade", "bakery"), "--trade is 'bakery'"),
        (("--company", "An", "--trade", "spa", "--language", "fr"), "--language is 'fr'"),
    ],
)
def test_what_is_missing_or_unknown_is_misuse(
    typed: Typed, words: tuple[str, ...], named: str
) -> None:
    done = typed("init", *words)

    assert done.returncode == 2
    assert named in done.stderr
    assert not (typed.folder / "business.yaml").exists()


def test_a_name_no_company_can_have_is_a_fault_with_its_place(typed: Typed) -> None:
    done = typed("init", "--company", "A" * 80, "--trade", "spa", "--language", "vi")

    assert done.returncode == 1
    assert "business.yaml:7:9 company.name: dài quá, tối đa 60" in done.stderr
    assert not (typed.folder / "business.yaml").exists()
