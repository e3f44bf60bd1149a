"""What is to be run, each setting unpacked to the value its part needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bot import last_good
from bot.config import Config
from handlers.business import Business


@dataclass(frozen=True, slots=True)
class ZaloBotPlan:
    """Without a token there is no such channel."""

    token: str = ""
    api_url: str = ""
    webhook_secret: str = ""


@dataclass(frozen=True, slots=True)
class ZaloOAPlan:
    """Without an access token there is no such channel."""

    access_token: str = ""
    refresh_token: str = ""
    app_id: str = ""
    secret: str = ""  # of the official account: it signs what Zalo brings
    app_secret: str = ""  # of the app: new tokens are asked for with it
    api_url: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The settings as the parts want them; below `bot` nobody sees the whole."""

    business: Business
    database: str
    data_dir: Path
    host: str
    port: int
    public_url: str = ""
    sites: tuple[str, ...] = ()
    telegram_token: str = ""
    telegram_api_url: str = ""
    telegram_webhook_secret: str = ""
    zalo_bot: ZaloBotPlan = ZaloBotPlan()
    zalo_oa: ZaloOAPlan = ZaloOAPlan()
    staff_group: str = ""
    hook_url: str = ""
    hook_secret: str = ""
    leads_secret: str = ""
    demo: bool = False
    # Where the company was read from, and in which zone it lives unless it says so itself.
    business_file: Path | None = None
    tz: str = ""
    # Why the file itself cannot be used and its last good version stands; nothing mostly.
    file_faults: tuple[str, ...] = ()


def plan_of(config: Config, *, demo: bool) -> Plan:
    """Raises BusinessFileError when the owner's file cannot be used, and never could."""

    def secret(value: SecretStr | None) -> str:
        return value.get_secret_value() if value is not None else ""

    business, faults = last_good.company(config.business_file, config.data_dir)
    return Plan(
        business=business.in_zone(config.tz),
        database=config.database_url,
        data_dir=config.data_dir,
        host=config.http_host,
        port=config.http_port,
        public_url=config.public_url or "",
        sites=tuple((config.sites or "").split()),
        telegram_token=secret(config.telegram_token),
        telegram_api_url=config.telegram_api_url,
        telegram_webhook_secret=secret(config.telegram_webhook_secret),
        zalo_bot=ZaloBotPlan(
            token=secret(config.zalo_bot_token),
            api_url=config.zalo_bot_api_url or "",
            webhook_secret=secret(config.zalo_bot_webhook_secret),
        ),
        zalo_oa=ZaloOAPlan(
            access_token=secret(config.zalo_oa_access_token),
            refresh_token=secret(config.zalo_oa_refresh_token),
            app_id=config.zalo_oa_app_id or "",
            secret=secret(config.zalo_oa_secret),
            app_secret=secret(config.zalo_oa_app_secret or config.zalo_oa_secret),
            api_url=config.zalo_oa_api_url or "",
        ),
        staff_group=config.staff_group or "",
        hook_url=secret(config.hook_url),
        hook_secret=secret(config.hook_secret),
        leads_secret=secret(config.leads_secret),
        demo=demo,
        business_file=config.business_file,
        tz=config.tz,
        file_faults=faults,
    )
