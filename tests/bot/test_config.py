"""Tests of the settings: where they come from, and the line each fault gets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import (
    FIELDS,
    FILES,
    Config,
    SettingError,
    read_config,
    read_demo_config,
    with_sample_company,
)
from bot.plan import plan_of
from handlers.business import SAMPLE

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAcanaryAAcanaryAAcanaryAAcanaryAAc"


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is set, and the folder one stands in is empty."""
    for name in [name for name in os.environ if name.startswith("DUYEN_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def faults(**flags: str) -> tuple[str, ...]:
    with pytest.raises(SettingError) as caught:
        read_config(**flags)
    return caught.value.faults


def test_without_any_setting_the_defaults_of_the_contract_hold() -> None:
    config = read_config()

    assert config.database_url == "sqlite:///data/duyen.db"
    assert (config.http_host, config.http_port) == ("127.0.0.1", 8080)
    assert config.telegram_api_url == "https://api.telegram.org"
    assert (config.log_level, config.log_format) == ("info", "console")
    assert config.tz == "Asia/Ho_Chi_Minh"
    assert config.business_file == Path("business.yaml")
    assert config.telegram_token is None


def test_flags_go_before_the_environment_and_that_before_dotenv(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text(
        "DUYEN_HTTP_PORT=1001\nDUYEN_TZ=Asia/Bangkok\nDUYEN_LOG_LEVEL=debug\nOTHERS=1\n"
    )
    monkeypatch.setenv("DUYEN_HTTP_PORT", "1002")
    monkeypatch.setenv("DUYEN_TZ", "Europe/Paris")

    config = read_config(http_port="1003")

    assert (config.http_port, config.tz, config.log_level) == (1003, "Europe/Paris", "debug")


def test_the_sites_reach_the_plan_as_browsers_name_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_SITES", "https://Shop.vn, http://127.0.0.1:3000")

    config = with_sample_company(read_config())

    assert plan_of(config, demo=False).sites == ("https://shop.vn", "http://127.0.0.1:3000")


def test_notices_go_nowhere_unsigned_and_the_demo_tells_nobody() -> None:
    url, secret = "https://crm.example.com/h?token=kin", "mot-bi-mat-du-dai"

    assert faults(hook_url=url) == (
        "DUYEN_HOOK_SECRET is not set: give it too, or no DUYEN_HOOK_URL.",
    )
    assert "kin" not in "".join(faults(hook_url="http://crm.example.com/?token=kin"))
    assert "16 to 256" in "".join(faults(hook_url=url, hook_secret="ngan"))
    config = read_config(hook_url=url, hook_secret=secret, leads_secret=secret)
    assert url in config.secrets
    assert plan_of(with_sample_company(config), demo=False).hook_url == url
    demo = read_demo_config(hook_url=url, hook_secret=secret, leads_secret=secret)
    assert plan_of(demo, demo=True).hook_url == plan_of(demo, demo=True).leads_secret == ""


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN", "")

    assert read_config().telegram_token is None


def test_the_database_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_DATA_DIR", "/var/lib/duyen")

    assert read_config().database_url == "sqlite:////var/lib/duyen/duyen.db"


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        (
            "http_port",
            "abc",
            "DUYEN_HTTP_PORT is 'abc': give a whole number from 1 to 65535, 8080 say.",
        ),
        (
            "http_port",
            "70000",
            "DUYEN_HTTP_PORT is '70000': give a whole number from 1 to 65535, 8080 say.",
        ),
        (
            "tz",
            "Asia/Saign",
            "DUYEN_TZ is 'Asia/Saign': give the name of a time zone, Asia/Ho_Chi_Minh say.",
        ),
        (
            "log_level",
            "loud",
            "DUYEN_LOG_LEVEL is 'loud': give debug, info, warning or error.",
        ),
        (
            "public_url",
            "chat.example.com",
            "DUYEN_PUBLIC_URL is 'chat.example.com': "
            "give an address like https://chat.example.com.",
        ),
        (
            "sites",
            "https://a.vn/shop",
            "DUYEN_SITES is 'https://a.vn/shop': give addresses without a path, "
            "https://shop.example.com https://example.com say.",
        ),
        (
            "staff_group",
            "the team",
            "DUYEN_STAFF_GROUP is 'the team': give the id of a group, -1001234567890 say.",
        ),
        (
            "database_url",
            "mysql://root:hunter22@db/duyen",
            "DUYEN_DATABASE_URL is 'mysql://…db/duyen': "
            "give sqlite:///data/duyen.db or postgresql://user:password@host/name.",
        ),
        (
            "telegram_token",
            "12 34",
            "DUYEN_TELEGRAM_TOKEN cannot be used: give the token from @BotFather, whole.",
        ),
        (
            "business_file",
            "mine.yaml",
            "DUYEN_BUSINESS_FILE is 'mine.yaml': there is no such file; give the path of your "
            "business file, or leave the setting out to use business.yaml.",
        ),
    ],
)
def test_a_fault_is_one_line_that_names_setting_value_and_cure(
    name: str, value: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"DUYEN_{name.upper()}", value)

    assert faults() == (line,)


def test_a_fault_in_a_flag_names_the_flag() -> None:
    assert faults(http_port="x")[0].startswith("--http-port is 'x': ")


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_HTTP_PORT", "abc")
    monkeypatch.setenv("DUYEN_LOG_FORMAT", "xml")

    assert len(faults()) == 2


def test_a_slip_of_the_pen_in_dotenv_gets_a_hint() -> None:
    Path(".env").write_text("DUYEN_HTTP_PROT=8080\nDUYEN_WHATEVER_THIS_IS=1\n")

    assert faults() == (
        "DUYEN_HTTP_PROT in .env is no setting: did you mean DUYEN_HTTP_PORT?",
        "DUYEN_WHATEVER_THIS_IS in .env is no setting: take the line out.",
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("DUYEN_TZ=Asia/Bangkok\n\n# a note\n\nthis is nonsense\n", "line 5"),
        ("DUYEN_HTTP_PORT: 8080\n<<<<<<< HEAD\n", "line 1; line 2"),
        ('DUYEN_TELEGRAM_TOKEN="canary\nDUYEN_HTTP_PORT=9\n', "line 1"),
        ("OTHERS\nDUYEN_HTTP_PORT\n", "line 2"),
    ],
)
def test_a_line_of_dotenv_that_says_nothing_is_named(
    text: str, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    Path(".env").write_text(text)

    (fault,) = faults()

    assert fault.startswith(f".env, {place}: no setting can be read there. Write NAME=value")
    assert "canary" not in fault
    assert caplog.text == ""


def test_a_folder_in_place_of_dotenv_is_said() -> None:
    Path(".env").mkdir()

    assert faults() == (".env is a folder: put a file there, or take the folder away.",)


def test_a_dotenv_that_is_no_text_is_said() -> None:
    Path(".env").write_bytes(b"DUYEN_TZ=\xff\xfe\n")

    assert faults() == (".env is not UTF-8 text: save it as UTF-8.",)


# --- secrets -----------------------------------------------------------------------------


def secret_file(text: str = TOKEN, mode: int = 0o600) -> str:
    path = Path("token")
    path.write_text(f"{text}\n")
    path.chmod(mode)
    return str(path)


def test_a_secret_is_read_from_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN_FILE", secret_file())

    config = read_config()

    assert config.telegram_token is not None
    assert config.telegram_token.get_secret_value() == TOKEN


def test_a_database_address_is_read_from_a_file() -> None:
    place = secret_file("postgresql://duyen:hunter22@db/duyen")

    config = read_config(database_url_file=place)

    assert config.database_url == "postgresql://duyen:hunter22@db/duyen"
    assert config.secrets == ("hunter22",)


@pytest.mark.skipif(os.name != "posix", reason="this system keeps no modes")
def test_a_file_that_everybody_may_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN_FILE", secret_file(mode=0o644))

    assert faults() == (
        "DUYEN_TELEGRAM_TOKEN_FILE is 'token': the file may be read by everybody; "
        "give: chmod 600 token.",
    )


def test_a_secret_given_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN_FILE", secret_file())
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN", TOKEN)

    assert faults() == (
        "DUYEN_TELEGRAM_TOKEN and DUYEN_TELEGRAM_TOKEN_FILE are both set: give one.",
    )


def test_a_missing_or_empty_secret_file_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN_FILE", "nowhere")
    monkeypatch.setenv("DUYEN_ZALO_OA_SECRET_FILE", secret_file(""))

    lines = "\n".join(faults())

    assert "'nowhere': the file cannot be read (No such file or directory)" in lines
    assert "'token': the file is empty" in lines


def test_no_secret_shows_in_a_repr_or_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    config = read_config(
        telegram_token=TOKEN,
        zalo_bot_token="canary-secret",
        database_url="postgresql://duyen:canary-password@db/duyen",
    )
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN", f"{TOKEN} {TOKEN}")
    monkeypatch.setenv("DUYEN_DATABASE_URL", "postgres//duyen:canary-password@db")

    shown = f"{config!r} {config} {faults()}"

    assert "canary" not in shown
    assert set(config.secrets) == {TOKEN, "canary-secret", "canary-password"}


def test_a_config_does_not_change() -> None:
    with pytest.raises(ValidationError):
        read_config().http_port = 1  # type: ignore[misc]  # that is what is tested


# --- the demo, and the example -----------------------------------------------------------


def test_the_demo_touches_nothing_of_the_real_thing() -> None:
    config = read_demo_config(
        telegram_token=TOKEN,
        database_url="postgresql://duyen:hunter22@db/duyen",
        public_url="https://chat.example.com",
        staff_group="-100123",
        http_port="9000",
    )

    assert (config.telegram_token, config.public_url, config.staff_group) == (None, None, None)
    assert config.database_url == "sqlite:///data/demo.db"
    assert config.business_file == SAMPLE
    assert config.http_port == 9000


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "chat.example.com"])
def test_the_demo_stays_on_this_machine(host: str) -> None:
    with pytest.raises(SettingError, match=f"--http-host is '{host}': the demo has no password"):
        read_demo_config(http_host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_the_demo_takes_any_name_of_this_machine(host: str) -> None:
    assert read_demo_config(http_host=host).http_host == host


def test_the_example_names_every_setting() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    named = {line.strip("#").partition("=")[0] for line in lines if "=" in line and line[1] == "D"}

    assert named == {f"DUYEN_{name.upper()}" for name in FIELDS}


def test_every_setting_says_what_it_is_for_and_what_may_be_given() -> None:
    assert all(field.title and field.description for field in Config.model_fields.values())
    assert "telegram_token_file" in FILES


def test_half_of_an_official_account_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_ZALO_OA_APP_ID", "123")

    assert faults() == (
        "DUYEN_ZALO_OA_SECRET, DUYEN_ZALO_OA_ACCESS_TOKEN or DUYEN_ZALO_OA_REFRESH_TOKEN is not "
        "set: give it too, or none of DUYEN_ZALO_OA_…",
    )


def test_a_wrong_folder_is_one_fault_and_not_the_databases_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "a file"
    file.touch()
    monkeypatch.setenv("DUYEN_DATA_DIR", str(file))

    assert faults() == (f"DUYEN_DATA_DIR is '{file}': give the path of a folder.",)


@pytest.mark.parametrize(
    ("setting", "value"), [("DUYEN_TELEGRAM_TOKEN", "abc"), ("DUYEN_STAFF_GROUP", "12345")]
)
def test_what_can_be_no_token_or_group_is_refused(
    monkeypatch: pytest.MonkeyPatch, setting: str, value: str
) -> None:
    monkeypatch.setenv(setting, value)

    assert faults()[0].startswith(f"{setting} ")


def test_another_server_may_have_tokens_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUYEN_TELEGRAM_API_URL", "http://127.0.0.1:9000")
    monkeypatch.setenv("DUYEN_TELEGRAM_TOKEN", "abc")

    assert read_config().telegram_token is not None


def test_an_account_whose_tokens_are_not_renewed_needs_no_app(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DUYEN_ZALO_OA_SECRET", "a secret")
    monkeypatch.setenv("DUYEN_ZALO_OA_ACCESS_TOKEN", "access")

    assert read_config().zalo_oa_access_token is not None
