"""Tests of the doctor: each thing that can be wrong is found, and brings its cure."""

from __future__ import annotations

import json
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.config import Config, read_config
from bot.doctor import Finding, Mark, business, data_folder, libraries, secret_files
from bot.doctor_database import database
from bot.doctor_network import port, telegram
from storage.store import Store, Work
from storage.team import Role
from tests.bot.typed import Typed
from tests.fakes import MORNING

TOKEN = "7234567890:AAHcanaryCanary_canary-CanaryCanaryXY"


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def config(**flags: str) -> Config:
    return read_config(**flags)


def named(findings: Iterator[Finding], name: str) -> Finding:
    return next(one for one in findings if one.name == name)


# --- the verb ----------------------------------------------------------------------------


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return str(listener.getsockname()[1])


def test_a_fresh_folder_is_well(tmp_path: Path) -> None:
    typed = Typed(tmp_path, {"DUYEN_HTTP_PORT": free_port()})

    done = typed.fresh("doctor")

    assert done.returncode == 0, done.stdout
    assert "✓ python" in done.stdout
    assert "✓ libraries" in done.stdout
    assert "✗" not in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_cross_ends_with_1_in_either_form(tmp_path: Path) -> None:
    (tmp_path / "business.yaml").write_text("version: 2\n")
    typed = Typed(tmp_path, {"DUYEN_HTTP_PORT": free_port()})

    shown, told = typed("doctor"), typed("doctor", "--json")

    assert shown.returncode == told.returncode == 1
    assert "✗ business" in shown.stdout
    assert "→ Mend it" in shown.stdout
    report = json.loads(told.stdout)
    assert report["ok"] is False
    (bad,) = [one for one in report["checks"] if not one["ok"]]
    assert bad["name"] == "business"
    assert bad["cure"]


def test_broken_settings_are_crosses_too(tmp_path: Path) -> None:
    typed = Typed(tmp_path, {"DUYEN_HTTP_PORT": "abc", "DUYEN_TZ": "Mars"})

    done = typed("doctor")

    assert done.returncode == 1
    assert done.stdout.count("✗ settings") == 2


# --- one thing at a time -----------------------------------------------------------------


def test_libraries_other_than_locked_are_found(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        "httpx==0.0.1 \\\n    --hash=sha256:0\nnowhere==1\n"
        "windows-only==1 ; sys_platform == 'win32'\n"
    )

    found = libraries(lock)

    assert found.mark is Mark.BAD
    assert found.detail == "not as locked: httpx, nowhere"


def test_a_data_folder_that_cannot_be_written_is_found(tmp_path: Path) -> None:
    found = named(data_folder(config(data_dir="/proc/sys/duyen")), "data folder")

    assert found.mark is Mark.BAD
    assert "DUYEN_DATA_DIR" in found.cure


def test_a_missing_business_file_is_a_warning(tmp_path: Path) -> None:
    assert named(business(config()), "business").mark is Mark.WARNING


