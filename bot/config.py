"""The settings: read once, checked, handed on in one frozen Config."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.setting_kinds import (
    Address,
    Database,
    Folder,
    Hook,
    LogFormat,
    LogLevel,
    Origins,
    Token,
    Unguessable,
    WebhookSecret,
    ZaloWebhookSecret,
    Zone,
    is_telegram_token,
)
from bot.settings_given import (
    DOTENV,
    PREFIX,
    UnreadableError,
    given,
    in_dotenv,
    secret_in,
    strangers,
    variable,
)
from handlers.business import SAMPLE
from storage.address import read_address

TELEGRAM_API = "https://api.telegram.org"


class SettingError(Exception):
    """The program cannot start; `faults` are lines that name the setting and the cure."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


_AN_ADDRESS = "an address like https://chat.example.com"
_UNGUESSABLE = "16 to 256 letters, digits and signs without blanks"


class Config(BaseSettings):
    """Every setting. No part below `bot` sees it: each gets the value it needs.

    A title says what a setting is for (--help), a description what may be given (the line about
    a fault). What is not shown by `repr` is a secret.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=DOTENV,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    business_file: Path = Field(
        Path("business.yaml"), title="the owner's file", description="the path of a YAML file"
    )
    data_dir: Folder = Field(
        Path("data"), title="where run-time files go", description="the path of a folder"
    )
    database_url: Database = Field(
        default_factory=lambda settings: f"sqlite:///{settings['data_dir']}/duyen.db",
        repr=False,
        title="the database",
        description="sqlite:///data/duyen.db or postgresql://user:password@host/name",
    )
    http_host: str = Field(
        "127.0.0.1",
        pattern=r"^[\w.:-]+$",
        title="the address to listen on",
        description="an address of this machine, 127.0.0.1 say",
    )
    http_port: int = Field(
        8080,
        ge=1,
        le=65535,
        title="the port to listen on",
        description="a whole number from 1 to 65535, 8080 say",
    )
    public_url: Address | None = Field(
        None, title="where the world reaches us; sets webhooks", description=_AN_ADDRESS
    )
    sites: Origins | None = Field(
        None,
        title="the websites that may show the chat; every one where not set",
        description="addresses without a path, https://shop.example.com https://example.com say",
    )
    telegram_token: Token | None = Field(
        None, repr=False, title="the Telegram bot", description="the token from @BotFather, whole"
    )
    telegram_api_url: Address = Field(
        TELEGRAM_API,
        title="another server that speaks the Bot API",
        description=f"an address like {TELEGRAM_API}",
    )
    telegram_webhook_secret: WebhookSecret | None = Field(
        None,
        repr=False,
        title="what Telegram must show us; generated where not set",
        description="1 to 256 letters, digits, _ and -",
    )
    zalo_bot_token: Token | None = Field(
        None, repr=False, title="the Zalo bot", description="the token of the bot, whole"
    )
    zalo_bot_api_url: Address | None = Field(
        None, title="another server that speaks the Zalo bot API", description=_AN_ADDRESS
    )
    zalo_bot_webhook_secret: ZaloWebhookSecret | None = Field(
        None,
        repr=False,
        title="what Zalo must show us; generated where not set",
        description="8 to 256 letters, digits, _ and -",
    )
    zalo_oa_app_id: str | None = Field(
        None, pattern=r"^\S+$", title="the Zalo app", description="its number"
    )
    zalo_oa_secret: SecretStr | None = Field(
        None,
        repr=False,
        title="the secret of the official account, which signs its webhooks",
        description="the text Zalo shows for it",
    )
    zalo_oa_app_secret: SecretStr | None = Field(
        None,
        repr=False,
        title="the secret of the Zalo app, where it is another than the account's",
        description="the text Zalo shows for it",
    )
    zalo_oa_access_token: Token | None = Field(
        None, repr=False, title="the official account's access", description="the token, whole"
    )
    zalo_oa_refresh_token: Token | None = Field(
        None, repr=False, title="the official account's refresh", description="the token, whole"
    )
    zalo_oa_api_url: Address | None = Field(
        None, title="another server that speaks the Zalo OA API", description=_AN_ADDRESS
    )
    staff_group: str | None = Field(
        None,
        pattern=r"^-\d{1,20}$",
        title="a Telegram group that gets the alerts, too",
        description="the id of a group, -1001234567890 say",
    )
    hook_url: Hook | None = Field(
        None,
        repr=False,
        title="where another program is told of leads",
        description="an https address, https://crm.example.com/hooks/duyen say; plain http only to "
        "localhost or a private network by its number",
    )
    hook_secret: Unguessable | None = Field(
        None, repr=False, title="what signs those notices", description=_UNGUESSABLE
    )
    leads_secret: Unguessable | None = Field(
        None,
        repr=False,
        title="what a form shows that brings a lead to /webhooks/leads; closed where not set",
        description=_UNGUESSABLE,
    )
    log_level: LogLevel = Field(
        "info", title="how much to log", description="debug, info, warning or error"
    )
    log_format: LogFormat = Field(
        "console", title="for people or for machines", description="console or json"
    )
    tz: Zone = Field(
        "Asia/Ho_Chi_Minh",
        title="the time zone, unless the business file names one",
        description="the name of a time zone, Asia/Ho_Chi_Minh say",
    )

    @property
    def has_business_file(self) -> bool:
        """Whether the owner's file is there. One that was named always is."""
        return self.business_file.exists()

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown."""
        values = (getattr(self, name) for name in SECRETS)
        secret = [one.get_secret_value() for one in values if isinstance(one, SecretStr)]
        password = read_address(self.database_url).password
        return (*secret, password) if password else tuple(secret)


FIELDS = Config.model_fields
# These may stand in a file of their own: DUYEN_TELEGRAM_TOKEN_FILE names one.
SECRETS = frozenset(name for name, field in FIELDS.items() if not field.repr)
FILES = {f"{name}_file": name for name in FIELDS if name in SECRETS}


def read_config(**flags: str) -> Config:
    """The settings from flags, the environment and .env, the first of them winning.

    Raises SettingError with every fault at once.
    """
    try:
        dotenv = in_dotenv()
    except UnreadableError as error:
        raise SettingError((str(error),)) from None
    faults = list(strangers(dotenv, (*FIELDS, *FILES)))
    values = _secrets_from_files(given(dotenv), flags, faults)
    try:
        config = Config(**values)  # type: ignore[arg-type]  # texts all, made fit by Config
    except ValidationError as error:
        faults += [_fault(detail, flags) for detail in _own_faults(error.errors())]
        raise SettingError(tuple(faults)) from None
    faults += _missing_file(config, flags)
    faults += _no_token_of_telegram(config, flags)
    faults += _half_an_account(config)
    faults += _unsigned(config)
    if faults:
        raise SettingError(tuple(faults))
    return config


def read_demo_config(**flags: str) -> Config:
    """The demo's settings: whatever is set for the real thing, it touches none of it."""
    config = read_config(**flags)
    if not _is_loopback(config.http_host):
        raise SettingError(
            (
                f"{_name('http_host', flags)} is '{config.http_host}': the demo has no password "
                "and answers on this machine alone; give 127.0.0.1.",
            )
        )
    others = ("telegram_", "zalo_", "hook_", "leads_")
    real = [name for name in FIELDS if name.startswith(others)]
    untouched = {
        name: FIELDS[name].default for name in (*real, "public_url", "sites", "staff_group")
    }
    database = f"sqlite:///{config.data_dir}/demo.db"
    return config.model_copy(
        update={**untouched, "database_url": database, "business_file": SAMPLE}
    )


