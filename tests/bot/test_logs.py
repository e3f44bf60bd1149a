"""Tests of the log: canaries go in by every door, none comes out."""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
from collections.abc import Iterator

import httpx
import pytest
import structlog

from bot.logs import configure
from bot.redaction import redactor

TOKEN = "7234567890:AAHcanaryCanary_canary-CanaryCanaryXY"
SECRET = "hunter22&canary"
PHONES = (
    "0912345678",
    "0912 345 678",
    "091.234.5678",
    "0912-345-678",
    "+84912345678",
    "+84 912 345 678",
    "84912345678",
    "024 3825 1234",
    "+1 (415) 555-2671",
)
EMAIL = "lan.canary@example.com.vn"


@pytest.fixture(params=["console", "json"])
def lines(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything the log says, in either form."""
    root, written = logging.getLogger(), io.StringIO()
    before = (root.handlers, root.level, sys.excepthook, threading.excepthook)
    monkeypatch.setattr(sys, "stderr", written)
    configure("debug", request.param, (SECRET, TOKEN))
    yield written
    root.handlers, root.level, sys.excepthook, threading.excepthook = before
    logging.captureWarnings(False)
    structlog.reset_defaults()


def clean(text: str) -> bool:
    leaks = (TOKEN, "canary", "Canary", SECRET, EMAIL, *PHONES)
    return not any(one in text for one in leaks)


def test_a_log_that_nobody_reads_any_more_stops_nothing(lines: io.StringIO) -> None:
    lines.close()

    logging.getLogger("telegram.ext").error("nobody is there")


@pytest.mark.parametrize("phone", PHONES)
def test_a_phone_number_is_taken_out(phone: str) -> None:
    redact = redactor()

    assert redact(f"call {phone}, soon") == "call [phone], soon"
    assert redact(f'{{"phone": "{phone}"}}') == '{"phone": "[phone]"}'
    assert redact(repr(f"call\n{phone}\u00a0")) == repr("call\n[phone]\u00a0")
    assert redact(repr(f"call\u00a0{phone}")) == repr("call\u00a0[phone]")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22T01:34:21.727279Z",
        "2026-11-22 01:34:21,727",
        "lead=4012 points=62.0912345678",
        "chat_id=5123456789",
        "chat_id=-1001234567890",
        "id 3f0912345678ab",
        "127.0.0.1:8080",
        "took 0.0123456789 s",
        "50.000.000",
    ],
)
def test_times_ids_and_numbers_stay(text: str) -> None:
    assert redactor()(text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"https://api.telegram.org/bot{TOKEN.replace(':', '%3A')}/getMe",
        f"postgresql://duyen:{SECRET}@db/duyen",
        "password hunter22%26canary",
        f"mail {EMAIL}",
        json.dumps({"secret": SECRET}),
    ],
)
def test_secrets_and_addresses_are_taken_out(text: str) -> None:
    assert clean(redactor([SECRET])(text))


def test_nothing_personal_leaves_by_a_message_a_field_or_an_argument(lines: io.StringIO) -> None:
    log = structlog.get_logger("handlers.reception")
    phone = PHONES[0]

    log.info(f"heard {phone}", mail=EMAIL, url=f"https://x/bot{TOKEN}/getMe", lead=7)
    log.warning("old style %s", phone)
    logging.getLogger("telegram.ext").warning("token %s of %s", TOKEN, {"phone": phone})
    logging.getLogger("bot.web").info("with extra", extra={"mail": EMAIL})

    said = lines.getvalue()
    assert clean(said)
    assert said.count("[phone]") == 3
    assert said.count("[email]") == 2
    assert "handlers.reception" in said
    assert "7" in said


def test_nothing_personal_leaves_by_an_exception(lines: io.StringIO) -> None:
    log = structlog.get_logger("bot.app")

    try:
        try:
            httpx.Response(500, request=httpx.Request("GET", f"https://x/bot{TOKEN}/getMe"))
            raise ValueError(f"no answer for bot{TOKEN}, {PHONES[1]}")
        except ValueError as error:
            raise RuntimeError(f"mail to {EMAIL} failed, {SECRET}") from error
    except RuntimeError as error:
        log.exception("failed")
        sys.excepthook(type(error), error, error.__traceback__)

    said = lines.getvalue()
    assert clean(said)
    assert said.count("RuntimeError") >= 2
    assert "Traceback" in said


def test_a_crash_of_a_thread_is_logged_clean(lines: io.StringIO) -> None:
    def crash() -> None:
        raise ValueError(f"for {PHONES[0]}")

    thread = threading.Thread(target=crash)
    thread.start()
    thread.join()

    assert clean(lines.getvalue())
    assert "crashed" in lines.getvalue()


def test_a_line_that_cannot_be_written_shows_no_arguments(lines: io.StringIO) -> None:
    broken = logging.LogRecord("bot", logging.ERROR, "", 1, "%d of them", (PHONES[0],), None)

    logging.getLogger().handlers[0].handle(broken)

    assert clean(lines.getvalue())
    assert "could not be written: TypeError" in lines.getvalue()


def test_libraries_are_heard_from_warning_on(lines: io.StringIO) -> None:
    for name in ("httpx", "httpcore.http11", "telegram", "sqlalchemy.engine", "asyncio"):
        logging.getLogger(name).info("talk of %s", name)
        logging.getLogger(name).warning("trouble")
    structlog.get_logger("handlers.due").debug("ours")

    assert "talk" not in lines.getvalue()
    assert lines.getvalue().count("trouble") == 5
    assert "ours" in lines.getvalue()


def test_json_is_one_object_a_line(lines: io.StringIO) -> None:
    structlog.get_logger("bot.app").info("message dropped", message=7, who='"Lan"\n' + PHONES[0])

    line = lines.getvalue()

    assert line.count("\n") == 1 or not line.startswith("{")
    if line.startswith("{"):
        said = json.loads(line)
        assert said["event"] == "message dropped"
        assert (said["message"], said["level"], said["logger"]) == (7, "info", "bot.app")
        assert said["who"] == '"Lan"\n[phone]'