def test_a_dotenv_with_a_secret_that_everybody_may_read_is_found(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text(f"DUYEN_TELEGRAM_TOKEN={TOKEN}\n")
    dotenv.chmod(0o644)
    loose = named(secret_files(config()), "secrets")
    dotenv.chmod(0o600)
    tight = named(secret_files(config()), "secrets")

    assert (loose.mark, loose.cure) == (Mark.BAD, "chmod 600 .env")
    assert tight.mark is Mark.GOOD


async def test_a_good_database_and_what_was_given_up_are_shown(
    sqlite_store: Store, sqlite_url: str
) -> None:
    await sqlite_store.run(
        lambda work: work.outbox.dead(
            work.outbox.put("telegram", "1", {}, MORNING), "chat not found"
        )
    )

    found = {one.name: one for one in database(config(database_url=sqlite_url))}

    assert found["database"].mark is Mark.GOOD
    assert found["messages"].mark is Mark.WARNING
    assert "1 given up, 0 in doubt" in found["messages"].detail


async def test_whom_a_hot_lead_wakes_is_shown(sqlite_store: Store, sqlite_url: str) -> None:
    def team() -> Finding:
        return named(database(config(database_url=sqlite_url)), "team")

    def join(work: Work, role: Role) -> None:
        work.team.open_account(work.team.add(role, role, MORNING), "telegram", role, MORNING)

    nobody = team()
    await sqlite_store.run(lambda work: join(work, Role.OWNER))
    await sqlite_store.run(lambda work: join(work, Role.REP))
    both = team()
    await sqlite_store.run(lambda work: work.team.reachable("telegram", Role.OWNER, False))
    await sqlite_store.run(lambda work: work.team.reachable("telegram", Role.REP, False))
    none_in_reach = team()

    assert (nobody.mark, both.mark, none_in_reach.mark) == (
        Mark.WARNING,
        Mark.GOOD,
        Mark.WARNING,
    )
    assert "invite --role owner" in nobody.cure
    assert both.detail == "1 owner, 1 rep"


def test_a_damaged_a_foreign_and_a_missing_database_are_told_apart(
    tmp_path: Path, sqlite_url: str
) -> None:
    Path("notes.db").write_text("milk, eggs, and more than sixteen letters")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")

    foreign = named(database(config(database_url="sqlite:///notes.db")), "database")
    later = named(database(config(database_url=sqlite_url)), "database")
    missing = named(database(config()), "database")

    assert (foreign.mark, later.mark, missing.mark) == (Mark.BAD, Mark.BAD, Mark.SKIPPED)
    assert "not a database" in foreign.detail
    assert "9999 is newer" in later.detail


@contextmanager
def answering(answers: dict[str, Any]) -> Iterator[int]:
    """A server on loopback that answers these paths, by their last part, with JSON."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = answers.get(self.path.rpartition("/")[2])
            self.send_response(401 if known is None else 200)
            self.end_headers()
            self.wfile.write(json.dumps(known or {"ok": False}).encode())

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_port_is_free_ours_or_taken() -> None:
    free = named(port(config(http_port=free_port())), "port")
    with answering({"livez": {"alive": True}}) as number:
        ours = named(port(config(http_port=str(number))), "port")
    with answering({"livez": {"hello": 1}}) as number:
        taken = named(port(config(http_port=str(number))), "port")

    assert (free.mark, ours.mark, taken.mark) == (Mark.GOOD, Mark.GOOD, Mark.BAD)
    assert "DUYEN_HTTP_PORT" in taken.detail


ME = {"ok": True, "result": {"username": "duyen_bot"}}


def asked_of_telegram(answers: dict[str, Any], **flags: str) -> dict[str, Finding]:
    with answering(answers) as number:
        url = f"http://127.0.0.1:{number}"
        settings = config(telegram_token=TOKEN, telegram_api_url=url, **flags)
        return {one.name: one for one in telegram(settings)}


def test_telegram_that_knows_us_is_well() -> None:
    found = asked_of_telegram({"getMe": ME, "getWebhookInfo": {"ok": True, "result": {"url": ""}}})

    assert (found["telegram"].mark, found["telegram"].detail) == (Mark.GOOD, "@duyen_bot")
    assert found["webhook"].mark is Mark.GOOD


def test_a_webhook_of_another_program_is_found_and_its_path_not_shown() -> None:
    hook = {"ok": True, "result": {"url": "https://other.example.com/canary"}}

    found = asked_of_telegram({"getMe": ME, "getWebhookInfo": hook})["webhook"]

    assert found.mark is Mark.BAD
    assert "other.example.com" in found.detail
    assert "canary" not in found.detail


def test_our_own_webhook_is_well() -> None:
    hook = {"ok": True, "result": {"url": "https://chat.example.com/webhooks/telegram"}}

    found = asked_of_telegram(
        {"getMe": ME, "getWebhookInfo": hook}, public_url="https://chat.example.com/"
    )

    assert found["webhook"].mark is Mark.GOOD


def test_a_token_that_telegram_does_not_know_is_found() -> None:
    found = asked_of_telegram({})["telegram"]

    assert found.mark is Mark.BAD
    assert "@BotFather" in found.cure


def test_a_token_of_the_wrong_form_is_found_without_asking_or_showing_it() -> None:
    found = named(telegram(config(telegram_token="1:canary")), "telegram")

    assert found.mark is Mark.BAD
    assert "canary" not in f"{found}"


def test_offline_is_said_and_no_cross() -> None:
    url = f"http://127.0.0.1:{free_port()}"

    found = named(telegram(config(telegram_token=TOKEN, telegram_api_url=url)), "telegram")

    assert found.mark is Mark.SKIPPED
    assert "offline" in found.detail
    assert "canary" not in f"{found}"