def with_sample_company(config: Config) -> Config:
    return config.model_copy(update={"business_file": SAMPLE})


def _secrets_from_files(
    found: Mapping[str, str], flags: Mapping[str, str], faults: list[str]
) -> dict[str, str]:
    """The flags, and with them what the files hold that flags or settings name."""
    values = {name: value for name, value in flags.items() if name not in FILES}
    for name, field in FILES.items():
        place = flags.get(name) or found.get(name)
        if place is None or field in flags:
            continue
        if field in found:
            faults.append(f"{variable(field)} and {variable(name)} are both set: give one.")
            continue
        try:
            values[field] = secret_in(Path(place))
        except UnreadableError as error:
            faults.append(f"{_name(name, flags)} is '{place}': the file {error}.")
    return values


def _own_faults(found: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """A default that needs another setting is no fault beside the other setting's."""
    return (one for one in found if one["type"] != "default_factory_not_called")


def _fault(detail: ErrorDetails, flags: Mapping[str, str]) -> str:
    field = str(detail["loc"][0])
    wanted = FIELDS[field].description
    return f"{_name(field, flags)} {_shown(field, str(detail['input']))}: give {wanted}."


def _shown(field: str, value: str) -> str:
    """What was given, as far as it is no secret."""
    if field == "database_url" and "://" in value:
        # User and password stand in front of the last @.
        scheme, _, rest = value.partition("://")
        behind = rest.rpartition("@")[2] if "@" in rest else ""
        return f"is '{value}'" if scheme == "sqlite" else f"is '{scheme}://…{behind}'"
    return "cannot be used" if field in SECRETS else f"is '{value}'"


def _missing_file(config: Config, flags: Mapping[str, str]) -> list[str]:
    if config.has_business_file or "business_file" not in config.model_fields_set:
        return []
    name = _name("business_file", flags)
    return [
        f"{name} is '{config.business_file}': there is no such file; give the path of your "
        f"business file, or leave the setting out to use business.yaml."
    ]


def _no_token_of_telegram(config: Config, flags: Mapping[str, str]) -> list[str]:
    """Another server may have tokens of a form of its own."""
    token = config.telegram_token
    if token is None or config.telegram_api_url != TELEGRAM_API:
        return []
    if is_telegram_token(token.get_secret_value()):
        return []
    wanted = FIELDS["telegram_token"].description
    return [f"{_name('telegram_token', flags)} cannot be used: give {wanted}."]


def _half_an_account(config: Config) -> list[str]:
    """With a part of an official account's settings nobody would be served, and none told why."""
    tokens = ("zalo_oa_access_token", "zalo_oa_refresh_token")
    every = ("zalo_oa_app_id", "zalo_oa_secret", *tokens)
    is_set = {name: getattr(config, name) is not None for name in every}
    # Only who asks for new tokens must say for which app.
    needed = every[:2] if is_set["zalo_oa_refresh_token"] else every[1:2]
    missing = [variable(name) for name in needed if not is_set[name]]
    if not any(is_set[name] for name in tokens):
        missing.append(" or ".join(map(variable, tokens)))
    if not missing or not any(is_set.values()):
        return []
    return [f"{', '.join(missing)} is not set: give it too, or none of DUYEN_ZALO_OA_…"]


def _unsigned(config: Config) -> list[str]:
    """A notice that anybody could have written is of no use."""
    if config.hook_url is None or config.hook_secret is not None:
        return []
    return [f"{variable('hook_secret')} is not set: give it too, or no {variable('hook_url')}."]


def _name(field: str, flags: Mapping[str, str]) -> str:
    return f"--{field.replace('_', '-')}" if field in flags else variable(field)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
